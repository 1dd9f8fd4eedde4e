// The case and record pages through their widgets.
#include "gateway/incidents/IncidentDistrict.h"
#include "models/Changes.h"
#include "record/CasePage.h"
#include "search/Filters.h"
#include "support/Gateway.h"
#include "ui/WindowFixture.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace ekatra;
using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject arrest(int no, const QString& name)
{
    return {{u"fir_ref"_s, QJsonObject{{u"ps_code"_s, u"13020004"_s}, {u"fir_year"_s, 2024}, {u"fir_no"_s, no}}},
            {u"name"_s, name},
            {u"arrest_at"_s, u"2024-07-16T19:15:00+05:30"_s},
            {u"arrest_kind"_s, u"FWD"_s}};
}

// One FIR with an arrest, changed once by its source; open on its case page.
class CaseWindow : public StationWindow {
public:
    CaseWindow() : StationWindow({fir(45)})
    {
        store.reopen();
        QJsonObject changed = fir(45);
        changed[u"status"_s] = u"UI"_s;
        store.pull("cas", "fir", "1", changed, "2");
        store.pull("cas", "arrest", "a1", arrest(45, u"Ramesh Kumar"_s));
        store.close();
        open();
        unlock();
        search(u"45/2024 kind:fir"_s);
        press(Qt::Key_Return);
        waitForCase();
    }
    QListView& story() { return child<QListView>("timeLine"); }
    QString told(int row) { return story().model()->index(row, 0).data().toString(); }
};

} // namespace

BOOST_AUTO_TEST_SUITE(ui_case)

BOOST_AUTO_TEST_CASE(a_fir_found_opens_its_case_with_the_newest_on_top)
{
    CaseWindow station;
    BOOST_TEST(station.story().model()->rowCount() == 3);
    BOOST_TEST(station.told(0).contains(u"FIR 0045/2024 changed by CAS"_s), station.told(0).toStdString());
    BOOST_TEST(station.told(1).contains(u"16/07/2024, 19:15, Ramesh Kumar arrested"_s), station.told(1).toStdString());
    BOOST_TEST(station.told(2).contains(u"FIR 0045/2024 registered"_s), station.told(2).toStdString());
    BOOST_TEST(station.story().hasFocus());
    BOOST_TEST(station.child<QLabel>("actionNote").text().toStdString() == "Still lacking: 2"); // IO, challan
}

BOOST_AUTO_TEST_CASE(enter_on_a_line_opens_the_record_that_it_speaks_of)
{
    CaseWindow station;
    station.press(Qt::Key_Down);
    station.press(Qt::Key_Return);
    QWidget& record = station.waitForRecord();
    BOOST_TEST(record.findChild<QLabel*>(u"recordNumber"_s)->text().startsWith(u"Arrest"_s));
    station.press(Qt::Key_Left, Qt::AltModifier);
    station.waitForCase();
    BOOST_TEST(station.story().currentIndex().row() == 1);
}

BOOST_AUTO_TEST_CASE(the_story_is_filtered_by_who_told_it)
{
    CaseWindow station;
    station.child<QPushButton>("source_cas").click();
    BOOST_TEST(station.story().model()->rowCount() == 3);
    BOOST_TEST(station.child<QPushButton>("source_cas").isChecked());
    station.child<QPushButton>("source_all").click();
    BOOST_TEST(station.child<QPushButton>("source_all").isChecked());
}

BOOST_AUTO_TEST_CASE(h_turns_a_record_to_its_versions_and_back)
{
    CaseWindow station;
    QWidget& record = station.openRecord(); // of the change: the FIR
    StationWindow::waitFor([&] { return record.findChild<QWidget*>(u"version2"_s); }, "the versions");
    station.press(Qt::Key_H);
    auto* change = record.findChild<QWidget*>(u"change1"_s);
    BOOST_REQUIRE(change);
    BOOST_TEST(change->isVisible());
    BOOST_TEST(change->hasFocus());
    BOOST_TEST(change->accessibleName().contains(u"→ Under investigation"_s), change->accessibleName().toStdString());
    station.press(Qt::Key_H);
    BOOST_TEST(record.findChild<QWidget*>(u"fact1"_s)->isVisible());
}

BOOST_AUTO_TEST_CASE(a_paper_kept_here_shows_on_the_open_case)
{
    CaseWindow station;
    auto* page = qobject_cast<ui::CasePage*>(&station.waitForCase());
    QSignalSpy read(page, &ui::Page::titleChanged);
    Q_EMIT station.formDesk().changed();
    StationWindow::waitFor([&] { return read.count() > 0; }, "the case once more");
}

