#include "sources/SectionText.h"

#include "sources/Utf8.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace ekatra::sources {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isInBracket(char c)
{
    return isDigit(c) || isUpper(c) || (c >= 'a' && c <= 'z');
}

// "120-B" and "379 A" as "120B" and "379A", letters large outside brackets.
std::string tidied(std::string_view text)
{
    std::string section;
    int depth = 0;
    for (const char c : text) {
        if (c == ' ' || c == '-' || c == '.')
            continue;
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        section += depth == 0 && c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
    }
    return section;
}

// Words that stand between sections and say nothing here.
bool isFiller(std::string_view word)
{
    static constexpr std::array<std::string_view, 10> fillers{"r/w", "rw",   "u/s",  "us",   "and",
                                                              "of",  "read", "with", "धारा", "व"};
    const std::string plain = utf8::asciiLower(word);
    return std::find(fillers.begin(), fillers.end(), plain) != fillers.end();
}

bool isYear(std::string_view text)
{
    return text.size() == 4 && (text.starts_with("18") || text.starts_with("19") || text.starts_with("20"))
        && std::all_of(text.begin(), text.end(), isDigit);
}

// "IPC," and "(IPC)" name the act too.
std::string_view barePunctuation(std::string_view word)
{
    while (!word.empty() && (word.front() == ',' || word.front() == '('))
        word.remove_prefix(1);
    while (!word.empty() && (word.back() == ',' || word.back() == ';' || word.back() == ')'))
        word.remove_suffix(1);
    return word;
}

// Sections and acts in the order written.
struct Reader {
    const ActNames& acts;
    std::vector<LawRow> rows;
    std::vector<std::string> pending; // sections whose act is still to come
    std::string rest;

    void giveAct(const std::string& code)
    {
        for (const std::string& section : pending)
            rows.push_back({code, section, {}});
        pending.clear();
    }

    void takeSections(std::string_view word)
    {
        for (std::string& section : splitSections(word)) {
            if (isSection(section))
                pending.push_back(std::move(section));
            else
                rest += (rest.empty() ? "" : " ") + section;
        }
    }
};

} // namespace

std::string ActNames::keyOf(std::string_view name)
{
    std::string key;
    for (const char c : utf8::asciiLower(name)) {
        if (c != ' ' && c != '.' && c != ',' && c != '(' && c != ')' && c != '-' && c != '\'')
            key += c;
    }
    for (const std::string_view dot : {"०", "॰"}) // भा०द०सं०
        for (std::size_t at = key.find(dot); at != std::string::npos; at = key.find(dot))
            key.erase(at, dot.size());
    const auto dropEnd = [&key](std::string_view end) {
        if (key.size() > end.size() && key.ends_with(end))
            key.resize(key.size() - end.size());
    };
    if (key.size() > 4 && isYear(std::string_view(key).substr(key.size() - 4)))
        key.resize(key.size() - 4);
    dropEnd("act");
    return key;
}

Result<ActNames> ActNames::parse(const QJsonObject& json)
{
    ActNames names;
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (it.key().startsWith(QLatin1Char('$')))
            continue;
        const std::string code = it.key().toStdString();
        names.m_codes.emplace(keyOf(code), code);
        if (!it.value().isArray())
            return error(ErrorKind::BadInput, "sources.bad_profile",
                         {{QStringLiteral("path"), QStringLiteral("/") + it.key()},
                          {QStringLiteral("detail"), QStringLiteral("a list of spellings is wanted")}});
        for (const auto& spelling : it.value().toArray())
            names.m_codes.emplace(keyOf(spelling.toString().toStdString()), code);
    }
    return names;
}

std::string ActNames::codeOf(std::string_view name) const
{
    const auto found = m_codes.find(keyOf(name));
    return found == m_codes.end() ? std::string() : found->second;
}

bool isSection(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size() && isDigit(text[at]))
        ++at;
    if (at < 1 || at > 3)
        return false;
    const std::size_t letters = at;
    while (at < text.size() && isUpper(text[at]))
        ++at;
    if (at - letters > 2)
        return false;
    while (at < text.size()) {
        const std::size_t close = text.find(')', at);
        if (text[at] != '(' || close == std::string_view::npos || close == at + 1 || close > at + 5)
            return false;
        if (!std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                         text.begin() + static_cast<std::ptrdiff_t>(close), isInBracket))
            return false;
        at = close + 1;
    }
    return true;
}

std::vector<std::string> splitSections(std::string_view text)
{
    std::vector<std::string> sections;
    std::string piece;
    int depth = 0;
    const auto flush = [&] {
        std::string section = tidied(piece);
        if (!section.empty())
            sections.push_back(std::move(section));
        piece.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        // A hyphen before a letter belongs to the section (120-B), before a digit it parts two (25-54-59).
        const bool parts = c == '/' || c == ',' || c == ';' || c == '&'
            || (c == '-' && i + 1 < text.size() && isDigit(text[i + 1]))
            || (c == ' ' && i + 1 < text.size() && isDigit(text[i + 1]));
        if (parts && depth <= 0)
            flush();
        else
            piece += c;
    }
    flush();
    return sections;
}

std::vector<LawRow> parseLawText(std::string_view text, const ActNames& acts, std::string& rest)
{
    std::string digits;
    const std::vector<std::string_view> words = utf8::words(utf8::asciiDigits(text, digits));
    Reader reader{acts, {}, {}, {}};
    for (std::size_t i = 0; i < words.size(); ++i) {
        // The act may be of several words ("SC/ST Act"): the longest that is known wins.
        bool isAct = false;
        for (std::size_t length = std::min<std::size_t>(6, words.size() - i); length > 0 && !isAct; --length) {
            const char* const end = words[i + length - 1].data() + words[i + length - 1].size();
            const std::string_view name(words[i].data(), static_cast<std::size_t>(end - words[i].data()));
            const std::string code = acts.codeOf(barePunctuation(name));
            if (code.empty() || isSection(tidied(name)))
                continue;
            reader.giveAct(code);
            i += length - 1;
            isAct = true;
        }
        const std::string_view word = barePunctuation(words[i]).empty() ? words[i] : words[i];
        if (isAct || isFiller(word) || isYear(barePunctuation(word)))
            continue;
        reader.takeSections(word);
    }
    for (const std::string& section : reader.pending)
        reader.rest += (reader.rest.empty() ? "" : " ") + section;
    rest = reader.rest;
    return std::move(reader.rows);
}

} // namespace ekatra::sources
