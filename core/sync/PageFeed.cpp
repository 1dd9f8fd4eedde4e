#include "sync/PageFeed.h"

namespace ekatra::sync {

PageFeed::PageFeed(sources::SourceConnector& connector, sources::StreamCursor from, Prepare prepare,
                   base::CancelToken cancel)
    : m_connector(connector),
      m_cursor(std::move(from)),
      m_prepare(std::move(prepare)),
      m_cancel(std::move(cancel)),
      m_worker([this] { fetch(); })
{
}

PageFeed::~PageFeed()
{
    m_stop.request();
    m_changed.notify_all();
    m_worker.join();
}

void PageFeed::fetch()
{
    for (;;) {
        // A run that was cancelled ends with the pages that have come; a destroyed feed wants none.
        auto page = m_connector.next(m_cursor, m_stop);
        const bool over = !page || page->last;
        if (page)
            m_prepare(*page);
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_pages.size() < ahead || m_stop.requested(); });
        if (m_stop.requested())
            return;
        m_pages.push_back(std::move(page));
        m_changed.notify_all();
        if (over || m_cancel.requested())
            return;
    }
}

Result<sources::Page> PageFeed::next(const Meanwhile& meanwhile)
{
    std::unique_lock lock(m_mutex);
    // A cancel from a signal handler cannot wake anybody, so it is looked for; and so is the operator.
    while (!m_changed.wait_for(lock, glance, [this] { return !m_pages.empty(); })) {
        if (m_cancel.requested())
            return error(ErrorKind::Cancelled, "sync.cancelled");
        lock.unlock();
        if (auto let = meanwhile(); !let)
            return let.error();
        lock.lock();
    }
    auto page = std::move(m_pages.front());
    m_pages.pop_front();
    m_changed.notify_all();
    return page;
}

} // namespace ekatra::sync
