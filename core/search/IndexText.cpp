#include "search/IndexText.h"

#include "search/NumberReader.h"
#include "search/TextNormalizer.h"

#include <algorithm>

namespace ekatra::search {

void IndexText::append(QStringView text)
{
    // Our own marks inside a record's text would switch the tokenizer, and a NUL inside a term spoils FTS5's index.
    const auto spoils = [](QChar c) {
        return (c.unicode() >= mark::nameStart && c.unicode() <= mark::termEnd) || c.unicode() == 0;
    };
    const auto from = m_text.size();
    m_text.append(text);
    if (std::any_of(text.begin(), text.end(), spoils))
        std::replace_if(m_text.begin() + from, m_text.end(), spoils, QChar(u' '));
}

IndexText& IndexText::term(QStringView prefix, QStringView value)
{
    const QStringView head = prefix.left(maxWordUnits);
    m_text += QChar(mark::termStart);
    append(head);
    append(value.left(maxWordUnits - head.size()));
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
    return term(u"k:", id.toString().toLower());
}

IndexText& IndexText::station(QStringView code)
{
    return term(u"s:", code.toString().toLower());
}

IndexText& IndexText::year(int year)
{
    return term(u"y:", QString::number(year));
}

IndexText& IndexText::status(QStringView code)
{
    return term(u"st:", code.toString().toLower());
}

IndexText& IndexText::fir(int serial, int year)
{
    const QString number = QString::number(serial);
    term(QString(number + QLatin1Char('/')), QString::number(year));
    term(u"n:", number);
    return term(number);
}

IndexText& IndexText::date(QDate day)
{
    return day.isValid() ? term(u"d:", day.toString(Qt::ISODate)) : *this;
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
    term(u"x:", number);
    if (bare != number)
        term(u"x:", bare);
    if (act.isEmpty())
        return *this;
    const QString prefix = QStringLiteral("x:%1.").arg(act.toString().toLower());
    term(prefix, number);
    return bare == number ? *this : term(prefix, bare);
}

IndexText& IndexText::vehicle(QStringView number)
{
    const QString plate = vehicleTerm(number);
    if (plate.isEmpty())
        return text(number);
    term(u"v:", plate);
    if (plate.size() > 4)
        term(u"v:", plate.right(4));
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
