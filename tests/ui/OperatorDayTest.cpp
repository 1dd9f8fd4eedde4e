// A day at the desk, by keys alone and in Hindi: a theft is registered, its accused arrested, the challan filed; all
// three are looked at as paper and sent, and the centre holds exactly them.
#include "forms/Completion.h"
#include "forms/FormPage.h"
#include "forms/ValueText.h"
#include "preview/PrintPreview.h"
#include "support/Gateway.h"
#include "ui/forms/FormFixture.h"

#include <QAbstractButton>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>

using namespace ekatra;
using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonValue valueAt(QJsonValue value, const QString& pointer)
{
    for (const QString& step : pointer.mid(1).split(u'/'))
        value = value.isArray() ? value.toArray().at(step.toInt()) : value.toObject().value(step);
    return value;
}

// "303(2) BNS, 3(5) BNS"
QString asWritten(const QJsonArray& laws)
{
    QStringList sections;
    for (const QJsonValue& law : laws)
        sections.append(law[u"section"].toString() + u' ' + law[u"act"].toString());
    return sections.join(u", "_s);
}

class OperatorDay : public FormWindow {
public:
    OperatorDay() : FormWindow(std::vector<QJsonObject>())
    {
        store.reopen();
        done(store->sources().add({u"icjs"_s, u"icjs"_s, {{u"url"_s, gateway.url(u"/icjs/v1"_s)}}}));
        store.close();
    }

    // Answers every error of the paper in turn, as F8 leads from one to the next, with what `example` has there.
    // The number of fields typed into.
    int mend(const QJsonObject& example)
    {
        int fields = 0;
        QStringList way;
        key(Qt::Key_F7);
        for (int step = 0; step < 400 && forms::hasErrors(paper().findings()); ++step) {
            if (faultAt(here()).isEmpty() || here().back().isDigit())
                key(Qt::Key_F8);
            const QString at = here();
            way.append(at);
            const QString fault = faultAt(at);
            const auto before = wrong();
            if (at.startsWith(fault + u'/')) { // a group that nobody has written in
                fields += fillRow(fault, example);
            } else {
                answer(at, valueAt(example, at));
                ++fields;
                if (here().startsWith(at + u'/'))
                    fields += fillRow(at, example);
            }
            if (wrong() == before && here() == at)
                BOOST_FAIL("typing at " << at.toStdString() << " did not mend: " << before.join(u", "_s).toStdString());
        }
        BOOST_TEST(!forms::hasErrors(paper().findings()),
                   wrong().join(u", "_s).toStdString() << " after " << way.mid(0, 120).join(u' ').toStdString());
        return fields;
    }

    // Goes through the sections to a list and fills its first row.
    void addRow(const QString& list, const QJsonObject& example)
    {
        for (int step = 0; step < 20 && !here().startsWith(list); ++step)
            key(Qt::Key_PageDown);
        BOOST_REQUIRE(here().startsWith(list));
        key(Qt::Key_Return);
        fillRow(list, example);
    }

    void finish(const char* name, const QJsonObject& example)
    {
        const int before = keys;
        const int fields = mend(example);
        submit();
        BOOST_TEST_MESSAGE(name << ": " << fields << " fields, " << keys - before << " keys");
    }

    // From a paper that was sent to the next one of its case.
    void goOn(const QString& kind)
    {
        ui::FormPage& sentPage = page();
        const QString name = tables()->kinds.find(kind)->titleHi;
        QAbstractButton* next = nullptr;
        for (auto* button : sentPage.findChildren<QAbstractButton*>(u"sentNext"_s))
            next = button->text() == name && button->isVisible() ? button : next;
        BOOST_REQUIRE(next);
        next->setFocus(Qt::TabFocusReason);
        key(Qt::Key_Return);
        waitFor([&] { return &page() != &sentPage; }, "the next paper");
        page().takeFocus();
    }

    void goBack()
    {
        ui::FormPage& from = page();
        key(Qt::Key_Left, Qt::AltModifier);
        waitFor([&] { return &page() != &from; }, "the paper before");
    }

    void lookAtPaper()
    {
        auto* print = page().findChild<QAbstractButton*>(u"sentPrint"_s);
        print->setFocus(Qt::TabFocusReason);
        key(Qt::Key_Return);
        waitFor(
            [&] {
                const auto* preview = window().findChild<ui::PrintPreview*>();
                return preview && preview->pageCount() > 0;
            },
            "the paper");
    }

    void syncNow()
    {
        auto& sync = child<QAbstractButton>("railSync");
        sync.setFocus(Qt::TabFocusReason);
        key(Qt::Key_Space);
        key(Qt::Key_F5);
    }

    // The centre holds this paper, word for word.
    void compare(const QString& kind, const domain::RecordUid& record)
    {
        const QString path = u"/icjs/v1/records/%1/%2"_s.arg(kind, record.toString(QUuid::WithoutBraces));
        const GatewayAnswer answer = gateway.get(path.toUtf8());
        BOOST_REQUIRE(answer.status == 200);
        session::Desk::Details here;
        desk().readRecord(record, {&window(), [&](const Result<session::Desk::Details>& details) {
                                       BOOST_REQUIRE(details.ok());
                                       here = *details;
                                   }});
        waitFor([&] { return here != nullptr; }, "the record");
        BOOST_TEST((answer.json().value(u"payload").toObject() == here->record.payload));
    }

    [[nodiscard]] qint64 sent(const char* kind) const { return gateway.count(QString::fromLatin1(kind)); }

