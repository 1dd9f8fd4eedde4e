#include "ui/WindowFixture.h"

#include "record/CasePage.h"
#include "record/RecordPage.h"

#include <QLineEdit>

namespace ekatra::test {

namespace {

std::vector<QJsonObject> sixtyFirs()
{
    const char* accused[] = {"Ramesh Kumar", "रमेश कुमार", "Suresh Sharma", "सुनील", "Rajesh Kumaar"};
    std::vector<QJsonObject> firs;
    for (int i = 0; i < 60; ++i)
        firs.push_back(fir(i + 1, accused[i % 5]));
    return firs;
}

} // namespace

WindowFixture::WindowFixture() : m_messages(take(session::Messages::load())), m_theme(*qApp), m_language(*qApp) { }

WindowFixture::~WindowFixture() = default;

void WindowFixture::open(session::Desk& desk, session::FormDesk& forms, session::SyncDesk& sync, const QString& folder,
                         const QString& language, ui::Theme::Choice theme)
{
    m_theme.choose(theme);
    m_language.choose(language);
    const ui::Context context{desk, forms, sync, *tables(), m_messages, m_theme, m_language};
    m_window = std::make_unique<ui::MainWindow>(
        context,
        ui::MainWindow::Start{{folder, QStringLiteral("rampal"), QStringLiteral("open sesame")}, true, hasTray});
    m_ring = std::make_unique<ui::FocusRing>(m_theme);
    m_window->show();
    m_window->activateWindow();
    waitFor([&] { return m_window->isActiveWindow(); }, "the window");
}

void WindowFixture::close()
{
    m_ring.reset();
    m_window.reset();
}

void WindowFixture::type(const QString& words)
{
    auto& field = child<QLineEdit>("searchField");
    field.setFocus();
    field.selectAll();
    QTest::keyClick(&field, Qt::Key_Delete);
    for (const QChar letter : words)
        QTest::sendKeyEvent(QTest::Click, &field, Qt::Key_unknown, QString(letter), Qt::NoModifier);
}

void WindowFixture::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
}

QWidget& WindowFixture::waitForCase()
{
    QWidget* seen = nullptr;
    waitFor(
        [&] {
            for (auto* page : m_window->findChildren<ui::CasePage*>()) {
                const auto* lines = page->findChild<QListView*>(QStringLiteral("timeLine"));
                if (page->isVisible() && lines->model()->rowCount() > 0)
                    seen = page;
            }
            return seen != nullptr;
        },
        "the case");
    return *seen;
}

QWidget& WindowFixture::openRecord()
{
    auto* lines = waitForCase().findChild<QListView*>(QStringLiteral("timeLine"));
    lines->setFocus();
    press(Qt::Key_Return);
    return waitForRecord();
}

QWidget& WindowFixture::waitForRecord()
{
    QWidget* seen = nullptr;
    waitFor(
        [&] {
            for (auto* page : m_window->findChildren<ui::RecordPage*>()) {
                if (page->isVisible() && page->findChild<QWidget*>(QStringLiteral("fact1")))
                    seen = page;
            }
            return seen != nullptr;
        },
        "the record");
    return *seen;
}

StationWindow::StationWindow() : StationWindow(sixtyFirs()) { }

StationWindow::StationWindow(const std::vector<QJsonObject>& firs)
    : m_threads(tables(), store.clock), m_desk(m_threads), m_forms(m_threads), m_sync(m_threads)
{
    store.addSource("cas");
    int number = 0;
    for (const QJsonObject& one : firs)
        store.pull("cas", "fir", QByteArray::number(++number).constData(), one);
    store.close();
}

StationWindow::~StationWindow()
{
    close();
    m_desk.stop();
    m_sync.stop();
    while (!m_threads.close(std::chrono::seconds(60))) { }
}

void StationWindow::open(const QString& language, ui::Theme::Choice theme)
{
    WindowFixture::open(m_desk, m_forms, m_sync, store.folder(), language, theme);
    QObject::connect(&m_desk, &session::Desk::found, &window(), [this](quint64 ticket) { m_found = ticket; });
    QObject::connect(&m_desk, &session::Desk::counted, &window(), [this](quint64 ticket) { m_counted = ticket; });
}

void StationWindow::tryPassphrase(const QString& words)
{
    auto& passphrase = child<QLineEdit>("unlockPassphrase");
    waitFor([&] { return passphrase.isEnabled(); }, "the field");
    QTest::keyClicks(&passphrase, words);
    QTest::keyClick(&passphrase, Qt::Key_Return);
}

void StationWindow::unlock()
{
    tryPassphrase(QStringLiteral("open sesame"));
    waitFor([&] { return isUnlocked(); }, "the unlocked window");
}

void StationWindow::search(const QString& words)
{
    searchBy([&] { type(words); });
}

ScriptedWindow::ScriptedWindow()
{
    open(desk, forms, sync, QStringLiteral("store"), QStringLiteral("en"), ui::Theme::Choice::Light);
    press(Qt::Key_Return);
}

ScriptedWindow::~ScriptedWindow()
{
    close();
}

void ScriptedWindow::search(const QString& words)
{
    const std::size_t before = desk.searches.size();
    type(words);
    waitFor([&] { return desk.searches.size() > before; }, "the question");
}

void ScriptedWindow::answer(std::size_t place, int count, const char* kind)
{
    search::SearchAnswer answer;
    for (int i = 0; i < count; ++i) {
        search::Hit hit;
        hit.row = i + 1;
        hit.kind = QString::fromLatin1(kind);
        hit.number = QString::number(i + 1);
        hit.station = QStringLiteral("13020004");
        hit.title.text = desk.searches[place].text;
        answer.hits.push_back(hit);
    }
    Q_EMIT desk.found(desk.searchTickets[place], answer);
}

} // namespace ekatra::test
