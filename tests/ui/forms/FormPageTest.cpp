// A paper from the first key to the outbox, by keys alone; what the page does with wrong values, rows, pickers,
// another language, and when it goes before it was asked.
#include "ui/forms/FormFixture.h"

#include "forms/PickPopup.h"
#include "forms/RowCard.h"
#include "session/StationFormDesk.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace ekatra;
using namespace ekatra::test;

namespace {

QString q(const char* text)
{
    return QString::fromUtf8(text);
}

// Goes to a field with Enter, writes there.
void enter(FormWindow& form, const char* pointer, const char* words)
{
    form.walkTo(q(pointer));
    form.write(q(words));
}

bool isShown(FormWindow& form, const char* pointer)
{
    const auto* box = form.page().findChild<QWidget*>(QStringLiteral("field:") + q(pointer));
    return box && box->isVisible();
}

QString textOf(FormWindow& form, const char* pointer)
{
    return form.edit<QLineEdit>(q(pointer)).text();
}

QString labelOf(FormWindow& form, const char* name)
{
    return form.page().findChild<QLabel*>(q(name))->text();
}

} // namespace

BOOST_AUTO_TEST_SUITE(ui_form_page)

BOOST_AUTO_TEST_CASE(a_new_paper_begins_in_its_first_field)
{
    FormWindow form;
    form.begin(q("fir"));
    BOOST_TEST(form.page().title().toStdString() == "New FIR (draft)");
    BOOST_TEST(form.here().toStdString() == "/ps_code");
    BOOST_TEST(!form.page().isUnsaved());
    BOOST_TEST(form.page().mayClose()); // nothing was typed, nothing stays behind
}

