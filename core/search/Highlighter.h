// Highlighter.h
// Marks in a text, as it is shown, what a query found there: by spelling, by sound, in either script, numbers however
// they are written. The index keeps no text, so this reads the record's own. Beside a PhoneticKey, on its thread.
#pragma once

#include "search/PhoneticKey.h"
#include "search/Query.h"

#include <QString>
#include <QStringView>

#include <set>
#include <vector>

namespace ekatra::search {

struct TextRange {
    qsizetype start = 0; // UTF-16 units
    qsizetype length = 0;

    friend bool operator==(const TextRange&, const TextRange&) = default;
};

struct Snippet {
    QString text; // with … where something was left out
    std::vector<TextRange> hits;
};

class Highlighter {
public:
    // `keys` must outlive this.
    Highlighter(const Query& query, PhoneticKey& keys);

    // Hits in order, not touching each other.
    [[nodiscard]] std::vector<TextRange> hits(QStringView text);

    // At most `maxLength` units around the densest hits, cut between words where there are any; the whole text if it is
    // short enough, its beginning if nothing was hit.
    [[nodiscard]] Snippet snippet(QStringView text, qsizetype maxLength);

private:
    struct Read {
        qsizetype start;
        qsizetype length;
        std::u16string text;
        std::string sound;
        std::vector<Key> keys;
    };

    void collect(const QueryTerm& term, const QueryTerm* before);
    [[nodiscard]] std::vector<Read> read(QStringView text);
    [[nodiscard]] bool isHit(const Read& word) const;
    [[nodiscard]] bool isPhraseAt(const std::vector<Read>& words, std::size_t at, const QStringList& phrase);
    [[nodiscard]] qsizetype numberHit(QStringView text, const Read& word) const;

    PhoneticKey& m_keys;
    std::set<std::u16string, std::less<>> m_words;
    std::set<Key> m_wordKeys;
    std::vector<std::u16string> m_prefixes;
    std::vector<Key> m_keyPrefixes;
    std::vector<QStringList> m_phrases;
    std::set<QString> m_exact;
    std::vector<QString> m_exactPrefixes;
};

} // namespace ekatra::search
