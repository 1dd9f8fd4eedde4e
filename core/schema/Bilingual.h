// Bilingual.h
// One text in the two languages of the product. A plain value.
#pragma once

#include <QString>

namespace ekatra::schema {

struct Bilingual {
    QString en;
    QString hi;

    [[nodiscard]] bool isEmpty() const { return en.isEmpty() && hi.isEmpty(); }
    // The text in `language` ("en" or "hi"); the other one when it is missing.
    [[nodiscard]] const QString& in(QStringView language) const
    {
        const QString& wanted = language == u"hi" ? hi : en;
        return wanted.isEmpty() ? (language == u"hi" ? en : hi) : wanted;
    }
    bool operator==(const Bilingual&) const = default;
};

} // namespace ekatra::schema
