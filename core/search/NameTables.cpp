#include "search/NameTables.h"

#include "base/Resources.h"
#include "search/TextNormalizer.h"

#include <QCryptographicHash>
#include <QList>

namespace ekatra::search {
namespace {

constexpr auto familiesFile = "names/families.csv";
constexpr auto wordsFile = "names/words.csv";

struct RoleName {
    const char* name;
    NameTables::Role role;
};

constexpr RoleName roleNames[] = {
    {"honorific", NameTables::Role::Honorific},
    {"relation", NameTables::Role::Relation},
    {"weak", NameTables::Role::Weak},
    {"first", NameTables::Role::FirstPart},
    {"last", NameTables::Role::LastPart},
    {"field", NameTables::Role::Field},
    {"kind", NameTables::Role::Kind},
    {"act", NameTables::Role::Act},
    {"leadin", NameTables::Role::LeadIn},
    {"filler", NameTables::Role::Filler},
    {"or", NameTables::Role::Or},
};

std::optional<NameTables::Role> roleNamed(const QString& name)
{
    for (const auto& known : roleNames) {
        if (name == QLatin1StringView(known.name))
            return known.role;
    }
    return std::nullopt;
}

std::u16string key(const QString& text)
{
    return normalized(text).toStdU16String();
}

// Rows of a table whose cells never hold a comma; the heading is left out.
template <class Take>
Result<void> forEachRow(const QByteArray& csv, const char* file, int columns, Take take)
{
    const QList<QByteArray> lines = csv.split('\n');
    for (int i = 1; i < lines.size(); ++i) {
        const QString line = QString::fromUtf8(lines[i]).trimmed();
        if (line.isEmpty())
            continue;
        const QStringList cells = line.split(u',');
        if (cells.size() != columns || !take(cells)) {
            return error(ErrorKind::BadInput, "names.table",
                         {{QStringLiteral("file"), QString::fromLatin1(file)},
                          {QStringLiteral("line"), QString::number(i + 1)}});
        }
    }
    return {};
}

} // namespace

Result<std::shared_ptr<const NameTables>> NameTables::load()
{
    const auto families = base::readResource(QString::fromLatin1(familiesFile));
    if (!families)
        return families.error();
    const auto words = base::readResource(QString::fromLatin1(wordsFile));
    if (!words)
        return words.error();
    return parse(*families, *words);
}

Result<std::shared_ptr<const NameTables>> NameTables::parse(const QByteArray& families, const QByteArray& words)
{
    auto tables = std::make_shared<NameTables>();
    if (auto added = tables->addFamilies(families); !added)
        return added.error();
    if (auto added = tables->addWords(words); !added)
        return added.error();
    tables->m_fingerprint = QCryptographicHash::hash(families + '\0' + words, QCryptographicHash::Sha256).toHex();
    return std::shared_ptr<const NameTables>(std::move(tables));
}

Result<void> NameTables::addFamilies(const QByteArray& csv)
{
    return forEachRow(csv, familiesFile, 3, [this](const QStringList& cells) {
        const std::u16string head = key(cells[0]);
        const bool bySound = cells[1] == u"sound";
        if (head.empty() || (!bySound && cells[1] != u"words"))
            return false;
        for (const QString& member : cells[2].split(u'|', Qt::SkipEmptyParts))
            m_families.insert_or_assign(key(member), Family{head, bySound});
        return true;
    });
}

Result<void> NameTables::addWords(const QByteArray& csv)
{
    return forEachRow(csv, wordsFile, 3, [this](const QStringList& cells) {
        const auto role = roleNamed(cells[0]);
        if (!role)
            return false;
        auto& words = m_words[static_cast<int>(*role)];
        for (const QString& word : cells[2].split(u'|', Qt::SkipEmptyParts)) {
            const std::u16string folded = key(word);
            words.insert_or_assign(folded, cells[1]);
            // Name parts are asked for by the head of their family.
            words.insert_or_assign(std::u16string(canonical(folded)), cells[1]);
        }
        return true;
    });
}

std::u16string_view NameTables::canonical(std::u16string_view folded) const
{
    const auto member = m_families.find(folded);
    return member == m_families.end() ? folded : std::u16string_view(member->second.head);
}

bool NameTables::has(Role role, std::u16string_view folded) const
{
    const auto& words = m_words[static_cast<int>(role)];
    return words.find(folded) != words.end();
}

std::optional<QString> NameTables::value(Role role, QStringView folded) const
{
    const auto& words = m_words[static_cast<int>(role)];
    const auto found = words.find(view(folded));
    if (found == words.end())
        return std::nullopt;
    return found->second;
}

} // namespace ekatra::search
