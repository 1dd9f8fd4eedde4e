#include "widgets/Banner.h"

#include <QHBoxLayout>

namespace ekatra::ui {

Banner::Banner(const Theme& theme, const char* name, QWidget* parent) : QFrame(parent)
{
    setObjectName(QString::fromLatin1(name));
    setProperty("look", QStringLiteral("banner-bad"));
    setMinimumHeight(size::bar);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, space::xs, space::l, space::xs);
    row->setSpacing(space::s);
    row->addWidget(new IconLabel(theme, QStringLiteral("error"), Colour::Bad, size::iconSmall, this));
    m_message = makeParagraph(this);
    m_message->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_message->setObjectName(objectName() + QStringLiteral("Text"));
    row->addWidget(m_message, 1);
    m_action = makeButton(this, "link", "");
    m_action->setObjectName(objectName() + QStringLiteral("Action"));
    row->addWidget(m_action);
    connect(m_action, &QPushButton::clicked, this, &Banner::acted);
    hide();
}

void Banner::tell(const session::Messages::Text& text, const QString& action)
{
    m_message->setText(text.whole());
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(m_message->text());
    show();
}

} // namespace ekatra::ui
