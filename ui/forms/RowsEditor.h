// RowsEditor.h
// Groups of fields: one that stands there always, and lists of rows as cards of which one is open at a time. Also the
// read-only view of what a source wrote. Owned by their FieldBox. GUI thread.
#pragma once

#include "forms/FieldEditor.h"

class QVBoxLayout;

namespace ekatra::ui {

class FieldColumn;
class FieldLine;
class RowCard;

// One row of fields, set off by a line at the left.
class GroupEditor : public FieldEditor {
    Q_OBJECT

public:
    GroupEditor(FormModel& model, const QString& pointer, const QString& item, const schema::Field& field,
                QWidget* parent);
    void refresh() override { }
    [[nodiscard]] QWidget* target() const override { return nullptr; }
};

class RowsEditor : public FieldEditor {
    Q_OBJECT

public:
    RowsEditor(FormModel& model, const QString& pointer, const QString& item, const schema::Field& field,
               QWidget* parent);

    void refresh() override;
    void retranslate() override;
    [[nodiscard]] QWidget* target() const override;

private:
    void buildSectionsLine(QVBoxLayout& column);
    void addRow();
    void takeSections();
    void open(qsizetype row, bool focus);
    void close();
    void remove(qsizetype row);
    void move(qsizetype row, int by);
    void reveal(const QString& pointer);
    void showOpenRow();
    void tellLaw();
    [[nodiscard]] bool isEmptyRow(qsizetype row) const;

    QString m_item;
    FieldLine* m_sections = nullptr; // where clerks write "103(1), 3(5) BNS"
    QLabel* m_law = nullptr;
    QVBoxLayout* m_cards;
    std::vector<RowCard*> m_cardList;
    QWidget* m_openBox = nullptr;
    FieldColumn* m_column = nullptr;
    qsizetype m_open = -1;
    QPushButton* m_add;
};

class MapView : public FieldEditor {
    Q_OBJECT

public:
    MapView(FormModel& model, const QString& pointer, const schema::Field& field, QWidget* parent);
    void refresh() override;
    [[nodiscard]] QWidget* target() const override { return nullptr; }

private:
    QLabel* m_text;
};

} // namespace ekatra::ui
