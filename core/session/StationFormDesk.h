// StationFormDesk.h
// The FormDesk over a real store. Owned by main; GUI thread.
#pragma once

#include "session/FormDesk.h"
#include "session/StationThreads.h"

namespace ekatra::session {

class StationFormDesk final : public FormDesk {
    Q_OBJECT

public:
    // `threads` outlives what was asked of this desk.
    explicit StationFormDesk(StationThreads& threads) : m_threads(threads) { }

    void begin(const FormStart& start, Reply<FormOpening> reply) override;
    void keepDraft(const QString& kind, const domain::RecordUid& record, const QJsonObject& payload,
                   Reply<DraftKept> reply) override;
    void submit(const QString& kind, const domain::RecordUid& record, const QJsonObject& payload, const QString& reason,
                Reply<FormSent> reply) override;
    void dropDraft(const domain::RecordUid& record, Reply<bool> reply) override;
    void drafts(Reply<std::vector<DraftLine>> reply) override;
    void findPersons(const QString& words, const domain::RecordUid& caseOf,
                     Reply<std::vector<PersonChoice>> reply) override;
    void findOfficers(const QString& words, Reply<std::vector<QJsonObject>> reply) override;

private:
    StationThreads& m_threads;
};

} // namespace ekatra::session
