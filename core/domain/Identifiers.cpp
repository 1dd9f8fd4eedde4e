#include "domain/Identifiers.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace ekatra::domain {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool allDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isDigit);
}

bool allSame(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [&](QChar c) { return c == text.front(); });
}

// Compatibility forms folded, digits ASCII, upper case, ends trimmed; separators kept.
QString folded(QStringView text)
{
    QString out = text.toString();
    if (std::any_of(out.cbegin(), out.cend(), [](QChar c) { return c.unicode() > 0x7f; }))
        out = out.normalized(QString::NormalizationForm_KC);
    return asciiDigits(out).trimmed().toUpper();
}

QString without(QStringView text, QLatin1StringView dropped)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text)
        if (!c.isSpace() && !dropped.contains(c))
            out += c;
    return out;
}

bool matches(const QString& text, const QRegularExpression& pattern)
{
    return pattern.match(text).hasMatch();
}

IdCheck good(QString value)
{
    return {IdVerdict::Good, std::move(value), nullptr};
}
IdCheck doubtful(QString value, const char* reason)
{
    return {IdVerdict::Doubtful, std::move(value), reason};
}
IdCheck wrong(QString value, const char* reason)
{
    return {IdVerdict::Wrong, std::move(value), reason};
}

IdCheck unless(bool fits, QString value, IdVerdict otherwise, const char* reason)
{
    return fits ? good(std::move(value)) : IdCheck{otherwise, std::move(value), reason};
}

IdCheck digitsOnly(QStringView text, qsizetype least, qsizetype most, IdVerdict otherwise, const char* reason)
{
    QString value = without(text, QLatin1StringView("-/."));
    const bool fits = allDigits(value) && value.size() >= least && value.size() <= most;
    return unless(fits, std::move(value), otherwise, reason);
}

IdCheck firNumber(QStringView text)
{
    const auto number = parseFirNumber(text);
    if (!number)
        return wrong(text.toString(), "id.fir");
    if (!number->year)
        return doubtful(QString::number(number->serial), "id.fir_year");
    return good(QStringLiteral("%1/%2").arg(number->serial).arg(*number->year));
}

IdCheck zeroFir(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^Z?0*([1-9]\\d{0,3})/((?:19|20)\\d{2})$"));
    const auto match = pattern.match(without(text, QLatin1StringView("-.")));
    if (!match.hasMatch())
        return wrong(text, "id.zero_fir");
    return good(
        QStringLiteral("Z%1/%2").arg(match.captured(1).toInt(), 4, 10, QLatin1Char('0')).arg(match.captured(2)));
}

IdCheck gdNumber(QStringView text)
{
    const QString digits = without(text, QLatin1StringView("-/."));
    const int number = allDigits(digits) && digits.size() <= 6 ? digits.toInt() : 0;
    return number >= 1 && number <= 9999 ? good(QString::number(number)) : wrong(digits, "id.gd");
}

IdCheck cnr(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Z]{4}[0-9A-Z]{2}\\d{6}(19|20)\\d{2}$"));
    QString value = without(text, QLatin1StringView("-/."));
    if (!matches(value, pattern) || QStringView(value).sliced(6, 6) == u"000000")
        return wrong(std::move(value), "id.cnr");
    return good(std::move(value));
}

IdCheck aadhaar(const QString& text)
{
    const QString digits = without(text, QLatin1StringView("-/."));
    if (digits.size() == 12 && digits.front() >= u'2' && digits.front() <= u'9' && verhoeffValid(digits))
        return good(QStringLiteral("XXXX XXXX ") + digits.last(4));
    return wrong(allDigits(digits) && digits.size() > 4 ? QStringLiteral("XXXX XXXX ") + digits.last(4) : digits,
                 "id.aadhaar");
}

IdCheck uidLast4(const QString& text)
{
    const QString value = without(text, QLatin1StringView("-/.X*"));
    if (value.size() == 4 && allDigits(value))
        return good(value);
    if (value.size() == 12 && verhoeffValid(value))
        return good(value.last(4));
    return wrong(value.size() > 4 ? value.last(4) : value, "id.uid_last4");
}

