#include "domain/Stations.h"

#include "base/Resources.h"

namespace ekatra::domain {

Result<Stations> Stations::load()
{
    auto bytes = base::readResource(QStringLiteral("places/stations.csv"));
    if (!bytes)
        return bytes.error();
    Stations stations;
    const QStringList lines = QString::fromUtf8(*bytes).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const QStringList heads = lines.isEmpty() ? QStringList() : lines.first().trimmed().split(QLatin1Char(','));
    const auto column = [&](const char* name) { return heads.indexOf(QLatin1String(name)); };
    const auto code = column("practice_code"), district = column("district");
    const auto en = column("name_en"), hi = column("name_hi");
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QStringList cells = lines.at(i).trimmed().split(QLatin1Char(','));
        if (cells.size() < heads.size())
            continue;
        stations.m_byCode.insert(cells.value(code), stations.m_all.size());
        stations.m_all.push_back({cells.value(code), cells.value(district), cells.value(en), cells.value(hi)});
    }
    return stations;
}

QString Stations::name(const QString& code, const QString& language) const
{
    const auto found = m_byCode.constFind(code);
    if (found == m_byCode.constEnd())
        return code;
    const StationName& station = m_all.at(*found);
    return language == QLatin1String("hi") ? station.hi : station.en;
}

} // namespace ekatra::domain
