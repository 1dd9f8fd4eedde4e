// EditSimilarity.h
// How alike two names are, 0 to 1, across scripts and spellings: for ranking a bounded set of candidates that the index
// brought, and for telling apart what a key alone merges (Meena, Maina). Used beside a PhoneticKey, on its thread.
//
// 1 is the same word; above sameName one should be read as the other; weak words (Singh, Kumar) weigh little, titles
// nothing.
#pragma once

#include "search/PhoneticKey.h"

#include <QStringView>

#include <string_view>

namespace ekatra::search {

inline constexpr double sameName = 0.80;

// Edits (insert, delete, change, swap of neighbours) that turn a into b. Bit-parallel; the shorter must have at most 64
// letters, longer ones are cut.
[[nodiscard]] int editDistance(std::string_view a, std::string_view b);

class EditSimilarity {
public:
    // `keys` must outlive this.
    explicit EditSimilarity(PhoneticKey& keys);

    // Two words, folded or not.
    [[nodiscard]] double similarity(QStringView queryWord, QStringView candidateWord);

    // Two whole names: titles left out, words matched as a set, joined or apart. `s/o` parts are matched with each
    // other.
    [[nodiscard]] double nameSimilarity(QStringView queryName, QStringView candidateName);

private:
    struct NameWord {
        std::u16string text;
        bool weak;
    };
    using Name = std::vector<NameWord>;

    [[nodiscard]] double ofWords(std::u16string_view a, std::u16string_view b);
    [[nodiscard]] double ofSounds(std::string_view a, std::string_view b);
    [[nodiscard]] double ofNames(const Name& query, const Name& candidate);
    [[nodiscard]] double ofJoinedNames(const Name& query, const Name& candidate);
    [[nodiscard]] std::vector<Name> namesIn(QStringView text) const;

    PhoneticKey& m_keys;
};

} // namespace ekatra::search
