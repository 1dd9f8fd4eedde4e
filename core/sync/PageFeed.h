// PageFeed.h
// Fetches the pages of one stream on a thread of its own, a few ahead of the one that stores them. Made, read and
// destroyed on the store thread; destroying it stops the fetching at the next answer.
#pragma once

#include "base/CancelToken.h"
#include "sources/SourceConnector.h"
#include "sync/Meanwhile.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace ekatra::sync {

class PageFeed {
public:
    // `prepare` is done to each page on the fetching thread.
    using Prepare = std::function<void(sources::Page&)>;

    PageFeed(sources::SourceConnector& connector, sources::StreamCursor from, Prepare prepare,
             base::CancelToken cancel);
    ~PageFeed();
    PageFeed(const PageFeed&) = delete;
    PageFeed& operator=(const PageFeed&) = delete;

    // The next page; waits for it, and does `meanwhile` every now and then. After the page marked last, or an error,
    // there is no more to ask for.
    [[nodiscard]] Result<sources::Page> next(const Meanwhile& meanwhile);

private:
    void fetch();

    static constexpr std::size_t ahead = 2;

    sources::SourceConnector& m_connector;
    sources::StreamCursor m_cursor;
    Prepare m_prepare;
    base::CancelToken m_cancel; // the run's
    base::CancelToken m_stop; // ours
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Result<sources::Page>> m_pages;
    std::thread m_worker;
};

} // namespace ekatra::sync
