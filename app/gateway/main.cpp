// ekatra-gateway: reads its command line, builds the district, serves until it is told to stop.
#include "gateway/Admission.h"
#include "gateway/Arguments.h"
#include "gateway/GatewayServer.h"
#include "gateway/Process.h"
#include "gateway/incidents/IncidentDistrict.h"
#include "gateway/practice/PracticeDistrict.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

#ifndef EKATRA_VERSION
#define EKATRA_VERSION "0.0.0"
#endif

using namespace ekatra;
using namespace ekatra::gateway;
using namespace Qt::Literals::StringLiterals;

namespace {

void print(std::FILE* stream, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    std::fwrite(utf8.constData(), 1, static_cast<std::size_t>(utf8.size()), stream);
    std::fflush(stream);
}

int fail(const Error& error)
{
    const QString language = qEnvironmentVariable("LANG").startsWith("hi"_L1) ? u"hi"_s : u"en"_s;
    print(stderr, "ekatra-gateway: "_L1 + Problems::load().text(error, language) + u'\n');
    return exitCodeFor(error.kind);
}

Result<std::unique_ptr<District>> makeDistrict(const Arguments& arguments)
{
    if (arguments.data != "practice"_L1)
        return loadIncidents(arguments.data);
    PracticeOptions options;
    options.seed = arguments.seed;
    options.size = arguments.size;
    if (arguments.stations > 0)
        options.stations = arguments.stations;
    options.dirtyPercent = arguments.dirty;
    auto practice = PracticeDistrict::build(options);
    if (!practice)
        return practice.error();
    return std::unique_ptr<District>(std::move(*practice));
}

int serve(const Arguments& arguments)
{
    if (!arguments.portFile.isEmpty())
        QFile::remove(arguments.portFile); // an old one must not speak for this run
    std::vector<QByteArray> tokens;
    if (!arguments.tokenFile.isEmpty()) {
        auto read = readTokenFile(arguments.tokenFile);
        if (!read)
            return fail(read.error());
        tokens = std::move(*read);
    }
    auto district = makeDistrict(arguments);
    if (!district)
        return fail(district.error());

    const base::SystemClock clock;
    GatewayServer server({.district = **district,
                          .clock = clock,
                          .storePath = arguments.storePath,
                          .listen = arguments.listen,
                          .tokens = std::move(tokens),
                          .tlsCertificate = arguments.tlsCertificate,
                          .tlsKey = arguments.tlsKey,
                          .clientCa = arguments.clientCa,
                          .allowTest = arguments.allowTest,
                          .faults = arguments.faults});
    const auto port = server.start();
    if (!port)
        return fail(port.error());
    print(
        stderr,
        u"ekatra-gateway: %1 port %2\n"_s.arg(arguments.tlsCertificate.isEmpty() ? "http"_L1 : "https"_L1).arg(*port));
    if (!arguments.portFile.isEmpty()) {
        if (const auto written = writePortFile(arguments.portFile, *port); !written)
            return fail(written.error());
    }
    waitForEndSignal();
    server.stop();
    if (!arguments.portFile.isEmpty())
        QFile::remove(arguments.portFile);
    return 0;
}

} // namespace

int main(int argc, char* argv[])
{
    forbidCoreDumps();
    keepFilesPrivate();
    blockEndSignals();
    const QCoreApplication application(argc, argv);
    const auto arguments = parseArguments(QCoreApplication::arguments().mid(1));
    if (!arguments)
        return fail(arguments.error());
    if (arguments->help) {
        print(stdout, helpText());
        return 0;
    }
    if (arguments->version) {
        print(stdout, u"ekatra-gateway " EKATRA_VERSION "\n"_s);
        return 0;
    }
    return serve(*arguments);
}
