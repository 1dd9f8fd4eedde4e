#include "search/NumberReader.h"

#include "search/TextNormalizer.h"

#include <QRegularExpression>

#include <array>

namespace ekatra::search {
namespace {

constexpr qsizetype longestNumber = 40;

bool isWordUnit(QChar c)
{
    const CharClass kind = charClass(c.unicode());
    return kind != CharClass::Separator && kind != CharClass::Ignored;
}

// A short stretch of text in ASCII capitals with Devanagari digits made plain, position by position.
QString plainStretch(QStringView text, qsizetype at)
{
    QString plain;
    plain.reserve(longestNumber);
    for (const QChar c : text.mid(at, longestNumber)) {
        const char16_t u = c.unicode();
        if (u >= u'\u0966' && u <= u'\u096F')
            plain += QChar(static_cast<char16_t>(u - u'\u0966' + u'0'));
        else if (u >= u'a' && u <= u'z')
            plain += QChar(static_cast<char16_t>(u - 32));
        else if (u == u'\u00A0')
            plain += u' ';
        else if (u >= u'\u2010' && u <= u'\u2015')
            plain += u'-';
        else
            plain += c;
    }
    return plain;
}

// How a stretch begins, as far as it tells which patterns are worth trying: most numbers in a narrative are none of
// them, and a pattern that fails costs as much as one that matches.
struct Beginning {
    explicit Beginning(const QString& plain) : text(plain)
    {
        while (digits < plain.size() && isDigit(plain[digits]))
            ++digits;
    }

    [[nodiscard]] static bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }
    [[nodiscard]] static bool isLetter(QChar c) { return c >= u'A' && c <= u'Z'; }
    // Behind the digits.
    [[nodiscard]] QChar next(qsizetype ahead = 0) const
    {
        return digits + ahead < text.size() ? text[digits + ahead] : QChar();
    }
    [[nodiscard]] QChar at(qsizetype i) const { return i < text.size() ? text[i] : QChar(); }

    [[nodiscard]] bool mayBeCnr() const { return isLetter(at(0)) && isLetter(at(2)) && isLetter(at(3)); }
    [[nodiscard]] bool mayBeBharatPlate() const
    {
        return digits == 2 && (next() == u'B' || ((next() == u'-' || next() == u' ') && next(1) == u'B'));
    }
    [[nodiscard]] bool mayBePlate() const
    {
        const bool apart = at(2) == u'-' || at(2) == u' ';
        const QChar third = apart ? at(3) : at(2);
        return isLetter(at(0)) && isLetter(at(1)) && (isDigit(third) || third == u'O' || third == u'I');
    }
    [[nodiscard]] bool mayBeMobile() const
    {
        return digits >= 5 || text.startsWith(QLatin1String("91")) || text.startsWith(QLatin1String("0091"))
            || text.startsWith(u'+');
    }
    [[nodiscard]] bool mayBeIsoDate() const { return digits == 4 && next() == u'-'; }
    [[nodiscard]] bool mayBeDate() const
    {
        return (digits == 1 || digits == 2) && (next() == u'.' || next() == u'/' || next() == u'-');
    }
    [[nodiscard]] bool mayBeFir() const
    {
        return digits >= 1 && digits <= 5 && (next() == u'/' || (next() == u' ' && next(1) == u'/'));
    }
    [[nodiscard]] bool mayBeSection() const
    {
        return digits >= 1 && digits <= 3 && (next() == u'-' || next() == u'(' || isLetter(next()));
    }

