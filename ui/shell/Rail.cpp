#include "shell/Rail.h"

#include "models/Format.h"
#include "theme/Style.h"

#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace ekatra::ui {

namespace {

constexpr int textAt = 48;
constexpr std::size_t draftsShown = 8;

} // namespace

Rail::Rail(const Context& context, QWidget* parent) : QFrame(parent), m_context(context)
{
    setObjectName(QStringLiteral("rail"));
    setProperty("look", QStringLiteral("rail"));
    setFixedWidth(size::rail);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::s, 0, space::s);
    column->setSpacing(0);
    add(column, Place::Room::Search, QStringLiteral("search"), "railSearch");
    m_new = new RailButton(context.theme, QStringLiteral("new-record"), "railNew", this);
    m_new->setCheckable(false);
    column->addWidget(m_new);
    column->addSpacing(space::s);
    column->addWidget(makeRule(this));
    column->addSpacing(space::s);
    add(column, Place::Room::Outbox, QStringLiteral("outbox"), "railOutbox");
    add(column, Place::Room::Sync, QStringLiteral("sync"), "railSync");
    add(column, Place::Room::Quarantine, QStringLiteral("set-aside"), "railQuarantine");
    column->addStretch(1);
    m_menu = new QMenu(this);
    m_menu->setObjectName(QStringLiteral("newMenu"));
    connect(m_new, &QAbstractButton::clicked, this, &Rail::openNew);
    retranslate();
}

void Rail::add(QVBoxLayout* column, Place::Room room, const QString& icon, const char* name)
{
    auto* button = new RailButton(m_context.theme, icon, name, this);
    column->addWidget(button);
    m_entries.push_back({room, button});
    connect(button, &QAbstractButton::clicked, this, [this, room, button] {
        button->setChecked(true);
        Q_EMIT placeWanted({room, 0});
    });
}

RailButton* Rail::button(Place::Room room) const
{
    for (const Entry& entry : m_entries) {
        if (entry.room == room)
            return entry.button;
    }
    return nullptr;
}

void Rail::setCollapsed(bool collapsed)
{
    setFixedWidth(collapsed ? size::topBar : size::rail);
}

void Rail::setChosen(Place::Room room)
{
    for (const Entry& entry : m_entries)
        entry.button->setChecked(entry.room == room);
}

void Rail::setCounts(const session::LineState& line)
{
    m_line = line;
    const int theirs = line.rejected + line.conflicted;
    button(Place::Room::Outbox)->setCount(line.waiting + theirs, theirs > 0);
    button(Place::Room::Quarantine)->setCount(line.setAside, false);
}

void Rail::setDrafts(const std::vector<session::DraftLine>& drafts)
{
    m_drafts = drafts;
    m_new->setCount(static_cast<int>(drafts.size()), false);
    fillMenu();
}

void Rail::openNew()
{
    m_menu->popup(mapToGlobal(QPoint(width(), m_new->y())));
    if (!m_menu->actions().isEmpty())
        m_menu->setActiveAction(m_menu->actions().first());
}

void Rail::fillMenu()
{
    const bool hindi = m_context.language.code() == QLatin1String("hi");
    m_menu->clear();
    for (const domain::Kind& kind : m_context.tables.kinds.all()) {
        if (kind.form.isEmpty())
            continue;
        QAction* action = m_menu->addAction(m_context.theme.icon(kind.icon), hindi ? kind.titleHi : kind.titleEn);
        connect(action, &QAction::triggered, this, [this, code = kind.code] { Q_EMIT formWanted({code, {}, {}, -1}); });
    }
    if (m_drafts.empty())
        return;
    m_menu->addSection(tr("Drafts"));
    for (std::size_t i = 0; i < std::min(m_drafts.size(), draftsShown); ++i) {
        const session::DraftLine& draft = m_drafts[i];
        const domain::Kind* kind = m_context.tables.kinds.find(draft.kind);
        const QString text = QStringLiteral("%1 · %2").arg(draft.title, momentText(draft.savedAt));
        QAction* action = m_menu->addAction(m_context.theme.icon(kind ? kind->icon : QStringLiteral("edit")), text);
        connect(action, &QAction::triggered, this, [this, draft] {
            Q_EMIT formWanted({draft.kind, draft.record, {}, -1});
        });
    }
}

void Rail::retranslate()
{
    const auto name = [](QAbstractButton* button, const QString& text, const QString& keys) {
        button->setText(text);
        nameButton(button, text, keys);
    };
    name(button(Place::Room::Search), tr("Search"), QStringLiteral("Ctrl+K"));
    name(m_new, tr("New entry"), QStringLiteral("Ctrl+N"));
    name(button(Place::Room::Outbox), tr("Outbox"), {});
    name(button(Place::Room::Sync), tr("Sync"), {});
    name(button(Place::Room::Quarantine), tr("Set aside"), {});
    setAccessibleName(tr("Places"));
    m_menu->setAccessibleName(tr("New entry"));
    fillMenu();
}

void Rail::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

RailButton::RailButton(const Theme& theme, const QString& icon, const char* name, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(icon)
{
    setObjectName(QString::fromLatin1(name));
    setCheckable(true);
    setFixedHeight(size::railItem);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

void RailButton::setCount(int count, bool needsOperator)
{
    m_count = count;
    m_needsOperator = needsOperator;
    setAccessibleDescription(count > 0 ? grouped(count) : QString());
    update();
}

void RailButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (isChecked()) {
        painter.fillRect(rect(), m_theme.colour(Colour::AccentSoft));
        painter.fillRect(QRect(0, 0, stroke::selectionBar, height()), m_theme.colour(Colour::Accent));
    } else if (underMouse()) {
        painter.fillRect(rect(), m_theme.colour(Colour::Surface3));
    }
    const Colour ink = isChecked() ? Colour::Accent : Colour::Text;
    m_theme.paintIcon(painter, {space::l, (height() - size::icon) / 2, size::icon, size::icon}, m_icon, ink);
    if (width() < size::rail / 2)
        return;
    const double baseline = std::round(baselineIn(0, height(), m_theme.font(TextSize::Base)));
    int right = width() - space::m;
    if (m_count > 0) {
        const QString count = grouped(m_count);
        painter.setFont(m_theme.font(TextSize::Small, m_needsOperator));
        painter.setPen(m_theme.colour(m_needsOperator ? Colour::Warn : Colour::Text2));
        right -= painter.fontMetrics().horizontalAdvance(count);
        painter.drawText(QPointF(right, baseline), count);
        right -= space::s;
    }
    painter.setFont(m_theme.font(TextSize::Base, isChecked()));
    painter.setPen(m_theme.colour(ink));
    painter.drawText(QPointF(textAt, baseline),
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, right - textAt));
}

} // namespace ekatra::ui
