#include "forms/Prefill.h"

#include "unit/forms/FormTables.h"

#include <QSet>

using namespace ekatra;
using namespace Qt::Literals::StringLiterals;
using forms::PrefillSource;
using test::FormTables;

namespace {

const schema::FormDefinition& formOf(const char* kind)
{
    const auto* form = FormTables::shared().registry.find(QString::fromLatin1(kind));
    BOOST_REQUIRE(form);
    return *form;
}

QJsonObject example(const char* kind)
{
    const forms::CheckContext context{QDateTime(QDate(2026, 11, 24), QTime(6, 0), Qt::UTC), forms::CheckMode::Submit,
                                      u"13020004"_s};
    return forms::examplePayload(formOf(kind), u"en"_s, context, FormTables::shared().acts);
}

PrefillSource source(const char* kind, const QJsonObject& payload)
{
    return {QString::fromLatin1(kind), QString::fromLatin1(kind) + u" 1"_s, payload};
}

QJsonObject accused(const char* name, const char* father = "")
{
    QJsonObject person{{u"name"_s, QString::fromUtf8(name)}};
    if (*father)
        person.insert(u"relative_name"_s, QString::fromUtf8(father));
    return person;
}

QJsonObject firAgainst(const QJsonArray& accused)
{
    return {{u"accused"_s, accused}};
}

QJsonObject arrestOf(const char* name, const char* father, const char* code)
{
    QJsonObject arrest = accused(name, father);
    arrest.insert(u"accused_code"_s, QString::fromUtf8(code));
    arrest.insert(u"arrest_at"_s, u"2026-11-20T22:10:00+05:30"_s);
    return arrest;
}

struct Leaf {
    QString pointer;
    QString field;
    QJsonValue value;
};

void collect(const QJsonValue& value, const QString& pointer, const QString& field, std::vector<Leaf>& leaves)
{
    if (value.isObject()) {
        const QJsonObject row = value.toObject();
        for (auto it = row.begin(); it != row.end(); ++it)
            collect(it.value(), pointer + u'/' + it.key(), it.key(), leaves);
    } else if (value.isArray()) {
        for (qsizetype i = 0; i < value.toArray().size(); ++i)
            collect(value[i], pointer + u'/' + QString::number(i), field, leaves);
    } else {
        leaves.push_back({pointer, field, value});
    }
}

std::vector<Leaf> leavesOf(const QJsonObject& payload)
{
    std::vector<Leaf> leaves;
    collect(payload, {}, {}, leaves);
    return leaves;
}

// What a clerk would press for it: a choice or a tick is one key.
qsizetype keysFor(const QJsonValue& value)
{
    if (value.isString() && value.toString().size() > 3)
        return value.toString().size();
    return value.isDouble() ? QString::number(value.toDouble(), 'f', 0).size() : 1;
}

// Of `wanted`: what the sources say word for word under the same name, and the prefilled paper lacks.
QStringList typedTwice(const QJsonObject& wanted, const QJsonObject& prefilled,
                       const std::vector<PrefillSource>& sources)
{
    QSet<QString> known;
    for (const PrefillSource& source : sources)
        for (const Leaf& leaf : leavesOf(source.payload))
            known.insert(leaf.field + u'=' + leaf.value.toVariant().toString());
    QSet<QString> there;
    for (const Leaf& leaf : leavesOf(prefilled))
        there.insert(leaf.field + u'=' + leaf.value.toVariant().toString());
    QStringList twice;
    for (const Leaf& leaf : leavesOf(wanted)) {
        const QString said = leaf.field + u'=' + leaf.value.toVariant().toString();
        const bool isWord = leaf.value.isString() && leaf.value.toString().size() > 3;
        if (isWord && known.contains(said) && !there.contains(said))
            twice.append(leaf.pointer + u' ' + leaf.value.toString());
    }
    return twice;
}

// Keys to press for `wanted` where `begun` is there already.
qsizetype keysLeft(const QJsonObject& wanted, const QJsonObject& begun)
{
    QSet<QString> there;
    for (const Leaf& leaf : leavesOf(begun))
        there.insert(leaf.field + u'=' + leaf.value.toVariant().toString());
    qsizetype keys = 0;
    for (const Leaf& leaf : leavesOf(wanted))
        if (!there.contains(leaf.field + u'=' + leaf.value.toVariant().toString()))
            keys += keysFor(leaf.value);
    return keys;
}

} // namespace

