#include "support/Programs.h"

#include "base/Clock.h"
#include "net/PocoHttpClient.h"
#include "support/TempStore.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <boost/test/unit_test.hpp>

namespace ekatra::test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestRun = 120'000; // milliseconds; only a hang gets there

QString program(const QString& name)
{
    return QStringLiteral(EKATRA_BIN_DIR) + u'/' + name;
}

QProcessEnvironment cleanEnvironment(const QString& language)
{
    QProcessEnvironment environment;
    const auto outer = QProcessEnvironment::systemEnvironment();
    for (const QString& name : outer.keys()) {
        if (!name.startsWith("EKATRA_"_L1) && !name.startsWith("LC_"_L1) && name != "LANG"_L1)
            environment.insert(name, outer.value(name));
    }
    environment.insert(u"LANG"_s, u"C"_s);
    if (!language.isEmpty())
        environment.insert(u"EKATRA_LANG"_s, language);
    return environment;
}

void writeFile(const QString& path, const QByteArray& content)
{
    QFile file(path);
    BOOST_REQUIRE(file.open(QIODevice::WriteOnly));
    BOOST_REQUIRE_EQUAL(file.write(content), content.size());
}

QStringList withStore(const QString& folder, const QString& passphraseFile, const QStringList& arguments)
{
    return QStringList{u"--store"_s, folder, u"--passphrase-file"_s, passphraseFile} + arguments;
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
    auto answer = client.send(request, base::CancelToken());
    BOOST_REQUIRE_MESSAGE(answer.ok() && answer->isSuccess(), url.toStdString());
    return std::move(*answer);
}

// With a cheap key derivation: tests open it a few hundred times.
void makeStore(const QString& folder)
{
    const storage::NewStore about{
        .station = QLatin1StringView(Workstation::station), .user = u"sho"_s, .displayName = {}, .cost = cheapKdf};
    (void)take(
        storage::Store::create(folder, about, secret(Workstation::passphrase), session::storeOptions(*tables())));
}

// The folder of a store that nobody opens, to copy from.
QString patternStore()
{
    static const QTemporaryDir dir;
    static const QString folder = [] {
        makeStore(dir.filePath(u"store"_s));
        return dir.filePath(u"store"_s);
    }();
    return folder;
}

} // namespace

QJsonObject Ran::object() const
{
    return QJsonDocument::fromJson(out).object();
}

std::vector<QJsonObject> Ran::objects() const
{
    std::vector<QJsonObject> objects;
    for (const QByteArray& line : out.split('\n')) {
        if (!line.isEmpty())
            objects.push_back(QJsonDocument::fromJson(line).object());
    }
    return objects;
}

QJsonObject Ran::failure() const
{
    return QJsonDocument::fromJson(err.trimmed()).object().value("error"_L1).toObject();
}

