// HttpFront.h
// Between the HTTP server's threads and Service: reads a request within its bounds, plays the faults, codes and sends
// the reply. One object for each request, made by HttpFrontFactory; Stopping is shared by all of them.
#pragma once

#include "gateway/Service.h"

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace Poco::Net {
class HTTPServerRequestImpl;
}

namespace ekatra::gateway {

// Tells waiting requests that the server ends, and the server when the last request is done.
class Stopping {
public:
    void request();
    void reset();
    // True as soon as the server stops; false when the time is up.
    bool waitFor(std::chrono::milliseconds time);

    void entered();
    void left();
    // Returns when no request is being handled, or the time is up.
    void drain(std::chrono::milliseconds time);

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_requested = false;
    int m_inside = 0;
};

class HttpFront final : public Poco::Net::HTTPRequestHandler {
public:
    HttpFront(Service& service, Stopping& stopping, bool crowded)
        : m_service(service), m_stopping(stopping), m_crowded(crowded)
    {
    }

    void handleRequest(Poco::Net::HTTPServerRequest& request, Poco::Net::HTTPServerResponse& response) override;

private:
    enum class Reading { Whole, TooLarge, Broken };
    struct Ending {
        QByteArray route;
        int status = 0; // 0: the line was cut
    };

    Ending serve(Poco::Net::HTTPServerRequestImpl& wire, Poco::Net::HTTPServerResponse& response);
    Ending cut(Poco::Net::HTTPServerRequestImpl& wire, Poco::Net::HTTPServerResponse& response, const Reply& reply);
    Ending send(Poco::Net::HTTPServerRequestImpl& wire, Poco::Net::HTTPServerResponse& response, Reply reply);
    Ending sendHalf(Poco::Net::HTTPServerRequestImpl& wire, Poco::Net::HTTPServerResponse& response, Reply reply);
    void hang(Poco::Net::HTTPServerRequestImpl& wire);
    Reading readBody(Poco::Net::HTTPServerRequestImpl& wire, qsizetype limit, QByteArray& body) const;

    Service& m_service;
    Stopping& m_stopping;
    bool m_crowded;
};

class HttpFrontFactory final : public Poco::Net::HTTPRequestHandlerFactory {
public:
    // While `crowded` says so, lines are closed after each answer, so that one who waits gets its thread.
    HttpFrontFactory(Service& service, Stopping& stopping, std::function<bool()> crowded)
        : m_service(service), m_stopping(stopping), m_crowded(std::move(crowded))
    {
    }

    Poco::Net::HTTPRequestHandler* createRequestHandler(const Poco::Net::HTTPServerRequest&) override
    {
        return new HttpFront(m_service, m_stopping, m_crowded()); // the server deletes it
    }

private:
    Service& m_service;
    Stopping& m_stopping;
    std::function<bool()> m_crowded;
};

} // namespace ekatra::gateway
