// FakeHttp.h
// An HttpClient that answers from a list and remembers what it was asked. Test code only.
#pragma once

#include "net/HttpClient.h"

#include <deque>

namespace ekatra::test {

class FakeHttp final : public net::HttpClient {
public:
    void answer(int status, const QByteArray& body, net::Headers headers = {})
    {
        net::HttpResponse response;
        response.status = status;
        response.body = body;
        response.headers = std::move(headers);
        response.wireBytes = body.size();
        response.retryAfter = net::parseRetryAfter(response.header("Retry-After"), QDateTime());
        m_answers.emplace_back(std::move(response));
    }
    void fail(ErrorKind kind, const char* code) { m_answers.emplace_back(error(kind, code)); }

    Result<net::HttpResponse> send(const net::HttpRequest& request, const base::CancelToken&) override
    {
        requests.push_back(request);
        if (m_answers.empty())
            return error(ErrorKind::Unreachable, "net.unreachable");
        auto next = std::move(m_answers.front());
        m_answers.pop_front();
        return next;
    }

    // Query of the n-th request, decoded.
    [[nodiscard]] std::string query(std::size_t n) const
    {
        return requests.at(n).url.query(QUrl::FullyDecoded).toStdString();
    }

    std::vector<net::HttpRequest> requests;

private:
    std::deque<Result<net::HttpResponse>> m_answers;
};

} // namespace ekatra::test
