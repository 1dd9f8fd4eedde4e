#include "search/EditSimilarity.h"

#include "search/SoundString.h"
#include "search/TextNormalizer.h"
#include "search/WordReader.h"

#include <algorithm>
#include <array>

namespace ekatra::search {
namespace {

constexpr std::size_t machineWord = 64;
constexpr double weakWeight = 0.25;
constexpr double wholeLetter = 0.7; // an edit that no habit of spelling explains
constexpr double otherName = sameName - 0.01;
constexpr double knownFamily = 0.85;
constexpr double hopeless = 0.45; // words with fewer letters in common are not looked at closely

bool isShortA(char c)
{
    return c == 'a' || c == 'A';
}

// What is left of a sound when inner a is not counted: the letters that clerks agree on.
std::string skeleton(std::string_view sound)
{
    std::string bones;
    for (std::size_t i = 0; i < sound.size(); ++i) {
        const char c = soundClass(sound[i] == 'R' ? 'r' : sound[i] == 'N' ? 'n' : sound[i]);
        if (c == 'a' && i > 0 && i + 1 < sound.size())
            continue;
        bones += c;
    }
    return bones;
}

double insertionCost(std::string_view sound, std::size_t at)
{
    const char c = sound[at];
    const bool atEnd = at + 1 == sound.size();
    switch (c) {
    case 'a':
        return atEnd ? 0.6 : 0.12;
    case 'A':
        return atEnd ? 1.0 : 0.3;
    case 'E':
    case 'U':
    case 'Z':
    case 'N':
        return 0.15;
    case 'h':
        return 0.45;
    case 'y':
        return 0.6;
    case 'n': // a nasal that is heard or not: नारनोंद, Narnaud
        return !atEnd && at > 0 && isVowelSound(sound[at - 1]) && !isVowelSound(sound[at + 1]) ? 0.6 : 1.0;
    case 'i':
    case 'e':
    case 'u':
    case 'o':
        return atEnd ? 1.0 : 0.75;
    default:
        return 1.0;
    }
}

struct Pair {
    char a;
    char b;
    double cost;
};

// Sounds that stand for each other in clerks' hands, with how far apart they are.
constexpr Pair near[] = {
    {'a', 'A', 0.06}, {'E', 'a', 0.05}, {'E', 'e', 0.03}, {'E', 'i', 0.1},  {'E', 'A', 0.2}, {'U', 'u', 0.03},
    {'U', 'a', 0.1},  {'Z', 'A', 0.03}, {'Z', 'a', 0.03}, {'i', 'e', 0.7},  {'u', 'o', 0.4}, {'Y', 'y', 0.0},
    {'Y', 'j', 0.25}, {'N', 'n', 0.03}, {'R', 'r', 0.06}, {'R', 'd', 0.1},  {'R', 'D', 0.1}, {'s', 'S', 0.08},
    {'b', 'v', 0.06}, {'B', 'v', 0.3},  {'f', 'p', 0.5},  {'m', 'n', 0.75}, {'t', 'd', 0.7}, {'T', 'D', 0.7},
    {'T', 'd', 0.75}, {'t', 'D', 0.75}, {'k', 'g', 0.7},  {'j', 'y', 0.6},  {'c', 's', 0.8}, {'v', 'u', 0.3},
    {'v', 'o', 0.3},  {'a', 'i', 0.75}, {'a', 'u', 0.75}, {'a', 'e', 0.6},  {'a', 'o', 0.7}, {'r', 'd', 0.85},
};

double changeCost(char a, char b)
{
    if (a == b)
        return 0;
    for (const Pair& pair : near) {
        if ((pair.a == a && pair.b == b) || (pair.a == b && pair.b == a))
            return pair.cost;
    }
    const bool vowels = isVowelSound(a) && isVowelSound(b);
    if (vowels)
        return 0.8;
    if (soundClass(a) == soundClass(b)) // an aspirate and its plain sister
        return 0.1;
    return isVowelSound(a) != isVowelSound(b) ? 1.5 : 1.0;
}

// Weighted edit distance between two sounds.
double soundDistance(std::string_view a, std::string_view b)
{
    std::vector<double> above(b.size() + 1);
    std::vector<double> row(b.size() + 1);
    for (std::size_t j = 1; j <= b.size(); ++j)
        above[j] = above[j - 1] + insertionCost(b, j - 1);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        const double removal = insertionCost(a, i - 1);
        row[0] = above[0] + removal;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({above[j] + removal, row[j - 1] + insertionCost(b, j - 1),
                               above[j - 1] + changeCost(a[i - 1], b[j - 1])});
        }
        std::swap(above, row);
    }
    return above[b.size()];
}

