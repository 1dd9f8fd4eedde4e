#include "support/GatewayDistrict.h"

#include "base/CanonicalJson.h"

#include <QJsonArray>

namespace ekatra::test {

using namespace Qt::Literals::StringLiterals;
using gateway::CasList;

namespace {

const QString station = u"13020004"_s;

QString keyOf(int serial)
{
    return station + u"24"_s + u"%1"_s.arg(serial, 4, 10, QLatin1Char('0'));
}

} // namespace

std::vector<gateway::Station> GatewayDistrict::stations() const
{
    return {{station, u"City Thana"_s, u"थाना शहर"_s}};
}

qint64 GatewayDistrict::count(CasList list) const
{
    return list == CasList::Fir ? m_firs : 0;
}

std::optional<QByteArray> GatewayDistrict::row(CasList list, const QByteArray& key) const
{
    for (int serial = 1; list == CasList::Fir && serial <= m_firs; ++serial) {
        if (keyOf(serial).toLatin1() == key)
            return base::canonicalJson(QJsonObject{{u"FIR_REG_NUM"_s, keyOf(serial)},
                                                   {u"FirContents"_s, u"मोटरसाइकिल चोरी की दरखास्त"_s.repeated(20)}});
    }
    return std::nullopt;
}

void GatewayDistrict::changedRows(CasList list, QDate from, QDate to, const RowSink& sink) const
{
    for (int serial = 1; serial <= count(list); ++serial) {
        const QDate changed = firstDay().addDays(serial - 1);
        if (changed >= from && changed <= to && !sink(*row(list, keyOf(serial).toLatin1())))
            return;
    }
}

std::vector<gateway::CasKey> GatewayDistrict::keys(CasList list, int year) const
{
    std::vector<gateway::CasKey> all;
    for (int serial = 1; year == 2024 && serial <= count(list); ++serial)
        all.push_back({keyOf(serial).toLatin1(), QDateTime(firstDay().addDays(serial - 1), QTime(18, 22, 31))});
    return all;
}

void GatewayDistrict::icjsSeeds(const SeedSink& sink) const
{
    for (int serial = 10; serial <= m_firs; serial += 10) {
        const gateway::IcjsSeed seed{
            u"fir"_s, u"01900000-0000-7000-8000-%1"_s.arg(serial, 12, 10, QLatin1Char('0')),
            QJsonObject{{u"ps_code"_s, station},
                        {u"fir_year"_s, 2024},
                        {u"fir_no"_s, serial},
                        {u"laws"_s, QJsonArray{QJsonObject{{u"act"_s, u"BNS"_s}, {u"section"_s, u"303(2)"_s}}}}}};
        if (!sink(seed))
            return;
    }
}

} // namespace ekatra::test