    const QString& text;
    qsizetype digits = 0;
};

QRegularExpression pattern(const char* text)
{
    return QRegularExpression(QString::fromLatin1(text));
}

struct Patterns {
    QRegularExpression cnr = pattern("^([A-Z]{4}[0-9A-Z]{2})[- ]?(\\d{6})[- ]?((?:19|20)\\d{2})(?![0-9A-Z])");
    QRegularExpression bharat = pattern("^(\\d{2})[- ]?(BH)[- ]?(\\d{4})[- ]?([A-Z]{1,2})(?![0-9A-Z])");
    QRegularExpression plate =
        pattern("^([A-Z]{2})[- ]?([0-9OI]{1,2})[- /]?([A-Z]{0,3})[- /]{0,2}([0-9OI]{1,4})(?![0-9A-Z/(])");
    QRegularExpression beginning = pattern("^([A-Z]{2})[- ]?(\\d{1,2})[- /]?([A-Z]{0,3})$");
    QRegularExpression mobile = pattern("^(?:\\+?91[- ]{0,2}|0091[- ]?|0)?([6-9]\\d{4})[- ]?(\\d{5})(?!\\d)");
    QRegularExpression isoDate = pattern("^((?:19|20)\\d{2})-(\\d{1,2})-(\\d{1,2})(?![-\\d])");
    QRegularExpression date = pattern("^(\\d{1,2})([./-])(\\d{1,2})\\2((?:19|20)\\d{2})(?!\\d)");
    QRegularExpression fir = pattern("^(\\d{1,5}) ?/ ?((?:19|20)?\\d{2})(?![\\d/(])");
    QRegularExpression section = pattern("^(\\d{1,3})(-?[A-Z]{1,2})?((?:\\([0-9A-Z]{1,4}\\))*)(?![0-9A-Z])");
};

const Patterns& patterns()
{
    static const Patterns all;
    return all;
}

QString foldPlate(QString plate)
{
    return plate.toLower().replace(u'o', u'0').replace(u'i', u'1');
}

// Letters that a typist read as digits are digits again where the plate can only have digits.
QString padded(QString digits, int width)
{
    digits.replace(u'O', u'0').replace(u'I', u'1');
    return digits.rightJustified(width, u'0');
}

// State and union territory codes, with those that were given up but still run.
bool isStateCode(QStringView code)
{
    static constexpr std::array<std::u16string_view, 40> codes = {
        u"AN", u"AP", u"AR", u"AS", u"BR", u"CG", u"CH", u"DD", u"DL", u"DN", u"GA", u"GJ", u"HP", u"HR",
        u"JH", u"JK", u"KA", u"KL", u"LA", u"LD", u"MH", u"ML", u"MN", u"MP", u"MZ", u"NL", u"OD", u"OR",
        u"PB", u"PY", u"RJ", u"SK", u"TG", u"TN", u"TR", u"TS", u"UA", u"UK", u"UP", u"WB"};
    return std::find(codes.begin(), codes.end(), view(code)) != codes.end();
}

std::optional<NumberFound> cnrIn(const QString& plain)
{
    if (!Beginning(plain).mayBeCnr())
        return std::nullopt;
    const auto match = patterns().cnr.match(plain);
    if (!match.hasMatch())
        return std::nullopt;
    return NumberFound{NumberFound::Kind::Cnr, match.capturedLength(),
                       QString(match.captured(1) + match.captured(2) + match.captured(3)).toLower()};
}

std::optional<NumberFound> vehicleIn(const QString& plain)
{
    const Beginning beginning(plain);
    if (beginning.mayBeBharatPlate()) {
        if (const auto match = patterns().bharat.match(plain); match.hasMatch())
            return NumberFound{
                NumberFound::Kind::Vehicle, match.capturedLength(),
                QStringLiteral("v:")
                    + foldPlate(match.captured(1) + match.captured(2) + match.captured(3) + match.captured(4))};
    }
    if (!beginning.mayBePlate())
        return std::nullopt;
    const auto match = patterns().plate.match(plain);
    if (!match.hasMatch() || !isStateCode(match.captured(1)) || !plateBeginning(match.captured(0)).isEmpty())
        return std::nullopt;
    QString series = match.captured(3);
    QString number = match.captured(4);
    // No series holds I or O: before the number they are digits.
    while (!series.isEmpty() && (series.back() == u'I' || series.back() == u'O')) {
        number.prepend(series.back());
        series.chop(1);
    }
    if (number.size() > 4)
        return std::nullopt;
    return NumberFound{NumberFound::Kind::Vehicle, match.capturedLength(),
                       QStringLiteral("v:")
                           + foldPlate(match.captured(1) + padded(match.captured(2), 2) + series + padded(number, 4))};
}

std::optional<NumberFound> mobileIn(const QString& plain)
{
    if (!Beginning(plain).mayBeMobile())
        return std::nullopt;
    const auto match = patterns().mobile.match(plain);
    if (!match.hasMatch())
        return std::nullopt;
    return NumberFound{NumberFound::Kind::Mobile, match.capturedLength(), match.captured(1) + match.captured(2)};
}

std::optional<NumberFound> dateIn(const QString& plain)
{
    QDate day;
    qsizetype length = 0;
    const Beginning beginning(plain);
    if (beginning.mayBeIsoDate()) {
        const auto match = patterns().isoDate.match(plain);
        day = QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
        length = match.capturedLength();
    } else if (beginning.mayBeDate()) {
        const auto match = patterns().date.match(plain);
        day = QDate(match.captured(4).toInt(), match.captured(3).toInt(), match.captured(1).toInt());
        length = match.capturedLength();
    }
    if (!day.isValid())
        return std::nullopt;
    NumberFound found{NumberFound::Kind::Date, length, QStringLiteral("d:") + day.toString(Qt::ISODate)};
    found.date = day;
    return found;
}

std::optional<NumberFound> firIn(const QString& plain)
{
    if (!Beginning(plain).mayBeFir())
        return std::nullopt;
    const auto match = patterns().fir.match(plain);
    if (!match.hasMatch())
        return std::nullopt;
    const int serial = match.captured(1).toInt();
    int year = match.captured(2).toInt();
    const bool shortYear = year < 100;
    if (shortYear)
        year += year < 50 ? 2000 : 1900;
    if (serial == 0)
        return std::nullopt;
    return NumberFound{NumberFound::Kind::Fir,
                       match.capturedLength(),
                       QStringLiteral("%1/%2").arg(serial).arg(year),
                       serial,
                       year,
                       shortYear};
}

std::optional<NumberFound> sectionIn(const QString& plain)
{
    if (!Beginning(plain).mayBeSection())
        return std::nullopt;
    const auto match = patterns().section.match(plain);
    if (!match.hasMatch() || (match.captured(2).isEmpty() && match.captured(3).isEmpty()))
        return std::nullopt;
    return NumberFound{NumberFound::Kind::Section, match.capturedLength(),
                       QString(match.captured(1) + match.captured(2) + match.captured(3)).remove(u'-').toLower()};
}

} // namespace

