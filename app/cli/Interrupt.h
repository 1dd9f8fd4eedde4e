// Interrupt.h
// Ctrl-C and its like: the first asks the running work to stop at its next safe point, the second ends the program at
// once. One object, owned by main and alive until the end; main thread.
#pragma once

#include "base/CancelToken.h"

#include <chrono>

namespace ekatra::cli {

class Interrupt {
public:
    // Takes over SIGINT, SIGTERM and SIGHUP; SIGPIPE and SIGXFSZ become write errors.
    Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    [[nodiscard]] const base::CancelToken& token() const { return m_token; }

    // Waits until `fd` (-1: none) can be read, `time` is over or somebody interrupts. True: `fd` can be read.
    [[nodiscard]] bool waitFor(int fd, std::chrono::milliseconds time) const;

private:
    base::CancelToken m_token;
};

} // namespace ekatra::cli
