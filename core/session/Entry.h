// Entry.h
// A paper on its way from what was typed to a draft or into the outbox: the form page and the command line go the same
// way. Made for one paper at a time; store thread.
#pragma once

#include "session/Services.h"

#include <optional>

namespace ekatra::session {

struct EntryOutcome {
    domain::Record record; // its uid is null for what was only checked
    std::vector<forms::Finding> findings;
    std::optional<Error> refusal; // why it could not be queued though its form is in order
    bool isDraft = false; // kept here, not owed to the centre
};

class Entry {
public:
    Entry(Services& services, const schema::FormDefinition& form) : m_services(services), m_form(form) { }

    // Saves `typed` as a draft of `uid` (null: a new record), and tells what would be wrong with it.
    // Errors: those of RecordService::saveDraft().
    [[nodiscard]] Result<EntryOutcome> keep(const domain::RecordUid& uid, const QJsonObject& typed,
                                            const QString& reason);
    // Queues `typed` as the record's for the centre when nothing is wrong with it. Whatever else happens, it is kept as
    // a draft first. Errors: as keep(); those of RecordService::submit() but BadInput, which is the refusal.
    [[nodiscard]] Result<EntryOutcome> submit(const domain::RecordUid& uid, const QJsonObject& typed,
                                              const QString& reason);

private:
    [[nodiscard]] Result<EntryOutcome> keep(const domain::RecordUid& uid, const QJsonObject& typed,
                                            const QString& reason, forms::CheckMode mode);

    Services& m_services;
    const schema::FormDefinition& m_form;
};

} // namespace ekatra::session
