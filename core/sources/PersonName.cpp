#include "sources/PersonName.h"

#include "sources/Utf8.h"

#include <algorithm>
#include <array>

namespace ekatra::sources {

namespace {

enum class Mark { None, Alias, Relation, Address };

struct Marker {
    std::string_view word; // ASCII in small letters, without dots
    Mark mark;
    std::string_view relation = {};
};

// As written in FIRs and station registers; compared word by word, never inside a word.
constexpr std::array markers{
    Marker{"@", Mark::Alias},
    Marker{"urf", Mark::Alias},
    Marker{"alias", Mark::Alias},
    Marker{"aka", Mark::Alias},
    Marker{"उर्फ", Mark::Alias},
    Marker{"s/o", Mark::Relation, "F"},
    Marker{"d/o", Mark::Relation, "F"},
    Marker{"w/o", Mark::Relation, "H"},
    Marker{"h/o", Mark::Relation, "W"},
    Marker{"c/o", Mark::Relation, "C"},
    Marker{"पुत्र", Mark::Relation, "F"},
    Marker{"पुत्री", Mark::Relation, "F"},
    Marker{"सुपुत्र", Mark::Relation, "F"},
    Marker{"सुपुत्री", Mark::Relation, "F"},
    Marker{"बेटा", Mark::Relation, "F"},
    Marker{"बेटी", Mark::Relation, "F"},
    Marker{"वल्द", Mark::Relation, "F"},
    Marker{"पत्नी", Mark::Relation, "H"},
    Marker{"धर्मपत्नी", Mark::Relation, "H"},
    Marker{"विधवा", Mark::Relation, "H"},
    Marker{"मार्फत", Mark::Relation, "C"},
    Marker{"r/o", Mark::Address},
    Marker{"निवासी", Mark::Address},
    Marker{"वासी", Mark::Address},
    Marker{"साकिन", Mark::Address},
};

constexpr std::array<std::string_view, 15> titles{"sh", "shri", "sri", "smt",    "km",    "kumari", "mr",    "mrs",
                                                  "ms", "dr",   "श्री", "श्रीमती", "कुमारी", "डॉ",     "श्रीमान"};
constexpr std::array<std::string_view, 5> lateWords{"late", "lt", "स्व", "स्वर्गीय", "मरहूम"};

// "Sh." and "S/O" and "स्व०" as the tables have them.
std::string plainWord(std::string_view word)
{
    std::string plain = utf8::asciiLower(word);
    std::erase_if(plain, [](char c) { return c == '.' || c == ','; });
    for (const std::string_view zero : {"०", "0"}) { // "दि0": a nought after a letter stands for the dot
        if (plain.size() > zero.size() && plain.ends_with(zero) && static_cast<unsigned char>(plain.front()) >= 0x80)
            plain.erase(plain.size() - zero.size());
    }
    return plain;
}

const Marker* markerOf(std::string_view word)
{
    if (word.size() > 40)
        return nullptr;
    const std::string plain = plainWord(word);
    const auto found = std::find_if(markers.begin(), markers.end(), [&](const Marker& m) { return m.word == plain; });
    return found == markers.end() ? nullptr : &*found;
}

bool isOneOf(std::string_view word, const auto& list)
{
    const std::string plain = plainWord(word);
    return std::find(list.begin(), list.end(), plain) != list.end();
}

std::string_view between(std::string_view text, std::size_t from, std::size_t to)
{
    std::string_view part = utf8::trimmed(text.substr(from, to - from));
    while (!part.empty() && (part.back() == ',' || part.back() == '-'))
        part = utf8::trimmed(part.substr(0, part.size() - 1));
    return part;
}

void addAlias(std::vector<std::string>& aliases, std::string_view alias)
{
    const std::string name(utf8::trimmed(alias));
    if (!name.empty() && std::find(aliases.begin(), aliases.end(), name) == aliases.end())
        aliases.push_back(name);
}

void addPart(PersonName& person, const Marker* marker, std::string_view part)
{
    if (part.empty())
        return;
    if (marker == nullptr) {
        person.name = part;
        return;
    }
    switch (marker->mark) {
    case Mark::None:
        break;
    case Mark::Alias:
        // Behind the father's name it is the father's alias, and stays with him.
        if (person.relation.empty())
            addAlias(person.aliases, part);
        else
            person.relativeName += " @ " + std::string(part);
        break;
    case Mark::Relation:
        if (!person.relation.empty()) { // "S/o A S/o B": the grandfather stays with the father's name
            person.relativeName += ' ' + std::string(marker->word) + ' ' + std::string(part);
            break;
        }
        person.relation = marker->relation;
        person.relativeName = withoutTitle(part, &person.relativeDeceased);
        break;
    case Mark::Address:
        if (!person.address.empty())
            person.address += ' ';
        person.address += part;
        break;
    }
}

// "राजेश (राजू)": the bracket holds an alias.
void takeBracket(PersonName& person)
{
    const std::size_t open = person.name.find('(');
    const std::size_t close = person.name.find(')', open == std::string::npos ? 0 : open);
    if (open == std::string::npos || close == std::string::npos)
        return;
    addAlias(person.aliases, std::string_view(person.name).substr(open + 1, close - open - 1));
    person.name.erase(open, close - open + 1);
    person.name = utf8::trimmed(person.name);
}

} // namespace

std::string_view withoutTitle(std::string_view name, bool* deceased)
{
    while (true) {
        const std::size_t end = name.find(' ');
        // "Sh.Ram": the dot ends the title as a blank would.
        const std::size_t dot = name.find('.');
        const std::size_t cut = std::min(end, dot == std::string_view::npos ? end : dot + 1);
        if (cut == std::string_view::npos || cut >= name.size())
            return name;
        const std::string_view word = name.substr(0, cut);
        const bool late = isOneOf(word, lateWords);
        if (!late && !isOneOf(word, titles))
            return name;
        if (late && deceased != nullptr)
            *deceased = true;
        name = utf8::trimmed(name.substr(cut));
    }
}

PersonName splitPersonName(std::string_view text)
{
    // '@' parts words even where the writer left no blanks.
    std::string spaced;
    if (text.find('@') != std::string_view::npos) {
        for (const char c : text) {
            if (c == '@')
                spaced += " @ ";
            else
                spaced += c;
        }
        text = spaced;
    }
    PersonName person;
    const Marker* open = nullptr;
    std::size_t start = 0;
    for (const std::string_view word : utf8::words(text)) {
        const Marker* marker = markerOf(word);
        if (marker == nullptr)
            continue;
        const auto at = static_cast<std::size_t>(word.data() - text.data());
        addPart(person, open, between(text, start, at));
        open = marker;
        start = at + word.size();
    }
    addPart(person, open, between(text, start, text.size()));
    person.name = withoutTitle(person.name);
    takeBracket(person);
    return person;
}

std::vector<std::string> splitAliases(std::string_view text)
{
    std::vector<std::string> aliases;
    std::string part;
    const auto flush = [&] {
        addAlias(aliases, part);
        part.clear();
    };
    std::string spaced;
    for (const char c : text) {
        if (c == '@' || c == '/' || c == ',')
            spaced += " @ ";
        else
            spaced += c;
    }
    for (const std::string_view word : utf8::words(spaced)) {
        const Marker* marker = markerOf(word);
        if (marker != nullptr && marker->mark == Mark::Alias) {
            flush();
            continue;
        }
        if (!part.empty())
            part += ' ';
        part += word;
    }
    flush();
    return aliases;
}

} // namespace ekatra::sources
