#include "support/Gateway.h"

#include <QFile>
#include <QTemporaryDir>

#include <boost/test/unit_test.hpp>

#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocket.h>

using namespace ekatra;
using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;

BOOST_AUTO_TEST_SUITE(gateway_tls)

BOOST_AUTO_TEST_CASE(everything_is_served_over_tls)
{
    const QTemporaryDir folder;
    const auto server = GatewayCertificate::make(folder.path(), u"server"_s);
    Gateway gateway({.tokens = {"token"}, .tls = &server});
    BOOST_TEST(gateway.get("/icjs/v1/changes").status == 401);
    const auto page = gateway.get("/icjs/v1/changes", {{"Authorization", "Bearer token"}});
    BOOST_TEST(page.status == 200);
    BOOST_TEST(page.whole);
    BOOST_TEST(
        gateway.get("/sources/cas/fir?TimeFrom=01/07/2024&TimeTo=30/07/2024", {{"Authorization", "Bearer token"}})
            .whole);
}

BOOST_AUTO_TEST_CASE(a_line_over_tls_can_be_cut_too)
{
    const QTemporaryDir folder;
    const auto server = GatewayCertificate::make(folder.path(), u"server"_s);
    Gateway gateway({.faults = u"/icjs/v1/health:cut-before; /icjs/v1/changes:truncate"_s, .tls = &server});
    BOOST_TEST(gateway.get("/icjs/v1/health").status == 0);
    BOOST_TEST(!gateway.get("/icjs/v1/changes").whole);
}

BOOST_AUTO_TEST_CASE(a_caller_without_the_right_certificate_is_turned_away)
{
    const QTemporaryDir folder;
    const auto server = GatewayCertificate::make(folder.path(), u"server"_s);
    const auto station = GatewayCertificate::make(folder.path(), u"station"_s);
    const auto stranger = GatewayCertificate::make(folder.path(), u"stranger"_s);
    const auto statusFor = [&](const GatewayCertificate* client) {
        Gateway gateway({.tls = &server, .clientCa = station.certificate, .client = client});
        return gateway.get("/healthz").status;
    };
    BOOST_TEST(statusFor(nullptr) == 0);
    BOOST_TEST(statusFor(&stranger) == 0);
    BOOST_TEST(statusFor(&station) == 200);
}

BOOST_AUTO_TEST_CASE(plain_text_on_a_tls_port_gets_no_answer_and_harms_nobody)
{
    const QTemporaryDir folder;
    const auto server = GatewayCertificate::make(folder.path(), u"server"_s);
    Gateway gateway({.tls = &server});
    Poco::Net::StreamSocket plain(Poco::Net::SocketAddress("127.0.0.1", gateway.port()));
    const QByteArray request = "GET /icjs/v1/changes HTTP/1.1\r\nHost: x\r\n\r\n";
    plain.sendBytes(request.constData(), static_cast<int>(request.size()));
    char answer[512] = {};
    QByteArray all;
    try {
        for (int read = 0; (read = plain.receiveBytes(answer, sizeof answer)) > 0;)
            all.append(answer, read);
    } catch (const Poco::Exception&) {
        // a reset is as good an end
    }
    BOOST_TEST(!all.contains("HTTP/"));
    BOOST_TEST(gateway.get("/healthz").status == 200);
}

BOOST_AUTO_TEST_CASE(files_that_are_no_certificate_are_refused_at_the_start)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"wrong.pem"_s));
    BOOST_REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("not a certificate");
    file.close();
    const GatewayClock clock;
    const GatewayDistrict district(1);
    for (const QString& key : {file.fileName(), folder.filePath(u"absent.pem"_s)}) {
        gateway::GatewayServer server(
            {.district = district, .clock = clock, .tlsCertificate = file.fileName(), .tlsKey = key});
        const auto started = server.start();
        BOOST_REQUIRE(!started.ok());
        BOOST_TEST((started.error().code == u"gateway.tls_files"_s));
        BOOST_TEST((started.error().kind == ErrorKind::BadInput));
    }
}

BOOST_AUTO_TEST_SUITE_END()
