#include "shell/StatusLine.h"

#include "models/Format.h"

#include <QEvent>
#include <QHBoxLayout>

namespace ekatra::ui {

StatusLine::StatusLine(const Context& context, QWidget* parent) : QFrame(parent), m_context(context)
{
    setObjectName(QStringLiteral("statusLine"));
    setProperty("look", QStringLiteral("foot"));
    setFixedHeight(size::statusLine);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, 0, space::l, 0);
    row->setSpacing(space::s);
    m_icon = new IconLabel(context.theme, QStringLiteral("online"), Colour::Text2, size::iconSmall, this);
    row->addWidget(m_icon);
    m_words = makeElided(this, TextSize::Small, "quiet");
    m_words->setObjectName(QStringLiteral("statusWords"));
    row->addWidget(m_words, 1);
    m_keys = makeLabel(this, TextSize::Small, "quiet");
    row->addWidget(m_keys);
    retranslate();
}

void StatusLine::setLine(const session::LineState& line)
{
    m_failure.reset();
    m_line = line;
    retranslate();
}

void StatusLine::setFailure(const Error& error)
{
    m_failure = error;
    retranslate();
}

void StatusLine::retranslate()
{
    m_keys->setText(tr("F1 keys · Ctrl+K search"));
    if (m_failure) {
        m_words->setFullText(m_context.messages.text(*m_failure, m_context.language.code()).whole());
        m_icon->show(QStringLiteral("error"), Colour::Bad);
        return;
    }
    QStringList parts;
    if (m_line.sources == 0)
        parts.append(tr("No source set up"));
    else if (!m_line.failing.isEmpty()) {
        QStringList names;
        for (const QString& source : m_line.failing)
            names.append(sourceText(source));
        parts.append(tr("No answer from: %1").arg(names.join(QStringLiteral(", "))));
    }
    parts.append(m_line.waiting == 0 ? tr("nothing waits to be sent") : tr("%1 to send").arg(grouped(m_line.waiting)));
    if (m_line.rejected > 0)
        parts.append(tr("%1 refused").arg(grouped(m_line.rejected)));
    if (m_line.conflicted > 0)
        parts.append(tr("%1 to be decided").arg(grouped(m_line.conflicted)));
    if (m_line.sources > 0)
        parts.append(m_line.lastSuccess.isValid() ? tr("last sync %1").arg(momentText(m_line.lastSuccess))
                                                  : tr("never synced"));
    QString words = parts.join(QStringLiteral(" · "));
    words[0] = words[0].toUpper();
    m_words->setFullText(words);
    const bool trouble = !m_line.failing.isEmpty();
    m_icon->show(trouble ? QStringLiteral("offline") : QStringLiteral("online"),
                 trouble ? Colour::Warn : Colour::Text2);
}

void StatusLine::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ekatra::ui