IdCheck passport(const QString& text)
{
    static const QRegularExpression indian(QStringLiteral("^[A-Z]\\d{7}$"));
    static const QRegularExpression foreign(QStringLiteral("^[A-Z0-9]{6,12}$"));
    QString value = without(text, QLatin1StringView("-/."));
    if (matches(value, indian))
        return good(std::move(value));
    return matches(value, foreign) ? doubtful(std::move(value), "id.passport_foreign")
                                   : wrong(std::move(value), "id.passport");
}

IdCheck voter(const QString& text)
{
    static const QRegularExpression current(QStringLiteral("^[A-Z]{3}\\d{7}$"));
    static const QRegularExpression old(QStringLiteral("^[A-Z]{2}/\\d{2}/\\d{3}/\\d{4,7}$"));
    if (const QString withSlashes = without(text, {}); matches(withSlashes, old))
        return good(withSlashes);
    QString value = without(text, QLatin1StringView("-/."));
    const bool fits = matches(value, current);
    return unless(fits, std::move(value), IdVerdict::Doubtful, "id.voter");
}

IdCheck drivingLicence(const QString& text)
{
    static const QRegularExpression current(QStringLiteral("^[A-Z]{2}\\d{2}(19|20)\\d{2}\\d{7}$"));
    static const QRegularExpression old(QStringLiteral("^[A-Z]{2}\\d{1,2}DL\\d{1,7}(19|20)\\d{2}$"));
    QString value = without(text, QLatin1StringView("-/."));
    const bool fits = matches(value, current) || matches(value, old);
    return unless(fits, std::move(value), IdVerdict::Doubtful, "id.dl");
}

IdCheck mobile(QStringView text)
{
    QString value = without(text, QLatin1StringView("-/.+()"));
    if (value.size() == 14 && value.startsWith(QLatin1StringView("0091")))
        value = value.sliced(4);
    else if (value.size() == 12 && value.startsWith(QLatin1StringView("91")))
        value = value.sliced(2);
    else if (value.size() == 11 && value.startsWith(u'0'))
        value = value.sliced(1);
    if (value == u"1234567890" || (value.size() == 10 && allDigits(value) && allSame(value)))
        return doubtful(std::move(value), "id.mobile_placeholder");
    if (value.size() != 10 || !allDigits(value))
        return wrong(std::move(value), "id.mobile");
    return value.front() >= u'6' ? good(std::move(value)) : wrong(std::move(value), "id.mobile_start");
}

IdCheck landline(QStringView text)
{
    QString value = without(text, QLatin1StringView("-/.+()"));
    if (value.startsWith(u'0'))
        value = value.sliced(1);
    const bool fits = value.size() == 10 && allDigits(value);
    return unless(fits, std::move(value), IdVerdict::Doubtful, "id.landline");
}

IdCheck email(QStringView text)
{
    const QString value = text.trimmed().toString();
    const qsizetype at = value.indexOf(u'@');
    const bool fits = at > 0 && at == value.lastIndexOf(u'@') && at + 1 < value.size() && value.size() <= 254
        && value.sliced(at).contains(u'.') && !value.contains(u' ');
    return unless(fits, value, IdVerdict::Doubtful, "id.email");
}

QChar luhnCheckDigit(const QString& body)
{
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        if (luhnValid(body + QChar(digit)))
            return digit;
    return u'0';
}

IdCheck imei(QStringView text)
{
    QString value = without(text, QLatin1StringView("-/."));
    if (!allDigits(value) || allSame(value))
        return wrong(std::move(value), "id.imei");
    if (value.size() == 14)
        return good(value + luhnCheckDigit(value));
    if (value.size() == 16) // with software version in place of the check digit
        return good(std::move(value));
    if (value.size() != 15)
        return wrong(std::move(value), "id.imei");
    return luhnValid(value) ? good(std::move(value)) : wrong(std::move(value), "id.imei_check");
}

IdCheck card(QStringView text)
{
    const QString digits = without(text, QLatin1StringView("-/."));
    const bool fits = (digits.size() == 15 || digits.size() == 16) && luhnValid(digits);
    return unless(fits, digits.right(4), IdVerdict::Wrong, "id.card");
}

