// CasServer.h
// A CAS that gives exactly the FIR rows that a test wrote, as bytes, whatever window it is asked for, and no arrests or
// reports. Port 0, threads of its own; lives as long as the test.
#pragma once

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>

#include <QByteArray>
#include <QString>

namespace ekatra::test {

class CasServer {
public:
    explicit CasServer(const QByteArray& firs)
        : m_socket(Poco::Net::SocketAddress("127.0.0.1", 0)), m_server(new Factory(firs), m_socket, settings())
    {
        m_server.start();
    }
    ~CasServer() { m_server.stopAll(true); }
    CasServer(const CasServer&) = delete;
    CasServer& operator=(const CasServer&) = delete;

    [[nodiscard]] QString url() const
    {
        return QStringLiteral("http://127.0.0.1:%1/sources/cas").arg(m_socket.address().port());
    }

private:
    class Handler final : public Poco::Net::HTTPRequestHandler {
    public:
        explicit Handler(const QByteArray& firs) : m_firs(firs) { }
        void handleRequest(Poco::Net::HTTPServerRequest& request, Poco::Net::HTTPServerResponse& response) override
        {
            const QByteArray path = QByteArray::fromStdString(request.getURI()).split('?').first();
            const QByteArray body = path.endsWith("/fir") ? m_firs
                : path.endsWith("/arrest")                ? QByteArray(R"({"Status":"OK","ArrestDetails":[]})")
                : path.endsWith("/finalreport")           ? QByteArray(R"({"data":[]})")
                                                          : QByteArray();
            if (body.isEmpty())
                response.setStatus(Poco::Net::HTTPResponse::HTTP_NOT_FOUND);
            response.setContentType("application/json");
            response.sendBuffer(body.constData(), static_cast<std::size_t>(body.size()));
        }

    private:
        const QByteArray& m_firs;
    };

    class Factory final : public Poco::Net::HTTPRequestHandlerFactory {
    public:
        explicit Factory(QByteArray firs) : m_firs(std::move(firs)) { }
        Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest&) override
        {
            return new Handler(m_firs);
        }

    private:
        const QByteArray m_firs;
    };

    static Poco::Net::HTTPServerParams::Ptr settings()
    {
        Poco::Net::HTTPServerParams::Ptr params = new Poco::Net::HTTPServerParams;
        params->setMaxThreads(2);
        return params;
    }

    Poco::Net::ServerSocket m_socket;
    Poco::Net::HTTPServer m_server;
};

} // namespace ekatra::test
