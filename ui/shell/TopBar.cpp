#include "shell/TopBar.h"

#include "models/Format.h"
#include "shell/SearchField.h"
#include "widgets/BarButton.h"
#include "widgets/Chip.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>

namespace ekatra::ui {

namespace {

constexpr int brandIcon = 24;
constexpr int ruleHeight = 20;
constexpr int fieldFirst = 100; // the field takes its full width before anything stretches

QWidget* countPart(const Theme& theme, const QString& icon, Colour tone, QLabel*& number, QWidget* parent)
{
    auto* part = new QWidget(parent);
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    row->addWidget(new IconLabel(theme, icon, tone, size::iconSmall, part));
    number = makeLabel(part);
    row->addWidget(number);
    return part;
}

} // namespace

TopBar::TopBar(const Context& context, bool practice, QWidget* parent) : QFrame(parent), m_context(context)
{
    setObjectName(QStringLiteral("topBar"));
    setProperty("look", QStringLiteral("topbar"));
    setFixedHeight(size::topBar);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::l, 0, space::l, 0);
    row->setSpacing(space::m);

    auto* brand = new QWidget(this);
    brand->setFixedWidth(size::rail - space::m);
    auto* brandRow = new QHBoxLayout(brand);
    brandRow->setContentsMargins(0, 0, 0, 0);
    brandRow->setSpacing(space::s);
    brandRow->addWidget(new IconLabel(context.theme, QStringLiteral("ekatra"), Colour::Text, brandIcon, brand));
    m_brand = makeLabel(brand, TextSize::Title, "", true);
    brandRow->addWidget(m_brand, 1);
    row->addWidget(brand);

    m_field = new SearchField(context.theme, this);
    m_field->setMaximumWidth(size::searchField);
    m_field->setMinimumWidth(size::searchField / 2);
    row->addWidget(m_field, fieldFirst);
    row->addStretch(1);
    if (practice) {
        m_practice = new ChipLabel(context.theme, this);
        m_practice->setObjectName(QStringLiteral("practiceChip"));
        row->addWidget(m_practice);
    }
    m_station = new ElidedLabel(this);
    m_station->setObjectName(QStringLiteral("stationName"));
    m_station->setProperty("tone", QStringLiteral("quiet"));
    row->addWidget(m_station);
    addRule(row);
    m_counts = countPart(context.theme, QStringLiteral("send"), Colour::Text2, m_waiting, this);
    row->addWidget(m_counts);
    m_conflictPart = countPart(context.theme, QStringLiteral("conflict"), Colour::Warn, m_conflicts, this);
    row->addWidget(m_conflictPart);
    addRule(row);
    m_language = new BarButton(context.theme, QStringLiteral("language"), "languageSwitch", this);
    row->addWidget(m_language);
    connect(m_language, &QToolButton::clicked, this, [this] {
        Q_EMIT languageWanted(m_context.language.isHindi() ? QStringLiteral("en") : QStringLiteral("hi"));
    });
    m_operator = new BarButton(context.theme, QStringLiteral("person"), "operatorMenu", this);
    m_operator->setPopupMode(QToolButton::InstantPopup);
    row->addWidget(m_operator);
    buildMenu();
    setLine({});
    retranslate();
}

void TopBar::addRule(QHBoxLayout* row)
{
    QFrame* rule = makeRule(this, Qt::Vertical);
    rule->setFixedHeight(ruleHeight);
    row->addWidget(rule, 0, Qt::AlignVCenter);
}