IdCheck usualPlate(const QRegularExpressionMatch& match)
{
    const QString series = match.captured(3);
    const int number = match.captured(4).toInt();
    QString value = QStringLiteral("%1%2%3%4")
                        .arg(match.captured(1))
                        .arg(match.captured(2).toInt(), 2, 10, QLatin1Char('0'))
                        .arg(series)
                        .arg(number, 4, 10, QLatin1Char('0'));
    if (number == 0)
        return wrong(std::move(value), "id.vehicle");
    return series.contains(u'I') || series.contains(u'O') ? doubtful(std::move(value), "id.vehicle_series")
                                                          : good(std::move(value));
}

IdCheck vehicle(const QString& text)
{
    static const QRegularExpression parted(
        QStringLiteral("^([A-Z]{2})[\\s./-]*(\\d{1,2})[\\s./-]+([A-Z]{0,3})[\\s./-]*(\\d{1,4})$"));
    static const QRegularExpression usual(QStringLiteral("^([A-Z]{2})(\\d{1,2})([A-Z]{0,3})(\\d{1,4})$"));
    static const QRegularExpression bharat(QStringLiteral("^(\\d{2})BH\\d{4}[A-HJ-NP-Z]{1,2}$"));
    static const QRegularExpression trade(QStringLiteral("^[A-Z]{2}\\d{1,2}TC\\d{1,4}$"));
    static const QRegularExpression rare(
        QStringLiteral("^([A-Z]{3}\\d{1,4}|T(0[1-9]|1[0-2])\\d{2}[A-Z]{2}\\d{4}[A-Z]{1,2}|\\d{2}[A-Z]\\d{6}[A-Z]"
                       "|\\d{1,3}(CD|CC|UN)\\d{1,4}|[A-Z]{2}VA[A-Z]{2}\\d{4})$"));
    if (const auto match = parted.match(text); match.hasMatch())
        return usualPlate(match);
    QString value = without(text, QLatin1StringView("-/."));
    if (value.startsWith(u'^') || value.startsWith(QChar(0x2191))) // the arrow of a defence plate
        value = value.sliced(1);
    if (const auto match = bharat.match(value); match.hasMatch())
        return match.captured(1).toInt() >= 21 ? good(value) : wrong(value, "id.vehicle");
    if (matches(value, trade) || matches(value, rare))
        return good(std::move(value));
    if (const auto match = usual.match(value); match.hasMatch())
        return usualPlate(match);
    static const QRegularExpression unnumbered(QStringLiteral("^(NONUMBER|NONUM|APPLIEDFOR|TEMPORARY|बिनान|अप्लाईड)"));
    return matches(value, unnumbered) ? doubtful(std::move(value), "id.vehicle_unnumbered")
                                      : wrong(std::move(value), "id.vehicle");
}

IdCheck chassis(const QString& text)
{
    static const QRegularExpression current(QStringLiteral("^[A-HJ-NPR-Z0-9]{17}$"));
    static const QRegularExpression older(QStringLiteral("^[A-Z0-9]{5,16}$"));
    QString value = without(text, QLatin1StringView("-/."));
    const bool fits = matches(value, current) || matches(value, older);
    return unless(fits, std::move(value), IdVerdict::Doubtful, "id.chassis");
}

IdCheck byPattern(const QString& text, QLatin1StringView dropped, const QRegularExpression& pattern,
                  IdVerdict otherwise, const char* reason)
{
    QString value = without(text, dropped);
    const bool fits = matches(value, pattern);
    return unless(fits, std::move(value), otherwise, reason);
}

IdCheck iccid(const QString& text)
{
    QString value = without(text, QLatin1StringView("-/."));
    const bool fits =
        (value.size() == 19 || value.size() == 20) && value.startsWith(QLatin1StringView("8991")) && allDigits(value);
    return unless(fits, std::move(value), IdVerdict::Doubtful, "id.iccid");
}

IdCheck utr(const QString& text)
{
    QString value = without(text, QLatin1StringView("-/."));
    const bool fits = (value.size() == 12 && allDigits(value)) || value.size() == 16 || value.size() == 22;
    return unless(fits, std::move(value), IdVerdict::Doubtful, "id.utr");
}

} // namespace

