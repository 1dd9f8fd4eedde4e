// ValueText.h
// Values as a paper says them: codes in the language of the print, dates as dd/MM/yyyy, money in lakhs and crores with
// its paise, texts as they were typed. Plain values; any thread. The tables outlive it.
#pragma once

#include "print/Entries.h"
#include "session/Services.h"

namespace ekatra::print {

class ValueText {
public:
    ValueText(const session::Tables& tables, const PaperWords& words, QString language)
        : m_tables(tables), m_words(words), m_language(std::move(language))
    {
    }

    [[nodiscard]] const QString& in(const Bilingual& text) const { return text.in(m_language); }

    // A list's values stand behind commas; a group's in the order of the form, named where they do not speak for
    // themselves. `entries` tells the fields of groups.
    [[nodiscard]] QString text(const Entry& entry, const Entries& entries, const QStringList& omit = {}) const;
    // A whole number of at least `digits` digits.
    [[nodiscard]] QString padded(const Entry& entry, int digits) const;

    // "Place type" for a field that no form names.
    [[nodiscard]] static Bilingual labelOf(const Entry& entry);
    // Texts and codes say by themselves what they are, numbers and dates do not.
    [[nodiscard]] static bool needsName(const Entry& entry);

private:
    [[nodiscard]] QString scalar(const QJsonValue& value, const Entry& entry) const;
    [[nodiscard]] QString number(double value, const Entry& entry) const;
    [[nodiscard]] QString coded(const QString& list, const QString& code) const;
    [[nodiscard]] QString group(const Row& row, const Entries& entries, const QStringList& omit) const;

    const session::Tables& m_tables;
    const PaperWords& m_words;
    QString m_language;
};

} // namespace ekatra::print
