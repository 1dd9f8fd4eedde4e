// LineEditor.h
// One line for text, numbers, money, days, clocks and identifiers. What is typed may be wrong and stays; when the field
// is left it is shown in the form in which it is stored. Where a picker can help, it searches while typing.
// Owned by its FieldBox. GUI thread.
#pragma once

#include "forms/FieldEditor.h"
#include "forms/PickPopup.h"

#include <memory>

namespace ekatra::ui {

class FieldLine;

class LineEditor : public FieldEditor {
    Q_OBJECT

public:
    // `source` may be null.
    LineEditor(FormModel& model, const QString& pointer, const schema::Field& field, std::unique_ptr<PickSource> source,
               QWidget* parent);

    void refresh() override;
    void retranslate() override;
    void showFault(Fault fault) override;
    [[nodiscard]] QWidget* target() const override;

private:
    void typed(const QString& text);
    void leave();
    void ask(const QString& words);
    void take(const PickItem& item);

    std::unique_ptr<PickSource> m_source;
    FieldLine* m_line;
    QLabel* m_unit;
    bool m_typing = false;
};

} // namespace ekatra::ui
