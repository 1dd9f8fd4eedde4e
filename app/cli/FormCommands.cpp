// form list, form show: the forms as data.
#include "cli/Command.h"

#include "base/Resources.h"
#include "cli/ExitCode.h"
#include "forms/Completion.h"

#include <QJsonDocument>
#include <QSet>

namespace ekatra::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

class FormListCommand final : public Command {
public:
    FormListCommand() : Command({.words = {u"form"_s, u"list"_s}, .arguments = {}}) { }

    Result<int> run(Workplace& place, const Arguments&) const override
    {
        auto tables = place.tables();
        if (!tables)
            return tables.error();
        Console& console = place.console();
        std::vector<QStringList> rows;
        for (const schema::FormDefinition* form : (*tables)->forms.all()) {
            if (console.json())
                console.object({{u"id"_s, form->id},
                                {u"kind"_s, form->kind},
                                {u"version"_s, form->version},
                                {u"form"_s, form->form},
                                {u"title"_s, form->title.in(console.language())},
                                {u"law"_s, form->law.in(console.language())}});
            else
                rows.push_back({form->id, form->kind, form->form, form->title.in(console.language())});
        }
        if (!console.json())
            console.table({u"cli.label.id"_s, u"cli.label.kind"_s, u"cli.label.form"_s, u"cli.label.title"_s}, rows);
        return Done;
    }
};

class FormShowCommand final : public Command {
public:
    FormShowCommand()
        : Command({.words = {u"form"_s, u"show"_s},
                   .arguments = u"KIND [--example [--station PS_CODE]]"_s,
                   .least = 1,
                   .most = 1,
                   .options = {"example", "station"}})
    {
    }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        auto tables = place.tables();
        if (!tables)
            return tables.error();
        const schema::FormDefinition* const form = (*tables)->forms.find(arguments.word(0));
        if (!form)
            return error(ErrorKind::NotFound, "cli.form_unknown", {{u"kind"_s, arguments.word(0)}});
        if (arguments.has("example"))
            return example(place, **tables, *form, arguments.value("station"));
        if (place.console().json())
            return definition(place.console(), *form);
        print(place.console(), (*tables)->forms.codes(), *form);
        return Done;
    }

private:
    // Valid for the station of the store; with --station, or before there is a store, none is needed.
    static Result<int> example(Workplace& place, const session::Tables& tables, const schema::FormDefinition& form,
                               QString station)
    {
        if (station.isEmpty() && place.hasStore()) {
            auto opened = place.open();
            if (!opened)
                return opened.error();
            station = (*opened)->store().station();
        }
        const forms::CheckContext context{place.clock().now(), forms::CheckMode::Submit, station};
        place.console().object(forms::examplePayload(form, place.console().language(), context, tables.acts));
        return Done;
    }

    static void groupsOf(const schema::Shape& shape, QSet<QString>& names)
    {
        for (const schema::Field& field : shape.fields) {
            if (!field.shape || names.contains(field.group))
                continue;
            names.insert(field.group);
            groupsOf(*field.shape, names);
        }
    }

    // The files themselves, with the groups that the form names beside it.
    static Result<int> definition(Console& console, const schema::FormDefinition& form)
    {
        auto file = base::readJsonResource(u"forms/"_s + form.id + u".json"_s);
        if (!file)
            return file.error();
        QJsonObject object = file->object();
        QSet<QString> names;
        groupsOf(form.root, names);
        QJsonObject groups;
        for (QString name : names) {
            while (!name.isEmpty() && !groups.contains(name)) {
                auto group = base::readJsonResource(u"forms/groups/"_s + name + u".json"_s);
                if (!group)
                    return group.error();
                groups.insert(name, group->object());
                name = group->object().value(u"extends"_s).toString();
            }
        }
        object.insert(u"groups"_s, groups);
        console.object(object);
        return Done;
    }

    static const char* typeName(schema::FieldType type)
    {
        using schema::FieldType;
        switch (type) {
        case FieldType::Text:
            return "text";
        case FieldType::Long:
            return "long";
        case FieldType::Texts:
            return "texts";
        case FieldType::Date:
            return "date";
        case FieldType::Time:
            return "time";
        case FieldType::DateTime:
            return "datetime";
        case FieldType::Int:
            return "int";
        case FieldType::Num:
            return "num";
        case FieldType::Money:
            return "money";
        case FieldType::Bool:
            return "bool";
        case FieldType::Code:
            return "code";
        case FieldType::Codes:
            return "codes";
        case FieldType::Group:
            return "group";
        case FieldType::Groups:
            return "groups";
        case FieldType::Id:
            return "id";
        case FieldType::Map:
            return "map";
        }
        Q_UNREACHABLE();
    }

    static void print(Console& console, const schema::CodeLists& codes, const schema::FormDefinition& form)
    {
        const QString& language = console.language();
        console.line(console.bold(form.form + u"  "_s + form.title.in(language)));
        for (const schema::Section& section : form.sections) {
            console.line();
            console.line(console.bold((section.item + u' ' + section.label.in(language)).trimmed()));
            std::vector<QStringList> rows;
            for (const QString& id : section.fields) {
                const schema::Field* const field = form.root.field(id);
                if (!field)
                    continue;
                QString type = QString::fromLatin1(typeName(field->type));
                if (!field->codeList.isEmpty())
                    type += u' ' + field->codeList;
                else if (!field->group.isEmpty())
                    type += u' ' + field->group;
                rows.push_back({field->item, field->id, type, field->label.in(language), valuesOf(codes, *field)});
            }
            console.table({u"cli.label.item"_s, u"cli.label.field"_s, u"cli.label.type"_s, u"cli.label.title"_s,
                           u"cli.label.values"_s},
                          rows);
        }
    }

    // The first codes of a list, so that a reader sees what is meant.
    static QString valuesOf(const schema::CodeLists& codes, const schema::Field& field)
    {
        const schema::CodeList* const list = field.codeList.isEmpty() ? nullptr : codes.list(field.codeList);
        if (!list)
            return {};
        QStringList values;
        for (const schema::CodeValue& value : list->values) {
            if (values.size() == 6) {
                values.append(u"…"_s);
                break;
            }
            values.append(value.code);
        }
        return values.join(u' ');
    }
};

} // namespace

void addFormCommands(CommandList& list)
{
    list.push_back(std::make_unique<FormListCommand>());
    list.push_back(std::make_unique<FormShowCommand>());
}

} // namespace ekatra::cli
