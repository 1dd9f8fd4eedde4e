#include "shell/Trail.h"

#include <algorithm>

namespace ekatra::ui {

void Trail::visit(const Place& place)
{
    if (!m_places.empty() && m_places[m_at] == place)
        return;
    if (!m_places.empty())
        m_places.resize(m_at + 1);
    m_places.push_back(place);
    m_at = m_places.size() - 1;
}

void Trail::forget(const Place& place)
{
    const auto until = m_places.begin() + static_cast<std::ptrdiff_t>(m_at);
    const auto before = static_cast<std::size_t>(std::count(m_places.begin(), until, place));
    std::erase(m_places, place);
    m_at = std::min(m_at - before, m_places.empty() ? 0 : m_places.size() - 1);
}

std::optional<Place> Trail::back()
{
    if (!canGoBack())
        return std::nullopt;
    return m_places[--m_at];
}

std::optional<Place> Trail::forward()
{
    if (!canGoForward())
        return std::nullopt;
    return m_places[++m_at];
}

} // namespace ekatra::ui
