// Record.h
// The plain values that every room speaks of. A record is one row per kind and natural key, whichever systems know it.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace ekatra::domain {

// A record's identity everywhere: a UUIDv7, minted by the workstation or system that made it.
using RecordUid = QUuid;

// Row number of a record in this store; the low 24 bits of its search row, so at most 16,777,215.
using RecordRow = qint64;

enum class RecordState {
    Held, // known from a source, nothing owed
    Draft, // being written here, not submitted
    Ready, // submitted, waiting for the centre
    Accepted, // the centre has it as it stands
    Rejected, // the centre refused it; needs an edit
    Conflicted, // changed here and there; needs a decision
};

[[nodiscard]] QString toText(RecordState state);
[[nodiscard]] RecordState recordStateFrom(const QString& text);

struct Record {
    RecordRow row = 0;
    RecordUid uid;
    QString kind;
    QString naturalKey; // null: cannot be made yet
    RecordState state = RecordState::Held;
    int version = 1; // of the payload, counted on this workstation
    QString number;
    QString station;
    int eventDay = 0; // days since 1900-01-01, 0 unknown
    QJsonObject payload;
    QString centralRevision;
};

// A UUIDv7 (RFC 9562) for the moment `unixMilliseconds`.
[[nodiscard]] RecordUid newUid(qint64 unixMilliseconds);

} // namespace ekatra::domain
