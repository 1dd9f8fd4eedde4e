// PrintedPaper.h
// A paper as others get it: read back with pdftotext, its codes with zbarimg. And records to print: one in which every
// field of a form is filled, each with a value of its own.
#pragma once

#include "print/Paper.h"
#include "support/TempStore.h"

namespace ekatra::test {

[[nodiscard]] print::Paper paperWith(const QString& kind, const QJsonObject& payload, const QString& language);

class PrintedPaper {
public:
    explicit PrintedPaper(const print::Paper& paper);

    [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }
    // All that stands on page `number` (from 1), blanks made one.
    [[nodiscard]] QString page(int number) const { return m_pages.at(static_cast<std::size_t>(number - 1)); }
    // What stands between the running heads and the feet, in the order of reading, blanks made one.
    [[nodiscard]] const QString& body() const { return m_body; }
    // The same as pdftotext lays it out: columns side by side.
    [[nodiscard]] const QString& laidOut() const { return m_laidOut; }
    // What the code on a page says; null where none can be read.
    [[nodiscard]] QString code(int number) const;
    // Whether `text` can be read in the body. A word too long for its column may be broken.
    [[nodiscard]] bool says(const QString& text) const;

private:
    QTemporaryDir m_dir;
    std::vector<QString> m_pages;
    QString m_body;
    QString m_dense; // the body without any blanks
    QString m_laidOut;
};

// Every field of the form once, the rows of its lists twice; texts in both scripts.
[[nodiscard]] QJsonObject filledRecord(const schema::FormDefinition& form);

// What a person finds on the paper for each value of `payload`, with its JSON pointer.
struct Expected {
    QString pointer;
    QString text;
};
[[nodiscard]] std::vector<Expected> expectedTexts(const schema::FormDefinition& form, const QJsonObject& payload,
                                                  const QString& language);

// Blanks made one, invisible marks left out, composed as NFC.
[[nodiscard]] QString readable(const QString& text);

} // namespace ekatra::test
