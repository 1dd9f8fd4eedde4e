// ekatra-bench-source: a centre that does nothing but send. Pages of FIRs are built before the first request and then
// come from memory, so that whoever reads them is what is measured.
//     ekatra-bench-source DOCUMENTS PER_PAGE PORT_FILE [whole]
#include "base/CanonicalJson.h"
#include "gateway/practice/PracticeDistrict.h"

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/URI.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSaveFile>

#include <csignal>
#include <cstdio>
#include <vector>

using namespace ekatra;

namespace {

constexpr int oneInSeeds = 10; // a practice district's share in the national feed
constexpr int shortNarrative = 200; // characters

// About 1.9 KB, the size at which other stores have been measured: a shorter narrative, and no list of the persons whom
// it names besides informant and accused.
QJsonObject cut(QJsonObject payload)
{
    payload.remove(QStringLiteral("victims"));
    payload.remove(QStringLiteral("witnesses"));
    const QString contents = payload.value(QStringLiteral("contents")).toString();
    payload.insert(QStringLiteral("contents"), contents.left(shortNarrative));
    return payload;
}

// Bodies of GET /icjs/v1/changes, by the cursor that asks for them: 0, 1, 2, ...
class Pages {
public:
    Pages(int perPage, bool whole) : m_perPage(perPage), m_whole(whole) { }

    bool build(int documents)
    {
        gateway::PracticeOptions options;
        options.size = documents * oneInSeeds;
        auto district = gateway::PracticeDistrict::build(options);
        if (!district)
            return false;
        (*district)->icjsSeeds([this](const gateway::IcjsSeed& seed) {
            add(seed);
            return true;
        });
        closePage();
        for (std::size_t i = 0; i < m_bodies.size(); ++i)
            m_bodies[i] += QByteArray("\"next_cursor\":\"") + QByteArray::number(qulonglong(i) + 1)
                + (i + 1 < m_bodies.size() ? "\",\"has_more\":true}" : "\",\"has_more\":false}");
        return true;
    }

    [[nodiscard]] const QByteArray* find(std::size_t cursor) const
    {
        return cursor < m_bodies.size() ? &m_bodies[cursor] : nullptr;
    }
    [[nodiscard]] double meanSize() const
    {
        return m_documents > 0 ? static_cast<double>(m_payloadBytes) / static_cast<double>(m_documents) : 0;
    }
    [[nodiscard]] qint64 documents() const { return m_documents; }

private:
    void add(const gateway::IcjsSeed& seed)
    {
        const QByteArray payload = base::canonicalJson(m_whole ? seed.payload : cut(seed.payload));
        m_payloadBytes += payload.size();
        ++m_documents;
        m_records += m_records.isEmpty() ? '[' : ',';
        m_records += "{\"deleted\":false,\"id\":\"" + seed.id.toLatin1() + "\",\"kind\":\"" + seed.kind.toLatin1()
            + "\",\"payload\":" + payload + ",\"revision\":\"1\"}";
        if (++m_inPage == m_perPage)
            closePage();
    }

    void closePage()
    {
        if (m_inPage == 0)
            return;
        m_records += ']';
        const QByteArray digest = QCryptographicHash::hash(m_records, QCryptographicHash::Sha256).toHex();
        m_bodies.push_back("{\"digest\":\"sha-256:" + digest + "\",\"records\":" + m_records + ',');
        m_records.clear();
        m_inPage = 0;
    }

    int m_perPage;
    bool m_whole;
    int m_inPage = 0;
    qint64 m_documents = 0;
    qint64 m_payloadBytes = 0;
    QByteArray m_records;
    std::vector<QByteArray> m_bodies;
};

class PageHandler final : public Poco::Net::HTTPRequestHandler {
public:
    explicit PageHandler(const Pages& pages) : m_pages(pages) { }

    void handleRequest(Poco::Net::HTTPServerRequest& request, Poco::Net::HTTPServerResponse& response) override
    {
        std::size_t cursor = 0;
        for (const auto& [name, value] : Poco::URI(request.getURI()).getQueryParameters()) {
            if (name == "cursor" && !value.empty())
                cursor = static_cast<std::size_t>(QByteArray::fromStdString(value).toULongLong());
        }
        static const QByteArray none =
            "{\"digest\":\"sha-256:4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945\","
            "\"records\":[],\"next_cursor\":\"end\",\"has_more\":false}";
        const QByteArray* body = m_pages.find(cursor);
        if (body == nullptr)
            body = &none;
        response.setContentType("application/json");
        response.sendBuffer(body->constData(), static_cast<std::size_t>(body->size()));
    }

private:
    const Pages& m_pages;
};

class PageHandlerFactory final : public Poco::Net::HTTPRequestHandlerFactory {
public:
    explicit PageHandlerFactory(const Pages& pages) : m_pages(pages) { }
    Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest&) override
    {
        return new PageHandler(m_pages); // the server deletes it
    }

private:
    const Pages& m_pages;
};

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() < 4) {
        std::fputs("ekatra-bench-source DOCUMENTS PER_PAGE PORT_FILE [whole]\n", stderr);
        return 2;
    }
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);

    Pages pages(std::max(1, words.at(2).toInt()), words.value(4) == QLatin1String("whole"));
    if (!pages.build(words.at(1).toInt())) {
        std::fputs("ekatra-bench-source: the practice tables cannot be read\n", stderr);
        return 1;
    }
    Poco::Net::ServerSocket socket(Poco::Net::SocketAddress("127.0.0.1", 0));
    auto* parameters = new Poco::Net::HTTPServerParams; // reference-counted
    parameters->setKeepAlive(true);
    parameters->setMaxKeepAliveRequests(0);
    Poco::Net::HTTPServer server(new PageHandlerFactory(pages), socket, parameters);
    server.start();
    std::printf("%lld documents, %.0f bytes each\n", static_cast<long long>(pages.documents()), pages.meanSize());
    std::fflush(stdout);
    QSaveFile portFile(words.at(3));
    if (portFile.open(QIODevice::WriteOnly)) {
        portFile.write(QByteArray::number(socket.address().port()));
        portFile.commit();
    }
    int signal = 0;
    sigwait(&ends, &signal);
    server.stopAll(true);
    return 0;
}
