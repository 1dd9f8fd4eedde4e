#include "cli/Command.h"

namespace ekatra::cli {

CommandList allCommands()
{
    CommandList list;
    addStoreCommands(list);
    addSourceCommands(list);
    addSyncCommands(list);
    addQuarantineCommands(list);
    addSearchCommands(list);
    addViewCommands(list);
    addFormCommands(list);
    addRecordCommands(list);
    addPrintCommands(list);
    addOutboxCommands(list);
    addLawCommands(list);
    return list;
}

} // namespace ekatra::cli
