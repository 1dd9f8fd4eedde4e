// SyncLines.h
// What a run did, on one line for each source, and the line that moves while it runs. Main thread.
#pragma once

#include "cli/Console.h"
#include "sync/Report.h"

#include <QElapsedTimer>

namespace ekatra::cli {

void showReport(Console& console, const sync::SourceReport& report);
void showReport(Console& console, const QString& centre, const sync::PushReport& report);

// Rows so far, rows a second and bytes of a pull, a few times a second; nothing where nobody watches. Gone with it.
class ProgressLine {
public:
    explicit ProgressLine(Console& console) : m_console(console) { m_sinceStart.start(); }
    ~ProgressLine() { m_console.clearProgress(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(const sync::Progress& step);

private:
    Console& m_console;
    QElapsedTimer m_sinceStart;
    qint64 m_shownAt = -1; // milliseconds since the start
};

} // namespace ekatra::cli
