// Trail.h
// Where the operator has been, for back and forward as in a browser. A plain value.
#pragma once

#include "shell/Page.h"

#include <optional>
#include <vector>

namespace ekatra::ui {

class Trail {
public:
    // Goes to `place`; what lay ahead is forgotten. Staying where one is changes nothing.
    void visit(const Place& place);
    // A place that is gone for good: a form that was closed.
    void forget(const Place& place);
    [[nodiscard]] std::optional<Place> back();
    [[nodiscard]] std::optional<Place> forward();
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_places.size(); }

private:
    std::vector<Place> m_places;
    std::size_t m_at = 0;
};

} // namespace ekatra::ui
