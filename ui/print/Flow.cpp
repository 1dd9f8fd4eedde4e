#include "print/Flow.h"

namespace ekatra::print {

namespace {

class Pager {
public:
    explicit Pager(double bodyHeight) : m_room(bodyHeight) { m_pages.emplace_back(); }

    void place(const Piece* first, const Piece* last)
    {
        if (first->newPage || (!fits(first, last) && fitsOnEmptyPage(first, last)))
            turn();
        for (const Piece* piece = first; piece != last; ++piece) {
            if (!fits(piece, piece + 1))
                turn();
            if (m_pages.back().empty() && piece->repeated)
                put(*piece->repeated);
            put(*piece);
        }
    }

    std::vector<Page> finish()
    {
        for (Page& page : m_pages) {
            if (page.empty())
                continue;
            page.front().edges.first = true;
            page.back().edges.last = true;
        }
        return std::move(m_pages);
    }

private:
    static double heightOf(const Piece* first, const Piece* last, bool onTop)
    {
        double height = onTop && first->repeated ? first->repeated->height : 0;
        for (const Piece* piece = first; piece != last; ++piece)
            height += piece->height + (onTop && piece == first ? 0 : piece->gap);
        return height;
    }

    [[nodiscard]] bool fits(const Piece* first, const Piece* last) const
    {
        return m_y + heightOf(first, last, m_pages.back().empty()) <= m_room;
    }
    [[nodiscard]] bool fitsOnEmptyPage(const Piece* first, const Piece* last) const
    {
        return heightOf(first, last, true) <= m_room;
    }

    void turn()
    {
        if (m_pages.back().empty())
            return;
        m_pages.emplace_back();
        m_y = 0;
    }

    void put(const Piece& piece)
    {
        if (!m_pages.back().empty())
            m_y += piece.gap;
        m_pages.back().push_back({&piece, m_y, {}});
        m_y += piece.height;
    }

    double m_room;
    double m_y = 0;
    std::vector<Page> m_pages;
};

} // namespace

std::vector<Page> paginate(const std::vector<Piece>& pieces, double bodyHeight)
{
    Pager pager(bodyHeight);
    const Piece* at = pieces.data();
    const Piece* const end = at + pieces.size();
    while (at != end) {
        const Piece* last = at + 1;
        while (last != end && (last - 1)->withNext && !last->newPage)
            ++last;
        pager.place(at, last);
        at = last;
    }
    return pager.finish();
}

} // namespace ekatra::print
