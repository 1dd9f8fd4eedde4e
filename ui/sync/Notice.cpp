#include "sync/Notice.h"

#include "theme/Theme.h"

#include <QVBoxLayout>

namespace ekatra::ui {

Notice::Notice(const Theme& theme, const char* name, QWidget* parent) : QFrame(parent)
{
    setObjectName(QString::fromLatin1(name));
    setProperty("look", QStringLiteral("page"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::xl, space::l, space::l);
    column->setSpacing(space::s);
    column->addStretch(1);
    m_icon = new IconLabel(theme, QStringLiteral("info"), Colour::Text2, size::icon, this);
    auto* box = new QWidget(this);
    box->setFixedWidth(size::emptyState);
    auto* words = new QVBoxLayout(box);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(space::s);
    words->addWidget(m_icon, 0, Qt::AlignLeft);
    for (QLabel** label : {&m_what, &m_more}) {
        *label = makeParagraph(this, TextSize::Base, label == &m_more ? "quiet" : "");
        words->addWidget(*label);
    }
    column->addWidget(box, 0, Qt::AlignHCenter);
    m_what->setObjectName(objectName() + QStringLiteral("Text"));
    column->addStretch(2);
}

void Notice::tell(const QString& icon, const QString& what, const QString& more)
{
    m_icon->show(icon, Colour::Text2);
    m_what->setText(what);
    m_more->setText(more);
    m_more->setVisible(!more.isEmpty());
}

} // namespace ekatra::ui
