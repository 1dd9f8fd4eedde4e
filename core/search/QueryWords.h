// QueryWords.h
// Reads a stretch of free text in a query: numbers as they are written, words that say what follows (FIR, धारा, s/o),
// titles to leave out, and names. Used by QueryParser alone.
#pragma once

#include "search/NameTables.h"
#include "search/NumberReader.h"
#include "search/Query.h"

#include <QDate>
#include <QStringView>

#include <string>
#include <vector>

namespace ekatra::search {

class QueryWords {
public:
    struct Found {
        QueryTerm term;
        Chip chip;
        Note note{}; // code empty: none
    };

    // Reads `text` from `start` to its end.
    QueryWords(QStringView text, qsizetype start, const NameTables& tables, QDate today);

    // `typing`: the last word may go on.
    [[nodiscard]] std::vector<Found> read(bool typing);

private:
    struct Piece {
        qsizetype start;
        qsizetype length;
        std::u16string text;
        bool hasDigit;
        bool isNumber;
    };
    struct Said {
        QString value;
        std::size_t words = 0; // 0: nothing
    };

    [[nodiscard]] Said said(NameTables::Role role, std::size_t at) const;
    [[nodiscard]] std::size_t skipFillers(std::size_t at) const;
    [[nodiscard]] std::size_t pieceAt(qsizetype position) const;
    [[nodiscard]] bool isName(std::size_t at) const;
    [[nodiscard]] bool isTitle(std::size_t at) const;
    [[nodiscard]] bool followsYear(int year) const;

    bool readLeadIn();
    bool readRelation();
    bool readSections(bool lead);
    bool readNumber();
    bool readFir(std::size_t at, std::size_t first);
    bool readUnknownNumber(const Piece& piece);
    void readDigits(const Piece& piece);
    void readWord(bool mayGoOn);

    void add(QueryTerm term, QString text, std::size_t first, std::size_t end, Note note = {});
    void addExact(Field field, QStringList exact, QString text, std::size_t first, std::size_t end, Note note = {});

    QStringView m_text;
    const NameTables& m_tables;
    QDate m_today;
    std::vector<Piece> m_pieces;
    std::vector<Found> m_found;
    std::size_t m_at = 0;
    Field m_field = Field::Any; // of the words that follow a relation
    bool m_besideWord = false; // the last thing found was a word of the same name
};

} // namespace ekatra::search
