// WordReader.h
// Walks over a text and gives its words, folded, with the place where each stands in the original. Tokenizer, query
// parser and highlighter all read through it, so that they cannot disagree about what a word is. Keeps a view of the
// text, which must outlive it. One thread at a time.
//
// A word is a run of letters, signs and digits. Devanagari letters never share a word with digits or other letters, so
// that धारा302 is two words; the 0 of मु0 ends an abbreviation as a full stop would.
#pragma once

#include "search/TextNormalizer.h"

namespace ekatra::search {

struct Word {
    qsizetype start = 0; // in the original, UTF-16 units
    qsizetype length = 0; // in the original
    std::u16string_view text{}; // folded; valid until the next call
    bool hasDigit = false;
    bool isNumber = false; // digits and nothing else
};

class WordReader {
public:
    explicit WordReader(QStringView text, qsizetype from = 0);

    // The next word; false at the end of the text.
    [[nodiscard]] bool next(Word& word);

    // Reads on at `position`.
    void moveTo(qsizetype position) { m_at = position; }

private:
    struct Unit {
        CharClass kind;
        qsizetype length;
    };
    [[nodiscard]] Unit unitAt(qsizetype position) const;
    [[nodiscard]] qsizetype skipToWord() const;
    [[nodiscard]] bool isAbbreviationZero(qsizetype position) const;

    std::u16string_view m_text;
    qsizetype m_size;
    qsizetype m_at;
    std::u16string m_folded;
};

} // namespace ekatra::search
