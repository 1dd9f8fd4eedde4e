#include "base/Resources.h"
#include "schema/FormParser.h"
#include "unit/forms/FormTables.h"
#include "unit/schema/JsonSchema.h"

#include <QJsonDocument>

using namespace ekatra;
using ekatra::test::FormTables;

namespace {

const char* const smallForm = R"({
  "id": "small", "kind": "small", "version": 1, "title": {"en": "Small", "hi": "छोटा"},
  "sections": [{"id": "only", "label": {"en": "Only", "hi": "एक"}, "fields": [
    {"id": "name", "type": "text", "length": 10, "label": {"en": "Name", "hi": "नाम"}},
    {"id": "sex", "type": "code", "list": "SEX", "label": {"en": "Sex", "hi": "लिंग"}},
    {"id": "laws", "type": "groups", "group": "law", "label": {"en": "Laws", "hi": "धाराएं"}}
  ]}],
  "rules": [{"code": "R", "severity": "error", "when": {"field": "name", "present": false}, "at": "name",
             "message": {"en": "No name.", "hi": "नाम नहीं।"}}]
})";

const char* const lawGroup = R"({"group": "law", "version": 1, "label": {"en": "Law", "hi": "धारा"}, "fields": [
  {"id": "act", "type": "text", "length": 9, "label": {"en": "Act", "hi": "अधिनियम"}},
  {"id": "section", "type": "text", "length": 9, "label": {"en": "Section", "hi": "धारा"}}], "rules": []})";

Result<schema::FormDefinition> parse(const QByteArray& form)
{
    return schema::parseForm(form, QStringLiteral("forms/small.json"), {{QStringLiteral("law"), lawGroup}},
                             FormTables::shared().registry.codes());
}

// Where the fault is said to be, after `was` became `is`; "whole" when there is none.
std::string faultAfter(const char* was, const char* is)
{
    QByteArray form(smallForm);
    BOOST_TEST_REQUIRE(form.contains(was), was);
    form.replace(was, is);
    const auto parsed = parse(form);
    if (parsed)
        return "whole";
    BOOST_TEST(parsed.error().code.toStdString() == "schema.bad_form");
    BOOST_TEST((parsed.error().context[QStringLiteral("file")] == u"forms/small.json"));
    return parsed.error().context[QStringLiteral("path")].toStdString();
}

void everyText(const schema::Shape& shape, const QString& path)
{
    for (const schema::Field& field : shape.fields) {
        const std::string here = (path + QLatin1Char('/') + field.id).toStdString();
        BOOST_TEST((!field.label.en.isEmpty() && !field.label.hi.isEmpty()), here);
        BOOST_TEST((field.label.en != field.label.hi || field.label.en.toUpper() == field.label.en), here);
        BOOST_TEST((field.help.isEmpty() || field.help.en != field.help.hi), here);
        if (field.shape)
            everyText(*field.shape, path + QLatin1Char('/') + field.id);
    }
    for (const schema::Rule& rule : shape.rules)
        BOOST_TEST((rule.message.en != rule.message.hi), rule.code.toStdString());
}

} // namespace

BOOST_AUTO_TEST_SUITE(schema_form_files)

BOOST_AUTO_TEST_CASE(every_shipped_form_is_well_made_and_bilingual)
{
    const auto forms = FormTables::shared().registry.all();
    BOOST_TEST_REQUIRE(!forms.empty());
    for (const schema::FormDefinition* form : forms) {
        everyText(form->root, form->id);
        qsizetype placed = 0;
        for (const schema::Section& section : form->sections)
            placed += section.fields.size();
        BOOST_TEST(static_cast<std::size_t>(placed) == form->root.fields.size(), form->id.toStdString());
    }
}

BOOST_AUTO_TEST_CASE(the_fir_form_has_all_fifteen_items_of_the_paper)
{
    const schema::FormDefinition* fir = FormTables::shared().registry.find(QStringLiteral("iif1"));
    BOOST_TEST_REQUIRE(fir);
    BOOST_TEST((fir == FormTables::shared().registry.find(QStringLiteral("fir"))));
    for (int item = 1; item <= 15; ++item) {
        const bool there =
            std::any_of(fir->root.fields.begin(), fir->root.fields.end(), [&](const schema::Field& field) {
                return field.item.section(QLatin1Char('('), 0, 0).toInt() == item;
            });
        BOOST_TEST(there, item);
    }
}

