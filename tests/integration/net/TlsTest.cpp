// Whom PocoHttpClient trusts: certificates made for the occasion with the openssl program.
#include "integration/net/WireServer.h"
#include "net/PocoHttpClient.h"
#include "support/ManualClock.h"

#include <Poco/Net/Context.h>
#include <Poco/Net/SecureServerSocket.h>

#include <boost/test/unit_test.hpp>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace ekatra;
using namespace ekatra::net;
using ekatra::test::ok;
using ekatra::test::WireServer;

namespace {

// A certificate authority in a temporary folder.
class Authority {
public:
    Authority() { selfSigned(QStringLiteral("ca")); }

    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }

    void selfSigned(const QString& name) const
    {
        openssl({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
                 QStringLiteral("-nodes"), QStringLiteral("-keyout"), file(name + QStringLiteral(".key")),
                 QStringLiteral("-out"), file(name + QStringLiteral(".pem")), QStringLiteral("-subj"),
                 QStringLiteral("/CN=Test ") + name, QStringLiteral("-days"), QStringLiteral("30")});
    }

    // `name`.pem and .key, signed by us for `altName` ("IP:127.0.0.1"); negative days make it expired.
    void issue(const QString& name, const QString& altName, int days) const
    {
        openssl({QStringLiteral("req"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"), QStringLiteral("-nodes"),
                 QStringLiteral("-keyout"), file(name + QStringLiteral(".key")), QStringLiteral("-out"),
                 file(name + QStringLiteral(".csr")), QStringLiteral("-subj"), QStringLiteral("/CN=") + name});
        QFile extensions(file(name + QStringLiteral(".ext")));
        BOOST_REQUIRE(extensions.open(QIODevice::WriteOnly));
        extensions.write("subjectAltName=" + altName.toLatin1() + "\n");
        extensions.close();
        openssl({QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"),
                 file(name + QStringLiteral(".csr")), QStringLiteral("-CA"), file(QStringLiteral("ca.pem")),
                 QStringLiteral("-CAkey"), file(QStringLiteral("ca.key")), QStringLiteral("-CAcreateserial"),
                 QStringLiteral("-extfile"), extensions.fileName(), QStringLiteral("-days"), QString::number(days),
                 QStringLiteral("-out"), file(name + QStringLiteral(".pem"))});
    }

private:
    static void openssl(const QStringList& arguments)
    {
        QProcess program;
        program.start(QStringLiteral("openssl"), arguments);
        BOOST_REQUIRE(program.waitForFinished());
        BOOST_REQUIRE_MESSAGE(program.exitCode() == 0, program.readAllStandardError().toStdString());
    }

    QTemporaryDir m_folder;
};

const Authority& authority()
{
    static const Authority one;
    static const bool made = [] {
        one.issue(QStringLiteral("good"), QStringLiteral("IP:127.0.0.1"), 30);
        one.issue(QStringLiteral("other"), QStringLiteral("DNS:elsewhere.example,IP:127.0.0.9"), 30);
        one.issue(QStringLiteral("old"), QStringLiteral("IP:127.0.0.1"), -1);
        one.issue(QStringLiteral("station"), QStringLiteral("DNS:station.example"), 30);
        one.selfSigned(QStringLiteral("stranger"));
        return true;
    }();
    BOOST_TEST(made);
    return one;
}

WireServer tlsServer(const QString& name, bool wantsCertificate = false, bool oldTlsOnly = false)
{
    using Poco::Net::Context;
    const Authority& ca = authority();
    Context::Ptr context(new Context(Context::TLS_SERVER_USE, ca.file(name + QStringLiteral(".key")).toStdString(),
                                     ca.file(name + QStringLiteral(".pem")).toStdString(),
                                     ca.file(QStringLiteral("ca.pem")).toStdString(),
                                     wantsCertificate ? Context::VERIFY_STRICT : Context::VERIFY_NONE));
    context->enableExtendedCertificateVerification(false); // it would look for our address in the client's certificate
    if (oldTlsOnly)
        context->disableProtocols(Context::PROTO_TLSV1_2 | Context::PROTO_TLSV1_3);
    const WireServer::Script answer = [](WireServer&, Poco::Net::StreamSocket& line) {
        char request[4096];
        if (line.receiveBytes(request, sizeof request) > 0)
            WireServer::say(line, ok("secret"));
    };
    return WireServer(Poco::Net::SecureServerSocket(Poco::Net::SocketAddress("127.0.0.1", 0), 8, context),
                      {answer, answer});
}

std::string outcome(const WireServer& server, TlsSettings settings)
{
    const test::ManualClock clock;
    PocoHttpClient client(std::move(settings), clock);
    HttpRequest request;
    request.url = QUrl(QStringLiteral("https://127.0.0.1:%1/").arg(server.port()));
    request.limits.deadline = std::chrono::seconds(10);
    auto answer = client.send(request, {});
    return answer ? answer->body.toStdString() : answer.error().code.toStdString();
}

TlsSettings trusting()
{
    return {authority().file(QStringLiteral("ca.pem")), {}, {}};
}

} // namespace

BOOST_AUTO_TEST_SUITE(net_tls)

BOOST_AUTO_TEST_CASE(a_certificate_of_our_authority_with_the_right_name_is_trusted)
{
    const WireServer server = tlsServer(QStringLiteral("good"));
    BOOST_TEST(outcome(server, trusting()) == "secret");
}

BOOST_AUTO_TEST_CASE(a_certificate_for_another_name_is_refused)
{
    const WireServer server = tlsServer(QStringLiteral("other"));
    BOOST_TEST(outcome(server, trusting()) == "net.tls_name");
}

BOOST_AUTO_TEST_CASE(an_expired_certificate_is_refused)
{
    const WireServer server = tlsServer(QStringLiteral("old"));
    BOOST_TEST(outcome(server, trusting()) == "net.tls_expired");
}

BOOST_AUTO_TEST_CASE(a_certificate_of_a_stranger_is_refused)
{
    const WireServer stranger = tlsServer(QStringLiteral("stranger"));
    BOOST_TEST(outcome(stranger, trusting()) == "net.tls_untrusted");
    const WireServer good = tlsServer(QStringLiteral("good"));
    BOOST_TEST(outcome(good, {}) == "net.tls_untrusted"); // the system does not know our authority
}

BOOST_AUTO_TEST_CASE(a_server_that_wants_our_certificate_gets_it)
{
    const WireServer server = tlsServer(QStringLiteral("good"), true);
    TlsSettings settings = trusting();
    BOOST_TEST(outcome(server, settings) != "secret");
    settings.certificateFile = authority().file(QStringLiteral("station.pem"));
    settings.keyFile = authority().file(QStringLiteral("station.key"));
    BOOST_TEST(outcome(server, settings) == "secret");
}

BOOST_AUTO_TEST_CASE(tls_older_than_1_2_is_not_spoken)
{
    const WireServer server = tlsServer(QStringLiteral("good"), false, true);
    BOOST_TEST(outcome(server, trusting()) == "net.tls_failed");
}

BOOST_AUTO_TEST_CASE(a_missing_ca_file_is_our_own_fault)
{
    const WireServer server = tlsServer(QStringLiteral("good"));
    BOOST_TEST(outcome(server, {QStringLiteral("/nowhere/ca.pem"), {}, {}}) == "net.tls_files");
}

BOOST_AUTO_TEST_SUITE_END()
