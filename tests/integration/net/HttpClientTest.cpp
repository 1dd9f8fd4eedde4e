// PocoHttpClient against a server that misbehaves byte by byte.
#include "integration/net/WireServer.h"
#include "net/PocoHttpClient.h"
#include "support/ManualClock.h"

#include <boost/test/unit_test.hpp>

#include <QElapsedTimer>

#include <zlib.h>
#include <zstd.h>

using namespace ekatra;
using namespace ekatra::net;
using ekatra::test::ok;
using ekatra::test::WireServer;
using namespace std::chrono_literals;

namespace {

// A client, its clock, and short limits.
struct World {
    test::ManualClock clock;
    PocoHttpClient client{TlsSettings{}, clock};
    base::CancelToken cancel;

    static HttpRequest get(const QString& url)
    {
        HttpRequest request;
        request.url = QUrl(url);
        request.limits.deadline = 5s;
        return request;
    }
    static HttpRequest put(const QString& url, bool withKey)
    {
        HttpRequest request = get(url);
        request.method = Method::Put;
        request.body = "{}";
        if (withKey)
            request.headers.push_back({"Idempotency-Key", "k1"});
        return request;
    }
    Result<HttpResponse> send(const HttpRequest& request) { return client.send(request, cancel); }
    std::string codeOf(const HttpRequest& request)
    {
        auto answer = send(request);
        return answer ? "ok" : answer.error().code.toStdString();
    }
};

bool failedWith(const Result<HttpResponse>& answer, ErrorKind kind, const char* code)
{
    return !answer && answer.error().kind == kind && answer.error().code == QLatin1String(code);
}

QByteArray gzipped(const QByteArray& text)
{
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(text.size()))) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.constData()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

QByteArray zstded(const QByteArray& text)
{
    QByteArray out(static_cast<qsizetype>(ZSTD_compressBound(static_cast<std::size_t>(text.size()))), '\0');
    out.resize(static_cast<qsizetype>(ZSTD_compress(out.data(), static_cast<std::size_t>(out.size()), text.constData(),
                                                    static_cast<std::size_t>(text.size()), 3)));
    return out;
}

