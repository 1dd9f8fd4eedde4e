// PickDelegate.h
// Rows of the picker: who, with the typed words marked; below what tells him apart; at the right a count or a code.
// Owned by the pop-up. GUI thread.
#pragma once

#include "forms/PickPopup.h"

#include <QStyledItemDelegate>

namespace ekatra::ui {

class PickDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    PickDelegate(const Theme& theme, const std::vector<PickItem>& items, QObject* parent)
        : QStyledItemDelegate(parent), m_theme(theme), m_items(items)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintTitle(QPainter& painter, const search::MarkedText& title, int left, int right, int baseline) const;

    const Theme& m_theme;
    const std::vector<PickItem>& m_items;
};

} // namespace ekatra::ui