Ran runCtl(const QStringList& arguments, const QByteArray& input, const QString& language)
{
    QProcess process;
    process.setProcessEnvironment(cleanEnvironment(language));
    process.start(program(u"ekatractl"_s), arguments);
    BOOST_REQUIRE(process.waitForStarted(longestRun));
    process.write(input);
    process.closeWriteChannel();
    BOOST_REQUIRE_MESSAGE(process.waitForFinished(longestRun), arguments.join(u' ').toStdString());
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

Workstation::Workstation(Store store)
{
    writeFile(passphraseFile(), QByteArray(passphrase) + '\n');
    if (store == Store::Missing)
        return;
    const QDir pattern(patternStore());
    BOOST_REQUIRE(QDir().mkpath(folder()));
    for (const QString& name : pattern.entryList(QDir::Files | QDir::Hidden))
        BOOST_REQUIRE(QFile::copy(pattern.filePath(name), folder() + u'/' + name));
}

Ran Workstation::run(const QStringList& arguments, const QByteArray& input) const
{
    return runCtl(withStore(folder(), passphraseFile(), QStringList{u"--json"_s} + arguments), input);
}

Ran Workstation::say(const QStringList& arguments, const QString& language) const
{
    return runCtl(withStore(folder(), passphraseFile(), arguments), {}, language);
}

std::unique_ptr<QProcess> Workstation::start(const QStringList& arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(cleanEnvironment({}));
    process->start(program(u"ekatractl"_s),
                   withStore(folder(), passphraseFile(), QStringList{u"--json"_s} + arguments));
    BOOST_REQUIRE(process->waitForStarted(longestRun));
    return process;
}

Ran Workstation::expect(const QStringList& arguments, const QByteArray& input) const
{
    Ran ran = run(arguments, input);
    BOOST_REQUIRE_MESSAGE(ran.exitCode == 0,
                          arguments.join(u' ').toStdString() << " exits with " << ran.exitCode << ": "
                                                             << ran.err.toStdString() << ran.out.toStdString());
    return ran;
}

bool Workstation::killDuring(const QStringList& arguments, int milliseconds) const
{
    const auto process = start(arguments);
    const bool finished = process->waitForFinished(milliseconds);
    process->kill();
    process->waitForFinished(longestRun);
    return !finished;
}

void Workstation::forgetIndex() const
{
    const auto store = take(storage::Store::open(folder(), {}, secret(passphrase), session::storeOptions(*tables())));
    done(store->writer().execute("UPDATE meta SET value = 'of old' WHERE name = 'search_mark'"));
}

void Workstation::connectTo(const GatewayProcess& gateway) const
{
    expect({u"source"_s, u"add"_s, u"cas"_s, u"--url"_s, gateway.cas()});
    expect({u"source"_s, u"add"_s, u"icjs"_s, u"--url"_s, gateway.icjs()});
}

QString Workstation::file(const QString& name, const QByteArray& content) const
{
    const QString path = m_dir.filePath(name);
    writeFile(path, content);
    return path;
}

QString Workstation::firFile(const QJsonObject& changes) const
{
    const Ran shown =
        runCtl({u"form"_s, u"show"_s, u"fir"_s, u"--example"_s, u"--station"_s, QLatin1StringView(station)});
    BOOST_REQUIRE_MESSAGE(shown.exitCode == 0, shown.err.toStdString());
    QJsonObject payload = shown.object();
    for (auto change = changes.begin(); change != changes.end(); ++change)
        payload.insert(change.key(), *change);
    return file(u"fir.json"_s, QJsonDocument(payload).toJson());
}

GatewayProcess::GatewayProcess(const QStringList& options)
{
    const QString portFile = m_dir.filePath(u"port"_s);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    QStringList given{u"--port-file"_s, portFile, u"--allow-test"_s};
    if (!options.contains("--data"_L1))
        given += {u"--data"_s, u"practice"_s};
    if (!options.contains("--size"_L1))
        given += {u"--size"_s, u"50"_s};
    m_process.start(program(u"ekatra-gateway"_s), given + options);
    BOOST_REQUIRE(m_process.waitForStarted(longestRun));
    // It says its port on standard error and writes the file at once afterwards; the file is what counts.
    while (!QFile::exists(portFile) && m_process.state() == QProcess::Running)
        (void)m_process.waitForReadyRead(100);
    QFile file(portFile);
    BOOST_REQUIRE_MESSAGE(file.open(QIODevice::ReadOnly), m_process.readAll().toStdString());
    m_port = file.readAll().trimmed().toInt();
    BOOST_REQUIRE(m_port > 0);
}

GatewayProcess::~GatewayProcess()
{
    m_process.terminate();
    m_process.waitForFinished(longestRun);
}

QString GatewayProcess::root() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_port);
}

QString GatewayProcess::cas() const
{
    return root() + u"/sources/cas"_s;
}

QString GatewayProcess::icjs() const
{
    return root() + u"/icjs/v1"_s;
}

QJsonObject GatewayProcess::state() const
{
    return QJsonDocument::fromJson(request(net::Method::Get, root() + u"/test/state"_s).body).object();
}

void GatewayProcess::faults(const QString& spec) const
{
    request(net::Method::Post, root() + u"/test/faults"_s,
            QJsonDocument(QJsonObject{{u"spec"_s, spec}}).toJson(QJsonDocument::Compact));
}

} // namespace ekatra::test