BOOST_AUTO_TEST_CASE(the_arrest_form_has_both_parts_and_the_report_all_its_items)
{
    const auto items = [](const char* form) {
        QSet<QString> out;
        for (const schema::Field& field : FormTables::shared().registry.find(QLatin1StringView(form))->root.fields) {
            out.insert(field.item.section(QLatin1Char('('), 0, 0));
            if (field.shape)
                for (const schema::Field& below : field.shape->fields)
                    out.insert(below.item.section(QLatin1Char('('), 0, 0));
        }
        return out;
    };
    const auto arrest = items("iif3");
    for (const char* item : {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "2-1", "2-2", "2-3", "2-4"})
        BOOST_TEST(arrest.contains(QLatin1StringView(item)), item);
    const auto report = items("iif5");
    for (int item = 1; item <= 21; ++item)
        BOOST_TEST((item == 20 || report.contains(QString::number(item))), item); // item 20 counts those of item 21
}

BOOST_AUTO_TEST_CASE(every_form_file_fits_the_schema_beside_it)
{
    const auto read = [](const QString& file) {
        const auto document = base::readJsonResource(file);
        BOOST_TEST_REQUIRE(document.ok(), file.toStdString());
        return document->object();
    };
    const ekatra::test::JsonSchema forms(read(QStringLiteral("forms/schema.json")));
    for (const auto& [folder, definition] : {std::pair{QStringLiteral("forms"), QStringLiteral("form")},
                                             std::pair{QStringLiteral("forms/groups"), QStringLiteral("group")}})
        for (const QString& name : base::listResources(folder, QStringLiteral(".json"))) {
            if (name == u"schema.json")
                continue;
            const QString fault = forms.fault(read(folder + QLatin1Char('/') + name), definition);
            BOOST_TEST(fault.isEmpty(), name.toStdString() << " " << fault.toStdString());
        }
    QJsonObject strange = read(QStringLiteral("forms/groups/law.json"));
    strange.insert(QStringLiteral("colour"), 1);
    BOOST_TEST(!forms.fault(strange, QStringLiteral("group")).isEmpty());
}

BOOST_AUTO_TEST_CASE(what_a_form_takes_over_stands_in_the_form_it_takes_it_from)
{
    const auto& registry = FormTables::shared().registry;
    const auto stands = [](const schema::Shape* shape, const std::vector<schema::Prefill::Step>& steps) {
        for (const schema::Prefill::Step& step : steps) {
            const schema::Field* field = shape ? shape->field(step.field) : nullptr;
            if (!field || (!step.key.isEmpty() && !field->shape->field(step.key)))
                return false;
            shape = field->shape.get();
        }
        return true;
    };
    const auto rowsOf = [](const schema::FormDefinition& form, const QString& rows) -> const schema::Shape* {
        if (rows.isEmpty())
            return &form.root;
        const schema::Field* field = form.root.field(rows);
        return field ? field->shape.get() : nullptr;
    };
    int copies = 0;
    for (const schema::FormDefinition* form : registry.all())
        for (const schema::Prefill& prefill : form->prefill) {
            const schema::FormDefinition* source = registry.find(prefill.kind);
            BOOST_TEST_REQUIRE(source, prefill.kind.toStdString());
            const auto check = [&](const QString& rows, const std::vector<schema::Prefill::Copy>& list) {
                for (const schema::Prefill::Copy& copy : list) {
                    ++copies;
                    BOOST_TEST(stands(rowsOf(*source, rows), copy.from),
                               form->id.toStdString() << " takes " << copy.to.join(u'.').toStdString());
                }
            };
            check({}, prefill.copy);
            if (prefill.pick)
                check(prefill.pick->rows, prefill.pick->copy);
            for (const schema::Prefill::Gather& gather : prefill.gather)
                check(gather.rows, gather.copy);
        }
    BOOST_TEST(copies > 100);
}

BOOST_AUTO_TEST_CASE(what_is_taken_over_is_read_with_its_paths)
{
    const QByteArray prefill = R"("version": 1, "prefill": [{"kind": "fir", "copy": {"name": "io.name"},
        "pick": {"rows": "accused", "copy": {"sex": "addresses[kind=PERM].state"}},
        "gather": [{"to": "laws", "same": ["act"], "copy": {"act": "crime_head"}}]}])";
    QByteArray text(smallForm);
    const auto form = parse(text.replace("\"version\": 1", prefill));
    BOOST_TEST_REQUIRE(form.ok());
    BOOST_TEST_REQUIRE(form->prefill.size() == 1u);
    const schema::Prefill& read = form->prefill.front();
    BOOST_TEST((read.kind == u"fir" && read.copy.front().to == QStringList{QStringLiteral("name")}));
    BOOST_TEST_REQUIRE(read.pick.has_value());
    const auto& steps = read.pick->copy.front().from;
    BOOST_TEST_REQUIRE(steps.size() == 2u);
    BOOST_TEST((steps[0].field == u"addresses" && steps[0].key == u"kind" && steps[0].value == u"PERM"));
    BOOST_TEST((steps[1].field == u"state" && steps[1].key.isEmpty()));
    BOOST_TEST((read.gather.front().rows.isEmpty() && read.gather.front().to == u"laws"));
    const auto faulty = [&](const char* was, const char* is) {
        QByteArray changed = prefill;
        BOOST_TEST_REQUIRE(changed.contains(was), was);
        return faultAfter("\"version\": 1", changed.replace(was, is).constData());
    };
    BOOST_TEST(faulty("\"name\": \"io", "\"nam\": \"io") == "/prefill/0/copy/nam");
    BOOST_TEST(faulty("kind=PERM]", "kind]") == "/prefill/0/pick/copy/sex");
    BOOST_TEST(faulty("\"to\": \"laws\"", "\"to\": \"name\"") == "/prefill/0/gather/0/to");
    BOOST_TEST(faulty("[\"act\"]", "[\"acts\"]") == "/prefill/0/gather/0/same");
    BOOST_TEST(faulty("\"rows\"", "\"row\"") == "/prefill/0/pick/row");
}