BOOST_AUTO_TEST_SUITE(forms_prefill)

BOOST_AUTO_TEST_CASE(what_was_typed_stays)
{
    const auto filled = forms::prefill(formOf("arrest"), {{u"name"_s, u"Someone else"_s}},
                                       {source("fir", firAgainst({accused("Ramesh", "Suresh")}))}, 0);
    BOOST_TEST(filled.payload.value("name"_L1).toString().toStdString() == "Someone else");
    BOOST_TEST(filled.payload.value("relative_name"_L1).toString().toStdString() == "Suresh");
    BOOST_TEST(filled.marks.count(u"/name"_s) == 0);
    BOOST_TEST(filled.marks.at(u"/relative_name"_s).number.toStdString() == "fir 1");
}

BOOST_AUTO_TEST_CASE(the_only_accused_is_chosen_by_itself)
{
    auto filled = forms::prefill(formOf("arrest"), {}, {source("fir", firAgainst({accused("Ramesh")}))}, -1);
    BOOST_TEST(filled.row == 0);
    BOOST_TEST(filled.payload.value("name"_L1).toString().toStdString() == "Ramesh");
    filled = forms::prefill(formOf("arrest"), {},
                            {source("fir", firAgainst({accused("Ramesh")})), source("arrest", accused("ramesh"))}, -1);
    BOOST_TEST(filled.row == -1); // he is arrested already
    BOOST_TEST(filled.choices.front().taken);
    BOOST_TEST(!filled.payload.contains("name"_L1));
}

BOOST_AUTO_TEST_CASE(codes_of_accused_go_on_where_the_case_is)
{
    const std::vector<PrefillSource> sources{source("fir", firAgainst({accused("Ramesh"), accused("Sonu")})),
                                             source("arrest", arrestOf("Ramesh", "", "A1")),
                                             source("arrest", arrestOf("Monu", "", "A3"))};
    const auto code = [&](int row) {
        return forms::prefill(formOf("arrest"), {}, sources, row)
            .payload.value("accused_code"_L1)
            .toString()
            .toStdString();
    };
    BOOST_TEST(code(1) == "A2"); // by his place in the FIR
    BOOST_TEST(code(-1) == "A4"); // of somebody whom the FIR does not name
}

BOOST_AUTO_TEST_CASE(a_row_that_is_out_of_the_list_is_none)
{
    for (const int row : {5, -7}) {
        const auto filled = forms::prefill(formOf("arrest"), {},
                                           {source("fir", firAgainst({accused("Ramesh"), accused("Sonu")}))}, row);
        BOOST_TEST(filled.row == -1);
        BOOST_TEST(!filled.payload.contains("name"_L1));
    }
}

BOOST_AUTO_TEST_CASE(the_accused_of_fir_and_arrest_are_one_row_of_the_challan)
{
    const auto filled = forms::prefill(formOf("final_report"), {},
                                       {source("fir", firAgainst({accused("Sonu", "Mahabir"), accused("Monu")})),
                                        source("arrest", arrestOf("SONU ", "Mahabir", "A1")),
                                        source("arrest", arrestOf("Monu", "Dalip", "A2"))},
                                       -1);
    const QJsonArray rows = filled.payload.value("accused"_L1).toArray();
    BOOST_REQUIRE(rows.size() == 2);
    BOOST_TEST(rows[0]["name"_L1].toString().toStdString() == "Sonu"); // the FIR wrote it first
    BOOST_TEST(rows[0]["accused_code"_L1].toString().toStdString() == "A1");
    BOOST_TEST(rows[1]["relative_name"_L1].toString().toStdString() == "Dalip"); // completed
    BOOST_TEST(rows[1]["arrest_date"_L1].toString().toStdString() == "2026-11-20");
    BOOST_TEST(filled.marks.at(u"/accused/1/relative_name"_s).kind.toStdString() == "arrest");
    BOOST_TEST(filled.marks.at(u"/accused/1/name"_s).kind.toStdString() == "fir");
}

