#include "gateway/Process.h"

#include <QSaveFile>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

namespace ekatra::gateway {

namespace {

sigset_t endSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

} // namespace

void forbidCoreDumps()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

void keepFilesPrivate()
{
    umask(S_IRWXG | S_IRWXO);
}

void blockEndSignals()
{
    const sigset_t signals = endSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN); // a caller that went away is an error code, not the end
}

void waitForEndSignal()
{
    const sigset_t signals = endSignals();
    int which = 0;
    while (sigwait(&signals, &which) != 0) { }
}

Result<void> writePortFile(const QString& path, quint16 port)
{
    QSaveFile file(path); // a new file beside it, renamed into place
    const QByteArray text = QByteArray::number(port) + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return error(ErrorKind::DiskFull, "gateway.port_file", {{QStringLiteral("file"), path}});
    return {};
}

int exitCodeFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::BadUsage:
        return 2;
    case ErrorKind::WrongPassphrase:
        return 3;
    case ErrorKind::Damaged:
    case ErrorKind::NewerVersion:
    case ErrorKind::Internal:
        return 4;
    case ErrorKind::Busy:
        return 5;
    case ErrorKind::Unreachable:
    case ErrorKind::UnknownOutcome:
    case ErrorKind::Cancelled:
        return 6;
    case ErrorKind::Rejected:
    case ErrorKind::Conflict:
        return 7;
    case ErrorKind::NotFound:
    case ErrorKind::BadInput:
        return 8;
    case ErrorKind::NotPermitted:
        return 9;
    case ErrorKind::DiskFull:
        return 10;
    }
    return 4;
}

} // namespace ekatra::gateway
