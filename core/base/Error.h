// Error.h
// What can go wrong, as a value. `kind` decides what the program does next (exit code, retry, recovery offer);
// `code` names the exact case, and resources/messages/errors.json holds its text and hint in English and Hindi;
// `context` fills the {placeholders} of that text. An Error is a plain value and may cross threads.
//
// Logs show kind and code only: `context` may quote what a person typed and so never reaches a log.
#pragma once

#include <QMap>
#include <QString>

#include <memory>

namespace ekatra {

enum class ErrorKind {
    NotFound, // nothing by that name or number
    BadUsage, // the command or call makes no sense as given
    WrongPassphrase, // wrong passphrase, or the store is locked
    Damaged, // the store cannot be read as it stands; copy aside and recover
    NewerVersion, // written by a later Ekatra than this one
    Busy, // another process holds the store
    Unreachable, // no answer, or an answer that is not the service's; try later
    UnknownOutcome, // the request may or may not have been carried out; settle it under the same key
    Rejected, // the other side read it and will not have it
    Conflict, // both sides changed the same thing
    BadInput, // what was given is malformed
    NotPermitted, // the operator has no right to do this
    DiskFull, // disk full or not writable
    Cancelled, // stopped on request; nothing is lost
    Internal, // a promise inside the program was broken
};

struct Error {
    ErrorKind kind = ErrorKind::Internal;
    QString code;
    QMap<QString, QString> context;
    std::shared_ptr<const Error> cause;
};

// Error{kind, code, {{name, value}, ...}} in one call.
inline Error error(ErrorKind kind, const char* code, QMap<QString, QString> context = {})
{
    return Error{kind, QString::fromLatin1(code), std::move(context), nullptr};
}

// `outer` with `inner` as the reason behind it.
inline Error because(Error outer, Error inner)
{
    outer.cause = std::make_shared<const Error>(std::move(inner));
    return outer;
}

} // namespace ekatra
