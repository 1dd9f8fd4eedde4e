#include "gateway/Faults.h"

#include <QJsonObject>

#include <array>

namespace ekatra::gateway {

using namespace Qt::Literals::StringLiterals;

namespace {

struct NamedKind {
    QLatin1StringView name;
    FaultKind kind;
};

constexpr std::array namedKinds{
    NamedKind{"status"_L1, FaultKind::Status},
    NamedKind{"delay"_L1, FaultKind::Delay},
    NamedKind{"hang"_L1, FaultKind::Hang},
    NamedKind{"cut-before"_L1, FaultKind::CutBefore},
    NamedKind{"cut-after"_L1, FaultKind::CutAfter},
    NamedKind{"truncate"_L1, FaultKind::Truncate},
    NamedKind{"html"_L1, FaultKind::Html},
    NamedKind{"corrupt-digest"_L1, FaultKind::CorruptDigest},
    NamedKind{"repeat"_L1, FaultKind::Repeat},
    NamedKind{"flip-byte"_L1, FaultKind::FlipByte},
    NamedKind{"invalid-utf8"_L1, FaultKind::InvalidUtf8},
    NamedKind{"endless"_L1, FaultKind::Endless},
    NamedKind{"redirect"_L1, FaultKind::Redirect},
    NamedKind{"gzip-bomb"_L1, FaultKind::GzipBomb},
    NamedKind{"deep-json"_L1, FaultKind::DeepJson},
};

std::optional<FaultKind> kindNamed(const QString& name)
{
    for (const auto& named : namedKinds) {
        if (name == named.name)
            return named.kind;
    }
    return std::nullopt;
}

QString nameOf(FaultKind kind)
{
    for (const auto& named : namedKinds) {
        if (kind == named.kind)
            return named.name;
    }
    return {};
}

bool takesNumber(FaultKind kind)
{
    return kind != FaultKind::Redirect;
}

Error badRule(const QString& rule)
{
    return error(ErrorKind::BadUsage, "gateway.bad_fault_rule", {{u"rule"_s, rule}});
}

bool isMethod(const QString& word)
{
    return !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

bool isSound(const FaultRule& rule)
{
    if (!rule.path.startsWith(u'/') || rule.nth < 0 || rule.every < 0 || rule.times < 0)
        return false;
    if (rule.kind == FaultKind::Status && (rule.number(503) < 200 || rule.number(503) > 599))
        return false;
    return rule.value.isEmpty() || !takesNumber(rule.kind) || rule.number(-1) >= 0;
}

Result<FaultRule> parseRule(const QString& text)
{
    FaultRule rule;
    QString rest = text;
    if (const auto colon = rest.indexOf(u':'); colon > 0 && isMethod(rest.left(colon))) {
        rule.method = rest.left(colon).toLatin1();
        rest = rest.mid(colon + 1);
    }
    // A redirect's address has colons of its own, so only as much is split as there are known words.
    const auto pathEnd = rest.indexOf(u':');
    if (pathEnd < 0)
        return badRule(text);
    rule.path = rest.left(pathEnd).trimmed();
    rest = rest.mid(pathEnd + 1);
    for (;;) {
        const auto colon = rest.indexOf(u':');
        const QString word = rest.left(colon).trimmed();
        int* count = word.startsWith("nth="_L1) ? &rule.nth
            : word.startsWith("every="_L1)      ? &rule.every
            : word.startsWith("times="_L1)      ? &rule.times
                                                : nullptr;
        if (!count)
            break;
        bool whole = false;
        *count = word.mid(word.indexOf(u'=') + 1).toInt(&whole);
        if (!whole || *count < 1 || colon < 0)
            return badRule(text);
        rest = rest.mid(colon + 1);
    }
    const auto equals = rest.indexOf(u'=');
    const auto kind = kindNamed(rest.left(equals).trimmed());
    if (!kind)
        return badRule(text);
    rule.kind = *kind;
    if (equals >= 0)
        rule.value = rest.mid(equals + 1).trimmed();
    if (!isSound(rule))
        return badRule(text);
    return rule;
}

} // namespace

qint64 FaultRule::number(qint64 otherwise) const
{
    bool whole = false;
    const qint64 parsed = value.toLongLong(&whole);
    return whole ? parsed : otherwise;
}

Result<std::vector<FaultRule>> parseFaults(const QString& spec)
{
    std::vector<FaultRule> rules;
    for (const QString& part : spec.split(u';', Qt::SkipEmptyParts)) {
        if (part.trimmed().isEmpty())
            continue;
        auto rule = parseRule(part.trimmed());
        if (!rule)
            return rule.error();
        rules.push_back(std::move(*rule));
    }
    return rules;
}

Result<std::vector<FaultRule>> parseFaults(const QJsonObject& object)
{
    if (object.contains("spec"_L1))
        return parseFaults(object.value("spec"_L1).toString());
    if (!object.value("rules"_L1).isArray())
        return badRule(u"rules"_s);
    std::vector<FaultRule> rules;
    for (const auto& value : object.value("rules"_L1).toArray()) {
        const QJsonObject entry = value.toObject();
        const QJsonObject match = entry.value("match"_L1).toObject();
        const QString name = entry.value("kind"_L1).toString();
        const auto kind = kindNamed(name);
        FaultRule rule;
        rule.method = match.value("method"_L1).toString().toLatin1();
        rule.path = match.value("path"_L1).toString(u"/"_s);
        rule.nth = entry.value("nth"_L1).toInt();
        rule.every = entry.value("every"_L1).toInt();
        rule.times = entry.value("times"_L1).toInt();
        rule.value = entry.value("value"_L1).toVariant().toString();
        if (!kind)
            return badRule(name);
        rule.kind = *kind;
        if (!isSound(rule))
            return badRule(name);
        rules.push_back(std::move(rule));
    }
    return rules;
}

void FaultPlan::replace(std::vector<FaultRule> rules)
{
    const std::scoped_lock lock(m_mutex);
    m_rules.clear();
    m_lastReplies.clear();
    for (auto& rule : rules)
        m_rules.push_back({std::move(rule)});
}

std::vector<FaultRule> FaultPlan::arrived(const QByteArray& method, const QString& path)
{
    const std::scoped_lock lock(m_mutex);
    std::vector<FaultRule> fired;
    for (Counted& counted : m_rules) {
        const FaultRule& rule = counted.rule;
        if (!path.startsWith(rule.path) || (!rule.method.isEmpty() && rule.method != method))
            continue;
        ++counted.matched;
        const bool due =
            rule.nth > 0 ? counted.matched == rule.nth : rule.every == 0 || counted.matched % rule.every == 0;
        if (!due || (rule.times > 0 && counted.fired >= rule.times))
            continue;
        ++counted.fired;
        fired.push_back(rule);
    }
    return fired;
}

QJsonArray FaultPlan::describe() const
{
    const std::scoped_lock lock(m_mutex);
    QJsonArray list;
    for (const Counted& counted : m_rules) {
        const FaultRule& rule = counted.rule;
        list.append(QJsonObject{
            {u"match"_s, QJsonObject{{u"method"_s, QString::fromLatin1(rule.method)}, {u"path"_s, rule.path}}},
            {u"nth"_s, rule.nth},
            {u"every"_s, rule.every},
            {u"times"_s, rule.times},
            {u"kind"_s, nameOf(rule.kind)},
            {u"value"_s, rule.value},
            {u"matched"_s, counted.matched},
            {u"fired"_s, counted.fired}});
    }
    return list;
}

void FaultPlan::remember(const QString& path, const Reply& reply)
{
    const std::scoped_lock lock(m_mutex);
    const bool mayRepeat = std::any_of(m_rules.begin(), m_rules.end(), [&path](const Counted& counted) {
        return counted.rule.kind == FaultKind::Repeat && path.startsWith(counted.rule.path);
    });
    if (!mayRepeat)
        return;
    Reply whole = reply;
    whole.body = reply.collect();
    whole.stream = nullptr;
    m_lastReplies[path] = std::move(whole);
}

std::optional<Reply> FaultPlan::lastReply(const QString& path) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_lastReplies.find(path);
    if (found == m_lastReplies.end())
        return std::nullopt;
    return found->second;
}

} // namespace ekatra::gateway
