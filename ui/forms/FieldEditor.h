// FieldEditor.h
// What one field of a form is typed into. Each type of field has its editor; all of them show what the paper holds and
// hand every keystroke to it. Owned by its FieldBox. GUI thread.
#pragma once

#include "forms/FormModel.h"

#include <QWidget>

namespace ekatra::ui {

// Marks the widgets that Enter moves between.
constexpr auto stopProperty = "formStop";

enum class Fault { None, Warning, Error };

class FieldEditor : public QWidget {
    Q_OBJECT

public:
    FieldEditor(FormModel& model, QString pointer, const schema::Field& field, QWidget* parent)
        : QWidget(parent), m_model(model), m_pointer(std::move(pointer)), m_field(field)
    {
    }

    // Shows what the paper holds now; what is being typed at this moment stays.
    virtual void refresh() = 0;
    virtual void retranslate() { }
    virtual void showFault(Fault) { }
    // Takes the keyboard; null: nothing here does.
    [[nodiscard]] virtual QWidget* target() const = 0;
    // It brings its own label, or its fields theirs.
    [[nodiscard]] virtual bool labelsItself() const { return false; }

    [[nodiscard]] const QString& pointer() const { return m_pointer; }
    [[nodiscard]] const schema::Field& field() const { return m_field; }

protected:
    [[nodiscard]] bool isFixed() const { return m_model.isReadOnly() || forms::FormSession::isComputed(m_field); }
    [[nodiscard]] QJsonValue value() const { return m_model.session().value(m_pointer); }

    FormModel& m_model;
    const QString m_pointer;
    const schema::Field& m_field;
};

} // namespace ekatra::ui
