#include "cli/RecordPaper.h"

#include "print/Paper.h"

namespace ekatra::cli {

Result<QByteArray> paperOf(const records::RecordDetails& details, session::Services& services, const QString& language)
{
    print::Paper paper = print::paperOf(details);
    paper.language = language;
    paper.printedBy = services.store().user();
    paper.printedAt = services.clock().now();
    return print::renderPdf(paper, services.tables());
}

} // namespace ekatra::cli