BOOST_AUTO_TEST_CASE(a_group_may_extend_another)
{
    const auto parsed = [](const QByteArray& base) {
        QByteArray form(smallForm);
        form.replace("\"group\": \"law\"", "\"group\": \"charge\"");
        const QByteArray charge = R"({"group": "charge", "version": 1, "extends": ")" + base + R"(",
            "label": {"en": "Charge", "hi": "आरोप"},
            "fields": [{"id": "count", "type": "int", "label": {"en": "Count", "hi": "गिनती"}}]})";
        return schema::parseForm(form, QStringLiteral("forms/small.json"),
                                 {{QStringLiteral("law"), lawGroup}, {QStringLiteral("charge"), charge}},
                                 FormTables::shared().registry.codes());
    };
    const auto form = parsed("law");
    BOOST_TEST_REQUIRE(form.ok());
    const auto& fields = form->root.field(u"laws")->shape->fields;
    BOOST_TEST_REQUIRE(fields.size() == 3u);
    BOOST_TEST((fields.front().id == u"act" && fields.back().id == u"count"));
    BOOST_TEST(!parsed("laws").ok());
    BOOST_TEST(!parsed("charge").ok()); // of itself
}

BOOST_AUTO_TEST_CASE(no_form_answers_to_an_unknown_name)
{
    BOOST_TEST(FormTables::shared().registry.find(QStringLiteral("nothing")) == nullptr);
    BOOST_TEST(FormTables::shared().registry.find(QString()) == nullptr);
}

BOOST_AUTO_TEST_CASE(every_message_of_the_checker_is_written_in_both_languages)
{
    for (const char* file : {"messages/forms.json", "messages/law.json"}) {
        const auto document = base::readJsonResource(QLatin1StringView(file));
        BOOST_TEST_REQUIRE(document.ok());
        const QJsonObject texts = document->object();
        for (auto it = texts.begin(); it != texts.end(); ++it)
            for (const char* part : {"message", "hint"}) {
                const QString en = it.value()[QLatin1StringView("en")][QLatin1StringView(part)].toString();
                const QString hi = it.value()[QLatin1StringView("hi")][QLatin1StringView(part)].toString();
                // A note on the law in force says all there is to say; what is wrong also says what to do.
                const bool note =
                    it.key().startsWith(QLatin1String("law.applies_")) && part == std::string_view("hint");
                BOOST_TEST((note ? en.isEmpty() == hi.isEmpty() : !en.isEmpty() && !hi.isEmpty()),
                           it.key().toStdString());
                BOOST_TEST(en.count(QLatin1Char('{')) == hi.count(QLatin1Char('{')), it.key().toStdString());
            }
    }
}