IdCheck checkId(IdKind kind, QStringView raw)
{
    static const QRegularExpression accused(QStringLiteral("^[A-Z][1-9]$"));
    static const QRegularExpression belt(QStringLiteral("^\\d{1,5}/?[A-Z]{2,4}$"));
    static const QRegularExpression sha(QStringLiteral("^[0-9A-F]{64}$"));
    static const QRegularExpression pan(QStringLiteral("^[A-Z]{3}[PCHFATBLJG][A-Z]\\d{4}[A-Z]$"));
    static const QRegularExpression ifsc(QStringLiteral("^[A-Z]{4}0[A-Z0-9]{6}$"));
    static const QRegularExpression upi(QStringLiteral("^[\\w.\\-]{2,256}@[A-Za-z]{2,64}$"));
    static const QRegularExpression gstin(QStringLiteral("^\\d{2}[A-Z]{5}\\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$"));
    static const QRegularExpression engine(QStringLiteral("^[A-Z0-9]{5,20}$"));
    constexpr QLatin1StringView separators("-/.");

    const QString text = folded(raw);
    switch (kind) {
    case IdKind::FirNumber:
        return firNumber(raw);
    case IdKind::ZeroFir:
        return zeroFir(text);
    case IdKind::GdNumber:
        return gdNumber(text);
    case IdKind::StationCode:
        return digitsOnly(text, 7, 8, IdVerdict::Wrong, "id.station");
    case IdKind::AccusedCode:
        return byPattern(text, separators, accused, IdVerdict::Wrong, "id.accused_code");
    case IdKind::Pis:
        return digitsOnly(text, 6, 10, IdVerdict::Doubtful, "id.pis");
    case IdKind::BeltNumber:
        return byPattern(text, QLatin1StringView("-."), belt, IdVerdict::Doubtful, "id.belt");
    case IdKind::NcrpAck:
        return digitsOnly(text, 14, 14, IdVerdict::Doubtful, "id.ncrp");
    case IdKind::Sid:
        return digitsOnly(text, 16, 16, IdVerdict::Wrong, "id.sid");
    case IdKind::Sha256: {
        IdCheck check = byPattern(text, separators, sha, IdVerdict::Wrong, "id.sha256");
        check.value = check.value.toLower();
        return check;
    }
    case IdKind::Cnr:
        return cnr(text);
    case IdKind::Nfn:
        return digitsOnly(text, 10, 10, IdVerdict::Wrong, "id.nfn");
    case IdKind::Aadhaar:
        return aadhaar(text);
    case IdKind::UidLast4:
        return uidLast4(text);
    case IdKind::Pan:
        return byPattern(text, separators, pan, IdVerdict::Wrong, "id.pan");
    case IdKind::Passport:
        return passport(text);
    case IdKind::Voter:
        return voter(text);
    case IdKind::DrivingLicence:
        return drivingLicence(text);
    case IdKind::Mobile:
        return mobile(text);
    case IdKind::Landline:
        return landline(text);
    case IdKind::Email:
        return email(raw);
    case IdKind::Pin: {
        IdCheck check = digitsOnly(text, 6, 6, IdVerdict::Wrong, "id.pin");
        if (check.value.startsWith(u'0'))
            return wrong(check.value, "id.pin");
        return check;
    }
    case IdKind::Imei:
        return imei(text);
    case IdKind::Iccid:
        return iccid(text);
    case IdKind::Ifsc:
        return byPattern(text, separators, ifsc, IdVerdict::Wrong, "id.ifsc");
    case IdKind::Account:
        return digitsOnly(text, 9, 18, IdVerdict::Doubtful, "id.account");
    case IdKind::Upi:
        return byPattern(raw.trimmed().toString(), {}, upi, IdVerdict::Doubtful, "id.upi");
    case IdKind::Utr:
        return utr(text);
    case IdKind::Card:
        return card(text);
    case IdKind::Gstin:
        return byPattern(text, separators, gstin, IdVerdict::Doubtful, "id.gstin");
    case IdKind::Vehicle:
        return vehicle(text);
    case IdKind::Chassis:
        return chassis(text);
    case IdKind::Engine:
        return byPattern(text, separators, engine, IdVerdict::Doubtful, "id.engine");
    }
    return good(text);
}