BOOST_AUTO_TEST_CASE(a_theft_is_written_in_hindi_by_keys_alone_and_submitted)
{
    FormWindow form;
    form.open(q("hi"));
    form.unlock();
    form.beginAgain(q("fir"));
    enter(form, "/fir_at", "251126 0930");
    enter(form, "/fir_kind", "सामान्य");
    form.key(Qt::Key_Return); // takes what the list offers
    // The day first: it decides which law applies.
    form.key(Qt::Key_PageDown);
    form.key(Qt::Key_PageDown);
    enter(form, "/occ_from_date", "24/11/26");
    enter(form, "/occ_from_time", "2000");
    enter(form, "/info_received_at", "251126 0915");
    enter(form, "/gd_no", "18");
    enter(form, "/gd_at", "251126 0920");
    form.key(Qt::Key_PageUp);
    form.walkTo(q("/laws"));
    form.write(q("303(2) BNS"));
    form.key(Qt::Key_Return);
    BOOST_TEST(form.paper().rowCount(q("/laws")) == 1);
    enter(form, "/crime_head", "C01");
    form.key(Qt::Key_Return); // the last field: on to the next section
    form.key(Qt::Key_PageDown);
    enter(form, "/info_type", "लिखित");
    form.key(Qt::Key_Return);
    form.key(Qt::Key_PageDown);
    enter(form, "/place_direction", "उत्तर");
    form.key(Qt::Key_Return);
    enter(form, "/place_distance", "3.5");
    enter(form, "/place/village_town", "बड़ौता");
    enter(form, "/place/district", "सोनीपत");
    enter(form, "/place/state", "हरियाणा");
    form.key(Qt::Key_Return);
    enter(form, "/place_type", "मकान");
    if (form.page().findChild<ui::PickPopup*>()->isVisible())
        form.key(Qt::Key_Return);
    form.key(Qt::Key_PageDown);
    enter(form, "/informant/name", "नई सूचक");
    form.key(Qt::Key_Escape);
    enter(form, "/informant/relation", "पिता");
    form.key(Qt::Key_Return);
    enter(form, "/informant/relative_name", "हुकम सिंह");
    enter(form, "/informant/birth_year", "1979");
    enter(form, "/informant/sex", "पुरुष");
    form.key(Qt::Key_Return);
    enter(form, "/informant/nationality", "भारत");
    form.key(Qt::Key_Return);
    enter(form, "/informant/occupation", "किसान");
    form.key(Qt::Key_Return);
    form.walkTo(q("/informant/addresses"));
    form.key(Qt::Key_Return);
    BOOST_TEST(form.here().toStdString() == "/informant/addresses/0/kind");
    form.write(q("वर्तमान"));
    form.key(Qt::Key_Return);
    enter(form, "/informant/addresses/0/village_town", "बड़ौता");
    enter(form, "/informant/addresses/0/district", "सोनीपत");
    enter(form, "/informant/mobile", "९८१२०-०४४१७");
    form.key(Qt::Key_PageDown);
    for (int step = 0; step < 5 && form.here() != q("/accused_unknown_count"); ++step)
        form.key(Qt::Key_Tab); // past the list of the known
    form.write(q("1"));
    form.key(Qt::Key_PageDown);
    form.key(Qt::Key_PageDown);
    BOOST_TEST(form.here().toStdString() == "/properties");
    form.key(Qt::Key_Return);
    enter(form, "/properties/0/category", "वाहन");
    form.key(Qt::Key_Return);
    enter(form, "/properties/0/type", "मोटरसाइकिल");
    enter(form, "/properties/0/value", "45000");
    enter(form, "/properties/0/status", "चोरी");
    form.key(Qt::Key_Return);
    enter(form, "/properties/0/reg_no", "HR10AB1234");
    form.key(Qt::Key_PageDown);
    form.key(Qt::Key_PageDown);
    BOOST_TEST(form.here().toStdString() == "/contents");
    form.write(q("मेरी मोटरसाइकिल घर के बाहर से चोरी हो गई। कानूनी कार्रवाई की जाए।"));
    form.key(Qt::Key_Tab);
    form.walkTo(q("/action"));
    form.write(q("1"));
    form.key(Qt::Key_Return);
    form.walkTo(q("/read_over"));
    form.key(Qt::Key_Space);
    enter(form, "/copy_given_at", "251126 0950");
    enter(form, "/informant_sign", "कागज पर हस्ताक्षर");
    enter(form, "/sho/name", "नम्रता");
    form.key(Qt::Key_Escape);
    enter(form, "/sho/rank", "निरीक्षक");
    if (form.page().findChild<ui::PickPopup*>()->isVisible())
        form.key(Qt::Key_Return);
    form.key(Qt::Key_Return, Qt::ControlModifier);
    FormWindow::waitFor(
        [&] {
            const auto* sent = form.page().findChild<QWidget*>(q("formSent"));
            const auto* banner = form.page().findChild<QWidget*>(q("formBanner"));
            return (sent && sent->isVisible()) || banner->isVisible();
        },
        "an answer");
    QStringList wrong;
    for (const forms::Finding& finding : form.paper().findings())
        if (finding.severity != schema::Severity::Hint)
            wrong.append(finding.code + u' ' + finding.pointer);
    BOOST_TEST(form.page().findChild<QWidget*>(q("formSent"))->isVisible(),
               labelOf(form, "formBannerText").toStdString() << " " << wrong.join(u'\n').toStdString());
    BOOST_TEST(form.page().title().toStdString().find("/2026") != std::string::npos);
    BOOST_TEST(!form.page().isUnsaved());
    BOOST_TEST(form.page().model()->isReadOnly());
    BOOST_TEST_MESSAGE("a theft FIR by keys alone: " << form.keys << " keys");
}

