#include "shell/Shell.h"

#include "forms/FormPage.h"
#include "models/CaseStory.h"
#include "models/Format.h"
#include "outbox/OutboxPage.h"
#include "preview/PrintPreview.h"
#include "record/CasePage.h"
#include "record/RecordPage.h"
#include "search/SearchPage.h"
#include "shell/KeysSheet.h"
#include "shell/PageTabs.h"
#include "shell/Rail.h"
#include "shell/SearchField.h"
#include "shell/StatusLine.h"
#include "shell/TopBar.h"
#include "sync/QuarantinePage.h"
#include "sync/SyncPage.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ekatra::ui {

namespace {

constexpr int lineEveryMilliseconds = 5000;
constexpr Place searchPlace{};
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
    connect(&m_lineTimer, &QTimer::timeout, this, &Shell::askLine);
    connect(&m_context.forms, &session::FormDesk::changed, this, [this] {
        askLine();
        askDrafts();
        m_context.sync.ask(); // what was submitted goes as soon as its turn comes
    });
    connect(&m_context.sync, &session::SyncDesk::finished, this, &Shell::askLine);
    connect(&m_context.desk, &session::Desk::lineTold, this, [this](const session::LineState& line) {
        m_top->setLine(line);
        m_status->setLine(line);
        m_rail->setCounts(line);
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
    connect(m_rail, &Rail::placeWanted, this, &Shell::goTo);
    connect(m_rail, &Rail::formWanted, this, &Shell::openForm);
    connectField();
}

void Shell::connectField()
{
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
    connect(m_search, &SearchPage::openWanted, this, [this](const search::Hit& hit) {
        const domain::Kind* kind = m_context.tables.kinds.find(hit.kind);
        const bool headsCase = kind && kind->caseRules.headsCase;
        goTo({headsCase ? Place::Room::Case : Place::Room::Record, hit.row});
    });
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
    row->addWidget(m_tabs, 1, Qt::AlignLeft | Qt::AlignTop);
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this](int index) {
        if (index >= 0)
            goTo(placeOf(index));
    });
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        if (m_pages && index >= 0)
            goTo(placeOf(index));
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
    add(QKeySequence(Qt::CTRL | Qt::Key_N), [this] { m_rail->openNew(); });
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
        const Page& page = *m_open[static_cast<std::size_t>(i - 1)].page;
        const QString title = page.title();
        QString shown = title.isEmpty() ? tr("Opening…") : title;
        if (page.isUnsaved())
            shown += QStringLiteral(" •");
        m_tabs->setTabText(i, shown);
        m_tabs->setTabToolTip(i, page.isUnsaved() ? tr("%1 (not saved yet)").arg(title) : title);
        m_tabs->setTabIcon(i, m_context.theme.icon(page.icon()));
        if (QWidget* close = m_tabs->tabButton(i, QTabBar::RightSide)) {
            close->setAccessibleName(tr("Close %1").arg(title));
            close->setToolTip(tr("Close (%1)").arg(QStringLiteral("Ctrl+W")));
        }
    }
}

void Shell::enter(const session::StationFacts& facts)
{
    m_user = facts.user;
    m_top->setStation(facts);
    askLine();
    askDrafts();
    m_context.sync.ask();
    m_lineTimer.start();
    focusField();
}

void Shell::askLine()
{
    m_context.desk.askLine();
}

void Shell::askDrafts()
{
    m_context.forms.drafts({this, [this](const Result<std::vector<session::DraftLine>>& drafts) {
                                if (drafts)
                                    m_rail->setDrafts(*drafts);
                            }});
}

int Shell::tabOf(const Place& place) const
{
    if (place == searchPlace)
        return 0;
    for (std::size_t i = 0; i < m_open.size(); ++i) {
        if (m_open[i].place == place)
            return static_cast<int>(i) + 1;
    }
    return -1;
}

Place Shell::placeOf(int index) const
{
    return index > 0 ? m_open[static_cast<std::size_t>(index - 1)].place : searchPlace;
}

void Shell::openForm(const session::FormStart& start)
{
    for (const Tab& tab : m_open) {
        if (!start.record.isNull() && tab.page->writes() == start.record)
            return goTo(tab.place);
    }
    m_forms.emplace(++m_lastSerial, start);
    goTo({Place::Room::Form, m_lastSerial});
}

void Shell::goTo(const Place& place)
{
    m_trail.visit(place);
    showPlace(place);
}

