#include "schema/CodeLists.h"

#include "base/Resources.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ekatra::schema {

namespace {

Error fault(const QString& file, const QString& path, const QString& detail)
{
    return error(ErrorKind::BadInput, "schema.bad_code_list",
                 {{QStringLiteral("file"), file}, {QStringLiteral("path"), path}, {QStringLiteral("detail"), detail}});
}

std::optional<QString> strayKey(const QJsonObject& object, std::initializer_list<QLatin1StringView> known)
{
    for (const QString& key : object.keys())
        if (std::none_of(known.begin(), known.end(), [&](QLatin1StringView k) { return key == k; }))
            return key;
    return std::nullopt;
}

} // namespace

bool CodeList::accepts(const QString& code) const
{
    if (index.contains(code))
        return true;
    if (external)
        return pattern.match(code).hasMatch();
    return !closed && (code == u"OTH" || code == u"UNK");
}

const CodeValue* CodeList::value(const QString& code) const
{
    const auto found = index.constFind(code);
    return found == index.cend() ? nullptr : &values[*found];
}

Result<CodeList> CodeLists::parse(const QByteArray& json, const QString& file)
{
    QJsonParseError problem;
    const QJsonObject root = QJsonDocument::fromJson(json, &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return fault(file, QStringLiteral("/"), problem.errorString());
    if (const auto stray =
            strayKey(root,
                     {QLatin1StringView("list"), QLatin1StringView("closed"), QLatin1StringView("external"),
                      QLatin1StringView("pattern"), QLatin1StringView("note"), QLatin1StringView("values")}))
        return fault(file, QLatin1Char('/') + *stray, QStringLiteral("unknown key"));

    CodeList list;
    list.name = root[QLatin1StringView("list")].toString();
    list.closed = root[QLatin1StringView("closed")].toBool();
    list.external = root[QLatin1StringView("external")].toBool();
    list.pattern.setPattern(root[QLatin1StringView("pattern")].toString());
    if (list.name.isEmpty() || (list.external && list.pattern.pattern().isEmpty()) || !list.pattern.isValid())
        return fault(file, QStringLiteral("/list"), QStringLiteral("no name, or an external list without a pattern"));

    const QJsonArray values = root[QLatin1StringView("values")].toArray();
    for (const QJsonValue& entry : values) {
        const QJsonObject object = entry.toObject();
        const QString path = QStringLiteral("/values/%1").arg(list.values.size());
        if (const auto stray = strayKey(object,
                                        {QLatin1StringView("code"), QLatin1StringView("en"), QLatin1StringView("hi"),
                                         QLatin1StringView("parent"), QLatin1StringView("note")}))
            return fault(file, path + QLatin1Char('/') + *stray, QStringLiteral("unknown key"));
        CodeValue value{object[QLatin1StringView("code")].toString(),
                        {object[QLatin1StringView("en")].toString(), object[QLatin1StringView("hi")].toString()},
                        object[QLatin1StringView("parent")].toString()};
        if (value.code.isEmpty() || value.label.en.isEmpty() || value.label.hi.isEmpty())
            return fault(file, path, QStringLiteral("code, en and hi are needed"));
        if (list.index.contains(value.code))
            return fault(file, path, QStringLiteral("code stands twice: ") + value.code);
        list.index.insert(value.code, list.values.size());
        list.values.push_back(std::move(value));
    }
    if (list.values.empty() && !list.external)
        return fault(file, QStringLiteral("/values"), QStringLiteral("no values"));
    for (const CodeValue& value : list.values)
        if (!value.parent.isEmpty() && !list.index.contains(value.parent))
            return fault(file, QStringLiteral("/values"), QStringLiteral("unknown parent: ") + value.parent);
    return list;
}

Result<CodeLists> CodeLists::load()
{
    CodeLists lists;
    for (const QString& name : base::listResources(QStringLiteral("codes"), QStringLiteral(".json"))) {
        const QString file = QStringLiteral("codes/") + name;
        auto bytes = base::readResource(file);
        if (!bytes)
            return bytes.error();
        auto list = parse(*bytes, file);
        if (!list)
            return list.error();
        if (lists.m_lists.contains(list->name))
            return fault(file, QStringLiteral("/list"), QStringLiteral("list stands in two files: ") + list->name);
        lists.add(*std::move(list));
    }
    return lists;
}

const CodeList* CodeLists::list(const QString& name) const
{
    const auto found = m_lists.constFind(name);
    return found == m_lists.cend() ? nullptr : &*found;
}

QStringList CodeLists::names() const
{
    QStringList out = m_lists.keys();
    out.sort();
    return out;
}

Bilingual CodeLists::label(const QString& name, const QString& code) const
{
    static const QHash<QString, Bilingual> common{
        {QStringLiteral("OTH"), {QStringLiteral("Other"), QStringLiteral("अन्य")}},
        {QStringLiteral("UNK"), {QStringLiteral("Not known"), QStringLiteral("नामालूम")}},
    };
    if (const CodeList* found = list(name))
        if (const CodeValue* value = found->value(code))
            return value->label;
    return common.value(code, Bilingual{code, code});
}

void CodeLists::add(CodeList list)
{
    m_lists.insert(list.name, std::move(list));
}

} // namespace ekatra::schema
