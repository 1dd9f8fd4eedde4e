// PickSources.h
// What the pickers of a form look through: lists of codes, persons and officers of the store, sections of law, places.
// Owned by the editor that uses them. GUI thread.
#pragma once

#include "forms/FormModel.h"
#include "forms/PickPopup.h"

namespace ekatra::ui {

// A list of codes in both scripts: its values begin with, or hold a word that begins with, what is typed.
class CodeSource final : public PickSource {
public:
    CodeSource(const Context& context, QString list) : m_context(context), m_list(std::move(list)) { }
    void find(const QString& words, Take take) override;
    [[nodiscard]] bool listsAll() const override { return true; }

    // The code that `text` names: a code, a label in either language, or the only one that begins so. Empty: none.
    [[nodiscard]] QString codeFor(const QString& text) const;
    [[nodiscard]] QString label(const QString& code) const;
    // Every label, for measuring.
    [[nodiscard]] QStringList labels() const;

private:
    [[nodiscard]] const std::vector<schema::CodeValue>& values() const;

    const Context& m_context;
    QString m_list;
    mutable std::vector<schema::CodeValue> m_stations; // where the list is that of stations
};

// Source for a field, or null where nobody can help: names of persons and officers, sections. What is chosen is an
// object: the fields of the row that it fills.
[[nodiscard]] std::unique_ptr<PickSource> pickSourceFor(FormModel& model, const QString& pointer);

} // namespace ekatra::ui
