// ekatractl: Ekatra without a window, for administrators, scripts, cron and stations with no working display.
#include "cli/Program.h"

#include "cli/ExitCode.h"
#include "crypto/SecretBytes.h"

#include <QCoreApplication>

#include <clocale>
#include <cstdio>

#include <langinfo.h>

using namespace ekatra;
using namespace ekatra::cli;

namespace {

// cron and init scripts have no language set; Qt would then lose Hindi on the command line and complain about it.
void insistOnUtf8()
{
    std::setlocale(LC_CTYPE, "");
    if (qstrcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

} // namespace

int main(int argc, char* argv[])
{
    if (!crypto::prepareProcess()) {
        std::fputs("ekatractl: cannot set up memory for secrets\n", stderr);
        return ProgramFault;
    }
    insistOnUtf8();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("ekatractl"));
    const CommandLine line = parseCommandLine(QCoreApplication::arguments().mid(1));

    auto messages = session::Messages::load();
    if (!messages) {
        std::fprintf(stderr, "ekatractl: %s: %s\n", qUtf8Printable(messages.error().code),
                     qUtf8Printable(messages.error().context.value(QStringLiteral("file"))));
        return ProgramFault;
    }
    const Globals& globals = line.globals;
    Console console(*messages, globals.language, globals.json, globals.quiet);
    const Interrupt interrupt;
    const base::SystemClock clock;
    Workplace place(globals, console, interrupt, clock);
    const CommandList commands = allCommands();
    return Program(commands, console).run(line, place);
}
