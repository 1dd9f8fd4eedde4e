#include "cli/Interrupt.h"

#include <QtGlobal>

#include <algorithm>
#include <csignal>
#include <limits>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace ekatra::cli {

namespace {

// What a signal handler may touch: the flag of the one token, and a pipe that wakes whoever waits.
const base::CancelToken* asked = nullptr;
int wakeUp[2] = {-1, -1};

void onSignal(int)
{
    if (asked->requested())
        ::_exit(130);
    asked->request();
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(wakeUp[1], &byte, 1);
}

} // namespace

Interrupt::Interrupt()
{
    Q_ASSERT(!asked);
    asked = &m_token;
    [[maybe_unused]] const int piped = ::pipe2(wakeUp, O_CLOEXEC | O_NONBLOCK);
    struct sigaction action { };
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaction(signal, &action, nullptr);
    // A reader that went away and a limit on the size of files are errors of a write, not the end of the program.
    for (const int signal : {SIGPIPE, SIGXFSZ})
        std::signal(signal, SIG_IGN);
}

bool Interrupt::waitFor(int fd, std::chrono::milliseconds time) const
{
    const auto end = std::chrono::steady_clock::now() + time;
    while (!m_token.requested()) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
        if (left <= 0)
            return false;
        pollfd watched[] = {{wakeUp[0], POLLIN, 0}, {fd, POLLIN, 0}};
        const auto wait = static_cast<int>(std::min<long long>(left, std::numeric_limits<int>::max()));
        if (::poll(watched, fd < 0 ? 1 : 2, wait) > 0 && fd >= 0 && watched[1].revents != 0)
            return true;
    }
    return false;
}

} // namespace ekatra::cli
