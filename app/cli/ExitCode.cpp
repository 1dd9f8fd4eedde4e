#include "cli/ExitCode.h"

#include <algorithm>
#include <array>

namespace ekatra::cli {

namespace {

int exitCodeFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotFound:
        return NothingFound;
    case ErrorKind::BadUsage:
        return WrongUsage;
    case ErrorKind::WrongPassphrase:
        return Locked;
    case ErrorKind::Damaged:
    case ErrorKind::NewerVersion:
        return StoreDamaged;
    case ErrorKind::Busy:
        return StoreBusy;
    case ErrorKind::Unreachable:
    case ErrorKind::UnknownOutcome:
        return NotReachable;
    case ErrorKind::Rejected:
    case ErrorKind::Conflict:
    case ErrorKind::Cancelled:
        return PartlyDone;
    case ErrorKind::BadInput:
        return BadData;
    case ErrorKind::NotPermitted:
        return Forbidden;
    case ErrorKind::DiskFull:
        return DiskTrouble;
    case ErrorKind::Internal:
        return ProgramFault;
    }
    Q_UNREACHABLE();
}

} // namespace

int exitCodeFor(const Error& error)
{
    // A search that finds nothing must not look like a store that is not there, nor like a broken installation.
    if (error.code == QLatin1String("store.missing"))
        return WrongUsage;
    if (error.code == QLatin1String("resource.missing"))
        return ProgramFault;
    return exitCodeFor(error.kind);
}

int worse(int a, int b)
{
    constexpr std::array order{0,
                               static_cast<int>(NothingFound),
                               static_cast<int>(PartlyDone),
                               static_cast<int>(NotReachable),
                               static_cast<int>(BadData),
                               static_cast<int>(WrongUsage),
                               static_cast<int>(Forbidden),
                               static_cast<int>(Locked),
                               static_cast<int>(StoreBusy),
                               static_cast<int>(DiskTrouble),
                               static_cast<int>(StoreDamaged),
                               static_cast<int>(ProgramFault)};
    const auto rank = [&](int code) { return std::find(order.begin(), order.end(), code) - order.begin(); };
    return rank(a) < rank(b) ? b : a;
}

QString kindText(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NotFound:
        return QStringLiteral("not_found");
    case ErrorKind::BadUsage:
        return QStringLiteral("bad_usage");
    case ErrorKind::WrongPassphrase:
        return QStringLiteral("wrong_passphrase");
    case ErrorKind::Damaged:
        return QStringLiteral("damaged");
    case ErrorKind::NewerVersion:
        return QStringLiteral("newer_version");
    case ErrorKind::Busy:
        return QStringLiteral("busy");
    case ErrorKind::Unreachable:
        return QStringLiteral("unreachable");
    case ErrorKind::UnknownOutcome:
        return QStringLiteral("unknown_outcome");
    case ErrorKind::Rejected:
        return QStringLiteral("rejected");
    case ErrorKind::Conflict:
        return QStringLiteral("conflict");
    case ErrorKind::BadInput:
        return QStringLiteral("bad_input");
    case ErrorKind::NotPermitted:
        return QStringLiteral("not_permitted");
    case ErrorKind::DiskFull:
        return QStringLiteral("disk_full");
    case ErrorKind::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorKind::Internal:
        return QStringLiteral("internal");
    }
    Q_UNREACHABLE();
}

} // namespace ekatra::cli
