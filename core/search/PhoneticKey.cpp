#include "search/PhoneticKey.h"

#include "search/SoundString.h"
#include "search/TextNormalizer.h"

#include <algorithm>

namespace ekatra::search {
namespace {

constexpr std::size_t generationSize = 100'000;
constexpr std::size_t mostKeys = 4;

bool isA(char c)
{
    return c == 'a' || c == 'A';
}

// The readings of `sound`, likeliest first: each open letter is decided one way and the other.
class Readings {
public:
    explicit Readings(std::string_view sound) { follow(sound, 0, {}); }

    std::vector<std::string> take() { return std::move(m_all); }

private:
    void follow(std::string_view sound, std::size_t at, std::string sofar)
    {
        for (; at < sound.size(); ++at) {
            const char c = sound[at];
            const char last = sofar.empty() ? '\0' : sofar.back();
            const char next = at + 1 < sound.size() ? sound[at + 1] : '\0';
            const auto fork = [&](std::string_view likely, std::string_view other) {
                follow(sound, at + 1, sofar + std::string(likely));
                follow(sound, at + 1, sofar + std::string(other));
            };
            switch (c) {
            case 'R':
                return fork("r", "d");
            case 'N':
                return fork("n", "");
            case 'Y':
                return fork("y", "j");
            case 'Z':
                return fork("A", "");
            case 'E':
                return next == '\0' ? fork("i", "") : fork("", "i");
            case 'U':
                return fork("u", at == 0 ? "a" : "");
            case 'v':
                if (isA(last) && (next == 'u' || next == 'o')) { // तावडू, Tauru
                    sofar.pop_back();
                    continue;
                }
                if (next == '\0' && (isA(last) || last == 'e')) { // राव, Rao; देव, Deo
                    if (isA(last))
                        sofar.back() = 'u';
                    else
                        sofar += 'u';
                    continue;
                }
                if ((isA(last) || last == 'e') && isSyllableEnd(sound, at)) { // Avtar, Autar
                    std::string vowel = sofar;
                    if (isA(last))
                        vowel.back() = 'u';
                    else
                        vowel += 'u';
                    follow(sound, at + 1, sofar + 'b');
                    follow(sound, at + 1, vowel);
                    return;
                }
                if (soundClass(last) == 's' && isA(next)) // स्वरूप, Sarup
                    return fork("b", "");
                sofar += 'b';
                continue;
            default:
                sofar += c;
            }
        }
        if (m_all.size() < mostKeys)
            m_all.push_back(std::move(sofar));
    }

    static bool isSyllableEnd(std::string_view sound, std::size_t at)
    {
        const char next = at + 1 < sound.size() ? sound[at + 1] : '\0';
        if (next == '\0')
            return false;
        if (!isVowelSound(next))
            return true;
        return next == 'a' && at + 2 < sound.size() && !isVowelSound(sound[at + 2]) && at + 3 < sound.size()
            && isVowelSound(sound[at + 3]);
    }

