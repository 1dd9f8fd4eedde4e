#include "gateway/PayloadCheck.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace ekatra::gateway {

using namespace Qt::Literals::StringLiterals;

namespace {

// Deepest nesting of brackets outside strings. Counted before parsing, so that a hostile text costs one pass.
int depthOf(const QByteArray& text)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    bool escaped = false;
    for (const char c : text) {
        if (inString) {
            if (escaped)
                escaped = false;
            else if (c == '\\')
                escaped = true;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

QString text(const QJsonObject& object, QLatin1StringView field)
{
    return object.value(field).toString().trimmed();
}

// A code begins with its state and district. Stations of other districts may push too; of the districts that are known
// here, all stations are known.
bool mayBeStation(const QString& code, const QSet<QString>& stations)
{
    constexpr qsizetype stateDigits = 2;
    constexpr qsizetype districtDigits = 5;
    static const QRegularExpression form(u"\\A[0-9]{8}\\z"_s);
    if (!form.match(code).hasMatch())
        return false;
    if (stations.isEmpty() || stations.contains(code))
        return true;
    const auto shares = [&](qsizetype digits) {
        return std::any_of(stations.begin(), stations.end(),
                           [&](const QString& known) { return known.left(digits) == code.left(digits); });
    };
    return shares(stateDigits) && !shares(districtDigits);
}

void checkFir(const QJsonObject& payload, const QSet<QString>& stations, const Problems& problems, QJsonArray& errors)
{
    const QString station = text(payload, "ps_code"_L1);
    if (station.isEmpty())
        errors.append(problems.fieldError(u"/ps_code"_s, "field_required"));
    else if (!mayBeStation(station, stations))
        errors.append(problems.fieldError(u"/ps_code"_s, "field_station"));
    if (payload.contains("fir_kind"_L1) && text(payload, "fir_kind"_L1).isEmpty())
        errors.append(problems.fieldError(u"/fir_kind"_s, "field_required"));
    const QJsonValue year = payload.value("fir_year"_L1);
    if (year.isUndefined())
        errors.append(problems.fieldError(u"/fir_year"_s, "field_required"));
    else if (!year.isDouble() || year.toInteger() < 1900 || year.toInteger() > 2999)
        errors.append(problems.fieldError(u"/fir_year"_s, "field_year"));
    const QJsonValue number = payload.value("fir_no"_L1);
    if (!number.isUndefined() && (!number.isDouble() || number.toInteger() < 1))
        errors.append(problems.fieldError(u"/fir_no"_s, "field_number"));

    const QJsonArray laws = payload.value("laws"_L1).toArray();
    if (laws.isEmpty())
        errors.append(problems.fieldError(u"/laws"_s, "field_laws"));
    for (qsizetype i = 0; i < laws.size(); ++i) {
        const QJsonObject law = laws.at(i).toObject();
        for (const auto field : {"act"_L1, "section"_L1}) {
            if (text(law, field).isEmpty())
                errors.append(problems.fieldError(u"/laws/%1/%2"_s.arg(i).arg(field), "field_required"));
        }
    }
}

} // namespace

Result<QJsonObject> parseObject(const QByteArray& text, int maxDepth)
{
    if (depthOf(text) > maxDepth)
        return error(ErrorKind::BadInput, "gateway.too_deep", {{u"limit"_s, QString::number(maxDepth)}});
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError)
        return error(ErrorKind::BadInput, "gateway.malformed_json",
                     {{u"detail"_s, u"%1 (byte %2)"_s.arg(problem.errorString()).arg(problem.offset)}});
    if (!document.isObject())
        return error(ErrorKind::BadInput, "gateway.malformed_json", {{u"detail"_s, u"not an object"_s}});
    return document.object();
}

bool isKind(const QString& kind)
{
    static const QRegularExpression pattern(u"\\A[a-z_]{1,40}\\z"_s);
    return pattern.match(kind).hasMatch();
}

bool isKnownKind(const QString& kind)
{
    static const QSet<QString> known{u"fir"_s,
                                     u"arrest"_s,
                                     u"seizure"_s,
                                     u"final_report"_s,
                                     u"crime_detail"_s,
                                     u"court_disposal"_s,
                                     u"appeal_result"_s,
                                     u"gd"_s,
                                     u"complaint"_s,
                                     u"case_diary"_s,
                                     u"court_case"_s,
                                     u"prisoner"_s,
                                     u"fsl_parcel"_s,
                                     u"prosecution_opinion"_s,
                                     u"fingerprint_hit"_s,
                                     u"wcd_case"_s};
    return known.contains(kind);
}

std::optional<QString> asUuid(const QString& text)
{
    static const QRegularExpression pattern(u"\\A[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\z"_s);
    QString lower = text.toLower();
    if (!pattern.match(lower).hasMatch())
        return std::nullopt;
    return lower;
}

QJsonArray payloadErrors(const QString& kind, const QJsonObject& payload, const QSet<QString>& stations,
                         const Problems& problems)
{
    QJsonArray errors;
    if (kind == "fir"_L1)
        checkFir(payload, stations, problems, errors);
    return errors;
}

} // namespace ekatra::gateway
