#include "search/Highlighter.h"

#include "search/NumberReader.h"
#include "search/TextNormalizer.h"
#include "search/WordReader.h"

#include <algorithm>

namespace ekatra::search {
namespace {

constexpr qsizetype shortestHeard = 3; // as in QueryMatch
constexpr auto ellipsis = u'\u2026';

// A ready-made term without the letter that says what it is: what a text can show of it.
QString shown(const QString& exact)
{
    if (exact.startsWith(u"x:"))
        return exact.mid(exact.indexOf(u'.') < 0 ? 2 : exact.indexOf(u'.') + 1);
    for (const QStringView mark : {u"n:", u"y:"}) {
        if (exact.startsWith(mark))
            return exact.mid(mark.size());
    }
    return exact;
}

bool cutsPair(QStringView text, qsizetype at)
{
    return at > 0 && at < text.size() && (text[at].isLowSurrogate() || text[at].isMark());
}

std::vector<TextRange> merged(std::vector<TextRange> ranges)
{
    std::sort(ranges.begin(), ranges.end(), [](const TextRange& a, const TextRange& b) { return a.start < b.start; });
    std::vector<TextRange> result;
    for (const TextRange& range : ranges) {
        if (!result.empty() && range.start < result.back().start + result.back().length) {
            const qsizetype end = std::max(result.back().start + result.back().length, range.start + range.length);
            result.back().length = end - result.back().start;
        } else {
            result.push_back(range);
        }
    }
    return result;
}

} // namespace

Highlighter::Highlighter(const Query& query, PhoneticKey& keys) : m_keys(keys)
{
    const QueryTerm* before = nullptr;
    for (const auto& clause : query.clauses) {
        for (const QueryTerm& term : clause)
            collect(term, before);
        before = clause.size() == 1 ? &clause.front() : nullptr;
    }
}

void Highlighter::collect(const QueryTerm& term, const QueryTerm* before)
{
    const auto addKeys = [this](const std::vector<Key>& keys) { m_wordKeys.insert(keys.begin(), keys.end()); };
    const auto addWord = [&](const QString& word) {
        m_words.insert(word.toStdU16String());
        addKeys(m_keys.entry(view(word)).keys);
    };
    switch (term.manner) {
    case QueryTerm::Manner::Sound:
        addWord(term.words.value(0));
        if (term.joinsPrevious && before != nullptr && !before->words.isEmpty()) {
            const std::string sound = m_keys.entry(view(before->words.last())).sound;
            addKeys(m_keys.joinedKeys(sound, m_keys.entry(view(term.words.first())).sound));
        }
        break;
    case QueryTerm::Manner::Phrase:
        m_phrases.push_back(term.words);
        break;
    case QueryTerm::Manner::Prefix: {
        const QString word = term.words.value(0);
        m_prefixes.push_back(word.toStdU16String());
        if (term.unfinished)
            addKeys(m_keys.entry(view(word)).keys);
        if (!term.unfinished || word.size() >= shortestHeard) {
            const auto keys = m_keys.prefixKeys(view(word));
            m_keyPrefixes.insert(m_keyPrefixes.end(), keys.begin(), keys.end());
        }
        break;
    }
    case QueryTerm::Manner::Exact:
        break;
    }
    for (const QString& exact : term.exact) {
        if (exact.endsWith(u'*'))
            m_exactPrefixes.push_back(shown(exact.chopped(1)));
        else
            m_exact.insert(shown(exact));
    }
}

std::vector<Highlighter::Read> Highlighter::read(QStringView text)
{
    std::vector<Read> words;
    WordReader reader(text);
    Word word;
    while (reader.next(word)) {
        const PhoneticKey::Entry& entry = m_keys.entry(word.text);
        words.push_back({word.start, word.length, std::u16string(word.text), entry.sound, entry.keys});
    }
    return words;
}

bool Highlighter::isHit(const Read& word) const
{
    const auto begins = [&](const std::u16string& prefix) { return word.text.compare(0, prefix.size(), prefix) == 0; };
    const auto keyHit = [&](const Key& key) {
        return m_wordKeys.count(key) > 0
            || std::any_of(m_keyPrefixes.begin(), m_keyPrefixes.end(),
                           [&](const Key& prefix) { return key.startsWith(prefix); });
    };
    return m_words.count(word.text) > 0 || std::any_of(m_prefixes.begin(), m_prefixes.end(), begins)
        || std::any_of(word.keys.begin(), word.keys.end(), keyHit);
}

bool Highlighter::isPhraseAt(const std::vector<Read>& words, std::size_t at, const QStringList& phrase)
{
    const auto size = static_cast<std::size_t>(phrase.size());
    if (size == 0 || at + size > words.size())
        return false;
    for (std::size_t i = 0; i < size; ++i) {
        const QString& asked = phrase[static_cast<qsizetype>(i)];
        if (words[at + i].text != view(asked) && !PhoneticKey::meet(words[at + i].keys, m_keys.entry(view(asked)).keys))
            return false;
    }
    return true;
}

// Length of the number at this word that the query asked for; 0 if there is none.
qsizetype Highlighter::numberHit(QStringView text, const Read& word) const
{
    const auto asked = [&](const QString& term) {
        return m_exact.count(term) > 0
            || std::any_of(m_exactPrefixes.begin(), m_exactPrefixes.end(),
                           [&](const QString& prefix) { return term.startsWith(prefix); });
    };
    const bool hasDigit =
        std::any_of(word.text.begin(), word.text.end(), [](char16_t c) { return c >= u'0' && c <= u'9'; });
    if (mayBeNumber(text, word.start, word.length, hasDigit)) {
        if (const auto number = numberAt(text, word.start)) {
            const bool lastFour =
                number->kind == NumberFound::Kind::Vehicle && asked(QStringLiteral("v:") + number->term.right(4));
            const bool bareSection =
                number->kind == NumberFound::Kind::Section && asked(number->term.section(u'(', 0, 0));
            if (lastFour || bareSection || asked(number->term))
                return number->length;
        }
    }
    return asked(QString::fromStdU16String(word.text)) ? word.length : 0;
}

std::vector<TextRange> Highlighter::hits(QStringView text)
{
    const auto words = read(text);
    std::vector<TextRange> ranges;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Read& word = words[i];
        if (isHit(word))
            ranges.push_back({word.start, word.length});
        if (!m_exact.empty() || !m_exactPrefixes.empty()) {
            if (const qsizetype length = numberHit(text, word); length > 0)
                ranges.push_back({word.start, length});
        }
        if (i + 1 < words.size() && !m_wordKeys.empty()) { // Ram Kumar where Ramkumar was asked for
            const auto& joined = m_keys.joinedKeys(word.sound, words[i + 1].sound);
            if (std::any_of(joined.begin(), joined.end(), [&](const Key& key) { return m_wordKeys.count(key) > 0; }))
                ranges.push_back({word.start, words[i + 1].start + words[i + 1].length - word.start});
        }
        for (const QStringList& phrase : m_phrases) {
            if (!isPhraseAt(words, i, phrase))
                continue;
            const Read& last = words[i + static_cast<std::size_t>(phrase.size()) - 1];
            ranges.push_back({word.start, last.start + last.length - word.start});
        }
    }
    return merged(std::move(ranges));
}