    std::vector<std::string> m_all;
};

bool isBroadVowel(char c)
{
    return c == 'a' || c == 'i' || c == 'u';
}

// Consonant classes with one letter each for i/e and u/o; a is kept only where a word begins or ends.
Key reduced(std::string_view reading, bool keepLastA)
{
    Key key;
    for (std::size_t i = 0; i < reading.size(); ++i) {
        const char c = soundClass(reading[i]);
        const bool atEnd = i + 1 == reading.size();
        if (c == 'a' && i > 0 && !(atEnd && keepLastA && reading[i] == 'A'))
            continue;
        if (isBroadVowel(c) && !key.isEmpty() && key.back() == c)
            continue;
        key += c;
    }
    // प्रीति and पिरीति, Tirlok and Trilok: between consonants r and i change places freely.
    for (qsizetype i = 1; i + 2 < key.size(); ++i) {
        if (key[i] == 'r' && key[i + 1] == 'i' && !isBroadVowel(key[i - 1]) && !isBroadVowel(key[i + 2])
            && key[i + 2] != 'y') {
            key[i] = 'i';
            key[i + 1] = 'r';
        }
    }
    return key;
}

void addUnique(std::vector<Key>& keys, Key key)
{
    if (!key.isEmpty() && std::find(keys.begin(), keys.end(), key) == keys.end())
        keys.push_back(std::move(key));
}

std::vector<Key> keysOfSound(std::string_view sound, bool keepLastA)
{
    std::vector<Key> keys;
    if (sound.empty())
        return keys;
    for (const auto& reading : Readings(sound).take())
        addUnique(keys, reduced(reading, keepLastA));
    return keys;
}

bool anyBegins(const Key& key, const std::vector<Key>& beginnings)
{
    return std::any_of(beginnings.begin(), beginnings.end(), [&key](const Key& one) { return key.startsWith(one); });
}

// Without those that begin with another of them.
std::vector<Key> withoutLonger(std::vector<Key> keys)
{
    std::sort(keys.begin(), keys.end());
    std::vector<Key> shortest;
    for (Key& key : keys) {
        if (!anyBegins(key, shortest))
            shortest.push_back(std::move(key));
    }
    return shortest;
}

// Without the sounds at its end that the next letter may change.
std::string_view settledBeginning(std::string_view sound)
{
    while (!sound.empty() && std::string_view("aAZN").find(sound.back()) != std::string_view::npos)
        sound.remove_suffix(1);
    return sound;
}

// Where r and i at the end of a beginning may yet change places, both orders are possible.
void addTurned(std::vector<Key>& keys, const Key& key)
{
    qsizetype r = key.size() - 1;
    if (r > 1 && key[r] == 'i')
        --r;
    if (r > 0 && key[r] == 'r' && !isBroadVowel(key[r - 1]))
        addUnique(keys, key.left(r) + "ir");
}

// Letters that may follow in a folded word of the same script; none for other scripts and numbers.
std::u16string lettersAfter(char16_t letter)
{
    std::u16string letters;
    const auto add = [&letters](char16_t first, char16_t last) {
        for (char16_t c = first; c <= last; ++c)
            letters += c;
    };
    if (letter >= u'a' && letter <= u'z') {
        add(u'a', u'z');
    } else if (letter >= u'\u0900' && letter <= u'\u0963') {
        add(u'\u0901', u'\u0903'); // nasals, visarga
        add(u'\u0905', u'\u0939'); // vowels, consonants
        add(u'\u093C', u'\u093C');
        add(u'\u093E', u'\u094D'); // vowel signs, halant
    }
    return letters;
}

} // namespace

PhoneticKey::PhoneticKey(std::shared_ptr<const NameTables> tables) : m_tables(std::move(tables))
{
    readFamilies();
}

// A spelling near a member's belongs to the family as well: what sounds like Gurjar is a Gujjar. Short keys are too
// common for that.
void PhoneticKey::readFamilies()
{
    constexpr qsizetype shortest = 3;
    for (const auto& [member, family] : m_tables->families()) {
        const auto headKeys = keysOfSound(soundOf(family.head), true);
        if (!family.bySound || headKeys.empty())
            continue;
        for (const Key& key : keysOfSound(soundOf(member), true)) {
            if (key.size() >= shortest && key != headKeys.front())
                m_headKeys.emplace(key, headKeys.front());
        }
    }
}

std::vector<Key> PhoneticKey::keys(QStringView word)
{
    std::u16string folded;
    foldWord(view(word), folded);
    return entry(folded).keys;
}

Key PhoneticKey::key(QStringView word)
{
    const auto all = keys(word);
    return all.empty() ? Key() : all.front();
}

const PhoneticKey::Entry& PhoneticKey::entry(std::u16string_view folded)
{
    if (const auto known = m_recent.find(folded); known != m_recent.end())
        return known->second;
    if (m_recent.size() >= generationSize) {
        m_elder = std::move(m_recent);
        m_recent.clear();
    }
    Entry found;
    if (const auto known = m_elder.find(folded); known != m_elder.end())
        found = std::move(known->second);
    else
        found = work(folded);
    return m_recent.insert_or_assign(std::u16string(folded), std::move(found)).first->second;
}

PhoneticKey::Entry PhoneticKey::work(std::u16string_view folded) const
{
    Entry entry;
    const std::u16string_view canonical = m_tables->canonical(folded);
    entry.sound = soundOf(canonical);
    entry.keys = keysOfSound(entry.sound, true);
    addFamilyKeys(entry.keys);
    entry.weak = m_tables->has(NameTables::Role::Weak, canonical);
    entry.joinsNext = m_tables->has(NameTables::Role::FirstPart, canonical);
    entry.joinsPrevious = entry.weak || m_tables->has(NameTables::Role::LastPart, canonical);
    return entry;
}

void PhoneticKey::addFamilyKeys(std::vector<Key>& keys) const
{
    const std::size_t own = keys.size();
    for (std::size_t i = 0; i < own; ++i) {
        if (const auto head = m_headKeys.find(keys[i]); head != m_headKeys.end())
            addUnique(keys, head->second);
    }
}

const std::vector<Key>& PhoneticKey::joinedKeys(std::string_view first, std::string_view second)
{
    static const std::vector<Key> none;
    if (first.empty() || second.empty())
        return none;
    std::string together(first);
    together += second;
    if (const auto known = m_joined.find(together); known != m_joined.end())
        return known->second;
    if (m_joined.size() >= generationSize)
        m_joined.clear();
    auto keys = keysOfSound(settledSound(together), true);
    addFamilyKeys(keys);
    return m_joined.emplace(std::move(together), std::move(keys)).first->second;
}

// What the keys of longer words begin with as far as the letters so far can tell, and the letter after them.
std::vector<Key> PhoneticKey::likelyBeginnings(std::u16string_view folded) const
{
    std::vector<Key> found;
    const auto add = [&found](std::string_view sound, qsizetype most) {
        for (Key& key : keysOfSound(settledBeginning(sound), false)) {
            key.truncate(most);
            addTurned(found, key);
            addUnique(found, std::move(key));
        }
    };
    add(soundOf(folded), static_cast<qsizetype>(folded.size()));
    // The next letter may change a sound, not add one.
    qsizetype length = static_cast<qsizetype>(folded.size());
    for (const Key& key : found)
        length = std::min(length, key.size());
    std::u16string longer(folded);
    for (const char16_t letter : lettersAfter(folded.back())) {
        longer.push_back(letter);
        add(soundOf(longer), length);
        longer.pop_back();
    }
    // Members of families have the keys of the head.
    for (const auto& [member, family] : m_tables->families()) {
        if (member.compare(0, folded.size(), folded) == 0) {
            for (Key& key : keysOfSound(soundOf(family.head), false))
                addUnique(found, std::move(key));
        }
    }
    return found;
}

// The letters with which keys of words beginning so can begin: K of Kamal and Khan, C and K of c.
const std::vector<Key>& PhoneticKey::firstSounds(char16_t letter)
{
    if (const auto known = m_firstSounds.find(letter); known != m_firstSounds.end())
        return known->second;
    std::vector<Key> firsts;
    for (const char16_t next : lettersAfter(letter)) {
        for (const Key& key : likelyBeginnings(std::u16string{letter, next}))
            addUnique(firsts, key.left(1));
    }
    return m_firstSounds.emplace(letter, std::move(firsts)).first->second;
}

std::vector<Key> PhoneticKey::prefixKeys(std::u16string_view folded)
{
    constexpr std::size_t vague = 2; // letters that say no more than the first sound
    if (folded.empty())
        return {};
    std::vector<Key> found = firstSounds(folded.front());
    for (std::size_t size = 2; size <= folded.size(); ++size) {
        std::vector<Key> longer;
        for (Key& key : likelyBeginnings(folded.substr(0, size))) {
            if (size <= vague)
                key.truncate(1);
            if (anyBegins(key, found))
                addUnique(longer, std::move(key));
        }
        if (!longer.empty())
            found = withoutLonger(std::move(longer));
    }
    for (const auto& [member, head] : m_headKeys) {
        if (anyBegins(member, found))
            addUnique(found, head);
    }
    return withoutLonger(std::move(found));
}

bool PhoneticKey::meet(const std::vector<Key>& a, const std::vector<Key>& b)
{
    return std::any_of(a.begin(), a.end(),
                       [&](const Key& key) { return std::find(b.begin(), b.end(), key) != b.end(); });
}

} // namespace ekatra::search
