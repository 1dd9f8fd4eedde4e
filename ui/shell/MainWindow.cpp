#include "shell/MainWindow.h"

#include "shell/Shell.h"
#include "sync/Tray.h"

#include <QApplication>
#include <QCloseEvent>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ekatra::ui {

MainWindow::MainWindow(const Context& context, const Start& start) : QFrame(nullptr), m_context(context)
{
    setObjectName(QStringLiteral("mainWindow"));
    setProperty("look", start.practice ? QStringLiteral("practice-frame") : QStringLiteral("window"));
    setWindowIcon(context.theme.icon(QStringLiteral("ekatra")));
    setMinimumSize(size::leastWidth, size::leastHeight);
    resize(QSize(size::usualWidth, size::usualHeight).boundedTo(screen()->availableSize()));
    auto* column = new QVBoxLayout(this);
    const int frame = start.practice ? stroke::practiceFrame : 0;
    column->setContentsMargins(frame, frame, frame, frame);
    m_stack = new QStackedWidget(this);
    column->addWidget(m_stack);
    m_unlock = new UnlockPage(m_context, start.unlock, m_stack);
    m_shell = new Shell(m_context, start.practice, m_stack);
    m_stack->addWidget(m_unlock);
    m_stack->addWidget(m_shell);

    const auto speak = [this](const QString& code) { m_context.language.choose(code); };
    connect(m_unlock, &UnlockPage::languageWanted, this, speak);
    connect(m_shell, &Shell::languageWanted, this, speak);
    connect(m_shell, &Shell::themeWanted, this, [this](Theme::Choice choice) {
        setUpdatesEnabled(false);
        m_context.theme.choose(choice);
        setUpdatesEnabled(true);
    });
    connect(m_shell, &Shell::quitWanted, this, &MainWindow::quit);
    m_tray = new Tray(m_context, start.tray, this);
    connect(m_tray, &Tray::quitWanted, this, &MainWindow::quit);
    connect(m_tray, &Tray::openWanted, this, [this] {
        m_tray->hide();
        show();
        raise();
        activateWindow();
    });
    connect(&m_context.desk, &session::Desk::unlocked, this, [this](const session::StationFacts& facts) {
        m_stack->setCurrentWidget(m_shell);
        m_shell->enter(facts);
    });
    m_unlock->focusFirst();
    retranslate();
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Ekatra"));
    m_tray->retranslate();
}

void MainWindow::quit()
{
    m_quitting = true;
    // A hidden window is not closed by close(), so that the program would go on.
    if (isVisible())
        close();
    else
        QApplication::quit();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_quitting || !m_tray->keeps())
        return QFrame::closeEvent(event);
    event->ignore();
    hide();
    m_tray->show();
}

void MainWindow::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ekatra::ui