BOOST_AUTO_TEST_CASE(a_whole_form_file_is_read)
{
    const auto form = parse(smallForm);
    BOOST_TEST_REQUIRE(form.ok());
    BOOST_TEST(form->root.fields.size() == 3u);
    BOOST_TEST_REQUIRE(form->root.field(u"laws"));
    BOOST_TEST(form->root.field(u"laws")->shape->fields.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_broken_form_file_is_refused_with_the_place_of_the_fault)
{
    BOOST_TEST(faultAfter("\"length\": 10", "\"lenght\": 10") == "/sections/0/fields/0/lenght");
    BOOST_TEST(faultAfter("\"type\": \"text\"", "\"type\": \"txt\"") == "/sections/0/fields/0/type");
    BOOST_TEST(faultAfter("\"list\": \"SEX\"", "\"list\": \"SEXES\"") == "/sections/0/fields/1/list");
    BOOST_TEST(faultAfter("\"group\": \"law\"", "\"group\": \"laws\"") == "/sections/0/fields/2/group");
    BOOST_TEST(faultAfter("\"id\": \"sex\"", "\"id\": \"name\"") == "/sections/0/fields/1/id");
    BOOST_TEST(faultAfter("{\"field\": \"name\"", "{\"field\": \"nam\"") == "/rules/0/when/field");
    BOOST_TEST(faultAfter("\"at\": \"name\"", "\"at\": \"laws.nothing\"") == "/rules/0/at");
    BOOST_TEST(faultAfter("\"present\": false", "\"presents\": false") == "/rules/0/when/presents");
    BOOST_TEST(faultAfter("\"severity\": \"error\"", "\"severity\": \"fatal\"") == "/rules/0");
    BOOST_TEST(faultAfter("\"hi\": \"नाम\"", "\"hi\": \"\"") == "/sections/0/fields/0/label");
    BOOST_TEST(faultAfter("\"version\": 1", "\"version\": 1, \"colour\": 2") == "/colour");
    BOOST_TEST(faultAfter("\"version\": 1", "\"version\": 0") == "/id");
    BOOST_TEST(faultAfter("\"rules\": [", "\"rules\": [,") == "/");
    BOOST_TEST(faultAfter("\"length\": 10", "\"length\": 10, \"tidy\": \"up\"") == "/sections/0/fields/0/tidy");
    BOOST_TEST(faultAfter("\"length\": 10", "\"length\": 10, \"tidy\": \"aliases\"") == "/sections/0/fields/0/tidy");
    BOOST_TEST(faultAfter("\"length\": 10", "\"length\": 10, \"tidy\": \"aliases\", \"tidy_to\": \"sex\"")
               == "/name/tidy_to");
    BOOST_TEST(faultAfter("\"length\": 10", "\"length\": 10, \"tidy\": \"section\"") == "whole");
    BOOST_TEST(faultAfter("\"severity\"", "\"each\": [\"laws\", \"nothing\"], \"severity\"") == "/rules/0/each");
}

BOOST_AUTO_TEST_CASE(a_change_of_a_group_must_meet_a_field_of_it)
{
    BOOST_TEST(faultAfter("\"group\": \"law\"", "\"group\": \"law\", \"change\": {\"acts\": {\"required\": true}}")
               == "/sections/0/fields/2");
    BOOST_TEST(faultAfter("\"group\": \"law\"", "\"group\": \"law\", \"omit\": [\"acts\"]") == "/sections/0/fields/2");
    BOOST_TEST(faultAfter("\"group\": \"law\"", "\"group\": \"law\", \"omit\": [\"act\"]") == "whole");
}

BOOST_AUTO_TEST_CASE(code_lists_are_closed_or_take_other_and_unknown)
{
    const schema::CodeLists& codes = FormTables::shared().registry.codes();
    BOOST_TEST(codes.list(QStringLiteral("SEX"))->accepts(QStringLiteral("M")));
    BOOST_TEST(!codes.list(QStringLiteral("SEX"))->accepts(QStringLiteral("OTH")));
    BOOST_TEST(codes.list(QStringLiteral("OCCUPATION"))->accepts(QStringLiteral("OTH")));
    BOOST_TEST(!codes.list(QStringLiteral("OCCUPATION"))->accepts(QStringLiteral("farmer")));
    BOOST_TEST(codes.list(QStringLiteral("PS"))->accepts(QStringLiteral("13020004")));
    BOOST_TEST(!codes.list(QStringLiteral("PS"))->accepts(QStringLiteral("1302")));
    BOOST_TEST((codes.label(QStringLiteral("SEX"), QStringLiteral("M")).hi == QString::fromUtf8("पुरुष")));
    BOOST_TEST((codes.label(QStringLiteral("SEX"), QStringLiteral("?")).hi == u"?"));
}

BOOST_AUTO_TEST_CASE(a_broken_code_list_is_refused)
{
    const auto refused = [](const char* json) {
        return !schema::CodeLists::parse(QByteArray(json), QStringLiteral("codes/x.json")).ok();
    };
    BOOST_TEST(!refused(R"({"list":"X","values":[{"code":"A","en":"a","hi":"क"}]})"));
    BOOST_TEST(refused(R"({"list":"X","values":[{"code":"A","en":"a","hi":"क"},{"code":"A","en":"a","hi":"क"}]})"));
    BOOST_TEST(refused(R"({"list":"X","values":[{"code":"A","en":"a"}]})"));
    BOOST_TEST(refused(R"({"list":"X","values":[]})"));
    BOOST_TEST(refused(R"({"list":"X","shut":true,"values":[{"code":"A","en":"a","hi":"क"}]})"));
    BOOST_TEST(refused(R"({"list":"X","values":[{"code":"A","en":"a","hi":"क","parent":"B"}]})"));
    BOOST_TEST(refused("nonsense"));
}

BOOST_AUTO_TEST_SUITE_END()
