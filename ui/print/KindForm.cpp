#include "print/KindForm.h"

#include <algorithm>

namespace ekatra::print {

namespace {

const schema::Field* fieldOfForms(const QString& id, const schema::FormRegistry& forms)
{
    for (const schema::FormDefinition* form : forms.all()) {
        if (const schema::Field* found = form->root.field(id))
            return found;
        for (const schema::Field& field : form->root.fields) {
            if (const schema::Field* found = field.shape ? field.shape->field(id) : nullptr)
                return found;
        }
    }
    return nullptr;
}

schema::Field fieldOf(const domain::Caption& caption, const schema::FormRegistry& forms)
{
    const schema::Field* like = caption.like.isEmpty() ? nullptr : fieldOfForms(caption.like, forms);
    schema::Field field = like ? *like : schema::Field{};
    field.id = caption.field;
    if (!caption.en.isEmpty())
        field.label = {caption.en, caption.hi};
    if (!caption.codeList.isEmpty()) {
        field.codeList = caption.codeList;
        field.type = schema::FieldType::Code;
    }
    return field;
}

} // namespace

schema::FormDefinition formOfKind(const QString& kind, const session::Tables& tables)
{
    if (const schema::FormDefinition* known = tables.forms.find(kind))
        return *known;
    schema::FormDefinition form;
    form.kind = kind;
    form.title = {kind, kind};
    const domain::Kind* entry = tables.kinds.find(kind);
    if (!entry)
        return form;
    form.title = {entry->titleEn, entry->titleHi};
    schema::Section section;
    section.label = form.title;
    for (const domain::Caption& caption : entry->captions) {
        form.root.fields.push_back(fieldOf(caption, tables.forms));
        section.fields.append(caption.field);
    }
    form.sections.push_back(std::move(section));
    std::vector<schema::Field>& fields = form.root.fields;
    form.root.byName.resize(fields.size());
    for (std::size_t i = 0; i < fields.size(); ++i)
        form.root.byName[i] = i;
    std::sort(form.root.byName.begin(), form.root.byName.end(),
              [&](std::size_t a, std::size_t b) { return fields[a].id < fields[b].id; });
    return form;
}

} // namespace ekatra::print
