#include "sync/Tray.h"

#include "models/Format.h"
#include "sync/SyncWords.h"

namespace ekatra::ui {

Tray::Tray(const Context& context, bool available, QObject* parent)
    : QObject(parent), m_context(context), m_available(available)
{
    m_icon.setIcon(m_context.theme.icon(QStringLiteral("ekatra-small")));
    const auto add = [this](const char* name) {
        auto* action = new QAction(this);
        action->setObjectName(QString::fromLatin1(name));
        m_menu.addAction(action);
        return action;
    };
    m_open = add("trayOpen");
    m_run = add("trayRun");
    m_menu.addSeparator();
    m_quit = add("trayQuit");
    connect(m_open, &QAction::triggered, this, &Tray::openWanted);
    connect(m_run, &QAction::triggered, this, [this] { m_context.sync.run({}); });
    connect(m_quit, &QAction::triggered, this, &Tray::quitWanted);
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason != QSystemTrayIcon::Context)
            Q_EMIT openWanted();
    });
    const auto hear = [this](const session::SyncState& state) {
        m_state = state;
        retranslate();
    };
    connect(&m_context.sync, &session::SyncDesk::told, this, hear);
    connect(&m_context.sync, &session::SyncDesk::finished, this, hear);
    retranslate();
}

void Tray::retranslate()
{
    m_open->setText(tr("Open Ekatra"));
    m_run->setText(tr("Sync now"));
    m_quit->setText(tr("Quit"));
    QStringList lines{tr("Ekatra")};
    if (const QString words = syncWords(m_state, m_context); !words.isEmpty())
        lines.append(words);
    if (m_state.waiting > 0)
        lines.append(tr("%1 to send").arg(grouped(m_state.waiting)));
    if (const int needing = m_state.rejected + m_state.conflicted; needing > 0)
        lines.append(tr("%1 need you").arg(grouped(needing)));
    m_icon.setToolTip(lines.join(QLatin1Char('\n')));
}

} // namespace ekatra::ui
