#include "sync/Pusher.h"

#include "base/CanonicalJson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

namespace ekatra::sync {

using records::Settlement;
using sources::PushAnswer;

namespace {

constexpr std::size_t rowsAtOnce = 50;
constexpr int lostRepliesAllowed = 3;

// Why a row is where it is, as the outbox keeps it.
QByteArray reasonOf(const PushAnswer& answer)
{
    QJsonArray problems;
    for (const auto& problem : answer.problems)
        problems.append(QJsonObject{{QStringLiteral("pointer"), problem.pointer},
                                    {QStringLiteral("code"), problem.code},
                                    {QStringLiteral("en"), problem.detailEn},
                                    {QStringLiteral("hi"), problem.detailHi}});
    QJsonObject reason{{QStringLiteral("code"), answer.error ? answer.error->code : answer.code}};
    if (!answer.detailEn.isEmpty())
        reason.insert(QStringLiteral("en"), answer.detailEn);
    if (!answer.detailHi.isEmpty())
        reason.insert(QStringLiteral("hi"), answer.detailHi);
    if (!problems.isEmpty())
        reason.insert(QStringLiteral("errors"), problems);
    if (answer.error && !answer.error->context.isEmpty()) {
        QJsonObject context;
        for (auto part = answer.error->context.begin(); part != answer.error->context.end(); ++part)
            context.insert(part.key(), *part);
        reason.insert(QStringLiteral("context"), context);
    }
    return base::canonicalJson(reason);
}

void count(PushReport& report, const outbox::Row& row, Settlement::Outcome outcome)
{
    const QString uid = row.uid.toString(QUuid::WithoutBraces);
    switch (outcome) {
    case Settlement::Outcome::Accepted:
        ++report.accepted;
        if (const auto known = report.renumbered.find(uid); known != report.renumbered.end())
            known->second = row.number;
        break;
    case Settlement::Outcome::Rejected:
        ++report.rejected;
        break;
    case Settlement::Outcome::Conflict:
        ++report.conflicted;
        break;
    case Settlement::Outcome::NumberTaken:
        // Goes again under the next number, which the next round of due rows brings.
        if (!report.renumbered.contains(uid))
            report.renumbered.insert(uid, {row.number, {}});
        break;
    case Settlement::Outcome::TryLater:
    case Settlement::Outcome::Unknown:
        ++report.postponed;
        break;
    }
}

} // namespace

PushReport Pusher::push(sources::IcjsClient& centre, const QString& centreSource, const base::CancelToken& cancel,
                        const Progress& progress)
{
    PushReport report;
    const auto failed = [&](const Error& error) {
        report.failure = error;
        return report;
    };
    int lost = 0; // replies in a row
    std::optional<Error> lastLoss;
    for (;;) {
        auto due = m_outbox.due(rowsAtOnce);
        if (!due)
            return failed(due.error());
        if (due->empty())
            break;
        for (outbox::Row& row : *due) {
            if (cancel.requested())
                return failed(error(ErrorKind::Cancelled, "sync.cancelled"));
            auto still = isStillDue(row);
            if (!still)
                return failed(still.error());
            if (!*still)
                continue;
            if (auto marked = m_records.markSending(row); !marked)
                return failed(marked.error());
            const auto answer = send(centre, row, cancel);
            if (!answer)
                return failed(answer.error());
            const Settlement settlement = settlementOf(row, *answer);
            if (auto settled = m_records.settle(row, settlement, centreSource); !settled)
                return failed(settled.error());
            count(report, row, settlement.outcome);
            if (progress)
                progress(report);
            if (answer->outcome == PushAnswer::Outcome::SignInAgain)
                return failed(answer->error.value_or(error(ErrorKind::NotPermitted, "sources.sign_in")));
            if (answer->error) {
                // One lost reply may be that record's own trouble and must not hold up the rest; a line that is down
                // will carry nothing else either.
                lost = answer->outcome == PushAnswer::Outcome::Unknown ? lost + 1 : lostRepliesAllowed;
                lastLoss = *answer->error;
                if (lost >= lostRepliesAllowed)
                    return failed(*answer->error);
            } else {
                lost = 0;
            }
        }
    }
    report.failure = lastLoss;
    return report;
}

// The operator may have changed or discarded the row while others were out; a change is a row of its own.
Result<bool> Pusher::isStillDue(outbox::Row& row) const
{
    auto now = m_outbox.find(row.id);
    if (!now)
        return now.error().kind == ErrorKind::NotFound ? Result<bool>(false) : now.error();
    row = std::move(*now);
    return row.state == outbox::RowState::Ready || row.state == outbox::RowState::Sending;
}

Result<PushAnswer> Pusher::send(sources::IcjsClient& centre, const outbox::Row& row,
                                const base::CancelToken& cancel) const
{
    return awaitRequest(m_meanwhile, cancel, [&](const base::CancelToken& stop) -> Result<PushAnswer> {
        return centre.put(
            {row.kind, row.uid.toString(QUuid::WithoutBraces), QJsonDocument::fromJson(row.payload).object(),
             row.baseRevision.isNull() ? std::nullopt : std::optional(row.baseRevision), row.idempotencyKey},
            stop);
    });
}

Settlement Pusher::settlementOf(const outbox::Row& row, const PushAnswer& answer) const
{
    Settlement settlement;
    settlement.reason = reasonOf(answer);
    const auto wait = [&] {
        return m_policy.delay(std::max(1, row.attempts + 1), QRandomGenerator::global()->generateDouble(),
                              answer.retryAfter);
    };
    switch (answer.outcome) {
    case PushAnswer::Outcome::Accepted:
        settlement.outcome = Settlement::Outcome::Accepted;
        settlement.revision = answer.revision;
        break;
    case PushAnswer::Outcome::TryLater:
        // The line is down, or the service is: only the latter says when to come back.
        settlement.outcome = Settlement::Outcome::TryLater;
        if (!answer.error || answer.retryAfter)
            settlement.wait = wait();
        break;
    case PushAnswer::Outcome::SignInAgain:
        settlement.outcome = Settlement::Outcome::TryLater;
        break;
    case PushAnswer::Outcome::Unknown:
        settlement.outcome = Settlement::Outcome::Unknown;
        settlement.wait = wait();
        break;
    case PushAnswer::Outcome::Rejected:
        settlement.outcome = Settlement::Outcome::Rejected;
        break;
    case PushAnswer::Outcome::Conflict:
        if (answer.code == QLatin1String("number_taken")) {
            settlement.outcome = Settlement::Outcome::NumberTaken;
            break;
        }
        settlement.outcome = Settlement::Outcome::Conflict;
        if (answer.current) {
            settlement.revision = answer.current->revision;
            settlement.current = answer.current->payload;
            // Both sides hold the same: there is nothing to decide.
            if (base::canonicalJson(answer.current->payload) == row.payload)
                settlement.outcome = Settlement::Outcome::Accepted;
        }
        break;
    }
    return settlement;
}

} // namespace ekatra::sync
