#include "schema/FormRegistry.h"

#include "base/Resources.h"
#include "schema/FormParser.h"

namespace ekatra::schema {

namespace {

Result<GroupFiles> readGroups()
{
    GroupFiles groups;
    const QString folder = QStringLiteral("forms/groups");
    for (const QString& name : base::listResources(folder, QStringLiteral(".json"))) {
        auto bytes = base::readResource(folder + QLatin1Char('/') + name);
        if (!bytes)
            return bytes.error();
        groups.insert(name.chopped(5), *bytes);
    }
    return groups;
}

} // namespace

Result<FormRegistry> FormRegistry::load()
{
    FormRegistry registry;
    auto codes = CodeLists::load();
    if (!codes)
        return codes.error();
    registry.m_codes = *std::move(codes);
    const auto groups = readGroups();
    if (!groups)
        return groups.error();
    for (const QString& name : base::listResources(QStringLiteral("forms"), QStringLiteral(".json"))) {
        if (name == u"schema.json")
            continue;
        const QString file = QStringLiteral("forms/") + name;
        auto bytes = base::readResource(file);
        if (!bytes)
            return bytes.error();
        auto form = parseForm(*bytes, file, *groups, registry.m_codes);
        if (!form)
            return form.error();
        if (registry.find(form->id) || registry.find(form->kind))
            return error(ErrorKind::BadInput, "schema.bad_form",
                         {{QStringLiteral("file"), file},
                          {QStringLiteral("path"), QStringLiteral("/kind")},
                          {QStringLiteral("detail"), QStringLiteral("another file has this id or kind")}});
        const QString id = form->id;
        registry.m_forms.emplace(id, *std::move(form));
    }
    return registry;
}

const FormDefinition* FormRegistry::find(const QString& idOrKind) const
{
    if (const auto found = m_forms.find(idOrKind); found != m_forms.end())
        return &found->second;
    for (const auto& [id, form] : m_forms)
        if (form.kind == idOrKind)
            return &form;
    return nullptr;
}

std::vector<const FormDefinition*> FormRegistry::all() const
{
    std::vector<const FormDefinition*> out;
    for (const auto& [id, form] : m_forms)
        out.push_back(&form);
    return out;
}

} // namespace ekatra::schema
