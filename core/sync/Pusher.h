// Pusher.h
// Sends what the outbox owes to the centre, row by row, and settles each answer. A row is marked as on its way before
// it leaves, so that a process killed between request and answer finds it again and resends it under the same key.
// While a request is out, the operator's work gets the store; it may change or discard what is to be sent, so each row
// is looked at again when its turn comes. Store thread.
#pragma once

#include "base/CancelToken.h"
#include "net/RetryPolicy.h"
#include "outbox/Outbox.h"
#include "records/RecordService.h"
#include "sources/IcjsClient.h"
#include "sync/Meanwhile.h"
#include "sync/Report.h"

#include <functional>

namespace ekatra::sync {

class Pusher {
public:
    Pusher(
        outbox::Outbox& outbox, records::RecordService& records, Meanwhile meanwhile = [] { return Result<void>(); })
        : m_outbox(outbox), m_records(records), m_meanwhile(std::move(meanwhile))
    {
    }

    // Told after each answer.
    using Progress = std::function<void(const PushReport&)>;

    // Sends every row whose turn has come. Offline ends the run and leaves each row as it was, to be tried at once when
    // the line is back; a row that is refused is set aside and the rest go on.
    [[nodiscard]] PushReport push(sources::IcjsClient& centre, const QString& centreSource,
                                  const base::CancelToken& cancel, const Progress& progress = {});

private:
    [[nodiscard]] Result<bool> isStillDue(outbox::Row& row) const;
    [[nodiscard]] Result<sources::PushAnswer> send(sources::IcjsClient& centre, const outbox::Row& row,
                                                   const base::CancelToken& cancel) const;
    [[nodiscard]] records::Settlement settlementOf(const outbox::Row& row, const sources::PushAnswer& answer) const;

    outbox::Outbox& m_outbox;
    records::RecordService& m_records;
    Meanwhile m_meanwhile;
    net::RetryPolicy m_policy;
};

} // namespace ekatra::sync