Snippet Highlighter::snippet(QStringView text, qsizetype maxLength)
{
    const auto all = hits(text);
    maxLength = std::max<qsizetype>(maxLength, 3);
    if (text.size() <= maxLength)
        return {text.toString(), all};
    const qsizetype room = maxLength - 2; // for an ellipsis at either end
    std::size_t best = 0;
    std::size_t bestCount = 0;
    for (std::size_t first = 0, last = 0; first < all.size(); ++first) {
        last = std::max(last, first);
        while (last < all.size() && all[last].start + all[last].length - all[first].start <= room)
            ++last;
        if (last - first > bestCount) {
            bestCount = last - first;
            best = first;
        }
    }
    qsizetype start = 0;
    if (!all.empty()) {
        const TextRange& last = all[best + std::max<std::size_t>(bestCount, 1) - 1];
        const qsizetype spare = room - (last.start + last.length - all[best].start);
        start = std::clamp<qsizetype>(all[best].start - std::max<qsizetype>(spare, 0) / 3, 0, text.size() - room);
    }
    qsizetype end = std::min(start + room, text.size());
    const qsizetype firstHit = all.empty() ? end : all[best].start;
    while (start > 0 && start < firstHit && !text[start - 1].isSpace())
        ++start;
    const qsizetype hardEnd = end;
    while (end < text.size() && end > start && !text[end].isSpace())
        --end;
    if (end == start || (!all.empty() && end < std::min(firstHit + all[best].length, hardEnd)))
        end = hardEnd; // one long word
    while (end > start && cutsPair(text, end))
        --end;
    while (start < end && cutsPair(text, start))
        ++start;

    Snippet cut;
    if (start > 0)
        cut.text += ellipsis;
    const qsizetype shift = cut.text.size() - start;
    cut.text += text.mid(start, end - start);
    if (end < text.size())
        cut.text += ellipsis;
    for (const TextRange& hit : all) {
        const qsizetype from = std::max(hit.start, start);
        const qsizetype to = std::min(hit.start + hit.length, end);
        if (from < to)
            cut.hits.push_back({from + shift, to - from});
    }
    return cut;
}

} // namespace ekatra::search
