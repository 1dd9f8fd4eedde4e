#include "search/EmptySearch.h"

#include <QEvent>
#include <QVBoxLayout>

namespace ekatra::ui {

EmptySearch::EmptySearch(const Context& context, QWidget* parent) : QFrame(parent), m_context(context)
{
    setObjectName(QStringLiteral("emptySearch"));
    setProperty("look", QStringLiteral("page"));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(space::l, space::xl, space::l, space::l);
    m_column->addStretch(1);
    m_column->addStretch(2);
    fill();
}

void EmptySearch::showStart(const QStringList& recent)
{
    if (m_start && m_recent == recent)
        return;
    m_start = true;
    m_recent = recent;
    fill();
}

void EmptySearch::showNothingFound(const QString& words)
{
    m_start = false;
    m_words = words;
    fill();
}

void EmptySearch::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

void EmptySearch::addWords(const QString& title, const QStringList& words, const char* name)
{
    QLabel* label = makeLabel(m_box, TextSize::Small, "quiet");
    label->setText(title);
    auto* column = static_cast<QVBoxLayout*>(m_box->layout());
    column->addSpacing(space::l);
    column->addWidget(label);
    int number = 0;
    for (const QString& text : words) {
        QPushButton* button = makeButton(m_box, "link", "");
        button->setObjectName(QString::fromLatin1(name) + QString::number(++number));
        button->setText(text);
        button->setAccessibleName(tr("Search for: %1").arg(text));
        column->addWidget(button, 0, Qt::AlignLeft);
        connect(button, &QPushButton::clicked, this, [this, text] { Q_EMIT wordsWanted(text); });
    }
}

void EmptySearch::fill()
{
    if (m_box) {
        m_box->hide();
        m_box->deleteLater();
    }
    m_box = new QWidget(this);
    m_box->setFixedWidth(size::emptyState);
    auto* column = new QVBoxLayout(m_box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(new IconLabel(m_context.theme, m_start ? QStringLiteral("search") : QStringLiteral("info"),
                                    Colour::Text2, size::icon, m_box));
    QLabel* what = makeParagraph(m_box, TextSize::Title);
    what->setObjectName(QStringLiteral("emptyTitle"));
    QLabel* how = makeParagraph(m_box, TextSize::Base, "quiet");
    column->addSpacing(space::s);
    column->addWidget(what);
    column->addWidget(how);
    if (m_start) {
        what->setText(tr("Search by name, FIR, mobile, vehicle or village"));
        how->setText(tr("Hindi or English, any spelling. Results come while you type."));
        addWords(tr("For example"), {tr("ramesh gohana"), QStringLiteral("0123/2024"), tr("section 303(2)")},
                 "example");
        if (!m_recent.isEmpty())
            addWords(tr("Searched before"), m_recent, "recent");
    } else {
        what->setText(tr("Nothing found for “%1”").arg(m_words));
        how->setText(tr("Write a part of the name or one word less, or look at all kinds."));
    }
    m_column->insertWidget(1, m_box, 0, Qt::AlignHCenter);
    m_box->show();
}

} // namespace ekatra::ui