double weightOf(std::string_view sound)
{
    double weight = 0;
    for (std::size_t i = 0; i < sound.size(); ++i)
        weight += isVowelSound(sound[i]) ? (i > 0 && isShortA(sound[i]) ? 0.25 : 0.7) : 1.0;
    return weight;
}

} // namespace

int editDistance(std::string_view a, std::string_view b)
{
    if (a.size() > b.size())
        std::swap(a, b);
    a = a.substr(0, machineWord);
    if (a.empty())
        return static_cast<int>(b.size());
    std::array<quint64, 256> places{};
    for (std::size_t i = 0; i < a.size(); ++i)
        places[static_cast<unsigned char>(a[i])] |= quint64(1) << i;

    // Columns of the distance table as differences down (plus, minus); `diagonal` marks where a step costs nothing.
    quint64 plus = ~quint64(0);
    quint64 minus = 0;
    quint64 diagonal = 0;
    quint64 placesBefore = 0;
    const quint64 lastBit = quint64(1) << (a.size() - 1);
    int distance = static_cast<int>(a.size());
    for (const char c : b) {
        const quint64 here = places[static_cast<unsigned char>(c)];
        const quint64 swapped = (((~diagonal) & here) << 1) & placesBefore;
        diagonal = (((here & plus) + plus) ^ plus) | here | minus | swapped;
        quint64 across = minus | ~(diagonal | plus);
        quint64 acrossMinus = plus & diagonal;
        distance += (across & lastBit) != 0 ? 1 : 0;
        distance -= (acrossMinus & lastBit) != 0 ? 1 : 0;
        across = (across << 1) | 1;
        acrossMinus <<= 1;
        plus = acrossMinus | ~(diagonal | across);
        minus = across & diagonal;
        placesBefore = here;
    }
    return distance;
}

EditSimilarity::EditSimilarity(PhoneticKey& keys) : m_keys(keys) { }

double EditSimilarity::similarity(QStringView queryWord, QStringView candidateWord)
{
    std::u16string a;
    std::u16string b;
    foldWord(view(queryWord), a);
    foldWord(view(candidateWord), b);
    return ofWords(a, b);
}

double EditSimilarity::ofWords(std::u16string_view a, std::u16string_view b)
{
    if (a == b)
        return 1;
    const PhoneticKey::Entry first = m_keys.entry(a);
    const PhoneticKey::Entry& second = m_keys.entry(b);
    if (first.sound.empty() || second.sound.empty()) {
        const auto left = QStringView(a).toUtf8();
        const auto right = QStringView(b).toUtf8();
        const auto longest = static_cast<double>(std::max(left.size(), right.size()));
        return longest > 0 ? 1 - editDistance(left.toStdString(), right.toStdString()) / longest : 0;
    }
    if (m_keys.tables().canonical(a) == m_keys.tables().canonical(b))
        return 0.97;
    double score = ofSounds(first.sound, second.sound);
    // A second reading or a family that the tables know of says more than the letters do.
    if (first.keys.front() != second.keys.front() && PhoneticKey::meet(first.keys, second.keys))
        score = std::max(score, knownFamily);
    return std::min(score, 0.99);
}

double EditSimilarity::ofSounds(std::string_view a, std::string_view b)
{
    const std::string left = skeleton(a);
    const std::string right = skeleton(b);
    const auto longest = static_cast<double>(std::max(left.size(), right.size()));
    const double rough = longest > 0 ? 1 - editDistance(left, right) / longest : 0;
    if (rough < hopeless)
        return rough;
    const double weight = std::max(weightOf(a), weightOf(b));
    if (weight <= 0)
        return 0;
    const double distance = soundDistance(a, b);
    const double score = std::max(0.0, 1 - distance / weight);
    // However long two words are, a letter apart they are two names (Narender, Varinder).
    return distance >= wholeLetter ? std::min(score, otherName) : score;
}

