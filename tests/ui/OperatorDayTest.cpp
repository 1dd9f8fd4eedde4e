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
        key(Qt::Key_F7);
        QString last;
        for (int step = 0; step < 400; ++step) {
            if (!forms::hasErrors(paper().findings()))
                return fields;
            key(Qt::Key_F8);
            const QString pointer = here();
            if (pointer == last)
                BOOST_FAIL("typing did not mend " << pointer.toStdString() << ": "
                                                  << told(pointer).join(u' ').toStdString());
            last = pointer;
            answer(pointer, valueAt(example, pointer));
            ++fields;
        }
        BOOST_FAIL("the errors never ended");
        return fields;
    }

    void submit()
    {
        key(Qt::Key_Return, Qt::ControlModifier);
        waitFor([&] { return page().findChild<QWidget*>(u"formSent"_s)->isVisible(); }, "the paper sent");
    }

    Gateway gateway;

private:
    void answer(const QString& pointer, const QJsonValue& value)
    {
        const schema::Field* field = paper().field(pointer);
        BOOST_REQUIRE_MESSAGE(field, "no field at " << pointer.toStdString());
        switch (field->type) {
        case schema::FieldType::Bool:
            key(Qt::Key_Space);
            return;
        case schema::FieldType::Group:
        case schema::FieldType::Groups:
            if (qobject_cast<QLineEdit*>(QApplication::focusWidget())) // sections, as clerks write them
                write(asWritten(value.toArray()));
            key(Qt::Key_Return); // or a row more
            return;
        case schema::FieldType::Code:
        case schema::FieldType::Codes: {
            const QString code = value.isArray() ? value.toArray().first().toString() : value.toString();
            write(code);
            key(Qt::Key_Return);
            return;
        }
        default:
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
    day.begin(u"fir"_s, u"hi"_s);
    const int typed = day.mend(example("fir"));
    BOOST_TEST_MESSAGE("FIR: " << typed << " fields, " << day.keys << " keys");
    day.submit();
}

BOOST_AUTO_TEST_SUITE_END()
