#include "session/OutboxList.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <map>

namespace ekatra::session {

namespace {

class Lines {
public:
    Lines(const Reading& reading, const Tables& tables) : m_reading(reading), m_tables(tables) { }

    OutboxLine of(outbox::Row row)
    {
        OutboxLine line;
        line.extract = m_tables.kinds.extract(row.kind, QJsonDocument::fromJson(row.payload).object());
        line.caseNumber = caseNumber(row, line.extract);
        addReason(line, QJsonDocument::fromJson(row.lastError).object());
        row.payload.clear();
        line.row = std::move(row);
        return line;
    }

private:
    QString caseNumber(const outbox::Row& row, const domain::Extract& extract)
    {
        if (extract.links.empty())
            return row.number;
        const auto [known, isNew] = m_cases.try_emplace(row.caseKey);
        if (isNew) {
            if (const auto record = m_reading.records.find(row.caseKey, {}))
                known->second = record->number;
        }
        return known->second;
    }

    static void addReason(OutboxLine& line, const QJsonObject& reason)
    {
        const auto text = [](const QJsonObject& from, const char* name) {
            return from.value(QLatin1String(name)).toString();
        };
        if (const QString code = text(reason, "code"); !code.isEmpty()) {
            line.why = Error{{}, code, {}, {}};
            const QJsonObject context = reason.value(QLatin1String("context")).toObject();
            for (auto part = context.begin(); part != context.end(); ++part)
                line.why->context.insert(part.key(), part->toString());
        }
        line.detailEn = text(reason, "en");
        line.detailHi = text(reason, "hi");
        for (const QJsonValue& value : reason.value(QLatin1String("errors")).toArray()) {
            const QJsonObject problem = value.toObject();
            line.problems.push_back(
                {text(problem, "pointer"), text(problem, "code"), text(problem, "en"), text(problem, "hi")});
        }
    }

    const Reading& m_reading;
    const Tables& m_tables;
    std::map<QString, QString> m_cases; // key -> number
};

// The rows of one case together, cases in the order of their first row.
void putCasesTogether(std::vector<outbox::Row>& rows)
{
    std::map<QString, qint64> first;
    for (const outbox::Row& row : rows)
        first.try_emplace(row.caseKey, row.id);
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const outbox::Row& a, const outbox::Row& b) { return first[a.caseKey] < first[b.caseKey]; });
}

} // namespace

Result<std::vector<OutboxLine>> outboxLines(const Reading& reading, const Tables& tables, const base::Clock& clock,
                                            std::optional<qint64> accepted)
{
    const outbox::Outbox outbox(*reading.connection, clock);
    auto rows = outbox.list(false);
    if (!rows)
        return rows.error();
    putCasesTogether(*rows);
    if (accepted) {
        auto settled = outbox.acceptedSince(*accepted);
        if (!settled)
            return settled.error();
        std::move(settled->begin(), settled->end(), std::back_inserter(*rows));
    }
    Lines lines(reading, tables);
    std::vector<OutboxLine> list;
    for (outbox::Row& row : *rows)
        list.push_back(lines.of(std::move(row)));
    return list;
}

} // namespace ekatra::session
