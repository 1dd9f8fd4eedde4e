#include "domain/Places.h"

#include "base/Resources.h"

#include <QHash>

namespace ekatra::domain {

namespace {

// One of the tables: cells by column name. No cell of them holds a comma.
struct Table {
    QHash<QString, qsizetype> columns;
    std::vector<QStringList> rows;

    [[nodiscard]] QString cell(const QStringList& row, const char* column) const
    {
        return row.value(columns.value(QLatin1String(column), -1));
    }
};

Result<Table> readTable(const char* file)
{
    auto bytes = base::readResource(QLatin1String(file));
    if (!bytes)
        return bytes.error();
    Table table;
    const QStringList lines = QString::fromUtf8(*bytes).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString& line : lines) {
        const QStringList cells = line.trimmed().split(QLatin1Char(','));
        if (table.columns.isEmpty()) {
            for (qsizetype i = 0; i < cells.size(); ++i)
                table.columns.insert(cells[i], i);
        } else {
            table.rows.push_back(cells);
        }
    }
    return table;
}

} // namespace

Result<Places> Places::load()
{
    auto districts = readTable("places/districts.csv");
    if (!districts)
        return districts.error();
    QHash<QString, QString> hindi;
    for (const QStringList& row : districts->rows)
        hindi.insert(districts->cell(row, "name_en"), districts->cell(row, "name_hi"));
    Places places;
    for (const char* file : {"places/villages.csv", "places/census_places.csv"}) {
        auto table = readTable(file);
        if (!table)
            return table.error();
        for (const QStringList& row : table->rows) {
            const auto cell = [&](const char* column) { return table->cell(row, column); };
            const QStringList variants = cell("variants_en").split(QLatin1Char('|'), Qt::SkipEmptyParts)
                + cell("variants_hi").split(QLatin1Char('|'), Qt::SkipEmptyParts);
            places.m_all.push_back({cell("name_en"), cell("name_hi"), cell("kind"), cell("district"),
                                    hindi.value(cell("district")), cell("tehsil"), cell("pin"), variants});
        }
    }
    return places;
}

} // namespace ekatra::domain
