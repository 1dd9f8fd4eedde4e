#include "search/IndexText.h"

#include "search/NumberReader.h"
#include "search/TextNormalizer.h"

namespace ekatra::search {

void IndexText::append(QStringView text)
{
    // Our own marks inside a record's text would switch the tokenizer, and a NUL inside a term spoils FTS5's index.
    for (const QChar c : text) {
        const bool ours = c.unicode() >= mark::nameStart && c.unicode() <= mark::termEnd;
        m_text += ours || c.unicode() == 0 ? QChar(u' ') : c;
    }
}

IndexText& IndexText::term(const QString& term)
{
    m_text += QChar(mark::termStart);
    append(term.left(maxWordUnits));
    m_text += QChar(mark::termEnd);
    return *this;
}

IndexText& IndexText::name(QStringView name)
{
    m_text += QChar(mark::nameStart);
    append(name);
    m_text += QChar(mark::nameEnd);
    return *this;
}

IndexText& IndexText::text(QStringView text)
{
    append(text);
    m_text += u'\n';
    return *this;
}

IndexText& IndexText::kind(QStringView id)
{
    return term(QStringLiteral("k:") + id.toString().toLower());
}

IndexText& IndexText::station(QStringView code)
{
    return term(QStringLiteral("s:") + code.toString().toLower());
}

IndexText& IndexText::year(int year)
{
    return term(QStringLiteral("y:%1").arg(year));
}

IndexText& IndexText::status(QStringView code)
{
    return term(QStringLiteral("st:") + code.toString().toLower());
}

IndexText& IndexText::fir(int serial, int year)
{
    term(QStringLiteral("%1/%2").arg(serial).arg(year));
    term(QStringLiteral("n:%1").arg(serial));
    return term(QString::number(serial));
}

IndexText& IndexText::date(QDate day)
{
    return day.isValid() ? term(QStringLiteral("d:") + day.toString(Qt::ISODate)) : *this;
}

IndexText& IndexText::section(QStringView act, QStringView section)
{
    const QString number = sectionTerm(section);
    if (number.isEmpty())
        return *this;
    const QString bare = number.section(u'(', 0, 0);
    term(number);
    if (bare != number)
        term(bare);
    term(QStringLiteral("x:") + number);
    if (bare != number)
        term(QStringLiteral("x:") + bare);
    if (act.isEmpty())
        return *this;
    const QString prefix = QStringLiteral("x:%1.").arg(act.toString().toLower());
    term(prefix + number);
    return bare == number ? *this : term(prefix + bare);
}

IndexText& IndexText::vehicle(QStringView number)
{
    const QString plate = vehicleTerm(number);
    if (plate.isEmpty())
        return text(number);
    term(QStringLiteral("v:") + plate);
    if (plate.size() > 4)
        term(QStringLiteral("v:") + plate.right(4));
    return *this;
}

IndexText& IndexText::mobile(QStringView number)
{
    const QString digits = mobileTerm(number);
    return digits.isEmpty() ? text(number) : term(digits);
}

IndexText& IndexText::code(QStringView number)
{
    QString letters;
    for (const QChar c : number) {
        if (c.isLetterOrNumber())
            letters += c.toLower();
    }
    return letters.isEmpty() ? *this : term(letters);
}

} // namespace ekatra::search
