// Every text in both languages, whole, and every control with a name for those who do not see it.
#include "ui/WindowFixture.h"
#include "ui/forms/FormFixture.h"
#include "ui/sync/SyncWindow.h"
#include "widgets/Labels.h"

#include <QAbstractButton>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTabBar>
#include <QXmlStreamReader>

using namespace ekatra;
using namespace ekatra::test;

namespace {

QString contentOf(const QString& path)
{
    QFile file(path);
    BOOST_REQUIRE_MESSAGE(file.open(QIODevice::ReadOnly), path.toStdString());
    return QString::fromUtf8(file.readAll());
}

// Source text -> Hindi, of the finished messages.
QMap<QString, QString> translations()
{
    QMap<QString, QString> all;
    QXmlStreamReader xml(contentOf(QStringLiteral(EKATRA_SOURCE_DIR "/translations/ekatra_hi.ts")));
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation") && !xml.attributes().hasAttribute(QLatin1String("type")))
            all.insert(source, xml.readElementText(QXmlStreamReader::IncludeChildElements));
    }
    BOOST_REQUIRE(!xml.hasError());
    return all;
}

// What is wrong with the widgets that stand on `window` now.
QStringList faultsOf(const QWidget& window)
{
    QStringList faults;
    const auto check = [&](bool good, const QWidget& widget, const QString& fault) {
        if (!good)
            faults.append(QStringLiteral("%1 %2 %3")
                              .arg(QString::fromLatin1(widget.metaObject()->className()), widget.objectName(), fault));
    };
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty())
            continue;
        const auto* label = qobject_cast<const QLabel*>(widget);
        const bool cutsItself = qobject_cast<const ui::ElidedLabel*>(widget) != nullptr;
        if (label && !label->text().isEmpty() && !cutsItself) {
            const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
            const bool wide = label->wordWrap() || label->width() >= label->sizeHint().width();
            check(wide && label->height() >= needed, *label, QStringLiteral("is cut: ") + label->text());
        }
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget); button && !button->text().isEmpty())
            check(button->width() >= button->minimumSizeHint().width(), *button,
                  QStringLiteral("is cut: ") + button->text());
        const bool takesKeys = widget->focusPolicy() & Qt::TabFocus && widget->isEnabled();
        if (takesKeys && !widget->focusProxy() && !qobject_cast<const QScrollBar*>(widget))
            check(!widget->accessibleName().isEmpty(), *widget, QStringLiteral("has no accessible name"));
    }
    return faults;
}

// Lets the layouts come to rest; what is wrong then stays wrong.
void lookOver(const QWidget& window)
{
    const bool good = QTest::qWaitFor([&] { return faultsOf(window).isEmpty(); }, 3000);
    BOOST_TEST(good, faultsOf(window).join(QLatin1Char('\n')).toStdString());
}

// A record in which everything that people wrote is Hindi.
QJsonObject hindiFir()
{
    QJsonObject record = fir(1, "रमेश कुमार");
    const auto person = [](const char* name) {
        return QJsonObject{{QStringLiteral("name"), QString::fromUtf8(name)},
                           {QStringLiteral("relation"), QStringLiteral("F")},
                           {QStringLiteral("relative_name"), QStringLiteral("सुरेश")},
                           {QStringLiteral("sex"), QStringLiteral("M")},
                           {QStringLiteral("age_years"), 35}};
    };
    record[QStringLiteral("informant")] = person("सतबीर");
    record[QStringLiteral("accused")] = QJsonArray{person("रमेश कुमार")};
    record[QStringLiteral("place")] = QJsonObject{{QStringLiteral("kind"), QStringLiteral("PLACE")},
                                                  {QStringLiteral("village_town"), QStringLiteral("गोहाना")},
                                                  {QStringLiteral("district"), QStringLiteral("सोनीपत")},
                                                  {QStringLiteral("tehsil"), QStringLiteral("गोहाना")}};
    record[QStringLiteral("contents")] = QStringLiteral("अनाज मंडी के बाहर से मोटरसाइकिल चोरी हुई।");
    record[QStringLiteral("status")] = QStringLiteral("UI");
    return record;
}