BOOST_AUTO_TEST_CASE(submitting_with_errors_goes_to_the_first_and_f8_through_them_all)
{
    FormWindow form;
    form.begin(q("fir"));
    form.key(Qt::Key_Return, Qt::ControlModifier);
    BOOST_TEST(form.page().findChild<QWidget*>(q("formBanner"))->isVisible());
    QStringList open;
    for (const forms::Finding& finding : form.paper().findings())
        if (finding.severity != schema::Severity::Hint && !open.contains(finding.pointer))
            open.append(finding.pointer);
    BOOST_TEST(open.size() > 10);
    BOOST_TEST(form.here().toStdString() == open.first().toStdString());
    // A group has no line of its own: its first field stands for it.
    int visited = 1;
    for (qsizetype i = 1; i < open.size(); ++i) {
        form.key(Qt::Key_F8);
        visited += form.here().startsWith(open[i]) ? 1 : 0;
    }
    BOOST_TEST(visited == open.size());
    form.key(Qt::Key_F8);
    BOOST_TEST(form.here().toStdString() == open.first().toStdString());
    form.key(Qt::Key_F8, Qt::ShiftModifier);
    BOOST_TEST(form.here().startsWith(open.last()));
}

BOOST_AUTO_TEST_CASE(fields_come_and_go_with_what_they_depend_on)
{
    FormWindow form;
    form.begin(q("fir"));
    form.jumpTo(q("/action"));
    BOOST_TEST(!isShown(form, "/refused_reason"));
    form.write(q("3"));
    form.key(Qt::Key_Return);
    BOOST_TEST(isShown(form, "/refused_reason"));
    form.jumpTo(q("/action"));
    form.edit<QLineEdit>(q("/action")).selectAll();
    form.write(q("1"));
    form.key(Qt::Key_Return);
    BOOST_TEST(!isShown(form, "/refused_reason"));
}

BOOST_AUTO_TEST_CASE(rows_are_added_moved_and_taken_out_by_keys)
{
    FormWindow form;
    form.begin(q("fir"));
    form.page().model()->addRow(q("/accused"), {{q("name"), q("First")}});
    form.page().model()->addRow(q("/accused"), {{q("name"), q("Second")}});
    form.page().model()->wantFocus(q("/accused"));
    const auto card = [&](int row) {
        return form.page().findChild<ui::RowCard*>(QStringLiteral("card:/accused/%1").arg(row));
    };
    card(1)->setFocus();
    form.key(Qt::Key_Up, Qt::AltModifier);
    BOOST_TEST(form.paper().value(q("/accused/0/name")).toString().toStdString() == "Second");
    BOOST_TEST(card(0)->hasFocus());
    form.key(Qt::Key_Down, Qt::AltModifier);
    BOOST_TEST(form.paper().value(q("/accused/1/name")).toString().toStdString() == "Second");
    form.key(Qt::Key_Return);
    BOOST_TEST(form.here().toStdString() == "/accused/1/name");
    form.edit<QLineEdit>(q("/accused/1/name")).selectAll();
    form.write(q("Third"));
    BOOST_TEST(form.paper().value(q("/accused/1/name")).toString().toStdString() == "Third");
    card(0)->setFocus();
    form.key(Qt::Key_Delete);
    BOOST_TEST(form.paper().rowCount(q("/accused")) == 1);
    BOOST_TEST(form.paper().value(q("/accused/0/name")).toString().toStdString() == "Third");
    BOOST_TEST(card(0)->hasFocus());
}

BOOST_AUTO_TEST_CASE(a_known_person_fills_the_whole_group)
{
    FormWindow form;
    form.begin(q("fir"));
    form.jumpTo(q("/informant/name"));
    form.write(q("ramesh"));
    auto& popup = *form.page().findChild<ui::PickPopup*>();
    FormWindow::waitFor([&] { return popup.isVisible() && popup.count() > 0; }, "persons");
    form.key(Qt::Key_Down);
    form.key(Qt::Key_Up);
    form.key(Qt::Key_Return);
    BOOST_TEST(!popup.isVisible());
    BOOST_TEST(!form.paper().value(q("/informant/name")).toString().isEmpty());
    BOOST_TEST(form.paper().value(q("/informant/name")).toString().toStdString() != "ramesh");
    BOOST_TEST(textOf(form, "/informant/name").toStdString()
               == form.paper().value(q("/informant/name")).toString().toStdString());
}

