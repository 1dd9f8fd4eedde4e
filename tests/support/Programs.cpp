#include "support/Programs.h"

#include "base/Clock.h"
#include "net/PocoHttpClient.h"
#include "support/TempStore.h"

#include <QFile>
#include <QFileInfo>

#include <boost/test/unit_test.hpp>

namespace ekatra::test {

namespace {

constexpr int longEnough = 120'000; // ms; a program that takes longer hangs

QString program(const char* name)
{
    return QStringLiteral(EKATRA_BIN_DIR "/") + QString::fromLatin1(name);
}

net::HttpResponse request(net::Method method, const QString& url, const QByteArray& body = {})
{
    static const base::SystemClock clock;
    net::PocoHttpClient client({}, clock);
    net::HttpRequest request;
    request.method = method;
    request.url = QUrl(url);
    request.body = body;
    if (!body.isEmpty())
        request.headers.push_back({"Content-Type", "application/json"});
    return take(client.send(request, base::CancelToken()));
}

} // namespace

std::vector<QJsonObject> Outcome::lines() const
{
    std::vector<QJsonObject> objects;
    for (const QByteArray& line : out.split('\n')) {
        if (!line.trimmed().isEmpty())
            objects.push_back(QJsonDocument::fromJson(line).object());
    }
    return objects;
}

GatewayProgram::GatewayProgram(const QStringList& options)
{
    const QString portFile = m_dir.filePath(QStringLiteral("port"));
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(program("ekatra-gateway"),
                    QStringList{QStringLiteral("--allow-test"), QStringLiteral("--port-file"), portFile} + options);
    BOOST_REQUIRE(m_process.waitForStarted());
    // The port file appears only when the gateway answers.
    while (!QFileInfo::exists(portFile) && m_process.state() == QProcess::Running)
        m_process.waitForFinished(20);
    BOOST_REQUIRE_MESSAGE(m_process.state() == QProcess::Running, m_process.readAll().toStdString());
    QFile file(portFile);
    BOOST_REQUIRE(file.open(QIODevice::ReadOnly));
    m_port = QString::fromLatin1(file.readAll().trimmed());
}

GatewayProgram::~GatewayProgram()
{
    m_process.terminate();
    if (!m_process.waitForFinished(10'000))
        m_process.kill();
    m_process.waitForFinished();
}

QString GatewayProgram::url(const QString& path) const
{
    return QStringLiteral("http://127.0.0.1:") + m_port + path;
}

QJsonObject GatewayProgram::state() const
{
    return QJsonDocument::fromJson(request(net::Method::Get, url(QStringLiteral("/test/state"))).body).object();
}

void GatewayProgram::postFaults(const QByteArray& json) const
{
    const auto answer = request(net::Method::Post, url(QStringLiteral("/test/faults")), json);
    BOOST_REQUIRE_MESSAGE(answer.isSuccess(), answer.body.toStdString());
}

StationProgram::StationProgram()
{
    QFile passphrase(file(QStringLiteral("passphrase")));
    BOOST_REQUIRE(passphrase.open(QIODevice::WriteOnly));
    passphrase.write("open sesame\n");
    passphrase.close();
    expect({QStringLiteral("init"), QStringLiteral("--station"), QStringLiteral("13021001"), QStringLiteral("--user"),
            QStringLiteral("rampal")});
}

void StationProgram::connectTo(const GatewayProgram& gateway)
{
    expect({QStringLiteral("source"), QStringLiteral("add"), QStringLiteral("cas"), QStringLiteral("--url"),
            gateway.url(QStringLiteral("/sources/cas"))});
    expect({QStringLiteral("source"), QStringLiteral("add"), QStringLiteral("icjs"), QStringLiteral("--url"),
            gateway.url(QStringLiteral("/icjs/v1"))});
}

QStringList StationProgram::arguments(const QStringList& words) const
{
    return QStringList{QStringLiteral("--store"), folder(), QStringLiteral("--passphrase-file"),
                       file(QStringLiteral("passphrase")), QStringLiteral("--json")}
    + words;
}

Outcome StationProgram::run(const QStringList& words, const QByteArray& input) const
{
    QProcess process;
    process.start(program("ekatractl"), arguments(words));
    BOOST_REQUIRE(process.waitForStarted());
    process.write(input);
    process.closeWriteChannel();
    BOOST_REQUIRE(process.waitForFinished(longEnough));
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

Outcome StationProgram::expect(const QStringList& words, const QByteArray& input) const
{
    Outcome outcome = run(words, input);
    BOOST_REQUIRE_MESSAGE(outcome.exitCode == 0,
                          words.join(QLatin1Char(' ')).toStdString()
                              << " exits with " << outcome.exitCode << ": " << outcome.err.toStdString());
    return outcome;
}

bool StationProgram::killDuring(const QStringList& words, int milliseconds) const
{
    QProcess process;
    process.start(program("ekatractl"), arguments(words));
    BOOST_REQUIRE(process.waitForStarted());
    const bool finished = process.waitForFinished(milliseconds);
    process.kill();
    process.waitForFinished();
    return !finished;
}

} // namespace ekatra::test
