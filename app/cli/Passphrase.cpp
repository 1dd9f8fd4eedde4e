#include "cli/Passphrase.h"

#include <QFile>

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace ekatra::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::size_t longest = 1024;

// A terminal without echo for as long as this lives.
class QuietTerminal {
public:
    QuietTerminal()
    {
        if (tcgetattr(STDIN_FILENO, &m_before) != 0)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_changed = tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
    }
    ~QuietTerminal()
    {
        if (m_changed)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    QuietTerminal(const QuietTerminal&) = delete;
    QuietTerminal& operator=(const QuietTerminal&) = delete;

private:
    termios m_before{};
    bool m_changed = false;
};

void dropLineEnd(crypto::SecretBytes& bytes)
{
    std::size_t size = bytes.size();
    if (size > 0 && bytes.data()[size - 1] == '\n') {
        --size;
        if (size > 0 && bytes.data()[size - 1] == '\r')
            --size;
    }
    bytes.truncate(size);
}

ssize_t readSome(int fd, unsigned char* to, std::size_t room)
{
    ssize_t got = 0;
    do {
        got = ::read(fd, to, room);
    } while (got < 0 && errno == EINTR);
    return got;
}

Result<crypto::SecretBytes> readAll(int fd, const QString& name)
{
    crypto::SecretBytes bytes(longest + 2);
    std::size_t size = 0;
    while (size < bytes.size()) {
        const ssize_t got = readSome(fd, bytes.data() + size, bytes.size() - size);
        if (got < 0)
            return error(ErrorKind::BadInput, "cli.passphrase_file", {{u"file"_s, name}});
        if (got == 0)
            break;
        size += static_cast<std::size_t>(got);
    }
    bytes.truncate(size);
    dropLineEnd(bytes);
    if (bytes.size() > longest)
        return error(ErrorKind::BadInput, "cli.passphrase_long", {{u"most"_s, QString::number(longest)}});
    if (bytes.isEmpty())
        return error(ErrorKind::BadInput, "cli.passphrase_empty");
    return bytes;
}

} // namespace

bool canAsk()
{
    return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1;
}

Result<crypto::SecretBytes> readPassphrase(const QString& path)
{
    if (path == "-"_L1)
        return readAll(STDIN_FILENO, path);
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return error(ErrorKind::BadInput, "cli.passphrase_file", {{u"file"_s, path}});
    auto bytes = readAll(fd, path);
    ::close(fd);
    return bytes;
}

Result<crypto::SecretBytes> askPassphrase(const QString& prompt, const Interrupt& interrupt)
{
    const QByteArray utf8 = prompt.toUtf8() + ' ';
    std::fwrite(utf8.constData(), 1, static_cast<std::size_t>(utf8.size()), stderr);
    std::fflush(stderr);
    const QuietTerminal quiet;
    crypto::SecretBytes typed(longest + 1);
    std::size_t size = 0;
    while (size < typed.size() && (size == 0 || typed.data()[size - 1] != '\n')) {
        if (!interrupt.waitFor(STDIN_FILENO, std::chrono::hours{1})) {
            std::fputc('\n', stderr);
            return error(ErrorKind::Cancelled, "cli.stopped");
        }
        const ssize_t got = readSome(STDIN_FILENO, typed.data() + size, typed.size() - size);
        if (got <= 0)
            break;
        size += static_cast<std::size_t>(got);
    }
    std::fputc('\n', stderr);
    typed.truncate(size);
    dropLineEnd(typed);
    return typed;
}

} // namespace ekatra::cli
