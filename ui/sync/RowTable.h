// RowTable.h
// Lines in columns, as sync, outbox and quarantine list them: icon and words in each cell, numbers at the right, and in
// the last column what can be done, as words that are clicked or pressed. The selection stays on its row when the rows
// are told anew. Owned by its page. GUI thread.
#pragma once

#include "theme/Theme.h"

#include <QAbstractListModel>
#include <QFrame>
#include <QListView>
#include <QStyledItemDelegate>

#include <map>
#include <optional>
#include <vector>

namespace ekatra::ui {

struct TableColumn {
    QString title;
    int width = 0; // 0: shares what the others leave
    bool right = false; // numbers
    bool mayGo = false; // where the window is narrow
};

struct TableCell {
    QString text;
    QString icon{};
    Colour iconInk = Colour::Text2;
    Colour ink = Colour::Text;
    TextSize size = TextSize::Base;
    bool bold = false;
};

struct TableAct {
    QString id;
    QString text;
};

struct TableRow {
    QString key;
    std::vector<TableCell> cells; // of all columns but the last
    std::vector<TableAct> acts;
    std::optional<double> share; // a bar before the acts: 0 to 1; negative: nobody knows how far it is
    QString left; // beside the bar: "40 s"
    QString spoken; // the whole as a sentence
};

class RowModel final : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;
    void setRows(std::vector<TableRow> rows);
    [[nodiscard]] const std::vector<TableRow>& rows() const { return m_rows; }
    [[nodiscard]] const TableRow* row(const QModelIndex& index) const;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<TableRow> m_rows;
};

class RowTable : public QFrame {
    Q_OBJECT

public:
    // `name` is the object name of the list in it.
    RowTable(const Theme& theme, const char* name, QWidget* parent);

    void setColumns(std::vector<TableColumn> columns);
    // `key` does `act` on the chosen row, where the row has it; Enter does the first one.
    void setKey(Qt::Key key, const QString& act) { m_keys[key] = act; }
    void setRows(std::vector<TableRow> rows);
    // As high as its rows.
    void setFitting(bool fitting);
    [[nodiscard]] QString chosen() const; // key; empty: none
    void choose(const QString& key);
    [[nodiscard]] QListView& list() { return *m_list; }

Q_SIGNALS:
    void acted(const QString& row, const QString& act);
    void chosenChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    friend class RowDelegate;
    friend class RowHeader;
    struct Span {
        int left = 0;
        int right = 0;
        bool shown = false;
    };
    // Where the columns stand in a row `width` wide.
    [[nodiscard]] std::vector<Span> spans(int width) const;
    struct ActSpot {
        QRect rect;
        QString id;
    };
    [[nodiscard]] std::vector<ActSpot> actSpots(const TableRow& row, const QRect& line) const;
    [[nodiscard]] QString actAt(const QPoint& point) const;
    [[nodiscard]] bool pressed(Qt::Key key);
    void tell(const TableRow& row, const QString& act);
    void fit();

    const Theme& m_theme;
    std::vector<TableColumn> m_columns;
    std::map<Qt::Key, QString> m_keys;
    bool m_fitting = false;
    QWidget* m_header;
    RowModel* m_model;
    QListView* m_list;
};

// The names of the columns.
class RowHeader final : public QWidget {
    Q_OBJECT

public:
    RowHeader(const RowTable& table, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const RowTable& m_table;
};

class RowDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    RowDelegate(const RowTable& table, QObject* parent) : QStyledItemDelegate(parent), m_table(table) { }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintCell(QPainter& painter, const QRect& rect, const TableCell& cell, bool right) const;
    void paintActs(QPainter& painter, const QRect& line, const TableRow& row) const;

    const RowTable& m_table;
};

} // namespace ekatra::ui
