// SectionTokens.h
// What a clerk wrote, cut into sections, acts and the words between them. The first half of the section parser; its own
// room's business only. Pure; any thread.
#pragma once

#include "law/ActTable.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ekatra::law {

enum class TokenKind {
    Section,
    Act, // `act` is its code, "OTHER" with `text` as written when the table lacks it
    SectionWord, // u/s, धारा
    And, // r/w, व, and
    Added,
    DeletedNext,
    DeletedBefore,
    Instead, // "302 altered to 304"
    Range, // "143 to 149"
    Open, // bracket around words, not around a clause
    Close,
    Break, // end of a line or sentence
};

struct Token {
    TokenKind kind = TokenKind::Section;
    QString text;
    QString act;

    QString number; // of a section
    QString letters; // A of 304A, still unsure whether it belongs to the number
    bool hyphened = false; // the letters came after a hyphen
    QStringList brackets;
    QChar before = u' '; // separator between the section before and this one
    bool isYear = false; // four digits that read as a year
    bool inRange = false; // not written itself: stands between the ends of a range
    bool clauseOnly = false; // "(s)": shares the head of the section before

    [[nodiscard]] bool plain() const { return letters.isEmpty() && brackets.isEmpty(); }
};

[[nodiscard]] std::vector<Token> tokensOf(const ActTable& acts, QStringView text);

} // namespace ekatra::law
