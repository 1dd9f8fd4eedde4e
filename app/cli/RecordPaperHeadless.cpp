#include "cli/RecordPaper.h"

namespace ekatra::cli {

Result<QByteArray> paperOf(const records::RecordDetails&, session::Services&, const QString&)
{
    return error(ErrorKind::BadUsage, "print.not_built");
}

} // namespace ekatra::cli
