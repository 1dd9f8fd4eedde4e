#include "session/Entry.h"

#include "forms/Completion.h"

namespace ekatra::session {

Result<EntryOutcome> Entry::keep(const domain::RecordUid& uid, const QJsonObject& typed, const QString& reason)
{
    return keep(uid, typed, reason, forms::CheckMode::Draft);
}

Result<EntryOutcome> Entry::keep(const domain::RecordUid& uid, const QJsonObject& typed, const QString& reason,
                                 forms::CheckMode mode)
{
    const forms::CheckContext context{m_services.clock().now(), mode, m_services.store().station()};
    const QJsonObject payload = forms::complete(m_form, typed, context, m_services.tables().acts);
    auto saved = m_services.records().saveDraft(m_form.kind, uid, payload, m_services.store().user(), reason);
    if (!saved)
        return saved.error();
    EntryOutcome outcome;
    outcome.findings = m_services.checker().check(m_form, payload, context);
    outcome.record = std::move(*saved);
    outcome.record.payload = payload;
    outcome.isDraft = true;
    return outcome;
}

Result<EntryOutcome> Entry::submit(const domain::RecordUid& uid, const QJsonObject& typed, const QString& reason)
{
    auto outcome = keep(uid, typed, reason, forms::CheckMode::Submit);
    if (!outcome || forms::hasErrors(outcome->findings))
        return outcome;
    auto queued =
        m_services.records().submit(outcome->record.uid, outcome->record.payload, m_services.store().user(), reason);
    if (queued) {
        outcome->record = std::move(*queued);
        outcome->isDraft = false;
    } else if (queued.error().kind == ErrorKind::BadInput) {
        outcome->refusal = queued.error();
    } else {
        return queued.error();
    }
    return outcome;
}

} // namespace ekatra::session