    void submit()
    {
        key(Qt::Key_Return, Qt::ControlModifier);
        auto& sent = *page().findChild<QWidget*>(u"formSent"_s);
        auto& banner = *page().findChild<QWidget*>(u"formBanner"_s);
        waitFor([&] { return sent.isVisible() || banner.isVisible(); }, "an answer");
        BOOST_TEST(sent.isVisible(), page().findChild<QLabel*>(u"formBannerText"_s)->text().toStdString());
        BOOST_REQUIRE_MESSAGE(sent.isVisible(), wrong().join(u", "_s).toStdString());
    }

    Gateway gateway;

private:
    [[nodiscard]] QStringList wrong()
    {
        QStringList pointers;
        for (const forms::Finding& finding : paper().findings()) {
            if (finding.severity != schema::Severity::Hint)
                pointers.append(finding.pointer + u' ' + finding.code);
        }
        return pointers;
    }
    // The field with an error at `pointer` or round it; empty: none.
    [[nodiscard]] QString faultAt(const QString& pointer)
    {
        for (const forms::Finding& finding : paper().findings()) {
            if (finding.severity == schema::Severity::Error
                && (pointer == finding.pointer || pointer.startsWith(finding.pointer + u'/')))
                return finding.pointer;
        }
        return {};
    }

    void tickBefore()
    {
        for (int step = 0; step < 4; ++step) {
            key(Qt::Key_Backtab, Qt::ShiftModifier);
            const schema::Field* field = paper().field(here());
            if (field && field->type == schema::FieldType::Bool)
                return key(Qt::Key_Space);
        }
        BOOST_FAIL("no box before the list");
    }

    // What the example has in the row where the keyboard is, as far as it goes on in that row.
    int fillRow(const QString& list, const QJsonObject& example)
    {
        int fields = 0;
        for (int step = 0; step < 80 && here().startsWith(list + u'/'); ++step) {
            const QString pointer = here();
            const QJsonValue value = valueAt(example, pointer);
            const schema::Field* field = paper().field(pointer);
            if (!value.isUndefined() && field && !field->isGroup() && paper().value(pointer).isUndefined()) {
                answer(pointer, value);
                ++fields;
            }
            if (here() == pointer)
                key(Qt::Key_Tab);
        }
        return fields;
    }

    void answer(const QString& pointer, const QJsonValue& value)
    {
        const schema::Field* field = paper().field(pointer);
        BOOST_REQUIRE_MESSAGE(field, "no field at " << pointer.toStdString());
        switch (field->type) {
        case schema::FieldType::Bool:
            key(value.toBool() ? Qt::Key_Y : Qt::Key_N);
            return;
        case schema::FieldType::Group:
        case schema::FieldType::Groups:
            if (value.isUndefined()) // nothing to list, which the box before it says
                return tickBefore();
            if (qobject_cast<QLineEdit*>(QApplication::focusWidget())) { // sections, as clerks write them
                write(asWritten(value.toArray()));
                key(Qt::Key_Return);
            } else {
                key(Qt::Key_Return); // a row more
                waitFor([&] { return here().startsWith(pointer + u'/'); }, "the row");
            }
            return;
        case schema::FieldType::Code:
        case schema::FieldType::Codes: {
            const QString code = value.isArray() ? value.toArray().first().toString() : value.toString();
            write(code);
            key(Qt::Key_Return);
            return;
        }
        default:
            if (value.isUndefined()) // one of several that would do: the example has another
                BOOST_FAIL("the example has no " << pointer.toStdString());
            write(ui::shownValue(*field, value));
            key(Qt::Key_Tab);
        }
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(ui_operator_day)

BOOST_AUTO_TEST_CASE(a_theft_its_arrest_and_its_challan_reach_the_centre)
{
    OperatorDay day;
    const forms::CheckContext context{day.store.clock.now(), forms::CheckMode::Submit, u"13020004"_s};
    const auto example = [&](const char* kind) {
        return forms::examplePayload(*tables()->forms.find(QString::fromLatin1(kind)), u"hi"_s, context,
                                     tables()->acts);
    };
    QJsonObject theft = example("fir");
    QJsonObject informant = theft[u"informant"].toObject();
    informant[u"age_years"] = 41; // the field that is asked for where neither age nor birth is given
    theft[u"informant"] = informant;
    theft[u"laws"] = QJsonArray{theft[u"laws"].toArray().first()};
    day.begin(u"fir"_s, u"hi"_s);
    day.addRow(u"/accused"_s, theft);
    day.addRow(u"/properties"_s, theft);
    day.finish("FIR", theft);
    const domain::RecordUid theftFir = day.page().writes();
    day.goOn(u"arrest"_s);
    day.finish("arrest", example("arrest"));
    const domain::RecordUid arrest = day.page().writes();
    day.goBack();
    day.goOn(u"final_report"_s);
    day.finish("challan", example("final_report"));
    const domain::RecordUid challan = day.page().writes();

    day.lookAtPaper();
    day.syncNow();
    OperatorDay::waitFor([&] { return day.sent("final_report") == 1; }, "the centre has the challan");
    BOOST_TEST(day.sent("fir") == 1);
    BOOST_TEST(day.sent("arrest") == 1);
    day.compare(u"fir"_s, theftFir);
    day.compare(u"arrest"_s, arrest);
    day.compare(u"final_report"_s, challan);
}

BOOST_AUTO_TEST_SUITE_END()
