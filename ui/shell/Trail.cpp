#include "shell/Trail.h"

namespace ekatra::ui {

void Trail::visit(qint64 place)
{
    if (!m_places.empty() && m_places[m_at] == place)
        return;
    if (!m_places.empty())
        m_places.resize(m_at + 1);
    m_places.push_back(place);
    m_at = m_places.size() - 1;
}

std::optional<qint64> Trail::back()
{
    if (!canGoBack())
        return std::nullopt;
    return m_places[--m_at];
}

std::optional<qint64> Trail::forward()
{
    if (!canGoForward())
        return std::nullopt;
    return m_places[++m_at];
}

} // namespace ekatra::ui
