#include "search/QueryMatch.h"

#include "search/IndexText.h"
#include "search/TextNormalizer.h"
#include "search/Tokenizer.h"

namespace ekatra::search {
namespace {

constexpr qsizetype shortestHeard = 3; // letters of a word being typed before its sound is asked for

QString quoted(const QString& term)
{
    QString safe = term;
    safe.replace(u'"', QStringLiteral("\"\""));
    return u'"' + safe + u'"';
}

QString keyTerm(const Key& key)
{
    return QChar::fromLatin1(keyMark) + QString::fromLatin1(key);
}

// Where to look for a field's words; empty: everywhere.
QString columnOf(Field field)
{
    switch (field) {
    case Field::Name:
        return QString::fromLatin1(column::names);
    case Field::Father:
        return QString::fromLatin1(column::parents);
    case Field::Village:
        return QString::fromLatin1(column::places);
    case Field::Station:
        return QString::fromLatin1(column::stations);
    case Field::Io:
        return QString::fromLatin1(column::officers);
    case Field::Any:
    case Field::Kind:
    case Field::Year:
    case Field::Status:
    case Field::Mobile:
    case Field::Vehicle:
    case Field::Section:
    case Field::Fir:
    case Field::Cnr:
    case Field::Date:
    case Field::Source:
        return {};
    }
    return {};
}

class Writer {
public:
    explicit Writer(PhoneticKey& keys) : m_keys(keys) { }

    QString term(const QueryTerm& term, const QueryTerm* before, const QueryTerm* after)
    {
        QStringList any;
        switch (term.manner) {
        case QueryTerm::Manner::Sound:
            addWord(any, term.words.value(0));
            if (before != nullptr && term.joinsPrevious)
                addJoined(any, before->words.value(0), term.words.value(0));
            if (after != nullptr && after->joinsPrevious)
                addJoined(any, term.words.value(0), after->words.value(0));
            break;
        case QueryTerm::Manner::Phrase:
            any << phrase(term.words);
            break;
        case QueryTerm::Manner::Prefix:
            addPrefix(any, term.words.value(0), term.unfinished);
            break;
        case QueryTerm::Manner::Exact:
            for (const QString& word : term.words)
                any << quoted(word);
            break;
        }
        for (const QString& exact : term.exact)
            any << (exact.endsWith(u'*') ? quoted(exact.chopped(1)) + u'*' : quoted(exact));
        any.removeDuplicates();
        const QString expression = u'(' + any.join(u" OR ") + u')';
        // Ready-made terms say themselves what they are.
        const QString where = term.manner == QueryTerm::Manner::Exact ? QString() : columnOf(term.field);
        return where.isEmpty() ? expression : QStringLiteral("({%1} : %2)").arg(where, expression);
    }

private:
    void addWord(QStringList& any, const QString& word)
    {
        any << quoted(word);
        for (const Key& key : m_keys.entry(view(word)).keys)
            any << quoted(keyTerm(key));
    }

    void addJoined(QStringList& any, const QString& first, const QString& second)
    {
        const std::string sound = m_keys.entry(view(first)).sound;
        for (const Key& key : m_keys.joinedKeys(sound, m_keys.entry(view(second)).sound))
            any << quoted(keyTerm(key));
    }

    // A longer beginning never finds what a shorter one does not: the words as written see to it by themselves, the
    // keys by prefixKeys(). While it is typed, a few letters would sound like half of the index.
    void addPrefix(QStringList& any, const QString& word, bool unfinished)
    {
        if (unfinished)
            addWord(any, word);
        // k* must not find every "k:fir".
        const bool mayBeMark = word.front() >= u'a' && word.front() <= u'z';
        any << (mayBeMark ? QStringLiteral("(- %1 : %2*)").arg(QString::fromLatin1(column::terms), quoted(word))
                          : quoted(word) + u'*');
        if (unfinished && word.size() < shortestHeard)
            return;
        for (const Key& key : m_keys.prefixKeys(view(word)))
            any << quoted(keyTerm(key)) + u'*';
    }

    // At each place of a phrase a word stands by spelling or by sound.
    QString phrase(const QStringList& words)
    {
        QStringList places;
        for (const QString& word : words) {
            QString place = word;
            for (const Key& key : m_keys.entry(view(word)).keys)
                place += QChar::fromLatin1(placeSeparator) + keyTerm(key);
            places << quoted(place);
        }
        return places.join(u" + ");
    }

    PhoneticKey& m_keys;
};

} // namespace

QString matchOf(const Query& query, PhoneticKey& keys)
{
    Writer writer(keys);
    const auto single = [&](std::size_t i) -> const QueryTerm* {
        const bool fits = i < query.clauses.size() && query.clauses[i].size() == 1
            && query.clauses[i].front().manner == QueryTerm::Manner::Sound;
        return fits ? &query.clauses[i].front() : nullptr;
    };
    QStringList all;
    for (std::size_t i = 0; i < query.clauses.size(); ++i) {
        const bool alone = query.clauses[i].size() == 1;
        QStringList any;
        for (const QueryTerm& term : query.clauses[i])
            any << writer.term(term, alone && i > 0 ? single(i - 1) : nullptr, alone ? single(i + 1) : nullptr);
        all << (alone ? any.first() : u'(' + any.join(u" OR ") + u')');
    }
    QStringList none;
    for (const QueryTerm& term : query.excluded)
        none << writer.term(term, nullptr, nullptr);
    if (all.isEmpty() && none.isEmpty())
        return {};
    // Only exclusions: everything has a kind.
    QString match = all.isEmpty() ? QStringLiteral("\"k:\"*") : all.join(u" AND ");
    if (!none.isEmpty())
        match = QStringLiteral("(%1) NOT (%2)").arg(match, none.join(u" OR "));
    return match;
}

} // namespace ekatra::search
