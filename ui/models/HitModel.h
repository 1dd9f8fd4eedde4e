// HitModel.h
// What a search found, page after page. Owned by the search page. GUI thread.
#pragma once

#include "domain/Stations.h"
#include "search/SearchService.h"

#include <QAbstractListModel>

namespace ekatra::ui {

struct Context;

class HitModel : public QAbstractListModel {
    Q_OBJECT

public:
    HitModel(const Context& context, QObject* parent) : QAbstractListModel(parent), m_context(context) { }

    void replace(const search::SearchAnswer& answer);
    void append(const search::SearchAnswer& answer);
    void clear() { replace({}); }
    [[nodiscard]] const search::Hit* hit(const QModelIndex& index) const;
    [[nodiscard]] bool hasMore() const { return !m_cursor.isEmpty(); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    // The whole row as a sentence, for screen readers and copying.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void moreWanted(const QString& cursor);

private:
    const Context& m_context;
    std::vector<search::Hit> m_hits;
    QString m_cursor;
    bool m_asked = false; // for the page at m_cursor
};

} // namespace ekatra::ui