BOOST_AUTO_TEST_CASE(a_new_person_keeps_what_was_typed)
{
    FormWindow form;
    form.begin(q("fir"));
    form.jumpTo(q("/informant/name"));
    form.write(q("ramesh"));
    auto& popup = *form.page().findChild<ui::PickPopup*>();
    FormWindow::waitFor([&] { return popup.isVisible(); }, "persons");
    form.key(Qt::Key_N, Qt::ControlModifier);
    BOOST_TEST(!popup.isVisible());
    BOOST_TEST(form.paper().value(q("/informant/name")).toString().toStdString() == "ramesh");
    BOOST_TEST(form.here().toStdString() != "/informant/name");
}

BOOST_AUTO_TEST_CASE(codes_are_typed_in_either_script)
{
    FormWindow form;
    form.begin(q("fir"));
    for (const char* words : {"house", "मकान"}) {
        form.jumpTo(q("/place_direction"));
        form.edit<QLineEdit>(q("/place_direction")).selectAll();
        form.write(words == std::string("house") ? q("north-e") : q("दक्षिण-प"));
        form.key(Qt::Key_Tab);
        BOOST_TEST(form.paper().value(q("/place_direction")).toString().size() == 2, words);
    }
    form.jumpTo(q("/place_direction"));
    form.edit<QLineEdit>(q("/place_direction")).selectAll();
    form.write(q("nowhere"));
    form.key(Qt::Key_Tab);
    BOOST_TEST(form.told(q("/place_direction")).contains(q("error form.unknown_code")));
    BOOST_TEST(textOf(form, "/place_direction").toStdString() == "nowhere");
}

BOOST_AUTO_TEST_CASE(another_language_in_the_middle_keeps_everything_typed)
{
    FormWindow form;
    form.begin(q("fir"));
    form.jumpTo(q("/occ_from_date"));
    form.write(q("31/2/26"));
    form.jumpTo(q("/gd_no"));
    form.write(q("18"));
    form.language().choose(q("hi"));
    FormWindow::waitFor([&] { return form.page().title().contains(q("नई")); }, "Hindi");
    BOOST_TEST(form.here().toStdString() == "/gd_no");
    BOOST_TEST(textOf(form, "/gd_no").toStdString() == "18");
    BOOST_TEST(textOf(form, "/occ_from_date").toStdString() == "31/2/26");
    form.write(q("5"));
    BOOST_TEST(form.paper().value(q("/gd_no")).toInt() == 185);
}

BOOST_AUTO_TEST_CASE(wrong_values_stay_as_typed_with_what_is_wrong_in_both_languages)
{
    struct Wrong {
        const char* pointer;
        const char* words;
    };
    const Wrong wrongs[] = {{"/occ_from_date", "31/2/26"},
                            {"/occ_from_date", "kal shaam"},
                            {"/occ_from_time", "25:70"},
                            {"/info_received_at", "1/1/2031 10:00"},
                            {"/gd_no", "१२३४५६"},
                            {"/place_distance", "दूर"},
                            {"/place/pin", "😀😀"},
                            {"/informant/age_years", "200"},
                            {"/informant/mobile", "98120"},
                            {"/crime_head", "चोरी जैसा कुछ"},
                            {"/informant/name", "राम\u202eश्याम"}};
    FormWindow form;
    form.begin(q("fir"));
    for (const Wrong& wrong : wrongs) {
        form.jumpTo(q(wrong.pointer));
        form.edit<QLineEdit>(q(wrong.pointer)).selectAll();
        form.write(q(wrong.words));
        form.key(Qt::Key_Escape);
        form.edit<QWidget>(q(wrong.pointer)).clearFocus();
        BOOST_TEST(!form.told(q(wrong.pointer)).isEmpty(), wrong.words);
        BOOST_TEST(!textOf(form, wrong.pointer).isEmpty(), wrong.words);
        BOOST_TEST(form.edit<QWidget>(q(wrong.pointer)).property("invalid").toBool(), wrong.words);
    }
    form.waitForKept();
}