std::optional<IdKind> idKindNamed(QStringView name)
{
    struct Named {
        QLatin1StringView name;
        IdKind kind;
    };
    static constexpr std::array names{
        Named{QLatin1StringView("FIR"), IdKind::FirNumber},
        Named{QLatin1StringView("ZERO_FIR"), IdKind::ZeroFir},
        Named{QLatin1StringView("GD"), IdKind::GdNumber},
        Named{QLatin1StringView("STATION"), IdKind::StationCode},
        Named{QLatin1StringView("ACCUSED_CODE"), IdKind::AccusedCode},
        Named{QLatin1StringView("PIS"), IdKind::Pis},
        Named{QLatin1StringView("BELT"), IdKind::BeltNumber},
        Named{QLatin1StringView("NCRP"), IdKind::NcrpAck},
        Named{QLatin1StringView("SID"), IdKind::Sid},
        Named{QLatin1StringView("SHA256"), IdKind::Sha256},
        Named{QLatin1StringView("CNR"), IdKind::Cnr},
        Named{QLatin1StringView("NFN"), IdKind::Nfn},
        Named{QLatin1StringView("AADHAAR"), IdKind::Aadhaar},
        Named{QLatin1StringView("UID_LAST4"), IdKind::UidLast4},
        Named{QLatin1StringView("PAN"), IdKind::Pan},
        Named{QLatin1StringView("PASSPORT"), IdKind::Passport},
        Named{QLatin1StringView("VOTER"), IdKind::Voter},
        Named{QLatin1StringView("DL"), IdKind::DrivingLicence},
        Named{QLatin1StringView("MOBILE"), IdKind::Mobile},
        Named{QLatin1StringView("LANDLINE"), IdKind::Landline},
        Named{QLatin1StringView("EMAIL"), IdKind::Email},
        Named{QLatin1StringView("PIN"), IdKind::Pin},
        Named{QLatin1StringView("IMEI"), IdKind::Imei},
        Named{QLatin1StringView("ICCID"), IdKind::Iccid},
        Named{QLatin1StringView("IFSC"), IdKind::Ifsc},
        Named{QLatin1StringView("ACCOUNT"), IdKind::Account},
        Named{QLatin1StringView("UPI"), IdKind::Upi},
        Named{QLatin1StringView("UTR"), IdKind::Utr},
        Named{QLatin1StringView("CARD"), IdKind::Card},
        Named{QLatin1StringView("GSTIN"), IdKind::Gstin},
        Named{QLatin1StringView("VEHREG"), IdKind::Vehicle},
        Named{QLatin1StringView("CHASSIS"), IdKind::Chassis},
        Named{QLatin1StringView("ENGINE"), IdKind::Engine},
    };
    for (const Named& entry : names)
        if (entry.name == name)
            return entry.kind;
    return std::nullopt;
}

std::optional<FirNumber> parseFirNumber(QStringView raw)
{
    // An abbreviation written with a zero (मु0न0, दि0) must not lend its zero to the number.
    static const QRegularExpression abbreviation(QStringLiteral("(?<=[\\p{L}\\p{M}])[0०](?!\\d)"));
    static const QRegularExpression pattern(
        QStringLiteral("^[^\\d]*(\\d{1,5})(?:\\s*(?:/|-|OF|दिनांक|दि\\.?|DT\\.?|DATED|YEAR)\\s*"
                       "(?:\\d{1,2}[./-]\\d{1,2}[./-])?(\\d{4}|\\d{2}))?\\s*$"));
    QString text = folded(raw);
    text.replace(abbreviation, QStringLiteral("."));
    const auto match = pattern.match(text.trimmed());
    if (!match.hasMatch() || match.captured(1).toInt() == 0)
        return std::nullopt;
    FirNumber number{match.captured(1).toInt(), std::nullopt};
    if (const QString year = match.captured(2); !year.isEmpty())
        number.year = year.size() == 4 ? year.toInt() : 2000 + year.toInt();
    if (number.year && (*number.year < 1900 || *number.year > 2099))
        return std::nullopt;
    return number;
}

QString printedFirNumber(int serial, int year)
{
    return QStringLiteral("%1/%2").arg(serial, 4, 10, QLatin1Char('0')).arg(year);
}