// Words in Latin letters among `text` that are neither spoken in English at a station nor names of keys.
QStringList latinWords(const QString& text)
{
    static const QRegularExpression word(QStringLiteral("[A-Za-z]{2,}"));
    static const QStringList spoken{QStringLiteral("FIR"),    QStringLiteral("CAS"),  QStringLiteral("FSL"),
                                    QStringLiteral("IO"),     QStringLiteral("BNS"),  QStringLiteral("Ctrl"),
                                    QStringLiteral("Alt"),    QStringLiteral("Esc"),  QStringLiteral("Enter"),
                                    QStringLiteral("Tab"),    QStringLiteral("PgUp"), QStringLiteral("PgDn"),
                                    QStringLiteral("Caps"),   QStringLiteral("Lock"), QStringLiteral("English"),
                                    QStringLiteral("rampal"), QStringLiteral("open"), QStringLiteral("sesame"),
                                    QStringLiteral("Del"),    QStringLiteral("ICJS"), QStringLiteral("CCTNS")};
    QStringList left;
    for (auto words = word.globalMatch(text); words.hasNext();) {
        const QString found = words.next().captured();
        if (!spoken.contains(found))
            left.append(found);
    }
    return left;
}

// Everything that `root` says now, on the screen and to a screen reader.
QStringList latinIn(const QWidget& root)
{
    QStringList left;
    const auto read = [&](const QString& text) {
        if (!latinWords(text).isEmpty())
            left.append(text);
    };
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        const auto* edit = qobject_cast<const QLineEdit*>(widget);
        read(edit ? edit->placeholderText() : QString());
        read(widget->accessibleName());
        read(widget->accessibleDescription());
        read(widget->toolTip());
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            read(label->text());
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            read(button->text());
        if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                read(tabs->tabText(i));
        }
        if (const auto* list = qobject_cast<const QListView*>(widget)) {
            for (int i = 0; i < list->model()->rowCount(); ++i)
                read(list->model()->index(i, 0).data().toString());
        }
        if (const auto* button = qobject_cast<const QToolButton*>(widget); button && button->menu()) {
            for (const QAction* action : button->menu()->actions())
                read(action->text());
        }
    }
    return left;
}

} // namespace

BOOST_AUTO_TEST_SUITE(ui_words)

