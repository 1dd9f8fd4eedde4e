// FieldColumn.h
// The fields of a section, a group or one row, in the order of the paper. What the printed form does not ask for is
// folded away until it is wanted. Owned by what it stands in. GUI thread.
#pragma once

#include "forms/FormModel.h"

#include <QWidget>

namespace ekatra::ui {

class FieldBox;
class FieldFlow;

class FieldColumn : public QWidget {
    Q_OBJECT

public:
    struct Place {
        QString pointer; // of the row; empty: the form
        QString group; // name of the group; empty: the form
        QString outer; // item number of the group
    };
    FieldColumn(FormModel& model, const Place& place, const std::vector<const schema::Field*>& fields, QWidget* parent);
    // Every field of a shape.
    FieldColumn(FormModel& model, const Place& place, const schema::Shape& shape, QWidget* parent);

    [[nodiscard]] QWidget* firstTarget() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void build(const std::vector<const schema::Field*>& fields);
    void refresh();
    void reveal(const QString& pointer);
    void retranslate();

    FormModel& m_model;
    Place m_place;
    FieldFlow* m_flow;
    std::vector<FieldBox*> m_boxes;
    QPushButton* m_more;
    bool m_folds = false;
    bool m_unfolded = false;
};

} // namespace ekatra::ui