// Two answers on one connection.
WireServer::Script twice(const QByteArray& answer)
{
    return [answer](WireServer& server, Poco::Net::StreamSocket& line) {
        WireServer::answer(answer)(server, line);
        WireServer::answer(answer)(server, line);
    };
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(net_http_client, World)

BOOST_AUTO_TEST_CASE(an_answer_comes_with_its_status_headers_and_body)
{
    WireServer server({[](WireServer& server, Poco::Net::StreamSocket& line) {
        server.readRequest(line);
        WireServer::say(line,
                        "HTTP/1.1 404 Not Found\r\nETag: \"7\"\r\nRetry-After: 12\r\nContent-Length: 4\r\n\r\ngone");
    }});
    auto request = get(server.url(QStringLiteral("/a/b?x=1")));
    request.headers.push_back({"Authorization", "Bearer t"});
    auto answer = send(request);
    BOOST_REQUIRE(answer.ok());
    BOOST_TEST(answer->status == 404);
    BOOST_TEST(answer->header("etag").toStdString() == "\"7\"");
    BOOST_TEST(answer->body.toStdString() == "gone");
    BOOST_TEST((answer->retryAfter == 12s));
    BOOST_TEST(server.requests().front().startsWith("GET /a/b?x=1 HTTP/1.1\r\n"));
    BOOST_TEST(server.requests().front().contains("\r\nAuthorization: Bearer t\r\n"));
}

BOOST_AUTO_TEST_CASE(one_connection_serves_two_requests)
{
    WireServer server({twice(ok("x"))});
    BOOST_TEST(codeOf(get(server.url())) == "ok");
    BOOST_TEST(codeOf(get(server.url())) == "ok");
    BOOST_TEST(server.connections() == 1);
}

BOOST_AUTO_TEST_CASE(chunks_are_joined_and_a_cut_inside_them_is_told)
{
    const auto chunked = [](const QByteArray& rest) {
        return [rest](WireServer& server, Poco::Net::StreamSocket& line) {
            server.readRequest(line);
            WireServer::say(line, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n" + rest);
        };
    };
    WireServer server({chunked("2;note=1\r\nde\r\n0\r\nTrailer: x\r\n\r\n"), chunked("5\r\nde")});
    auto whole = send(get(server.url()));
    BOOST_REQUIRE(whole.ok());
    BOOST_TEST(whole->body.toStdString() == "abcde");
    BOOST_TEST(codeOf(get(server.url())) == "net.cut");
}

BOOST_AUTO_TEST_CASE(a_body_that_is_cut_is_no_answer)
{
    WireServer server({[](WireServer& server, Poco::Net::StreamSocket& line) {
        server.readRequest(line);
        WireServer::say(line, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort");
    }});
    auto answer = send(get(server.url()));
    BOOST_TEST(failedWith(answer, ErrorKind::Unreachable, "net.cut"));
}

BOOST_AUTO_TEST_CASE(a_redirect_on_the_same_host_is_followed_and_to_another_refused)
{
    const auto redirect = [](const QByteArray& to) {
        return [to](WireServer& server, Poco::Net::StreamSocket& line) {
            server.readRequest(line);
            WireServer::say(
                line, "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        };
    };
    WireServer server({redirect("/there"), WireServer::answer(ok("x")), redirect("http://127.0.0.2:9/"),
                       redirect("https://example.org/"), redirect("/there")});
    auto followed = send(get(server.url()));
    BOOST_REQUIRE(followed.ok());
    BOOST_TEST((followed->url.path() == QStringLiteral("/there")));
    BOOST_TEST(codeOf(get(server.url())) == "net.redirect_refused");
    BOOST_TEST(codeOf(get(server.url())) == "net.redirect_refused");
    BOOST_TEST(codeOf(put(server.url(), true)) == "net.redirect_refused");
}

BOOST_AUTO_TEST_CASE(plain_http_goes_to_this_machine_only)
{
    BOOST_TEST(codeOf(get(QStringLiteral("http://example.org/"))) == "net.plain_http_refused");
    BOOST_TEST(codeOf(get(QStringLiteral("http://127.0.0.1.example.org/"))) == "net.plain_http_refused");
    BOOST_TEST(codeOf(get(QStringLiteral("ftp://127.0.0.1/"))) == "net.bad_url");
    BOOST_TEST(codeOf(get(QStringLiteral("http://user:word@127.0.0.1/"))) == "net.bad_url");
    auto request = get(QStringLiteral("http://127.0.0.1:1/"));
    request.headers.push_back({"X-Note", "a\r\nHost: evil"});
    BOOST_TEST(codeOf(request) == "net.bad_header");
}

BOOST_AUTO_TEST_CASE(a_body_that_drips_ends_at_the_deadline)
{
    WireServer server({[](WireServer& server, Poco::Net::StreamSocket& line) {
        server.readRequest(line);
        WireServer::say(line, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
        while (!server.stopping() && !line.poll(Poco::Timespan(0, 10'000), Poco::Net::Socket::SELECT_READ))
            WireServer::say(line, "x"); // each byte in time, the whole never
    }});
    auto request = get(server.url());
    request.limits.deadline = 300ms;
    BOOST_TEST(failedWith(send(request), ErrorKind::Unreachable, "net.timeout"));
}

BOOST_AUTO_TEST_CASE(a_cancel_from_another_thread_ends_the_wait)
{
    WireServer server({[this](WireServer& server, Poco::Net::StreamSocket& line) {
        server.readRequest(line);
        cancel.request();
        while (!server.stopping() && !line.poll(Poco::Timespan(0, 10'000), Poco::Net::Socket::SELECT_READ)) { }
    }});
    auto request = get(server.url());
    request.limits.deadline = 60s;
    BOOST_TEST(failedWith(send(request), ErrorKind::Cancelled, "net.cancelled"));
}

BOOST_AUTO_TEST_CASE(a_put_whose_answer_is_lost_is_of_unknown_outcome)
{
    WireServer server({[](WireServer& server, Poco::Net::StreamSocket& line) { server.readRequest(line); },
                       [](WireServer& server, Poco::Net::StreamSocket& line) { server.readRequest(line); }});
    auto answer = send(put(server.url(), true));
    BOOST_TEST(failedWith(answer, ErrorKind::UnknownOutcome, "net.reply_lost"));
    BOOST_TEST((answer.error().cause->code == QStringLiteral("net.cut")));
    BOOST_TEST(failedWith(send(get(server.url())), ErrorKind::Unreachable, "net.cut"));
}

BOOST_AUTO_TEST_CASE(a_put_to_nobody_is_only_unreachable)
{
    quint16 port = 0;
    {
        Poco::Net::ServerSocket closed(Poco::Net::SocketAddress("127.0.0.1", 0));
        port = closed.address().port();
    }
    auto answer = send(put(QStringLiteral("http://127.0.0.1:%1/").arg(port), true));
    BOOST_TEST(failedWith(answer, ErrorKind::Unreachable, "net.unreachable"));
}

// The server closes the kept connection as the next request arrives on it.
BOOST_AUTO_TEST_CASE(a_kept_connection_that_died_costs_one_silent_retry_when_that_is_harmless)
{
    const auto answerThenClose = [](WireServer& server, Poco::Net::StreamSocket& line) {
        server.readRequest(line);
        WireServer::say(line, ok("x"));
        server.readRequest(line); // read, and no answer
    };
    WireServer server({answerThenClose, answerThenClose, answerThenClose});
    BOOST_TEST(codeOf(get(server.url())) == "ok");
    BOOST_TEST(codeOf(get(server.url())) == "ok"); // dies, repeated on line two
    BOOST_TEST(codeOf(put(server.url(), true)) == "ok"); // dies, repeated on line three: it has a key
    BOOST_TEST(codeOf(put(server.url(), false)) == "net.reply_lost"); // dies, and is not repeated
    BOOST_TEST(server.connections() == 3);
    BOOST_TEST(server.requests().size() == 6U);
}

BOOST_AUTO_TEST_CASE(a_connection_closed_while_idle_is_not_used_again)
{
    const auto answerThenClose = [](WireServer& server, Poco::Net::StreamSocket& line) {
        server.readRequest(line);
        WireServer::say(line, ok("x"));
    };
    WireServer server({answerThenClose, answerThenClose});
    BOOST_TEST(codeOf(put(server.url(), false)) == "ok");
    // Whether the end of the line was seen before or after the request left, it arrives once at most.
    auto second = send(put(server.url(), false));
    BOOST_TEST((second.ok() || second.error().kind == ErrorKind::UnknownOutcome));
    BOOST_TEST(server.requests().size() <= 2U);
}

BOOST_AUTO_TEST_CASE(gzip_and_zstd_are_undone_and_asked_for)
{
    const QByteArray text = QByteArray("धारा 303(2) ").repeated(5000);
    const auto coded = [](const QByteArray& body, const char* name) {
        return WireServer::answer(ok(body, QByteArray("Content-Encoding: ") + name + "\r\nConnection: close\r\n"));
    };
    const QByteArray half = gzipped(text).left(40);
    WireServer server({coded(gzipped(text), "gzip"), coded(zstded(text), "zstd"), coded(half, "gzip"),
                       coded("plain", "br"), coded("not gzip at all", "gzip")});
    for (int i = 0; i < 2; ++i) {
        auto answer = send(get(server.url()));
        BOOST_REQUIRE(answer.ok());
        BOOST_TEST((answer->body == text));
        BOOST_TEST(answer->wireBytes < text.size());
    }
    BOOST_TEST(server.requests().front().contains("Accept-Encoding: zstd, gzip"));
    BOOST_TEST(codeOf(get(server.url())) == "net.cut");
    BOOST_TEST(codeOf(get(server.url())) == "net.bad_coding");
    BOOST_TEST(codeOf(get(server.url())) == "net.bad_coding");
}

BOOST_AUTO_TEST_CASE(a_bomb_is_refused_and_so_is_more_than_the_limit)
{
    const QByteArray noughts(32 << 20, '0');
    WireServer server({WireServer::answer(ok(gzipped(noughts), "Content-Encoding: gzip\r\n")),
                       WireServer::answer(ok(zstded(noughts), "Content-Encoding: zstd\r\n")),
                       WireServer::answer(ok(QByteArray(5000, 'x'))),
                       WireServer::answer("HTTP/1.1 200 OK\r\n\r\n" + QByteArray(5000, 'x')),
                       WireServer::answer("HTTP/1.1 200 OK\r\nX: " + QByteArray(70000, 'x'))});
    BOOST_TEST(codeOf(get(server.url())) == "net.bomb");
    BOOST_TEST(codeOf(get(server.url())) == "net.bomb");
    auto small = get(server.url());
    small.limits.wireBytes = 1000;
    BOOST_TEST(codeOf(small) == "net.too_large");
    BOOST_TEST(codeOf(small) == "net.too_large");
    BOOST_TEST(codeOf(get(server.url())) == "net.bad_answer");
}

BOOST_AUTO_TEST_CASE(what_is_not_http_is_told_from_silence)
{
    WireServer server({WireServer::answer("SSH-2.0-OpenSSH_9.2\r\n"),
                       WireServer::answer("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
                       WireServer::answer("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"), WireServer::answer("")});
    BOOST_TEST(codeOf(get(server.url())) == "net.bad_answer");
    BOOST_TEST(codeOf(get(server.url())) == "net.bad_answer");
    BOOST_TEST(codeOf(get(server.url())) == "net.bad_answer");
    BOOST_TEST(codeOf(get(server.url())) == "net.cut");
}

BOOST_AUTO_TEST_SUITE_END()
