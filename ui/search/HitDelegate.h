// HitDelegate.h
// Paints one found record in two lines: what it is, its number, who and what with the hit words marked, when and where,
// and which systems know it. Owned by the search page. GUI thread.
#pragma once

#include "search/SearchService.h"
#include "theme/Tokens.h"

#include <QStyledItemDelegate>

namespace ekatra::ui {

struct Context;

// Where the columns of a row `width` wide begin; the header above the list draws from the same numbers.
struct HitColumns {
    int kind = 0;
    int number = 0;
    int who = 0;
    int date = 0;
    int source = 0;
    int end = 0;

    [[nodiscard]] static HitColumns in(int width);
};

class HitDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    HitDelegate(const Context& context, QObject* parent) : QStyledItemDelegate(parent), m_context(context) { }

    // The search field moves the selection; it then looks as if the list had the keyboard.
    void setDriven(bool driven) { m_driven = driven; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    // Text with its marked words, cut where `rect` ends.
    void paintMarked(QPainter& painter, const QRect& rect, int baseline, TextSize size, Colour ink,
                     const search::MarkedText& marked) const;
    void paintText(QPainter& painter, int x, int right, int baseline, TextSize size, Colour ink, const QString& text,
                   bool bold = false) const;

    const Context& m_context;
    bool m_driven = false;
};

// The names of the columns.
class HitHeader : public QWidget {
    Q_OBJECT

public:
    HitHeader(const Context& context, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    const Context& m_context;
};

} // namespace ekatra::ui
