// RecordPaper.h
// A record as PDF. Printing needs the typesetting of ui/print, which a build without the window leaves out: there
// RecordPaperHeadless.cpp stands in and says so. Main thread.
#pragma once

#include "cli/Workplace.h"

namespace ekatra::cli {

// Errors: those of print::renderPdf(); BadUsage print.not_built in a build without printing.
[[nodiscard]] Result<QByteArray> paperOf(const records::RecordDetails& details, session::Services& services,
                                         const QString& language);

} // namespace ekatra::cli