BOOST_AUTO_TEST_CASE(each_text_of_the_window_has_its_hindi)
{
    const QMap<QString, QString> hindi = translations();
    BOOST_TEST(hindi.size() > 60);
    const QRegularExpression call(QStringLiteral(R"re(\btr\(((?:\s*"(?:[^"\\]|\\.)*")+))re"));
    const QRegularExpression literal(QStringLiteral(R"re("((?:[^"\\]|\\.)*)")re"));
    int texts = 0;
    QDirIterator files(QStringLiteral(EKATRA_SOURCE_DIR "/ui"), {QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString content = contentOf(files.next());
        for (auto calls = call.globalMatch(content); calls.hasNext();) {
            QString text;
            const QString parts = calls.next().captured(1);
            for (auto literals = literal.globalMatch(parts); literals.hasNext();)
                text += literals.next().captured(1);
            text.replace(QStringLiteral("\\n"), QStringLiteral("\n"))
                .replace(QStringLiteral("\\\""), QStringLiteral("\""));
            ++texts;
            BOOST_TEST(!hindi.value(text).isEmpty(), files.filePath().toStdString() << ": " << text.toStdString());
        }
    }
    BOOST_TEST(texts > 60);
}

BOOST_AUTO_TEST_CASE(nothing_is_cut_and_everything_is_named)
{
    for (const QSize& size : {QSize(1024, 640), QSize(1366, 768), QSize(1920, 1080)}) {
        for (const char* language : {"en", "hi"}) {
            StationWindow station;
            station.open(QString::fromLatin1(language));
            station.window().resize(size);
            lookOver(station.window());
            station.tryPassphrase(QStringLiteral("open barley"));
            StationWindow::waitFor([&] { return station.child<QWidget>("unlockError").isVisible(); }, "the reason");
            lookOver(station.window());
            station.unlock();
            lookOver(station.window());
            station.search(QStringLiteral("nobodyofthatname"));
            lookOver(station.window());
            station.search(QStringLiteral("ramesh kumar"));
            lookOver(station.window());
            station.press(Qt::Key_Return);
            station.waitForCase();
            lookOver(station.window());
            station.openRecord();
            lookOver(station.window());
            station.press(Qt::Key_H);
            lookOver(station.window());
            station.press(Qt::Key_F1);
            lookOver(station.child<QWidget>("keysSheet"));
            station.child<QWidget>("keysSheet").close();
        }
    }
}

BOOST_AUTO_TEST_CASE(nothing_is_cut_and_no_english_is_left_on_the_pages_of_sync)
{
    for (const QSize& size : {QSize(1024, 640), QSize(1366, 768)}) {
        for (const char* language : {"en", "hi"}) {
            SyncWindow station;
            station.addRefused();
            station.open(QString::fromLatin1(language));
            station.unlock();
            station.window().resize(size);
            station.child<QAbstractButton>("railOutbox").click();
            const RowList list{station.child<QListView>("outboxList")};
            StationWindow::waitFor([&] { return list.count() == 1; }, "the refused row");
            list.press(0, Qt::Key_Delete);
            lookOver(station.window());
            for (const char* rail : {"railQuarantine", "railSync"}) {
                station.child<QAbstractButton>(rail).click();
                lookOver(station.window());
                const bool done = language == std::string_view("en")
                    || QTest::qWaitFor([&] { return latinIn(station.window()).isEmpty(); }, 3000);
                BOOST_TEST(done, latinIn(station.window()).join(QStringLiteral(" | ")).toStdString());
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(nothing_is_cut_on_any_section_of_any_form)
{
    for (const QSize& size : {QSize(1366, 768), QSize(1920, 1080)}) {
        for (const char* language : {"en", "hi"}) {
            FormWindow form;
            form.open(QString::fromLatin1(language));
            form.unlock();
            form.window().resize(size);
            for (const schema::FormDefinition* paper : tables()->forms.all()) {
                form.openPaper({paper->kind, {}, {}, -1});
                form.page().model()->tellAll();
                lookOver(form.window());
                for (std::size_t section = 1; section < paper->sections.size(); ++section) {
                    form.key(Qt::Key_PageDown);
                    lookOver(form.window());
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(no_english_is_left_on_any_section_of_any_form)
{
    // Papers name laws and forms by their letters, and the printed form one program; other words of small letters are
    // English.
    static const QRegularExpression word(QStringLiteral(
        "\\b(?!Enter\\b|Delete\\b|Backspace\\b|[ivx]+\\b|no number|Eagle\\b|Software\\b|Criminal\\b)[A-Z]?[a-z]{3,}"));
    FormWindow form;
    form.open();
    form.unlock();
    for (const schema::FormDefinition* paper : tables()->forms.all()) {
        form.language().choose(QStringLiteral("en"));
        form.openPaper({paper->kind, {}, {}, -1});
        form.page().model()->tellAll();
        for (std::size_t section = 0; section < paper->sections.size(); ++section) {
            form.language().choose(QStringLiteral("hi"));
            QStringList english;
            const auto look = [&] {
                english = latinIn(form.page()).filter(word);
                return english.isEmpty();
            };
            const bool done = QTest::qWaitFor(look, 2000);
            BOOST_TEST(done,
                       paper->sections[section].id.toStdString()
                           << ": " << english.join(QStringLiteral(" | ")).toStdString());
            form.language().choose(QStringLiteral("en"));
            form.key(Qt::Key_PageDown);
        }
    }
}

BOOST_AUTO_TEST_CASE(no_english_is_left_when_the_language_changes)
{
    StationWindow station({hindiFir()});
    station.open();
    const auto speakHindi = [&] {
        station.language().choose(QStringLiteral("hi"));
        const bool done = QTest::qWaitFor([&] { return latinIn(station.window()).isEmpty(); }, 5000);
        BOOST_TEST(done, latinIn(station.window()).join(QStringLiteral(" | ")).toStdString());
        station.language().choose(QStringLiteral("en"));
        StationWindow::waitFor([&] { return !latinIn(station.window()).isEmpty(); }, "English");
    };
    speakHindi();
    station.unlock();
    speakHindi();
    station.search(QStringLiteral("कोईनहीं"));
    speakHindi();
    station.search(QStringLiteral("रमेश"));
    BOOST_TEST(station.hits() == 1);
    speakHindi();
    station.press(Qt::Key_Return);
    station.waitForCase();
    speakHindi();
    station.openRecord();
    speakHindi();
    station.press(Qt::Key_H);
    speakHindi();
    station.press(Qt::Key_F1);
    StationWindow::waitFor([&] { return station.window().findChild<QWidget*>(QStringLiteral("keysSheet")); },
                           "the keys");
    station.child<QWidget>("keysSheet").close();
    station.language().choose(QStringLiteral("hi"));
    station.press(Qt::Key_F1);
    BOOST_TEST(latinIn(station.child<QWidget>("keysSheet")).isEmpty());
}

BOOST_AUTO_TEST_CASE(light_and_dark_reach_the_open_window)
{
    StationWindow station;
    station.open();
    station.unlock();
    station.search(QStringLiteral("ramesh"));
    using Choice = ui::Theme::Choice;
    for (const Choice choice : {Choice::Dark, Choice::HighContrast, Choice::Light}) {
        station.theme().choose(choice);
        QTest::qWait(1);
        const QImage picture = station.window().grab().toImage();
        const auto at = [&](const QWidget& widget, const QPoint& point) {
            return picture.pixelColor(widget.mapTo(&station.window(), point));
        };
        const auto& theme = station.theme();
        const QWidget& rail = station.child<QWidget>("rail");
        BOOST_TEST((at(rail, {rail.width() / 2, rail.height() - 40}) == theme.colour(ui::Colour::Surface2)));
        const QWidget& list = *station.list().viewport();
        BOOST_TEST((at(list, {1, 24}) == theme.colour(ui::Colour::Accent))); // the bar of the chosen hit
        BOOST_TEST((at(list, {8, 8}) == theme.colour(ui::Colour::AccentSoft)));
        BOOST_TEST((at(list, {8, 60}) == theme.colour(ui::Colour::Surface)));
        BOOST_TEST((at(station.window(), {1, 1}) == theme.colour(ui::Colour::Practice)));
    }
}

BOOST_AUTO_TEST_CASE(every_scheme_can_be_read)
{
    using ui::Colour;
    using ui::Scheme;
    struct Pair {
        Colour ink;
        Colour ground;
        double least;
    };
    const Pair pairs[] = {
        {Colour::Text, Colour::Surface, 7},        {Colour::Text, Colour::Surface2, 7},
        {Colour::Text, Colour::AccentSoft, 7},     {Colour::Text2, Colour::Surface, 4.5},
        {Colour::Text2, Colour::Surface2, 4.5},    {Colour::Text2, Colour::AccentSoft, 4.5},
        {Colour::Text2, Colour::Surface3, 4.5},    {Colour::Accent, Colour::Surface, 4.5},
        {Colour::Accent, Colour::AccentSoft, 4.5}, {Colour::OnAccent, Colour::Accent, 4.5},
        {Colour::OnMark, Colour::Mark, 7},         {Colour::Bad, Colour::Surface, 4.5},
        {Colour::Warn, Colour::Surface, 4.5},      {Colour::OnPractice, Colour::Practice, 4.5},
        {Colour::LineStrong, Colour::Surface, 3},  {Colour::LineStrong, Colour::Surface2, 3},
        {Colour::RoofText, Colour::Roof, 7},
    };
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark, Scheme::HighContrast}) {
        for (const Pair& pair : pairs) {
            const double ratio = ui::contrast(ui::colourOf(scheme, pair.ink), ui::colourOf(scheme, pair.ground));
            BOOST_TEST(ratio >= pair.least,
                       ui::nameOf(pair.ink).toStdString() << " on " << ui::nameOf(pair.ground).toStdString()
                                                          << " of scheme " << static_cast<int>(scheme));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
