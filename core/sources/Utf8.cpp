#include "sources/Utf8.h"

#include <QString>

#include <algorithm>

namespace ekatra::sources::utf8 {

namespace {

constexpr std::string_view nbsp = "\xC2\xA0";
constexpr std::string_view softHyphen = "\xC2\xAD";
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view devanagariTop = "\xE0\xA5"; // U+0940 to U+097F: the digits are A6 to AF

unsigned char byteAt(std::string_view text, std::size_t at)
{
    return static_cast<unsigned char>(text[at]);
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Whether NFC could change it: composed letters with nukta (which NFC takes apart), a nukta after one of the three
// letters that it joins, combining Latin marks. Everything else that Indian records hold is in NFC as typed.
bool mayNeedNfc(std::string_view text, std::size_t at)
{
    const unsigned char first = byteAt(text, at);
    if (first == 0xCC || first == 0xCD)
        return true;
    if (first != 0xE0 || at + 2 >= text.size())
        return false;
    const unsigned char second = byteAt(text, at + 1);
    const unsigned char third = byteAt(text, at + 2);
    if (second == 0xA5)
        return third >= 0x98 && third <= 0x9F;
    if (second != 0xA4 || third != 0xBC || at < 3)
        return second != 0xA4;
    const unsigned char before = byteAt(text, at - 1);
    return before == 0xA8 || before == 0xB0 || before == 0xB3;
}

struct Findings {
    bool control = false;
    bool special = false;
    bool nfc = false;
};

Findings inspect(std::string_view text)
{
    Findings found;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned char c = byteAt(text, i);
        if (c >= 0x20 && c < 0x80)
            continue;
        if (c < 0x20)
            found.control = found.control || c != '\n';
        else if (c == 0xC2 || c == 0xEF)
            found.special = true;
        else if (c >= 0xC0 && !found.nfc)
            found.nfc = mayNeedNfc(text, i);
    }
    return found;
}

void replaceAll(std::string& text, std::string_view what, std::string_view by)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
}

void dropControls(std::string& text)
{
    replaceAll(text, "\r\n", "\n");
    std::replace(text.begin(), text.end(), '\r', '\n');
    std::replace(text.begin(), text.end(), '\t', ' ');
    std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; });
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    while (!text.empty()) {
        if (isBlank(text.front()))
            text.remove_prefix(1);
        else if (text.starts_with(nbsp))
            text.remove_prefix(nbsp.size());
        else if (text.starts_with(byteOrderMark))
            text.remove_prefix(byteOrderMark.size());
        else
            break;
    }
    while (!text.empty()) {
        if (isBlank(text.back()))
            text.remove_suffix(1);
        else if (text.ends_with(nbsp))
            text.remove_suffix(nbsp.size());
        else
            break;
    }
    return text;
}

std::string_view cleaned(std::string_view text, std::string& scratch)
{
    text = trimmed(text);
    const Findings found = inspect(text);
    if (!found.control && !found.special && !found.nfc)
        return text;
    scratch.assign(text);
    if (found.special) {
        replaceAll(scratch, nbsp, " ");
        replaceAll(scratch, softHyphen, "");
        replaceAll(scratch, byteOrderMark, "");
    }
    if (found.control)
        dropControls(scratch);
    if (found.nfc)
        scratch = QString::fromUtf8(scratch.data(), static_cast<qsizetype>(scratch.size()))
                      .normalized(QString::NormalizationForm_C)
                      .toStdString();
    return trimmed(scratch);
}

std::string_view asciiDigits(std::string_view text, std::string& scratch)
{
    if (text.find(devanagariTop) == std::string_view::npos)
        return text;
    scratch.clear();
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isDigit = text.substr(i, 2) == devanagariTop && i + 2 < text.size() && byteAt(text, i + 2) >= 0xA6
            && byteAt(text, i + 2) <= 0xAF;
        if (!isDigit) {
            scratch += text[i];
            continue;
        }
        scratch += static_cast<char>('0' + (byteAt(text, i + 2) - 0xA6));
        i += 2;
    }
    return scratch;
}

std::string asciiLower(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + ('a' - 'A'));
    }
    return lower;
}

std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> found;
    std::size_t start = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !isBlank(text[i]))
            continue;
        if (i > start)
            found.push_back(text.substr(start, i - start));
        start = i + 1;
    }
    return found;
}

} // namespace ekatra::sources::utf8
