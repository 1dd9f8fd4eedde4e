// Every text in both languages, whole, and every control with a name for those who do not see it.
#include "ui/WindowFixture.h"
#include "widgets/Labels.h"

#include <QAbstractButton>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollBar>
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

std::string nameOf(const QWidget& widget)
{
    return widget.metaObject()->className() + std::string(" ") + widget.objectName().toStdString();
}

// Looks at what stands on the window now.
void lookOver(QWidget& window)
{
    QTest::qWait(1); // lays out what has just changed
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty())
            continue;
        const auto* label = qobject_cast<QLabel*>(widget);
        const bool cutsItself = qobject_cast<ui::ElidedLabel*>(widget) != nullptr;
        if (label && !label->text().isEmpty() && !cutsItself) {
            const int needed = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
            BOOST_TEST(label->height() >= needed, nameOf(*label) << " is cut: " << label->text().toStdString());
            if (!label->wordWrap())
                BOOST_TEST(label->width() >= label->sizeHint().width(),
                           nameOf(*label) << " is cut: " << label->text().toStdString());
        }
        if (const auto* button = qobject_cast<QAbstractButton*>(widget); button && !button->text().isEmpty())
            BOOST_TEST(button->width() >= button->minimumSizeHint().width(),
                       nameOf(*button) << " is cut: " << button->text().toStdString());
        const bool takesKeys = widget->focusPolicy() & Qt::TabFocus && widget->isEnabled();
        if (takesKeys && !widget->focusProxy() && !qobject_cast<QScrollBar*>(widget))
            BOOST_TEST(!widget->accessibleName().isEmpty(), nameOf(*widget) << " has no accessible name");
    }
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
    for (const QSize& size : {QSize(1366, 768), QSize(1920, 1080)}) {
        for (const char* language : {"en", "hi"}) {
            WindowFixture desk;
            desk.open(QString::fromLatin1(language));
            desk.window().resize(size);
            lookOver(desk.window());
            desk.unlock();
            lookOver(desk.window());
            desk.search(QStringLiteral("ramesh kumar"));
            lookOver(desk.window());
            desk.press(Qt::Key_Return);
            WindowFixture::waitFor([&] { return desk.window().findChild<QWidget*>(QStringLiteral("fact1")); },
                                   "the record's fields");
            lookOver(desk.window());
        }
    }
}

BOOST_AUTO_TEST_CASE(the_language_changes_while_the_window_is_open)
{
    WindowFixture desk;
    desk.open();
    desk.unlock();
    desk.search(QStringLiteral("ramesh"));
    const auto letters = [&](bool devanagari) {
        int found = 0;
        for (const QLabel* label : desk.window().findChildren<QLabel*>()) {
            for (const QChar letter : label->isVisible() ? label->text() : QString())
                found += (letter.script() == QChar::Script_Devanagari) == devanagari && letter.isLetter() ? 1 : 0;
        }
        return found;
    };
    const int latin = letters(false);
    desk.language().choose(QStringLiteral("hi"));
    WindowFixture::waitFor([&] { return letters(true) > 0 && letters(false) < latin; }, "Hindi");
    desk.language().choose(QStringLiteral("en"));
    WindowFixture::waitFor([&] { return letters(false) >= latin; }, "English");
}

BOOST_AUTO_TEST_CASE(light_and_dark_reach_the_open_window)
{
    WindowFixture desk;
    desk.open();
    desk.unlock();
    const auto brightness = [&] {
        const QImage picture = desk.window().grab().toImage();
        return picture.pixelColor(picture.width() / 2, picture.height() - 120).lightness();
    };
    const int light = brightness();
    desk.theme().choose(ui::Theme::Choice::Dark);
    QTest::qWait(1);
    BOOST_TEST(brightness() < light / 2);
    desk.theme().choose(ui::Theme::Choice::Light);
    QTest::qWait(1);
    BOOST_TEST(brightness() == light);
}

BOOST_AUTO_TEST_SUITE_END()
