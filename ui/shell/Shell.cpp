#include "shell/Shell.h"

#include "models/Format.h"
#include "record/RecordPage.h"
#include "search/SearchPage.h"
#include "shell/KeysSheet.h"
#include "shell/PageTabs.h"
#include "shell/Rail.h"
#include "shell/SearchField.h"
#include "shell/StatusLine.h"
#include "shell/TopBar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ekatra::ui {

namespace {

constexpr int lineEveryMilliseconds = 5000;
constexpr qint64 searchPlace = 0;
constexpr qsizetype tabWords = 18;

} // namespace

Shell::Shell(const Context& context, bool practice, QWidget* parent) : QFrame(parent), m_context(context)
{
    setObjectName(QStringLiteral("shell"));
    setProperty("look", QStringLiteral("window"));
    build(practice);
    buildShortcuts();
    retranslate();
    m_trail.visit(searchPlace);
    showPlace(searchPlace);
    m_lineTimer.setInterval(lineEveryMilliseconds);
    connect(&m_lineTimer, &QTimer::timeout, this, [this] { m_context.desk.askLine(); });
    connect(&m_context.desk, &session::Desk::lineTold, this, [this](const session::LineState& line) {
        m_top->setLine(line);
        m_status->setLine(line);
    });
    connect(&m_context.desk, &session::Desk::lineFailed, m_status, &StatusLine::setFailure);
}

void Shell::build(bool practice)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_top = new TopBar(m_context, practice, this);
    column->addWidget(m_top);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    m_rail = new Rail(m_context, this);
    middle->addWidget(m_rail);
    auto* work = new QVBoxLayout;
    work->setSpacing(0);
    work->addWidget(buildTabs());
    m_pages = new QStackedWidget(this);
    m_search = new SearchPage(m_context, m_pages);
    m_pages->addWidget(m_search);
    work->addWidget(m_pages, 1);
    middle->addLayout(work, 1);
    column->addLayout(middle, 1);
    m_status = new StatusLine(m_context, this);
    column->addWidget(m_status);

    connect(m_top, &TopBar::languageWanted, this, &Shell::languageWanted);
    connect(m_top, &TopBar::themeWanted, this, &Shell::themeWanted);
    connect(m_top, &TopBar::keysWanted, this, &Shell::showKeys);
    connect(m_top, &TopBar::quitWanted, this, &Shell::quitWanted);
    connect(m_rail, &Rail::searchWanted, this, [this] { goTo(searchPlace); });
    SearchField& field = m_top->field();
    connect(&field, &SearchField::textEdited, this, [this](const QString& words) {
        goTo(searchPlace);
        m_search->type(words);
        nameTabs();
    });
    connect(&field, &SearchField::submitted, this, [this, &field] {
        goTo(searchPlace);
        m_search->type(field.text());
        m_search->openSelected();
    });
    connect(&field, &SearchField::walked, this, [this](int key) {
        goTo(searchPlace);
        m_search->walk(key);
    });
    connect(&field, &SearchField::focused, m_search, &SearchPage::setDriven);
    connect(m_search, &SearchPage::wordsWanted, this, [this, &field](const QString& words) {
        field.setText(words);
        m_search->submit(words);
        nameTabs();
        field.setFocus(Qt::OtherFocusReason);
    });
    connect(m_search, &SearchPage::openWanted, this, [this](const search::Hit& hit) { openRecord(hit.row); });
}

QWidget* Shell::buildTabs()
{
    QFrame* strip = makeFrame(this, "strip");
    strip->setFixedHeight(size::tabStrip + stroke::hairline);
    auto* row = new QHBoxLayout(strip);
    row->setContentsMargins(space::s, 0, space::s, 0);
    row->setSpacing(0);
    m_back = makeIconButton(strip, m_context.theme, QStringLiteral("back"), "back");
    m_forward = makeIconButton(strip, m_context.theme, QStringLiteral("forward"), "forward");
    row->addWidget(m_back);
    row->addWidget(m_forward);
    row->addSpacing(space::s);
    m_tabs = new PageTabs(strip);
    m_tabs->setObjectName(QStringLiteral("tabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setFocusPolicy(Qt::TabFocus);
    m_tabs->setIconSize({size::iconSmall, size::iconSmall});
    m_tabs->addTab(m_context.theme.icon(QStringLiteral("search")), QString());
    m_tabs->setTabData(0, searchPlace);
    row->addWidget(m_tabs, 1, Qt::AlignLeft | Qt::AlignTop);
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this](int index) {
        if (index >= 0)
            goTo(m_tabs->tabData(index).toLongLong());
    });
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        if (m_pages && index >= 0)
            goTo(m_tabs->tabData(index).toLongLong());
    });
    connect(m_back, &QToolButton::clicked, this, [this] {
        if (const auto place = m_trail.back())
            showPlace(*place);
    });
    connect(m_forward, &QToolButton::clicked, this, [this] {
        if (const auto place = m_trail.forward())
            showPlace(*place);
    });
    return strip;
}

