// PhoneticKey.h
// Keys that are the same however a name was spelt: कुमार, Kumar and Kumaar meet in one, काल, कुल and केला do not. A word
// whose spelling leaves two readings open (गौड़: Gaur, Gaud) has a key for each; two words sound alike when they share
// one. Keys choose candidates; EditSimilarity ranks them.
//
// One instance per connection, used by one thread at a time: it remembers what it has worked out, up to a bound.
#pragma once

#include "search/NameTables.h"

#include <QByteArray>
#include <QStringView>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ekatra::search {

// Stands before every key in the index; no word contains it.
inline constexpr char keyMark = '~';

// Raise it with every change of rules that alters keys or folded words: indexes made by another version are rebuilt.
inline constexpr int keyVersion = 2;

using Key = QByteArray;

class PhoneticKey {
public:
    struct Entry {
        std::string sound; // SoundString's alphabet; empty if the word has none
        std::vector<Key> keys; // likeliest first, a handful at most
        bool weak = false; // Singh, Kumar, Devi: shared by thousands
        bool joinsNext = false; // Ram, Jai, Om: often written in one with the next word
        bool joinsPrevious = false; // Singh, Lal, Pal: often written in one with the word before
    };

    explicit PhoneticKey(std::shared_ptr<const NameTables> tables);

    // Keys of a word as written or folded; none for numbers, single Latin letters and other scripts.
    [[nodiscard]] std::vector<Key> keys(QStringView word);

    // The likeliest of them, or an empty key.
    [[nodiscard]] Key key(QStringView word);

    // What is known of a folded word. The reference holds until the next call.
    [[nodiscard]] const Entry& entry(std::u16string_view folded);

    // Keys of two words written as one, from their sounds; none if either has no sound.
    [[nodiscard]] const std::vector<Key>& joinedKeys(std::string_view first, std::string_view second);

    // What keys of words that begin with `folded` may begin with. Each begins with one that a shorter beginning has, so
    // that a longer beginning finds nothing that a shorter one does not.
    [[nodiscard]] std::vector<Key> prefixKeys(std::u16string_view folded);

    // True if a and b share a key.
    [[nodiscard]] static bool meet(const std::vector<Key>& a, const std::vector<Key>& b);

    [[nodiscard]] const NameTables& tables() const { return *m_tables; }

private:
    using Memory = std::unordered_map<std::u16string, Entry, NameTables::Hash, std::equal_to<>>;

    [[nodiscard]] Entry work(std::u16string_view folded) const;

    [[nodiscard]] std::vector<Key> likelyBeginnings(std::u16string_view folded) const;
    [[nodiscard]] const std::vector<Key>& firstSounds(char16_t letter);

    void readFamilies();
    void addFamilyKeys(std::vector<Key>& keys) const;

    std::shared_ptr<const NameTables> m_tables;
    std::map<Key, Key> m_headKeys; // of families: a member's key with the head's
    Memory m_recent; // two generations: when the younger is full, the elder is dropped
    Memory m_elder;
    std::unordered_map<std::string, std::vector<Key>> m_joined;
    std::map<char16_t, std::vector<Key>> m_firstSounds;
};

} // namespace ekatra::search