BOOST_AUTO_TEST_CASE(two_of_one_name_stay_two)
{
    const auto filled = forms::prefill(
        formOf("final_report"), {},
        {source("fir", firAgainst({accused("Sonu", "Mahabir"), accused("Sonu", "Dalip")})),
         source("arrest", arrestOf("Sonu", "Ram Mehar", "A3")), source("arrest", arrestOf("Sonu", "", "A9"))},
        -1);
    // The third has another father; of the last nobody can say which he is.
    BOOST_TEST(filled.payload.value("accused"_L1).toArray().size() == 4);
}

BOOST_AUTO_TEST_CASE(like_rows_of_one_list_stay_apart)
{
    const QJsonObject phone{{u"category"_s, u"ELE"_s}, {u"type"_s, u"Mobile phone"_s}};
    const auto filled =
        forms::prefill(formOf("final_report"), {}, {source("fir", {{u"properties"_s, QJsonArray{phone, phone}}})}, -1);
    BOOST_TEST(filled.payload.value("properties"_L1).toArray().size() == 2);
}

BOOST_AUTO_TEST_CASE(prefill_twice_changes_nothing_more)
{
    const std::vector<PrefillSource> sources{source("fir", example("fir")), source("arrest", example("arrest"))};
    const auto once = forms::prefill(formOf("final_report"), {}, sources, -1);
    const auto twice = forms::prefill(formOf("final_report"), once.payload, sources, -1);
    BOOST_TEST((once.payload == twice.payload));
    BOOST_TEST(twice.marks.empty());
}

BOOST_AUTO_TEST_CASE(every_mark_points_to_a_field_of_the_form_that_has_a_value)
{
    const std::vector<PrefillSource> sources{source("fir", example("fir")), source("arrest", example("arrest"))};
    for (const char* kind : {"arrest", "final_report"}) {
        const auto filled = forms::prefill(formOf(kind), {}, sources, 0);
        QSet<QString> there;
        for (const Leaf& leaf : leavesOf(filled.payload))
            there.insert(leaf.pointer);
        BOOST_TEST(!filled.marks.empty());
        for (const auto& [pointer, mark] : filled.marks)
            BOOST_TEST((there.contains(pointer) || there.contains(pointer + u"/0"_s)), pointer.toStdString());
    }
}

BOOST_AUTO_TEST_CASE(no_datum_is_typed_twice_from_fir_to_arrest_to_challan)
{
    const QJsonObject fir = example("fir");
    const QJsonObject arrest = example("arrest");
    const QJsonObject challan = example("final_report");
    const auto& acts = FormTables::shared().acts;
    const forms::CheckContext context{QDateTime(QDate(2026, 11, 24), QTime(6, 0), Qt::UTC), forms::CheckMode::Submit,
                                      u"13020004"_s};
    const QJsonArray rows = fir.value("accused"_L1).toArray();
    int row = 0;
    while (row < rows.size() && rows[row]["name"_L1] != arrest.value("name"_L1))
        ++row;
    BOOST_REQUIRE_MESSAGE(row < rows.size(), "the practice arrest is of no accused of the practice FIR");

    // What the desk fills before: which case it is.
    const QJsonObject ofCase{{u"fir_ref"_s, arrest.value("fir_ref"_L1)}};
    const std::vector<PrefillSource> firOnly{source("fir", fir)};
    auto begun = forms::complete(formOf("arrest"), forms::prefill(formOf("arrest"), ofCase, firOnly, row).payload,
                                 context, acts);
    BOOST_TEST(typedTwice(arrest, begun, firOnly).join(u"\n"_s).toStdString() == "");
    BOOST_TEST_MESSAGE("arrest: " << keysLeft(arrest, {}) << " keys, " << keysLeft(arrest, begun) << " left");
    BOOST_TEST(keysLeft(arrest, begun) < keysLeft(arrest, {}));

    const std::vector<PrefillSource> both{source("fir", fir), source("arrest", arrest)};
    begun = forms::complete(formOf("final_report"), forms::prefill(formOf("final_report"), ofCase, both, -1).payload,
                            context, acts);
    BOOST_TEST(typedTwice(challan, begun, both).join(u"\n"_s).toStdString() == "");
    BOOST_TEST_MESSAGE("challan: " << keysLeft(challan, {}) << " keys, " << keysLeft(challan, begun) << " left");
    BOOST_TEST(keysLeft(challan, begun) < keysLeft(challan, {}));
}

BOOST_AUTO_TEST_SUITE_END()
