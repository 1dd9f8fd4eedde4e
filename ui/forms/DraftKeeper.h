// DraftKeeper.h
// Keeps what is typed: the first edit at once, later ones a second after the last keystroke. One request at a time, and
// the newest payload wins. Made by the page, but it outlives it for as long as something has to be kept: release()
// instead of delete. GUI thread.
#pragma once

#include "session/FormDesk.h"

#include <QTimer>

#include <functional>

namespace ekatra::ui {

class DraftKeeper : public QObject {
    Q_OBJECT

public:
    // `desk` owns it in the end: what is still owed then was asked for already.
    DraftKeeper(session::FormDesk& desk, const QString& kind, const domain::RecordUid& record);

    // The paper is now `payload`; kept soon.
    void note(const QJsonObject& payload);
    // Everything noted is kept without waiting.
    void keepNow();
    [[nodiscard]] bool isClean() const { return !m_newest && !m_busy; }
    [[nodiscard]] const domain::RecordUid& record() const { return m_record; }
    void setRecord(const domain::RecordUid& record) { m_record = record; }
    // Nothing noted is to be kept any more: it was submitted or thrown away.
    void forget();

    // Keeps what is still owed, then deletes itself.
    void release();

Q_SIGNALS:
    void kept(const QDateTime& at);
    void failed(const ekatra::Error& error);

private:
    void ask();
    void take(const Result<session::DraftKept>& answer);

    session::FormDesk& m_desk;
    QString m_kind;
    domain::RecordUid m_record;
    std::optional<QJsonObject> m_newest; // not asked for yet
    QJsonObject m_asked;
    bool m_busy = false;
    bool m_released = false;
    QTimer m_rest;
    QTimer m_again;
};

} // namespace ekatra::ui