BOOST_AUTO_TEST_CASE(sections_as_clerks_write_them_become_rows)
{
    FormWindow form;
    form.begin(q("fir"));
    form.page().model()->set(q("/occ_from_date"), q("2026-11-24"));
    form.jumpTo(q("/laws"));
    form.write(q("103(1), 3(5) BNS"));
    form.key(Qt::Key_Return);
    BOOST_TEST(form.paper().rowCount(q("/laws")) == 2);
    BOOST_TEST(form.paper().value(q("/laws/1/section")).toString().toStdString() == "3(5)");
    form.write(q("999 BNS"));
    form.key(Qt::Key_Return);
    BOOST_TEST(form.told(q("/laws/2/section")).contains(q("error law.no_section")));
    form.write(q("कुछ भी नहीं"));
    form.key(Qt::Key_Return);
    BOOST_TEST(form.paper().rowCount(q("/laws")) == 3);
}

BOOST_AUTO_TEST_CASE(a_section_of_the_old_law_is_mended_by_its_link)
{
    FormWindow form;
    form.begin(q("fir"));
    form.page().model()->set(q("/occ_from_date"), q("2026-11-24"));
    form.page().model()->addRow(q("/laws"), {{q("act"), q("IPC")}, {q("section"), q("379")}});
    form.page().model()->wantFocus(q("/laws/0/section"));
    QPushButton* mend = nullptr;
    for (auto* button : form.page().findChildren<QPushButton*>(q("mend")))
        mend = button->isVisible() ? button : mend;
    BOOST_TEST_REQUIRE(mend);
    mend->click();
    BOOST_TEST(form.paper().value(q("/laws/0/act")).toString().toStdString() == "BNS");
}

BOOST_AUTO_TEST_CASE(what_was_typed_is_in_the_store_when_the_window_goes_without_asking)
{
    FormWindow form;
    form.begin(q("fir"));
    form.jumpTo(q("/contents"));
    form.write(q("मेरी घड़ी"));
    form.destroyWindow();
    std::vector<session::DraftLine> drafts;
    QJsonObject payload;
    const auto ask = [&] {
        form.formDesk().drafts(session::Reply<std::vector<session::DraftLine>>(
            qApp, [&](const Result<std::vector<session::DraftLine>>& found) { drafts = *found; }));
        if (!drafts.empty())
            form.formDesk().begin(
                {q("fir"), drafts[0].record, {}, -1},
                session::Reply<session::FormOpening>(
                    qApp, [&](const Result<session::FormOpening>& paper) { payload = paper->payload; }));
        QTest::qWait(20);
        return payload[q("contents")].toString() == q("मेरी घड़ी");
    };
    FormWindow::waitFor(ask, "the last letter in the store");
    BOOST_TEST(drafts.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_draft_is_gone_on_with)
{
    FormWindow form;
    form.begin(q("fir"));
    form.jumpTo(q("/gd_no"));
    form.write(q("77"));
    form.key(Qt::Key_S, Qt::ControlModifier);
    form.waitForKept();
    const domain::RecordUid record = form.page().writes();
    BOOST_TEST(!record.isNull());
    form.key(Qt::Key_W, Qt::ControlModifier);
    FormWindow::waitFor([&] { return !form.window().findChild<ui::FormPage*>(); }, "the closed tab");
    form.openPaper({q("fir"), record, {}, -1});
    BOOST_TEST(form.paper().value(q("/gd_no")).toInt() == 77);
    BOOST_TEST((form.page().writes() == record));
}

BOOST_AUTO_TEST_SUITE_END()
