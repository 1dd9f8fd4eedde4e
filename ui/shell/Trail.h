// Trail.h
// Where the operator has been, for back and forward as in a browser. A plain value; a place is a record's row, 0 the
// search.
#pragma once

#include <QtGlobal>

#include <optional>
#include <vector>

namespace ekatra::ui {

class Trail {
public:
    // Goes to `place`; what lay ahead is forgotten. Staying where one is changes nothing.
    void visit(qint64 place);
    [[nodiscard]] std::optional<qint64> back();
    [[nodiscard]] std::optional<qint64> forward();
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_places.size(); }

private:
    std::vector<qint64> m_places;
    std::size_t m_at = 0;
};

} // namespace ekatra::ui
