// NameTables.h
// What no rule of sound can know: that Mohd is Mohammad and Lachhmi is Laxmi, which words are titles, which say who is
// whose son, which half of Haryana carries. Read once from resources/names; then unchanging and shared by any thread.
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringView>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace ekatra::search {

class NameTables {
public:
    enum class Role {
        Honorific, // Shri, Smt, स्व0
        Relation, // s/o, पुत्र; value: parent, resident, alias, care
        Weak, // Singh, Kumar, Devi
        FirstPart, // Ram, Jai, Om
        LastPart, // Bala, Parkash, Kheri
        Field, // name:, पिता:; value: the field's id
        Kind, // value: the kind's id
        Act, // value: the act's code in small letters
        LeadIn, // words before a number; value: fir, section, mobile, vehicle
        Filler, // no., number, थाना: words that say nothing by themselves
        Or, // or, या
    };
    static constexpr int roles = static_cast<int>(Role::Or) + 1;

    // Errors: NotFound resource.missing, BadInput names.table {file, line}.
    [[nodiscard]] static Result<std::shared_ptr<const NameTables>> load();

    // The same from memory: families ("head,reach,members") and words ("role,value,words"), members set apart by |.
    [[nodiscard]] static Result<std::shared_ptr<const NameTables>> parse(const QByteArray& families,
                                                                         const QByteArray& words);

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::u16string_view word) const { return std::hash<std::u16string_view>{}(word); }
    };
    struct Family {
        std::u16string head; // folded
        bool bySound = false; // whatever sounds like a member belongs to it too
    };
    using Families = std::unordered_map<std::u16string, Family, Hash, std::equal_to<>>;

    // Every folded member with its family.
    [[nodiscard]] const Families& families() const { return m_families; }

    // The head of the family that a folded word belongs to, or the word itself.
    [[nodiscard]] std::u16string_view canonical(std::u16string_view folded) const;

    [[nodiscard]] bool has(Role role, std::u16string_view folded) const;

    // What the folded words (one blank between two) stand for in this role.
    [[nodiscard]] std::optional<QString> value(Role role, QStringView folded) const;

    // Changes whenever the tables do; an index made with other tables is rebuilt.
    [[nodiscard]] const QByteArray& fingerprint() const { return m_fingerprint; }

private:
    Result<void> addFamilies(const QByteArray& csv);
    Result<void> addWords(const QByteArray& csv);

    Families m_families;
    std::unordered_map<std::u16string, QString, Hash, std::equal_to<>> m_words[roles];
    QByteArray m_fingerprint;
};

} // namespace ekatra::search
