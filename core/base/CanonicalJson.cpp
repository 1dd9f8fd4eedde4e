#include "base/CanonicalJson.h"

#include "base/JsonText.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringView>

#include <charconv>
#include <cmath>

namespace ekatra::base {

namespace {

void appendString(QByteArray& out, QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    appendJsonString(out, {utf8.constData(), static_cast<std::size_t>(utf8.size())});
}

// ECMAScript's Number::toString, which RFC 8785 prescribes: shortest digits, exponent from 1e21 and below 1e-6.
void appendNumber(QByteArray& out, double number)
{
    if (!std::isfinite(number)) {
        out += "null";
        return;
    }
    if (number == 0.0) {
        out += '0';
        return;
    }
    char buffer[400];
    const double size = std::fabs(number);
    const auto format = (size >= 1e21 || size < 1e-6) ? std::chars_format::scientific : std::chars_format::fixed;
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number, format).ptr;
    QByteArray text(buffer, end - buffer);
    if (format == std::chars_format::scientific) {
        const auto exponent = text.indexOf('e');
        qsizetype digits = exponent + 2; // past 'e' and the sign
        while (digits < text.size() - 1 && text.at(digits) == '0')
            text.remove(digits, 1);
    }
    out += text;
}

void append(QByteArray& out, const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        break;
    case QJsonValue::Double:
        appendNumber(out, value.toDouble());
        break;
    case QJsonValue::String:
        appendString(out, value.toString());
        break;
    case QJsonValue::Array: {
        out += '[';
        bool first = true;
        for (const auto& element : value.toArray()) {
            if (!first)
                out += ',';
            first = false;
            append(out, element);
        }
        out += ']';
        break;
    }
    case QJsonValue::Object: {
        // QJsonObject keeps its keys sorted by UTF-16 code unit, which is RFC 8785's order.
        out += '{';
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (it != object.begin())
                out += ',';
            appendString(out, it.key());
            out += ':';
            append(out, it.value());
        }
        out += '}';
        break;
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        out += "null";
        break;
    }
}

} // namespace

QByteArray canonicalJson(const QJsonValue& value)
{
    QByteArray out;
    out.reserve(2048);
    append(out, value);
    return out;
}

QByteArray contentHash(const QJsonValue& value)
{
    return QCryptographicHash::hash(canonicalJson(value), QCryptographicHash::Sha256);
}

} // namespace ekatra::base
