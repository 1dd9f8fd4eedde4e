// QuarantineRetry.h
// Asks the sources once more for rows that were set aside: a row that can be mapped now becomes its record, the others
// stay with their newest text and reason. Store thread.
#pragma once

#include "records/RecordService.h"
#include "sources/SourceConnector.h"
#include "sync/Meanwhile.h"

#include <QSet>

namespace ekatra::sync {

struct RetryCounts {
    int taken = 0; // became records
    int kept = 0; // still cannot be mapped
    int gone = 0; // the source has no such row, or no name to ask for it by
    std::optional<Error> failure; // of the first source that could not be asked, or what ended it early
};

// A source that can be asked.
struct AskedSource {
    sources::SourceConnector* connector;
    QString profile;
};

class QuarantineRetry {
public:
    // Opens the line to a source once and keeps it.
    using Lines = std::function<Result<AskedSource>(const QString& sourceId)>;

    QuarantineRetry(records::RecordService& records, const base::Clock& clock, Meanwhile meanwhile, Lines lines)
        : m_records(records), m_clock(clock), m_meanwhile(std::move(meanwhile)), m_lines(std::move(lines))
    {
    }

    // One after the other. A source that does not answer is not asked again; the others go on. What came before a
    // cancel or a failure of the store is stored.
    [[nodiscard]] RetryCounts retry(const std::vector<storage::QuarantinedRow>& rows, const base::CancelToken& cancel);

private:
    [[nodiscard]] Result<void> ask(const storage::QuarantinedRow& row, const base::CancelToken& cancel);
    [[nodiscard]] Result<void> store(const storage::QuarantinedRow& asked, const QString& profile,
                                     const sources::Page& page);

    records::RecordService& m_records;
    const base::Clock& m_clock;
    Meanwhile m_meanwhile;
    Lines m_lines;
    QSet<QString> m_silent; // sources that gave no answer
    RetryCounts m_counts;
};

} // namespace ekatra::sync
