// ekatra-bench-window: the real window on a real store, driven key by key: how long from a key to results on screen,
// and the longest time that the window answers nobody; with SOURCE, while that source is pulled on the store thread.
//     QT_QPA_PLATFORM=offscreen ekatra-bench-window FOLDER PASSPHRASE_FILE [SOURCE]
#include "bench/Figures.h"
#include "session/StationDesk.h"
#include "session/StationFormDesk.h"
#include "session/StationSyncDesk.h"
#include "shell/MainWindow.h"
#include "support/StallDetector.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QTest>

#include <functional>

using namespace ekatra;
using namespace ekatra::bench;

namespace {

constexpr int patience = 120'000; // milliseconds
constexpr int restMilliseconds = 40; // of SearchPage, before it asks
constexpr int typingPause = 120; // between two keys, as a quick typist has it
const QStringList typed{QStringLiteral("ramesh"), QStringLiteral("सुनीता"),  QStringLiteral("raj kumar"),
                        QStringLiteral("mukesh"), QStringLiteral("सोनीपत"), QStringLiteral("sharma")};

// Measures from a key to the first painting of the list with the answer to all that was typed so far.
class PaintWatch final : public QObject {
public:
    PaintWatch(session::Desk& desk, QListView& list) : m_list(list)
    {
        list.viewport()->installEventFilter(this);
        connect(&desk, &session::Desk::found, this, [this] {
            // Sooner than the page asks, it is the answer to what stood there before the key.
            m_answered = m_pressed >= 0 && m_clock.elapsed() >= restMilliseconds;
            m_list.viewport()->update(); // an answer that leaves the rows as they were is painted too
        });
    }

    void keyPressed()
    {
        if (m_pressed < 0)
            m_pressed = 0;
        m_clock.start();
        m_answered = false;
    }
    [[nodiscard]] bool isPainted() const { return m_pressed < 0; }
    [[nodiscard]] const Times& times() const { return m_times; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && m_answered) {
            m_answered = false;
            m_pressed = -1;
            // Painted when the event has been dealt with.
            QMetaObject::invokeMethod(
                this, [this, at = m_clock.nsecsElapsed()] { m_times.add(static_cast<double>(at) / 1e6); },
                Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QListView& m_list;
    QElapsedTimer m_clock;
    int m_pressed = -1;
    bool m_answered = false;
    Times m_times;
};

template <class Widget>
Widget& childOf(QWidget& window, const char* name)
{
    auto* found = window.findChild<Widget*>(QString::fromLatin1(name));
    if (!found)
        qFatal("no %s", name);
    return *found;
}

void wait(const std::function<bool()>& condition, const char* what)
{
    if (!QTest::qWaitFor(condition, patience))
        qFatal("never came: %s", what);
}

void unlock(ui::MainWindow& window, const QString& words)
{
    auto& passphrase = childOf<QLineEdit>(window, "unlockPassphrase");
    wait([&] { return passphrase.isEnabled(); }, "the passphrase field");
    passphrase.setText(words);
    QTest::keyClick(&passphrase, Qt::Key_Return);
    wait([&] { return childOf<QWidget>(window, "searchField").isVisible(); }, "the unlocked window");
}

// Each of the words letter by letter; true while `goesOn`.
void typeSearches(ui::MainWindow& window, PaintWatch& watch, const std::function<bool()>& goesOn)
{
    auto& field = childOf<QLineEdit>(window, "searchField");
    for (int i = 0; goesOn(); ++i) {
        field.setFocus();
        field.selectAll();
        QTest::keyClick(&field, Qt::Key_Delete);
        for (const QChar letter : typed.at(i % typed.size())) {
            watch.keyPressed();
            QTest::sendKeyEvent(QTest::Click, &field, Qt::Key_unknown, QString(letter), Qt::NoModifier);
            QTest::qWait(typingPause);
        }
        (void)QTest::qWaitFor([&] { return watch.isPainted(); }, 5'000);
    }
}

void show(const QString& what, const PaintWatch& watch, const test::StallDetector& stalls)
{
    row({what, QString::number(watch.times().count()), ms(watch.times().median()), ms(watch.times().p95()),
         ms(watch.times().most()), ms(stalls.longest()), QString::number(stalls.countAbove(50))});
}

} // namespace

int main(int count, char** values)
{
    if (!crypto::prepareProcess())
        return 1;
    QApplication application(count, values);
    const QStringList words = QApplication::arguments();
    if (words.size() < 3) {
        std::fputs("ekatra-bench-window FOLDER PASSPHRASE_FILE [SOURCE]\n", stderr);
        return 2;
    }
    QFile file(words.at(2));
    const QString passphrase =
        file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readLine()).trimmed() : QString();

    auto tables = session::Tables::load();
    auto messages = session::Messages::load();
    if (!tables || !messages)
        return 1;
    const base::SystemClock clock;
    ui::Theme theme(application);
    theme.choose(ui::Theme::Choice::Light);
    ui::Language language(application);
    language.choose(QStringLiteral("en"));
    session::StationThreads threads(*tables, clock);
    session::StationDesk desk(threads);
    session::StationFormDesk forms(threads);
    session::StationSyncDesk sync(threads);
    const auto glance = storage::Store::glance(words.at(1));
    if (!glance)
        return 1;
    const ui::Context context{desk, forms, sync, **tables, *messages, theme, language};
    {
        ui::MainWindow window(context, {{words.at(1), glance->users.first(), {}}, false});
        window.resize(1366, 768);
        window.show();
        window.activateWindow();
        unlock(window, passphrase);
        PaintWatch watch(desk, childOf<QListView>(window, "hitList"));
        test::StallDetector stalls;
        head({QString(), QStringLiteral("paints"), QStringLiteral("key to paint p50, ms"), QStringLiteral("p95"),
              QStringLiteral("max"), QStringLiteral("longest stall of the window, ms"), QStringLiteral("over 50 ms")});
        if (words.size() > 3) {
            std::atomic<bool> pulling{true};
            sync::SourceReport report;
            threads.onStore([&, source = words.at(3)](session::Services* services) {
                if (auto pulled = services->pull(source, {}, {}))
                    report = std::move(*pulled);
                pulling = false;
            });
            typeSearches(window, watch, [&] { return pulling.load(); });
            show(QStringLiteral("while %1 records are pulled (%2 s)")
                     .arg(report.total().fetched)
                     .arg(report.seconds, 0, 'f', 1),
                 watch, stalls);
        } else {
            int rounds = 2 * static_cast<int>(typed.size());
            typeSearches(window, watch, [&] { return rounds-- > 0; });
            show(QStringLiteral("searching"), watch, stalls);
        }
    }
    desk.stop();
    while (!threads.close(std::chrono::seconds(60))) { }
    return 0;
}