Page* Shell::makePage(const Place& place)
{
    switch (place.room) {
    case Place::Room::Search:
        break;
    case Place::Room::Record:
        return new RecordPage(m_context, place.number, m_pages);
    case Place::Room::Case:
        return new CasePage(m_context, place.number, m_pages);
    case Place::Room::Form:
        return new FormPage(m_context, m_forms.at(place.number), m_pages);
    case Place::Room::Outbox:
        return new OutboxPage(m_context, m_pages);
    case Place::Room::Sync:
        return new SyncPage(m_context, m_pages);
    case Place::Room::Quarantine:
        return new QuarantinePage(m_context, m_pages);
    case Place::Room::Paper:
        return makePreview(m_papers.at(place.number));
    }
    return nullptr;
}

Page* Shell::makePreview(const domain::RecordUid& record)
{
    auto* preview = new PrintPreview(m_context, m_pages);
    m_context.desk.readRecord(record, {preview, [this, preview](const Result<session::Desk::Details>& details) {
                                           if (!details)
                                               return preview->tell(details.error());
                                           print::Paper paper = print::paperOf(**details);
                                           paper.language = m_context.language.code();
                                           paper.printedBy = m_user;
                                           paper.printedAt = QDateTime::currentDateTime();
                                           preview->print(
                                               paper, recordName((*details)->record, m_context.tables, paper.language));
                                       }});
    return preview;
}

void Shell::addTab(const Place& place, Page* page)
{
    m_pages->addWidget(page);
    m_open.push_back({place, page});
    connect(page, &Page::titleChanged, this, &Shell::nameTabs);
    connect(page, &Page::placeWanted, this, &Shell::goTo);
    connect(page, &Page::formWanted, this, &Shell::openForm);
    connect(page, &Page::paperWanted, this, [this](const domain::RecordUid& record) {
        m_papers.emplace(++m_lastSerial, record);
        goTo({Place::Room::Paper, m_lastSerial});
    });
    connect(page, &Page::closeWanted, this, [this, page] { removeTab(page); });
    QToolButton* close = makeIconButton(m_tabs, m_context.theme, QStringLiteral("close"), "");
    close->setObjectName(QStringLiteral("closeTab%1").arg(++m_lastSerial));
    close->setIconSize({size::iconTiny, size::iconTiny});
    connect(close, &QToolButton::clicked, this, [this, place] { closeTab(tabOf(place)); });
    const int index = m_tabs->addTab(QString());
    m_tabs->setTabButton(index, QTabBar::RightSide, close);
    nameTabs();
}

void Shell::showPlace(const Place& place)
{
    if (tabOf(place) < 0) {
        Page* page = makePage(place);
        if (!page)
            return;
        addTab(place, page);
    }
    const int index = tabOf(place);
    m_tabs->setCurrentIndex(index);
    Page* page = index > 0 ? m_open[static_cast<std::size_t>(index - 1)].page : nullptr;
    QWidget* wanted = page ? static_cast<QWidget*>(page) : m_search;
    const bool moved = m_pages->currentWidget() != wanted;
    m_pages->setCurrentWidget(wanted);
    if (moved && page)
        page->takeFocus();
    else if (moved && !m_top->field().hasFocus())
        focusField();
    m_rail->setChosen(place.room);
    m_back->setEnabled(m_trail.canGoBack());
    m_forward->setEnabled(m_trail.canGoForward());
}

void Shell::closeTab(int index)
{
    if (index <= 0)
        return;
    Page* page = m_open[static_cast<std::size_t>(index - 1)].page;
    if (page->mayClose())
        removeTab(page);
}

void Shell::removeTab(const Page* page)
{
    const auto found = std::find_if(m_open.begin(), m_open.end(), [page](const Tab& tab) { return tab.page == page; });
    if (found == m_open.end())
        return;
    const Tab tab = *found;
    const int index = tabOf(tab.place);
    // Away from the page first, so that removing its tab does not choose another place by itself.
    if (m_tabs->currentIndex() == index)
        goTo(placeOf(index - 1));
    if (tab.place.room == Place::Room::Form || tab.place.room == Place::Room::Paper) {
        m_trail.forget(tab.place); // its serial means nothing any more
        m_forms.erase(tab.place.number);
        m_papers.erase(tab.place.number);
    }
    m_open.erase(found);
    m_tabs->removeTab(index);
    m_pages->removeWidget(tab.page);
    tab.page->deleteLater();
    m_back->setEnabled(m_trail.canGoBack());
    m_forward->setEnabled(m_trail.canGoForward());
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