BOOST_AUTO_TEST_CASE(changes_are_told_in_the_words_of_the_form)
{
    const ui::FieldWords words(u"fir"_s, *tables(), u"en"_s);
    QJsonObject after = fir(45);
    after[u"status"_s] = u"UI"_s;
    QJsonArray accused = after.value(u"accused"_s).toArray();
    accused[0] = QJsonObject{{u"name"_s, u"Ramesh"_s}, {u"relative_name"_s, u"Mahender Singh"_s}, {u"sex"_s, u"M"_s}};
    after[u"accused"_s] = accused;
    const auto changes = ui::changesBetween(fir(45), after, words);
    BOOST_REQUIRE(changes.size() == 2U);
    BOOST_TEST(changes[0].after.toStdString() == "Under investigation");
    BOOST_TEST(changes[0].before.isEmpty());
    BOOST_TEST(changes[1].before.toStdString() == "Ramesh Kumar");
    BOOST_TEST(changes[1].after.toStdString() == "Ramesh");
}

BOOST_AUTO_TEST_CASE(a_filter_is_words_of_the_query)
{
    const search::NameTables& names = *tables()->names;
    const QString narrowed = ui::withFilter(u"ramesh"_s, search::Field::Station, u"13020004"_s, names);
    BOOST_TEST(narrowed.toStdString() == "ramesh station:13020004 ");
    BOOST_TEST(ui::filterIn(narrowed, search::Field::Station, names).toStdString() == "13020004");
    BOOST_TEST(ui::withFilter(narrowed, search::Field::Station, {}, names).toStdString() == "ramesh ");
    BOOST_TEST(ui::withFilter(u"thana:sadar ramesh"_s, search::Field::Station, u"13020005"_s, names).toStdString()
               == "ramesh station:13020005 ");
}

BOOST_AUTO_TEST_CASE(a_filter_menu_offers_what_the_search_holds_and_narrows_it)
{
    StationWindow station;
    station.open();
    station.unlock();
    station.search(u"kumar"_s);
    station.child<QAbstractButton>("filterYear").click();
    StationWindow::waitFor([&] { return station.window().findChild<QMenu*>(u"filterMenu"_s); }, "the menu");
    const auto actions = station.child<QMenu>("filterMenu").actions();
    BOOST_REQUIRE(actions.size() == 2); // all, 2024
    BOOST_TEST(actions[1]->text().toStdString() == "2024\t36");
    station.searchBy([&] { actions[1]->trigger(); });
    BOOST_TEST(station.child<QLineEdit>("searchField").text().toStdString() == "kumar year:2024 ");
    BOOST_TEST(station.hits() == 36);
    station.child<QMenu>("filterMenu").close();
    station.search(u"kumar source:cas"_s);
    BOOST_TEST(station.hits() == 36);
    station.search(u"kumar -source:cas"_s);
    BOOST_TEST(station.hits() == 0);
}

BOOST_AUTO_TEST_CASE(a_case_of_three_hundred_papers_is_shown_whole)
{
    StationWindow station({fir(45)});
    station.store.reopen();
    for (int i = 0; i < 300; ++i)
        station.store.pull("cas", "arrest", QByteArray::number(i).constData(), arrest(45, u"Person %1"_s.arg(i)));
    station.store.close();
    station.open();
    station.unlock();
    station.search(u"45/2024 kind:fir"_s);
    QElapsedTimer timer;
    timer.start();
    station.press(Qt::Key_Return);
    QWidget& page = station.waitForCase();
    BOOST_TEST_MESSAGE("300 papers: " << timer.elapsed() << " ms");
    BOOST_TEST(page.findChild<QListView*>(u"timeLine"_s)->model()->rowCount() == 301);
    const auto papers = [&page] {
        return page.findChildren<QPushButton*>(QRegularExpression(u"^paper[0-9]+$"_s)).size();
    };
    BOOST_TEST(papers() == 10);
    page.findChild<QPushButton*>(u"more2"_s)->click();
    StationWindow::waitFor([&] { return papers() == 301; }, "all papers");
}

// Real incidents, which name nobody, as a gateway serves them.
BOOST_AUTO_TEST_CASE(incidents_without_names_are_listed_counted_and_opened)
{
    const auto district = take(gateway::loadIncidents(QStringLiteral(EKATRA_TEST_DATA "/incidents/years")));
    GatewaySetUp setUp;
    setUp.district = district.get();
    Gateway gateway(setUp);
    StationWindow station(std::vector<QJsonObject>{});
    station.store.reopen();
    done(station.store->sources().add({u"real"_s, u"cas"_s, {{u"url"_s, gateway.url(u"/sources/cas"_s)}}}));
    (void)take(station.store->pull(u"real"_s, {}, {}));
    station.store.close();
    station.open();
    station.unlock();
    station.search(u"kind:fir source:real"_s);
    BOOST_TEST(station.hits() > 1);
    BOOST_TEST(station.child<QPushButton>("kind_fir").text().toStdString()
               == "FIRs  " + std::to_string(station.hits()));
    station.press(Qt::Key_Return);
    QWidget& page = station.waitForCase();
    BOOST_TEST(page.findChild<QLabel*>(u"recordNumber"_s)->text().startsWith(u"FIR 000"_s));
    station.openRecord();
}

BOOST_AUTO_TEST_SUITE_END()
