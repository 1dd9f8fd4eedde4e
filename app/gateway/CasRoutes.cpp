#include "gateway/CasRoutes.h"

#include "base/CanonicalJson.h"

namespace ekatra::gateway {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype pieceSize = 64 * 1024;

std::optional<CasList> listNamed(const QString& name)
{
    if (name == "fir"_L1)
        return CasList::Fir;
    if (name == "arrest"_L1)
        return CasList::Arrest;
    if (name == "finalreport"_L1)
        return CasList::FinalReport;
    return std::nullopt;
}

// What stands before and after the rows.
std::pair<QByteArray, QByteArray> wrapping(CasList list)
{
    switch (list) {
    case CasList::Fir:
        return {"[", "]"};
    case CasList::Arrest:
        return {R"({"Status":"OK","ArrestDetails":[)", "]}"};
    case CasList::FinalReport:
        return {R"({"data":[)", "]}"};
    }
    return {};
}

// Gathers small rows into pieces worth sending.
class Pieces {
public:
    explicit Pieces(const ByteSink& sink) : m_sink(sink) { }

    bool add(const QByteArray& text)
    {
        m_waiting += text;
        return m_waiting.size() < pieceSize || flush();
    }
    bool flush()
    {
        if (m_waiting.isEmpty())
            return true;
        const QByteArray piece = std::exchange(m_waiting, {});
        return m_sink(piece);
    }

private:
    const ByteSink& m_sink;
    QByteArray m_waiting;
};

QDate dayIn(const Request& request, QLatin1StringView name)
{
    const QString text = request.parameter(name).value_or(QString());
    return text.size() == 10 ? QDate::fromString(text, u"dd/MM/yyyy"_s) : QDate();
}

} // namespace

CasRoutes::CasRoutes(const District& district, const Problems& problems)
    : m_district(district), m_problems(problems) { }

Reply CasRoutes::handle(const Request& request) const
{
    const QStringList parts = request.path.mid(root.size() + 1).split(u'/');
    const auto list = listNamed(parts.at(0));
    if (!list || parts.size() > 2)
        return m_problems.casMessage(404, "not_found");
    const QString verb = parts.value(1);
    if (!verb.isNull() && verb != "keys"_L1 && verb != "record"_L1)
        return m_problems.casMessage(404, "not_found");

    Reply reply;
    if (!request.reads()) {
        reply = m_problems.casMessage(405, "method_not_allowed", {{u"allowed"_s, u"GET"_s}});
        reply.headers.emplace_back("Allow", "GET, HEAD");
    } else if (verb.isNull()) {
        reply = changed(*list, request);
    } else {
        reply = verb == "keys"_L1 ? keys(*list, request) : record(*list, request);
    }
    reply.route = "/sources/cas/" + parts.join(u'/').toLatin1();
    return reply;
}

Reply CasRoutes::changed(CasList list, const Request& request) const
{
    const QDate from = dayIn(request, "TimeFrom"_L1);
    const QDate to = dayIn(request, "TimeTo"_L1);
    if (!from.isValid() || !to.isValid())
        return m_problems.casMessage(400, "bad_window");
    if (to < from || from.daysTo(to) >= greatestWindowDays)
        return m_problems.casMessage(400, "wide_window", {{u"days"_s, QString::number(greatestWindowDays)}});

    Reply reply;
    reply.stream = [&district = m_district, list, from, to](const ByteSink& sink) {
        const auto [head, tail] = wrapping(list);
        Pieces pieces(sink);
        bool reading = pieces.add(head);
        bool first = true;
        district.changedRows(list, from, to, [&](const QByteArray& row) {
            reading = (first || pieces.add(",")) && pieces.add(row);
            first = false;
            return reading;
        });
        if (reading && pieces.add(tail))
            pieces.flush();
    };
    return reply;
}

Reply CasRoutes::keys(CasList list, const Request& request) const
{
    bool whole = false;
    const int year = request.parameter("Year"_L1).value_or(QString()).toInt(&whole);
    if (!whole || year < 1900 || year > 2999)
        return m_problems.casMessage(400, "bad_year");

    Reply reply;
    reply.stream = [&district = m_district, list, year](const ByteSink& sink) {
        Pieces pieces(sink);
        bool reading = pieces.add("{\"Keys\":[");
        bool first = true;
        for (const CasKey& key : district.keys(list, year)) {
            const QString changedOn = key.changedOn.toString(u"dd/MM/yyyy HH:mm:ss"_s);
            QByteArray entry = first ? "{\"ChangedOn\":\"" : ",{\"ChangedOn\":\"";
            entry += changedOn.toLatin1() + "\",\"Key\":" + base::canonicalJson(QString::fromUtf8(key.key)) + '}';
            first = false;
            reading = reading && pieces.add(entry);
            if (!reading)
                return;
        }
        if (pieces.add("]}"))
            pieces.flush();
    };
    return reply;
}

Reply CasRoutes::record(CasList list, const Request& request) const
{
    const QString key = request.parameter("Key"_L1).value_or(QString());
    if (key.isEmpty())
        return m_problems.casMessage(400, "key_missing");
    auto row = m_district.row(list, key.toUtf8());
    if (!row)
        return m_problems.casMessage(404, "no_such_record");
    Reply reply;
    reply.body = std::move(*row);
    return reply;
}

} // namespace ekatra::gateway