bool verhoeffValid(QStringView digits)
{
    static constexpr std::array<const char*, 10> d{"0123456789", "1234067895", "2340178956", "3401289567",
                                                   "4012395678", "5987604321", "6598710432", "7659821043",
                                                   "8765932104", "9876543210"};
    static constexpr std::array<const char*, 8> p{"0123456789", "1576283094", "5803796142", "8916043527",
                                                  "9453126870", "4286573901", "2793806415", "7046913258"};
    if (!allDigits(digits))
        return false;
    std::size_t check = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const auto digit = static_cast<std::size_t>(digits[digits.size() - 1 - i].unicode() - u'0');
        const auto permuted = static_cast<std::size_t>(p[static_cast<std::size_t>(i % 8)][digit] - '0');
        check = static_cast<std::size_t>(d[check][permuted] - '0');
    }
    return check == 0;
}

bool luhnValid(QStringView digits)
{
    if (!allDigits(digits))
        return false;
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        int digit = digits[digits.size() - 1 - i].unicode() - u'0';
        if (i % 2 == 1)
            digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        sum += digit;
    }
    return sum % 10 == 0;
}

QString asciiDigits(QStringView text)
{
    QString out = text.toString();
    for (qsizetype i = 0; i < out.size(); ++i)
        if (const char16_t c = out.at(i).unicode(); c >= 0x0966 && c <= 0x096f)
            out[i] = QChar(static_cast<char16_t>(u'0' + (c - 0x0966)));
    return out;
}

namespace {

int digitValue(QChar c)
{
    if (isDigit(c))
        return c.unicode() - u'0';
    if (c.unicode() >= 0x0966 && c.unicode() <= 0x096f)
        return c.unicode() - 0x0966;
    return -1;
}

struct Found {
    qsizetype start = 0;
    qsizetype length = 0;
    QString lastFour;
};

// The 12 digits that start at `start`, in one run or as 4-4-4, if they read as an Aadhaar number.
std::optional<Found> aadhaarAt(QStringView text, qsizetype start)
{
    QString digits;
    bool grouped = false;
    qsizetype at = start;
    for (; at < text.size() && digits.size() < 12; ++at) {
        if (const int value = digitValue(text[at]); value >= 0) {
            digits += QChar(static_cast<char16_t>(u'0' + value));
            continue;
        }
        const bool betweenGroups = digits.size() % 4 == 0 && !digits.isEmpty() && (grouped || digits.size() == 4)
            && digitValue(text[at - 1]) >= 0;
        if (!betweenGroups || (text[at] != u' ' && text[at] != u'-' && text[at] != QChar(0x00a0)))
            return std::nullopt;
        grouped = true;
    }
    if (digits.size() != 12 || (at < text.size() && digitValue(text[at]) >= 0))
        return std::nullopt;
    if (digits.front() < u'2' || !verhoeffValid(digits))
        return std::nullopt;
    const bool mobileWithCountry = !grouped && digits.startsWith(QLatin1StringView("91")) && digits.at(2) >= u'6';
    if (mobileWithCountry)
        return std::nullopt;
    return Found{start, at - start, digits.last(4)};
}

std::optional<Found> nextAadhaar(QStringView text, qsizetype from)
{
    for (qsizetype i = from; i < text.size(); ++i) {
        if (digitValue(text[i]) < 0)
            continue;
        const bool inside = i > 0 && (digitValue(text[i - 1]) >= 0 || text[i - 1] == u'+');
        if (!inside)
            if (auto found = aadhaarAt(text, i))
                return found;
        while (i + 1 < text.size() && digitValue(text[i + 1]) >= 0)
            ++i;
    }
    return std::nullopt;
}

} // namespace

QString maskAadhaar(const QString& text)
{
    QString out;
    qsizetype done = 0;
    while (const auto found = nextAadhaar(text, done)) {
        out += QStringView(text).sliced(done, found->start - done);
        out += QStringLiteral("XXXX XXXX ") + found->lastFour;
        done = found->start + found->length;
    }
    if (done == 0)
        return text;
    out += QStringView(text).sliced(done);
    return out;
}

bool containsAadhaar(QStringView text)
{
    return nextAadhaar(text, 0).has_value();
}

} // namespace ekatra::domain