std::vector<EditSimilarity::Name> EditSimilarity::namesIn(QStringView text) const
{
    const NameTables& tables = m_keys.tables();
    std::vector<std::u16string> words;
    WordReader reader(text);
    Word word;
    while (reader.next(word))
        words.emplace_back(word.text);
    std::vector<Name> names(1);
    const auto relationAt = [&](std::size_t at) -> std::size_t {
        for (std::size_t count = std::min<std::size_t>(3, words.size() - at); count > 0; --count) {
            std::u16string phrase = words[at];
            for (std::size_t i = 1; i < count; ++i)
                phrase += u" " + words[at + i];
            if (tables.has(NameTables::Role::Relation, phrase))
                return count;
        }
        return 0;
    };
    for (std::size_t i = 0; i < words.size();) {
        if (const std::size_t relation = i > 0 ? relationAt(i) : 0; relation > 0 && i + relation < words.size()) {
            names.emplace_back();
            i += relation;
            continue;
        }
        const bool weak = tables.has(NameTables::Role::Weak, tables.canonical(words[i]));
        const bool title =
            names.back().empty() && i + 1 < words.size() && tables.has(NameTables::Role::Honorific, words[i]);
        names.back().push_back({words[i], weak || title});
        ++i;
    }
    return names;
}

double EditSimilarity::ofNames(const Name& query, const Name& candidate)
{
    const auto weight = [](const NameWord& word) { return word.weak ? weakWeight : 1.0; };
    std::vector<bool> taken(candidate.size(), false);
    double sum = 0;
    double total = 0;
    bool sameStrongWords = true; // a shared Singh does not make Savender of Surender
    for (const NameWord& asked : query) {
        double best = 0;
        std::size_t bestAt = candidate.size();
        for (std::size_t i = 0; i < candidate.size(); ++i) {
            if (taken[i])
                continue;
            const double score = ofWords(asked.text, candidate[i].text);
            if (score > best) {
                best = score;
                bestAt = i;
            }
        }
        if (bestAt < candidate.size() && best >= hopeless)
            taken[bestAt] = true;
        sameStrongWords = sameStrongWords && (asked.weak || best >= sameName);
        sum += best * weight(asked);
        total += weight(asked);
    }
    for (std::size_t i = 0; i < candidate.size(); ++i) {
        if (!taken[i])
            total += weight(candidate[i]) * 0.5; // a name may gain a word between two papers
    }
    const double score = total > 0 ? sum / total : 0;
    return sameStrongWords ? score : std::min(score, otherName);
}

double EditSimilarity::ofJoinedNames(const Name& query, const Name& candidate)
{
    const auto sound = [&](const Name& name) {
        std::string all;
        for (const NameWord& word : name)
            all += m_keys.entry(word.text).sound;
        return settledSound(all);
    };
    return 0.99 * ofSounds(sound(query), sound(candidate));
}

double EditSimilarity::nameSimilarity(QStringView queryName, QStringView candidateName)
{
    const NameTables& tables = m_keys.tables();
    auto query = namesIn(queryName);
    auto candidate = namesIn(candidateName);
    const std::size_t shared = std::min(query.size(), candidate.size());
    double worst = 1;
    for (std::size_t i = 0; i < shared; ++i) {
        const auto bare = [&](Name name) { // without its titles
            while (name.size() > 1 && tables.has(NameTables::Role::Honorific, name.front().text)
                   && !(name.size() == 2 && name.back().weak))
                name.erase(name.begin());
            return name;
        };
        const Name left = bare(query[i]);
        const Name right = bare(candidate[i]);
        worst = std::min(worst,
                         std::max({ofNames(left, right), ofJoinedNames(left, right), ofNames(query[i], candidate[i]),
                                   ofJoinedNames(query[i], candidate[i])}));
    }
    return worst;
}

} // namespace ekatra::search
