#include "search/WordReader.h"

#include <QChar>

namespace ekatra::search {

WordReader::WordReader(QStringView text, qsizetype from) : m_text(view(text)), m_size(text.size()), m_at(from) { }

WordReader::Unit WordReader::unitAt(qsizetype position) const
{
    const char16_t c = m_text[static_cast<std::size_t>(position)];
    if (!QChar::isSurrogate(c))
        return {charClass(c), 1};
    if (QChar::isHighSurrogate(c) && position + 1 < m_size) {
        const char16_t low = m_text[static_cast<std::size_t>(position + 1)];
        if (QChar::isLowSurrogate(low))
            return {charClass(QChar::surrogateToUcs4(c, low)), 2};
    }
    return {CharClass::Separator, 1};
}

qsizetype WordReader::skipToWord() const
{
    qsizetype at = m_at;
    while (at < m_size) {
        const Unit unit = unitAt(at);
        if (unit.kind != CharClass::Separator && unit.kind != CharClass::Ignored)
            break;
        at += unit.length;
    }
    return at;
}

bool WordReader::isAbbreviationZero(qsizetype position) const
{
    const char16_t c = m_text[static_cast<std::size_t>(position)];
    return c == u'0' || c == u'\u0966';
}

bool WordReader::next(Word& word)
{
    while ((m_at = skipToWord()) < m_size) {
        const qsizetype start = m_at;
        const bool devanagari = unitAt(start).kind == CharClass::Devanagari;
        bool letters = false;
        bool digits = false;
        qsizetype end = start;
        while (m_at < m_size) {
            const Unit unit = unitAt(m_at);
            if (unit.kind == CharClass::Separator)
                break;
            if (unit.kind == CharClass::Ignored) {
                m_at += unit.length;
                continue;
            }
            if ((unit.kind == CharClass::Devanagari) != devanagari)
                break;
            digits = digits || unit.kind == CharClass::Digit;
            letters = letters || unit.kind != CharClass::Digit;
            m_at += unit.length;
            end = m_at;
        }
        if (devanagari && m_at < m_size && isAbbreviationZero(m_at))
            ++m_at;
        m_folded.clear();
        foldWord(m_text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start)), m_folded);
        if (m_folded.empty())
            continue;
        word = {start, end - start, m_folded, digits, digits && !letters};
        return true;
    }
    return false;
}

} // namespace ekatra::search