void Shell::buildShortcuts()
{
    const auto add = [this](const QKeySequence& keys, auto&& what) {
        auto* shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_K), [this] { focusField(); });
    add(QKeySequence(Qt::Key_Slash), [this] { focusField(); });
    add(QKeySequence(Qt::Key_Escape), [this] {
        goTo(searchPlace);
        focusField();
    });
    add(QKeySequence(Qt::Key_F1), [this] { showKeys(); });
    add(QKeySequence(Qt::ALT | Qt::Key_Left), [this] { m_back->click(); });
    add(QKeySequence(Qt::ALT | Qt::Key_Right), [this] { m_forward->click(); });
    add(QKeySequence(Qt::CTRL | Qt::Key_W), [this] { closeTab(m_tabs->currentIndex()); });
    add(QKeySequence(Qt::CTRL | Qt::Key_Tab),
        [this] { m_tabs->setCurrentIndex((m_tabs->currentIndex() + 1) % m_tabs->count()); });
    add(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab),
        [this] { m_tabs->setCurrentIndex((m_tabs->currentIndex() + m_tabs->count() - 1) % m_tabs->count()); });
}

void Shell::retranslate()
{
    nameButton(m_back, tr("Back"), QStringLiteral("Alt+←"));
    nameButton(m_forward, tr("Forward"), QStringLiteral("Alt+→"));
    m_tabs->setAccessibleName(tr("Open pages"));
    nameTabs();
}

void Shell::nameTabs()
{
    QString words = m_search->words().simplified();
    if (words.size() > tabWords)
        words = words.left(tabWords) + QChar(0x2026);
    m_tabs->setTabText(0, words.isEmpty() ? tr("Search") : tr("Search: %1").arg(words));
    for (int i = 1; i < m_tabs->count(); ++i) {
        const RecordPage* page = pageOf(m_tabs->tabData(i).toLongLong());
        const QString title = page ? page->title() : QString();
        m_tabs->setTabText(i, title.isEmpty() ? tr("Opening…") : title);
        m_tabs->setTabToolTip(i, title);
        if (page)
            m_tabs->setTabIcon(i, m_context.theme.icon(page->icon()));
        if (QWidget* close = m_tabs->tabButton(i, QTabBar::RightSide)) {
            close->setAccessibleName(tr("Close %1").arg(title));
            close->setToolTip(tr("Close (%1)").arg(QStringLiteral("Ctrl+W")));
        }
    }
}

void Shell::enter(const session::StationFacts& facts)
{
    m_top->setStation(facts);
    m_context.desk.askLine();
    m_lineTimer.start();
    focusField();
}

int Shell::tabOf(qint64 place) const
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (m_tabs->tabData(i).toLongLong() == place)
            return i;
    }
    return -1;
}

RecordPage* Shell::pageOf(qint64 row) const
{
    for (int i = 0; i < m_pages->count(); ++i) {
        auto* page = qobject_cast<RecordPage*>(m_pages->widget(i));
        if (page && page->row() == row)
            return page;
    }
    return nullptr;
}

void Shell::openRecord(domain::RecordRow row)
{
    goTo(row);
}

void Shell::goTo(qint64 place)
{
    m_trail.visit(place);
    showPlace(place);
}

void Shell::showPlace(qint64 place)
{
    if (place != searchPlace && !pageOf(place)) {
        auto* page = new RecordPage(m_context, place, m_pages);
        m_pages->addWidget(page);
        connect(page, &RecordPage::titleChanged, this, &Shell::nameTabs);
        connect(page, &RecordPage::openWanted, this, &Shell::openRecord);
        const int index = m_tabs->addTab(m_context.theme.icon(QStringLiteral("fir")), QString());
        m_tabs->setTabData(index, place);
        QToolButton* close = makeIconButton(m_tabs, m_context.theme, QStringLiteral("close"), "");
        close->setObjectName(QStringLiteral("closeTab%1").arg(place));
        close->setIconSize({size::iconTiny, size::iconTiny});
        connect(close, &QToolButton::clicked, this, [this, place] { closeTab(tabOf(place)); });
        m_tabs->setTabButton(index, QTabBar::RightSide, close);
        nameTabs();
    }
    m_tabs->setCurrentIndex(tabOf(place));
    RecordPage* page = pageOf(place);
    QWidget* wanted = page ? static_cast<QWidget*>(page) : m_search;
    const bool moved = m_pages->currentWidget() != wanted;
    m_pages->setCurrentWidget(wanted);
    if (moved && page)
        page->takeFocus();
    else if (moved && !m_top->field().hasFocus())
        focusField();
    m_rail->setSearchChosen(place == searchPlace);
    m_back->setEnabled(m_trail.canGoBack());
    m_forward->setEnabled(m_trail.canGoForward());
}

void Shell::closeTab(int index)
{
    const qint64 place = index > 0 ? m_tabs->tabData(index).toLongLong() : searchPlace;
    RecordPage* page = place == searchPlace ? nullptr : pageOf(place);
    if (!page)
        return;
    // Away from the page first, so that removing its tab does not choose another place by itself.
    if (m_tabs->currentIndex() == index)
        goTo(m_tabs->tabData(index - 1).toLongLong());
    m_tabs->removeTab(index);
    m_pages->removeWidget(page);
    page->deleteLater();
}

void Shell::showKeys()
{
    auto* keys = new KeysSheet(m_context.theme, this);
    keys->move(mapToGlobal(QPoint((width() - keys->width()) / 2, (height() - keys->height()) / 3)));
    keys->show();
}

void Shell::focusField()
{
    SearchField& field = m_top->field();
    field.setFocus(Qt::ShortcutFocusReason);
    field.selectAll();
}

void Shell::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Shell::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    m_rail->setCollapsed(width() < size::narrow);
}

} // namespace ekatra::ui
