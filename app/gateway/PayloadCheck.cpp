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

void checkFir(const QJsonObject& payload, const Problems& problems, QJsonArray& errors)
{
    if (text(payload, "ps_code"_L1).isEmpty())
        errors.append(problems.fieldError(u"/ps_code"_s, "field_required"));
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

std::optional<QString> asUuid(const QString& text)
{
    static const QRegularExpression pattern(u"\\A[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\z"_s);
    QString lower = text.toLower();
    if (!pattern.match(lower).hasMatch())
        return std::nullopt;
    return lower;
}

QJsonArray payloadErrors(const QString& kind, const QJsonObject& payload, const Problems& problems)
{
    QJsonArray errors;
    if (kind == "fir"_L1)
        checkFir(payload, problems, errors);
    return errors;
}

} // namespace ekatra::gateway