bool mayBeNumber(QStringView text, qsizetype at, qsizetype length, bool hasDigit)
{
    if (hasDigit)
        return true;
    if (length != 2) // HR 26: a plate apart begins with two letters
        return false;
    qsizetype next = at + length;
    if (next < text.size() && (text[next] == u' ' || text[next] == u'-'))
        ++next;
    return next < text.size() && charClass(text[next].unicode()) == CharClass::Digit;
}

std::optional<NumberFound> numberAt(QStringView text, qsizetype at)
{
    const QString plain = plainStretch(text, at);
    if (plain.isEmpty())
        return std::nullopt;
    const bool letter = plain[0] >= u'A' && plain[0] <= u'Z';
    if (letter) {
        if (auto found = cnrIn(plain))
            return found;
        return vehicleIn(plain);
    }
    if (plain[0] < u'0' || plain[0] > u'9')
        return std::nullopt;
    const QChar before = at > 0 ? text[at - 1] : QChar(u' ');
    const bool insideNumber = at > 1 && (before == u'/' || before == u'-' || before == u'.') && isWordUnit(text[at - 2])
        && charClass(text[at - 2].unicode()) == CharClass::Digit;
    if (insideNumber)
        return std::nullopt;
    if (auto found = mobileIn(plain))
        return found;
    if (auto found = dateIn(plain))
        return found;
    if (auto found = vehicleIn(plain))
        return found;
    if (auto found = firIn(plain))
        return found;
    return sectionIn(plain);
}

QString vehicleTerm(QStringView text)
{
    const QString plain = plainStretch(text.trimmed(), 0);
    const auto found = vehicleIn(plain);
    if (found && found->length == plain.size())
        return found->term.mid(2);
    // Not of a shape we know: letters and digits as they stand.
    QString letters;
    for (const QChar c : plain) {
        if ((c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9'))
            letters += c;
    }
    const bool digit = std::any_of(letters.begin(), letters.end(), [](QChar c) { return c.isDigit(); });
    return digit && letters.size() <= 20 ? foldPlate(letters) : QString();
}

QString plateBeginning(QStringView text)
{
    const QString plain = plainStretch(text.trimmed(), 0);
    const auto match = patterns().beginning.match(plain);
    if (!match.hasMatch() || !isStateCode(match.captured(1)))
        return {};
    return foldPlate(match.captured(1) + padded(match.captured(2), 2) + match.captured(3));
}

QString mobileTerm(QStringView text)
{
    const QString plain = plainStretch(text.trimmed(), 0);
    const auto found = mobileIn(plain);
    return found && found->length == plain.size() ? found->term : QString();
}

QString sectionTerm(QStringView text)
{
    QString plain = plainStretch(text, 0).remove(u' ').remove(u'-').toLower();
    for (const QChar c : plain) {
        if (!((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'(' || c == u')'))
            return {};
    }
    return plain;
}

} // namespace ekatra::search
