#include "base/CanonicalJson.h"
#include "forms/Completion.h"
#include "print/PrintedPaper.h"

#include <QJsonArray>

using namespace ekatra;
using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject exampleOf(const QString& kind, const QString& language)
{
    const forms::CheckContext context{QDateTime(QDate(2024, 7, 14), QTime(5, 0), Qt::UTC), forms::CheckMode::Submit,
                                      u"13020004"_s};
    return forms::examplePayload(*tables()->forms.find(kind), language, context, tables()->acts);
}

// The record with another value at top level.
QJsonObject changed(QJsonObject record, const QString& field, const QJsonValue& value)
{
    record.insert(field, value);
    return record;
}

// About `letters` letters in both scripts, in paragraphs, every sentence numbered.
QString longNarrative(qsizetype letters)
{
    QString text;
    for (int i = 1; text.size() < letters; ++i) {
        text += u"बयान %1: मैं श्री कृष्ण गांव का रहने वाला हूं, कल रात मुक़दमा नं0 %1 में HR-26-AB-%1 पर क्षति हुई। "_s.arg(i);
        text += u"Statement %1 was read over (and found right). "_s.arg(i);
        if (i % 7 == 0)
            text += u"\n\n"_s;
    }
    return text;
}

void everyValueStandsOn(const PrintedPaper& printed, const std::vector<Expected>& expected)
{
    for (const Expected& value : expected)
        BOOST_TEST(printed.says(value.text), value.pointer.toStdString() << ": " << value.text.toStdString());
}

} // namespace

BOOST_AUTO_TEST_SUITE(print_paper)

