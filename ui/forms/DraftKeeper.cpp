#include "forms/DraftKeeper.h"

namespace ekatra::ui {

namespace {

constexpr int restMilliseconds = 1000;
constexpr int againMilliseconds = 5000;

} // namespace

DraftKeeper::DraftKeeper(session::FormDesk& desk, const QString& kind, const domain::RecordUid& record)
    : QObject(&desk), m_desk(desk), m_kind(kind), m_record(record)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &DraftKeeper::ask);
    m_again.setSingleShot(true);
    m_again.setInterval(againMilliseconds);
    connect(&m_again, &QTimer::timeout, this, &DraftKeeper::ask);
}

void DraftKeeper::note(const QJsonObject& payload)
{
    m_newest = payload;
    // A new paper gets its record at the first letter: whatever happens then, there is a place to keep it in.
    if (m_record.isNull() && !m_busy && !m_again.isActive())
        ask();
    else
        m_rest.start();
}

void DraftKeeper::keepNow()
{
    m_rest.stop();
    ask();
}

void DraftKeeper::forget()
{
    m_rest.stop();
    m_again.stop();
    m_newest.reset();
}

void DraftKeeper::release()
{
    m_released = true;
    disconnect(this, nullptr, nullptr, nullptr);
    keepNow();
    if (isClean())
        deleteLater();
}

void DraftKeeper::ask()
{
    if (m_busy || !m_newest)
        return;
    m_again.stop();
    m_busy = true;
    m_asked = *m_newest;
    m_newest.reset();
    m_desk.keepDraft(
        m_kind, m_record, m_asked,
        session::Reply<session::DraftKept>(this, [this](const Result<session::DraftKept>& answer) { take(answer); }));
}

void DraftKeeper::take(const Result<session::DraftKept>& answer)
{
    m_busy = false;
    if (!answer) {
        if (!m_newest)
            m_newest = m_asked;
        m_again.start();
        Q_EMIT failed(answer.error());
        if (m_released)
            deleteLater(); // the page could not close; only the end of the program comes here
        return;
    }
    m_record = answer->record;
    if (m_newest && !m_rest.isActive())
        ask();
    if (isClean())
        Q_EMIT kept(answer->at);
    if (m_released && isClean())
        deleteLater();
    else if (m_released)
        keepNow();
}

} // namespace ekatra::ui
