#include "session/StationDesk.h"

namespace ekatra::session {

namespace {

Error notUnlocked()
{
    return error(ErrorKind::WrongPassphrase, "store.locked");
}

} // namespace

void StationDesk::unlock(const QString& folder, const QString& user, crypto::SecretBytes passphrase)
{
    // Posted work is copied by Qt, which a secret refuses to be.
    m_threads.open(folder, user, std::make_shared<crypto::SecretBytes>(std::move(passphrase)),
                   [this](const Result<StationFacts>& facts) {
                       if (facts)
                           Q_EMIT unlocked(*facts);
                       else
                           Q_EMIT unlockFailed(facts.error());
                   });
}

Desk::Ticket StationDesk::search(const search::SearchRequest& request)
{
    const Ticket ticket = ++m_lastTicket;
    m_searching.request();
    m_searching = base::CancelToken();
    m_threads.onReading([this, ticket, request, cancel = m_searching](Reading* reading) {
        if (cancel.requested())
            return;
        auto answer = reading ? reading->search.search(request, cancel) : notUnlocked();
        if (answer)
            Q_EMIT found(ticket, *answer);
        else if (answer.error().kind != ErrorKind::Cancelled)
            Q_EMIT searchFailed(ticket, answer.error());
    });
    return ticket;
}

Desk::Ticket StationDesk::countKinds(const search::SearchRequest& request)
{
    const Ticket ticket = ++m_lastTicket;
    m_threads.onReading([this, ticket, request, cancel = m_searching](Reading* reading) {
        if (cancel.requested() || !reading)
            return;
        if (auto counts = reading->search.countByKind(request, cancel))
            Q_EMIT counted(ticket, *counts);
    });
    return ticket;
}

Desk::Ticket StationDesk::read(domain::RecordRow row)
{
    const Ticket ticket = ++m_lastTicket;
    m_threads.onReading([this, ticket, row](Reading* reading) {
        auto details = reading ? reading->records.details(row) : notUnlocked();
        if (details)
            Q_EMIT recordRead(ticket, std::make_shared<const records::RecordDetails>(std::move(details).value()));
        else
            Q_EMIT readFailed(ticket, details.error());
    });
    return ticket;
}

void StationDesk::readCase(domain::RecordRow row, Reply<Case> reply)
{
    m_threads.onReading([row, reply = std::move(reply)](Reading* reading) {
        if (!reading)
            return reply(notUnlocked());
        auto details = reading->cases.read(row);
        if (details)
            reply(std::make_shared<const records::CaseDetails>(std::move(*details)));
        else
            reply(details.error());
    });
}

void StationDesk::readRecord(const domain::RecordUid& record, Reply<Details> reply)
{
    m_threads.onReading([record, reply = std::move(reply)](Reading* reading) {
        if (!reading)
            return reply(notUnlocked());
        auto found = reading->records.find(record.toString(QUuid::WithoutBraces), {});
        if (!found)
            return reply(found.error());
        auto details = reading->records.details(found->row);
        if (!details)
            return reply(details.error());
        reply(std::make_shared<const records::RecordDetails>(std::move(details).value()));
    });
}

void StationDesk::readRevisions(domain::RecordRow row, Reply<std::vector<records::Revision>> reply)
{
    m_threads.onReading([row, reply = std::move(reply)](Reading* reading) {
        if (reading)
            reply(reading->records.revisions(row));
        else
            reply(notUnlocked());
    });
}

void StationDesk::countChoices(const search::SearchRequest& request, search::Field field, Reply<Choices> reply)
{
    m_threads.onReading([request, field, reply = std::move(reply), cancel = m_searching](Reading* reading) {
        if (!reading)
            return reply(notUnlocked());
        auto choices = reading->search.choices(request, field, cancel);
        if (choices || choices.error().kind != ErrorKind::Cancelled)
            reply(std::move(choices));
    });
}

void StationDesk::askLine()
{
    m_threads.onStoreFirst([this](Services* services) {
        if (services)
            tellLine(*services);
    });
}

void StationDesk::tellLine(Services& services)
{
    auto counts = services.outbox().counts();
    auto sources = services.sources().all();
    if (!counts || !sources) {
        Q_EMIT lineFailed(counts ? sources.error() : counts.error());
        return;
    }
    auto aside = services.quarantine().count();
    if (!aside) {
        Q_EMIT lineFailed(aside.error());
        return;
    }
    LineState line;
    line.setAside = static_cast<int>(*aside);
    line.waiting = counts->waiting;
    line.rejected = counts->rejected;
    line.conflicted = counts->conflicted;
    line.sources = static_cast<int>(sources->size());
    for (const storage::Source& source : *sources) {
        const QJsonObject run = services.journal().lastRun(source.id);
        const QDateTime success =
            QDateTime::fromString(run.value(QLatin1String("last_success")).toString(), Qt::ISODate);
        if (success.isValid() && (!line.lastSuccess.isValid() || line.lastSuccess < success))
            line.lastSuccess = success;
        if (!run.isEmpty() && run.value(QLatin1String("result")).toString() != QLatin1String("ok"))
            line.failing.append(source.id);
    }
    Q_EMIT lineTold(line);
}

} // namespace ekatra::session