BOOST_AUTO_TEST_CASE(every_field_of_every_form_is_on_its_paper_in_both_languages)
{
    for (const schema::FormDefinition* form : tables()->forms.all()) {
        for (const QString& language : {u"en"_s, u"hi"_s}) {
            const QJsonObject record = filledRecord(*form);
            const PrintedPaper printed(paperWith(form->kind, record, language));
            BOOST_TEST_CONTEXT(form->id.toStdString() << " " << language.toStdString())
            {
                everyValueStandsOn(printed, expectedTexts(*form, record, language));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(the_example_of_every_form_can_be_read_word_for_word_in_columns_too)
{
    for (const schema::FormDefinition* form : tables()->forms.all()) {
        for (const QString& language : {u"en"_s, u"hi"_s}) {
            const QJsonObject record = exampleOf(form->kind, language);
            const PrintedPaper printed(paperWith(form->kind, record, language));
            everyValueStandsOn(printed, expectedTexts(*form, record, language));
            for (const Expected& value : expectedTexts(*form, record, language)) {
                for (const QString& word : readable(value.text).split(u' '))
                    BOOST_TEST(printed.laidOut().contains(word), form->id.toStdString() << ": " << word.toStdString());
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_kind_that_no_form_knows_is_printed_plainly)
{
    const QJsonObject record{{u"what"_s, u"कुछ और"_s}, {u"rows"_s, QJsonArray{QJsonObject{{u"a"_s, 1}}, u"loose"_s}}};
    const PrintedPaper printed(paperWith(u"prisoner"_s, record, u"en"_s));
    BOOST_TEST(printed.says(u"What: कुछ और"_s));
    BOOST_TEST(printed.says(u"loose"_s));
}

BOOST_AUTO_TEST_CASE(a_long_narrative_runs_over_pages_and_loses_no_word)
{
    const QString narrative = longNarrative(20'000);
    for (const auto& [kind, field] :
         {std::pair{u"fir"_s, u"contents"_s}, std::pair{u"final_report"_s, u"brief_facts"_s}}) {
        const PrintedPaper printed(paperWith(kind, changed(exampleOf(kind, u"hi"_s), field, narrative), u"hi"_s));
        BOOST_TEST(printed.pageCount() > 6);
        BOOST_TEST(printed.body().contains(readable(narrative)));
    }
}

BOOST_AUTO_TEST_CASE(sixty_accused_stand_in_a_table_that_repeats_its_head)
{
    QJsonArray accused;
    for (int i = 1; i <= 60; ++i)
        accused.append(
            QJsonObject{{u"name"_s, u"मुल्जिम कुमार %1"_s.arg(i)},
                        {u"relative_name"_s, u"Pita %1"_s.arg(i)},
                        {u"age_years"_s, 20 + i},
                        {u"addresses"_s,
                         QJsonArray{QJsonObject{{u"kind"_s, u"PERM"_s}, {u"village_town"_s, u"गांव %1"_s.arg(i)}}}}});
    const QJsonObject record = changed(exampleOf(u"fir"_s, u"en"_s), u"accused"_s, accused);
    const PrintedPaper printed(paperWith(u"fir"_s, record, u"en"_s));
    everyValueStandsOn(printed, expectedTexts(*tables()->forms.find(u"fir"_s), record, u"en"_s));
    for (int page = 1; page <= printed.pageCount(); ++page) {
        if (printed.page(page).contains(u"मुल्जिम कुमार"_s))
            BOOST_TEST(printed.page(page).contains(u"Alias (उपनाम / उर्फ)"_s), page);
    }
}

BOOST_AUTO_TEST_CASE(each_page_says_which_of_how_many_it_is_and_whose)
{
    const QJsonObject record = changed(exampleOf(u"fir"_s, u"hi"_s), u"contents"_s, longNarrative(9'000));
    const PrintedPaper printed(paperWith(u"fir"_s, record, u"hi"_s));
    const QString hash = QString::fromLatin1(base::contentHash(record).toHex().left(16));
    for (int page = 1; page <= printed.pageCount(); ++page) {
        const QString& text = printed.page(page);
        BOOST_TEST(text.contains(u"Page %1 of %2"_s.arg(page).arg(printed.pageCount())), text.toStdString());
        for (const QString& part :
             {u"13020004/2024/45"_s, u"(संशोधन): 3"_s, u"rampal"_s, u"14/07/2024 10:30"_s, hash, u"N.C.R.B"_s})
            BOOST_TEST(text.contains(part), part.toStdString());
        const QString code = printed.code(page);
        BOOST_TEST(code.startsWith(u"EKATRA1 fir 13020004/2024/45 "_s), code.toStdString());
        BOOST_TEST(code.contains(u"sha256:"_s + hash));
        BOOST_TEST(code.endsWith(u" %1/%2"_s.arg(page).arg(printed.pageCount())));
    }
}

BOOST_AUTO_TEST_CASE(only_what_was_not_submitted_says_draft)
{
    print::Paper paper = paperWith(u"fir"_s, exampleOf(u"fir"_s, u"en"_s), u"en"_s);
    BOOST_TEST(!PrintedPaper(paper).page(1).contains(u"DRAFT"_s));
    paper.isDraft = true;
    const PrintedPaper draft(paper);
    for (int page = 1; page <= draft.pageCount(); ++page)
        BOOST_TEST(draft.page(page).contains(u"DRAFT / प्रारूप"_s));
}

BOOST_AUTO_TEST_CASE(the_caption_follows_the_law_of_the_step)
{
    const auto captioned = [](const QString& moment) {
        return PrintedPaper(paperWith(u"fir"_s, changed(exampleOf(u"fir"_s, u"en"_s), u"fir_at"_s, moment), u"en"_s))
            .page(1);
    };
    const QString before = captioned(u"2024-06-30T23:50:00+05:30"_s);
    BOOST_TEST(before.contains(u"(Under Section 154 Cr.P.C.)"_s));
    BOOST_TEST(before.contains(u"(धारा 154 दण्ड प्रक्रिया संहिता के तहत)"_s));
    const QString after = captioned(u"2024-07-01T00:10:00+05:30"_s);
    BOOST_TEST(after.contains(u"(Under Section 173 B.N.S.S.)"_s));
    BOOST_TEST(!after.contains(u"154"_s));
}

BOOST_AUTO_TEST_CASE(only_the_chosen_action_carries_values)
{
    QJsonObject record = exampleOf(u"fir"_s, u"en"_s);
    const PrintedPaper printed(paperWith(u"fir"_s, record, u"en"_s));
    BOOST_TEST(printed.says(u"(2) Directed (Name of I.O.) (जांच अधिकारी का नाम): Pratap Practice"_s));
    BOOST_TEST(printed.says(u"(3) Refused investigation due to (जांच के लिए इंकार का कारण): (4)"_s));
    BOOST_TEST(printed.says(u"R.O.A.C. (आर.ओ.ए.सी.)"_s));
    record.insert(u"read_over"_s, false);
    BOOST_TEST(!PrintedPaper(paperWith(u"fir"_s, record, u"en"_s)).says(u"R.O.A.C."_s));
}

BOOST_AUTO_TEST_CASE(hostile_texts_neither_break_the_paper_nor_deceive)
{
    QJsonObject record = exampleOf(u"fir"_s, u"en"_s);
    const QString turned = u"Abc\u202Edcba\u202C end"_s;
    const QString controls = u"one\u0001\u0007\u001B[2Jtwo\r\nthree\u2028four"_s;
    record.insert(u"contents"_s, u"🙂 emoji 👮‍♂️ and 漢字 are read back\n"_s + turned + u'\n' + controls);
    record.insert(u"beat_no"_s, QString(300, u'X'));
    record.insert(u"delay_reason"_s, QString(4'000, u'क') + u"\n\n\n"_s + u"पूरा"_s);
    record.insert(u"outside_ps"_s, u"<b>&amp; %1 {page}</b>"_s);
    const PrintedPaper printed(paperWith(u"fir"_s, record, u"en"_s));
    BOOST_TEST(printed.says(readable(u"🙂 emoji"_s)));
    BOOST_TEST(printed.says(u"Abcdcba end"_s));
    BOOST_TEST(printed.says(u"one[2Jtwo three four"_s));
    BOOST_TEST(printed.says(QString(300, u'X')));
    BOOST_TEST(printed.says(QString(4'000, u'क') + u" पूरा"_s));
    BOOST_TEST(printed.says(u"<b>&amp; %1 {page}</b>"_s));
}

BOOST_AUTO_TEST_CASE(values_of_the_wrong_shape_are_printed_as_they_are)
{
    const QJsonObject record{{u"accused"_s, u"एक नाम"_s},
                             {u"informant"_s, QJsonArray{u"list"_s, 7}},
                             {u"fir_no"_s, u"forty-five"_s},
                             {u"laws"_s, QJsonObject{{u"act"_s, QJsonArray{u"BNS"_s, u"new act"_s}}}},
                             {u"contents"_s, QJsonObject{{u"deep"_s, QJsonObject{{u"deeper"_s, u"गहरा"_s}}}}},
                             {u"unheard_of"_s, 12.25}};
    const PrintedPaper printed(paperWith(u"fir"_s, record, u"hi"_s));
    for (const QString& text : {u"एक नाम"_s, u"list"_s, u"forty-five"_s, u"new act"_s, u"गहरा"_s, u"12.25"_s})
        BOOST_TEST(printed.says(text), text.toStdString());
}

BOOST_AUTO_TEST_CASE(an_empty_record_is_an_empty_form)
{
    for (const schema::FormDefinition* form : tables()->forms.all()) {
        const PrintedPaper printed(paperWith(form->kind, {}, u"hi"_s));
        BOOST_TEST(printed.says(form->title.hi));
    }
}

BOOST_AUTO_TEST_CASE(the_same_record_makes_the_same_paper)
{
    const print::Paper paper = paperWith(u"fir"_s, exampleOf(u"fir"_s, u"hi"_s), u"hi"_s);
    BOOST_TEST((take(print::renderPdf(paper, *tables())) == take(print::renderPdf(paper, *tables()))));
}

BOOST_AUTO_TEST_SUITE_END()
