// JsonSchema.h
// As much of JSON Schema as forms/schema.json uses, so that a test can hold each form file against it. A keyword that
// is not known here is a fault of its own: no part of the schema goes unread.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QString>

#include <algorithm>
#include <cmath>

namespace ekatra::test {

class JsonSchema {
public:
    explicit JsonSchema(QJsonObject root) : m_root(std::move(root)) { }

    // The first fault as "/path: what"; empty when `value` fits the definition.
    [[nodiscard]] QString fault(const QJsonValue& value, const QString& definition) const
    {
        return faultAt(value, {{QStringLiteral("$ref"), QStringLiteral("#/$defs/") + definition}}, {});
    }

private:
    static bool isType(const QJsonValue& value, const QString& type)
    {
        const bool whole = value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
        return (type == u"object" && value.isObject()) || (type == u"array" && value.isArray())
            || (type == u"string" && value.isString()) || (type == u"boolean" && value.isBool())
            || (type == u"number" && value.isDouble()) || (type == u"integer" && whole);
    }

    static QStringList texts(const QJsonValue& value)
    {
        QStringList out;
        for (const QJsonValue& entry : value.isArray() ? value.toArray() : QJsonArray{value})
            out.append(entry.toString());
        return out;
    }

    [[nodiscard]] QString faultAt(const QJsonValue& value, const QJsonObject& schema, const QString& path) const
    {
        for (auto it = schema.begin(); it != schema.end(); ++it)
            if (const QString found = byKeyword(it.key(), it.value(), value, schema, path); !found.isEmpty())
                return found;
        return {};
    }

    [[nodiscard]] QString byKeyword(const QString& word, const QJsonValue& rule, const QJsonValue& value,
                                    const QJsonObject& schema, const QString& path) const
    {
        const auto unless = [&](bool fits) { return fits ? QString() : path + QStringLiteral(": ") + word; };
        static const QSet<QString> ofObjects{QStringLiteral("properties"), QStringLiteral("required"),
                                             QStringLiteral("additionalProperties"), QStringLiteral("minProperties"),
                                             QStringLiteral("maxProperties")};
        static const QSet<QString> said{QStringLiteral("description"), QStringLiteral("title")};
        if (said.contains(word))
            return {};
        if (word == u"$ref")
            return faultAt(value, m_root[QLatin1StringView("$defs")][rule.toString().section(u'/', -1)].toObject(),
                           path);
        if (word == u"oneOf")
            return unless(std::ranges::count_if(
                              rule.toArray(),
                              [&](const QJsonValue& part) { return faultAt(value, part.toObject(), path).isEmpty(); })
                          == 1);
        if (word == u"type")
            return unless(std::ranges::any_of(texts(rule), [&](const QString& type) { return isType(value, type); }));
        if (word == u"enum")
            return unless(rule.toArray().contains(value));
        if (ofObjects.contains(word))
            return value.isObject() ? ofObject(word, rule, value.toObject(), schema, path) : QString();
        if (word == u"items")
            return ofRows(rule.toObject(), value.toArray(), path);
        if (word == u"minItems")
            return unless(!value.isArray() || value.toArray().size() >= rule.toInt());
        if (word == u"minLength")
            return unless(!value.isString() || value.toString().size() >= rule.toInt());
        if (word == u"minimum")
            return unless(!value.isDouble() || value.toDouble() >= rule.toDouble());
        if (word == u"pattern")
            return unless(!value.isString() || QRegularExpression(rule.toString()).match(value.toString()).hasMatch());
        return path + QStringLiteral(": unknown keyword ") + word;
    }

    [[nodiscard]] QString ofObject(const QString& word, const QJsonValue& rule, const QJsonObject& object,
                                   const QJsonObject& schema, const QString& path) const
    {
        const QJsonObject properties = schema.value(QLatin1StringView("properties")).toObject();
        const auto fault = [&](const QString& what) { return path + QStringLiteral(": ") + word + u' ' + what; };
        if (word == u"minProperties" && object.size() < rule.toInt())
            return fault({});
        if (word == u"maxProperties" && object.size() > rule.toInt())
            return fault({});
        if (word == u"required") {
            for (const QString& name : texts(rule))
                if (!object.contains(name))
                    return fault(name);
            return {};
        }
        for (auto it = object.begin(); it != object.end(); ++it) {
            const bool named = properties.contains(it.key());
            const QString here = path + u'/' + it.key();
            if (word == u"properties" && named)
                if (const QString found = faultAt(it.value(), properties[it.key()].toObject(), here); !found.isEmpty())
                    return found;
            if (word != u"additionalProperties" || named)
                continue;
            if (rule.isBool() && !rule.toBool())
                return fault(it.key());
            if (const QString found = faultAt(it.value(), rule.toObject(), here); !found.isEmpty())
                return found;
        }
        return {};
    }

    [[nodiscard]] QString ofRows(const QJsonObject& rule, const QJsonArray& rows, const QString& path) const
    {
        for (qsizetype i = 0; i < rows.size(); ++i)
            if (const QString found = faultAt(rows[i], rule, path + QStringLiteral("/%1").arg(i)); !found.isEmpty())
                return found;
        return {};
    }

    QJsonObject m_root;
};

} // namespace ekatra::test