void TopBar::buildMenu()
{
    m_menu = new QMenu(this);
    m_menu->setObjectName(QStringLiteral("operatorMenuList"));
    m_languages = new QActionGroup(this);
    for (const char* code : {"hi", "en"}) {
        QAction* action = m_languages->addAction(QString());
        action->setCheckable(true);
        action->setData(QString::fromLatin1(code));
        action->setObjectName(QStringLiteral("language_") + action->data().toString());
        m_menu->addAction(action);
    }
    m_menu->addSeparator();
    m_themes = new QActionGroup(this);
    m_themeTitle = m_menu->addAction(QString());
    m_themeTitle->setEnabled(false);
    using Choice = Theme::Choice;
    for (const Choice choice : {Choice::Light, Choice::Dark, Choice::HighContrast, Choice::Desktop}) {
        QAction* action = m_themes->addAction(QString());
        action->setCheckable(true);
        action->setData(static_cast<int>(choice));
        action->setObjectName(QStringLiteral("theme%1").arg(static_cast<int>(choice)));
        m_menu->addAction(action);
    }
    m_menu->addSeparator();
    m_keys = m_menu->addAction(QString());
    m_keys->setObjectName(QStringLiteral("showKeys"));
    m_quit = m_menu->addAction(QString());
    m_quit->setObjectName(QStringLiteral("quit"));
    m_operator->setMenu(m_menu);
    connect(m_languages, &QActionGroup::triggered, this,
            [this](QAction* action) { Q_EMIT languageWanted(action->data().toString()); });
    connect(m_themes, &QActionGroup::triggered, this,
            [this](QAction* action) { Q_EMIT themeWanted(static_cast<Choice>(action->data().toInt())); });
    connect(m_keys, &QAction::triggered, this, &TopBar::keysWanted);
    connect(m_quit, &QAction::triggered, this, &TopBar::quitWanted);
    connect(m_menu, &QMenu::aboutToShow, this, &TopBar::retranslate);
}

void TopBar::retranslate()
{
    const bool hindi = m_context.language.isHindi();
    m_brand->setText(tr("Ekatra"));
    if (m_practice)
        m_practice->show(ChipFace{tr("Practice"), {}, QStringLiteral("training"), Tone::Practice, false});
    m_station->setFullText(m_facts.station.isEmpty() ? QString()
                                                     : tr("PS %1").arg(m_context.tables.stations.name(
                                                         m_facts.station, m_context.language.code())));
    m_language->updateGeometry();
    m_operator->updateGeometry();
    m_language->setText(hindi ? QStringLiteral("English") : QStringLiteral("हिंदी"));
    nameButton(m_language, hindi ? tr("Show in English") : tr("Show in Hindi"));
    m_operator->setText(m_facts.user);
    nameButton(m_operator, tr("Operator: %1").arg(m_facts.user));
    for (QAction* action : m_languages->actions()) {
        const bool isHindi = action->data().toString() == QLatin1String("hi");
        action->setText(isHindi ? QStringLiteral("हिंदी") : QStringLiteral("English"));
        action->setChecked(isHindi == hindi);
    }
    m_themeTitle->setText(tr("Look"));
    for (QAction* action : m_themes->actions()) {
        const auto choice = static_cast<Theme::Choice>(action->data().toInt());
        action->setChecked(choice == m_context.theme.choice());
        switch (choice) {
        case Theme::Choice::Light:
            action->setText(tr("Light"));
            break;
        case Theme::Choice::Dark:
            action->setText(tr("Dark"));
            break;
        case Theme::Choice::HighContrast:
            action->setText(tr("High contrast"));
            break;
        case Theme::Choice::Desktop:
            action->setText(tr("As the desktop"));
            break;
        }
    }
    m_keys->setText(tr("Keys (F1)"));
    m_quit->setText(tr("Close Ekatra"));
    m_menu->setAccessibleName(tr("Operator's menu"));
    m_counts->setToolTip(tr("%1 to send").arg(grouped(m_line.waiting)));
    m_counts->setAccessibleName(m_counts->toolTip());
    m_conflictPart->setToolTip(tr("%1 to be decided").arg(grouped(m_line.conflicted + m_line.rejected)));
    m_conflictPart->setAccessibleName(m_conflictPart->toolTip());
}

void TopBar::setStation(const session::StationFacts& facts)
{
    m_facts = facts;
    retranslate();
}

void TopBar::setLine(const session::LineState& line)
{
    m_line = line;
    m_waiting->setText(grouped(line.waiting));
    m_conflicts->setText(grouped(line.conflicted + line.rejected));
    m_conflictPart->setVisible(line.conflicted + line.rejected > 0);
    retranslate();
}

void TopBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace ekatra::ui
