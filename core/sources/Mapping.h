// Mapping.h
// A profile's field mapping, compiled: flat lists of steps that a MappingRunner works off row by row, so that nothing
// is looked up by name while a page is mapped. Internal to sources. Immutable once made; any thread.
#pragma once

#include "sources/Transform.h"

#include <array>
#include <unordered_set>

namespace ekatra::sources {

// Words that stand for "nothing" in a source's cells. ASCII letters in any case.
class WordSet {
public:
    void add(std::string_view word);
    [[nodiscard]] bool contains(std::string_view trimmedText) const;
    [[nodiscard]] bool empty() const { return m_words.empty(); }

private:
    std::unordered_set<std::string> m_words;
    std::array<bool, 256> m_firstBytes{};
    std::size_t m_longest = 0;
};

struct Scope;

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using SlotTable = std::unordered_map<std::string, int, TextHash, std::equal_to<>>;

struct TemplatePiece {
    std::string literal; // when `slot` is -1
    int slot = -1;
    bool optional = false;
};

// One member of our payload and how it is made.
struct MapOp {
    enum class Kind {
        Value, // a field, through transforms
        Constant, // the same in every row
        Group, // an object made of fields of the same row
        Object, // an object made of a nested object
        List, // a list made of a nested list
        Items, // a list of groups
        Collect, // a list of texts from several fields
        CountUnknown, // how many entries of a list are nobody in particular
        Sum, // over a list
    };

    Kind kind = Kind::Value;
    std::string key; // the member's name, quoted, with its colon
    QString path; // where it stands in the payload, for messages
    std::vector<int> from; // slots, the first that says something wins
    std::vector<TemplatePiece> pieces;
    std::string constant;
    std::vector<Transform> steps;
    std::shared_ptr<const WordSet> nullWords;
    bool required = false;
    bool warnOnly = false; // a fault leaves the member out, keeps its text in source_text, and the row lives
    int unknownSlot = -1; // List: entries whose name is an unknown-word are left out
    std::string field; // CountUnknown, Sum: the field inside the list's entries
    std::vector<MapOp> members; // Group, Items
    std::unique_ptr<Scope> scope; // Object, List
};

// A name cell that is taken apart into several slots: name, aliases, relation, relative_name, address.
struct DerivedName {
    int from = -1;
    int firstSlot = -1;
    static constexpr std::array<const char*, 5> parts{"name", "aliases", "relation", "relative_name", "address"};
};

// The fields of one JSON object that are wanted, each in its slot, and what is made of them.
struct Scope {
    int id = 0;
    std::vector<std::string> names; // of the slots; derived ones have names that no field can have
    SlotTable slots;
    std::vector<DerivedName> derived;
    std::vector<MapOp> ops; // in the order of their keys
};

struct Mapping {
    std::unique_ptr<Scope> root;
    int scopeCount = 0;
    MapOp key; // the source's key, required
    std::optional<MapOp> revision;
    WordSet unknownWords;
};

} // namespace ekatra::sources
