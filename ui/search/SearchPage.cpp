#include "search/SearchPage.h"

#include "models/Format.h"
#include "search/EmptySearch.h"
#include "search/FilterBar.h"
#include "search/HitDelegate.h"
#include "search/KindBar.h"
#include "search/Preview.h"
#include "search/UnderstoodBar.h"
#include "theme/FocusRing.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ekatra::ui {

namespace {

constexpr int restMilliseconds = 40;
constexpr int slowMilliseconds = 150;
constexpr int pageOfHits = 50;
constexpr qsizetype mostRecent = 6;

} // namespace

SearchPage::SearchPage(const Context& context, QWidget* parent) : QFrame(parent), m_context(context)
{
    setObjectName(QStringLiteral("searchPage"));
    setProperty("look", QStringLiteral("page"));
    build();
    connectDesk();
    retranslate();
}

void SearchPage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    m_understood = new UnderstoodBar(m_context, this);
    column->addWidget(m_understood);
    connect(m_understood, &UnderstoodBar::wordsWanted, this, &SearchPage::wordsWanted);
    m_kinds = new KindBar(m_context, this);
    column->addWidget(m_kinds);
    connect(m_kinds, &KindBar::kindChosen, this, [this] { ask(m_typing); });
    m_filters = new FilterBar(
        m_context, [this] { return request(); }, m_kinds);
    m_kinds->setEnd(m_filters);
    connect(m_filters, &FilterBar::wordsWanted, this, &SearchPage::wordsWanted);
    connect(m_filters, &FilterBar::orderChanged, this, [this] { ask(m_typing); });

    m_banner = new Banner(m_context.theme, "searchBanner", this);
    column->addWidget(m_banner);
    connect(m_banner, &Banner::acted, this, [this] { ask(m_typing); });

    m_stack = new QStackedWidget(this);
    m_empty = new EmptySearch(m_context, m_stack);
    m_stack->addWidget(m_empty);
    connect(m_empty, &EmptySearch::wordsWanted, this, &SearchPage::wordsWanted);

    m_results = new QWidget(m_stack);
    auto* halves = new QHBoxLayout(m_results);
    halves->setContentsMargins(0, 0, 0, 0);
    halves->setSpacing(0);
    halves->addLayout(buildList(), 1);
    m_preview = new Preview(m_context, m_results);
    halves->addWidget(m_preview);
    m_stack->addWidget(m_results);
    column->addWidget(m_stack, 1);

    connect(m_preview, &Preview::openWanted, this, &SearchPage::openSelected);
    connect(m_list, &QListView::doubleClicked, this, &SearchPage::openSelected);
    connect(m_model, &HitModel::moreWanted, this, &SearchPage::askMore);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (const search::Hit* hit = m_model->hit(now))
            m_preview->show(*hit);
        else
            m_preview->clear();
        showFoot();
    });
}

QLayout* SearchPage::buildList()
{
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(new HitHeader(m_context, m_results));
    m_model = new HitModel(m_context, this);
    m_list = new QListView(m_results);
    m_list->setObjectName(QStringLiteral("hitList"));
    m_list->setModel(m_model);
    m_delegate = new HitDelegate(m_context, m_list);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_list->setProperty(noRingProperty, true);
    m_list->installEventFilter(this);
    left->addWidget(m_list, 1);
    QFrame* foot = makeFrame(m_results, "foot");
    foot->setFixedHeight(size::statusLine);
    auto* footRow = new QHBoxLayout(foot);
    footRow->setContentsMargins(space::l, 0, space::l, 0);
    m_foot = makeLabel(foot, TextSize::Small, "quiet");
    m_foot->setObjectName(QStringLiteral("searchFoot"));
    footRow->addWidget(m_foot, 1);
    m_keys = makeLabel(foot, TextSize::Small, "quiet");
    footRow->addWidget(m_keys);
    left->addWidget(foot);
    return left;
}

void SearchPage::connectDesk()
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, [this] { ask(true); });
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowMilliseconds);
    connect(&m_slow, &QTimer::timeout, this, [this] { m_foot->setText(tr("Searching…")); });

    const session::Desk& desk = m_context.desk;
    connect(&desk, &session::Desk::found, this, &SearchPage::take);
    connect(&desk, &session::Desk::counted, this, &SearchPage::takeCounts);
    connect(&desk, &session::Desk::searchFailed, this, [this](quint64 ticket, const Error& error) {
        if (ticket != m_search && ticket != m_more)
            return;
        m_slow.stop();
        m_openFirst = false;
        m_failure = error;
        m_banner->tell(m_context.messages.text(error, m_context.language.code()), tr("Retry"));
        showFoot();
    });
}

void SearchPage::retranslate()
{
    m_keys->setText(tr("↑↓ move · Enter opens · Esc back to the words"));
    m_list->setAccessibleName(tr("Records found"));
    if (m_failure)
        m_banner->tell(m_context.messages.text(*m_failure, m_context.language.code()), tr("Retry"));
}

void SearchPage::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    showFoot();
    if (m_words.isEmpty())
        return;
    const int row = m_list->currentIndex().row();
    ask(m_typing); // titles come in the language of the request
    m_returnTo = row;
}

void SearchPage::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    const int wide = size::usualWidth - size::rail;
    m_preview->setVisible(width() >= size::narrow - size::rail);
    m_preview->setFixedWidth(width() > wide ? std::min(size::previewWidest, size::preview + (width() - wide) / 4)
                                            : size::preview);
}

search::SearchRequest SearchPage::request() const
{
    search::SearchRequest request;
    request.text = m_words;
    request.kind = m_kinds->chosen();
    request.limit = pageOfHits;
    request.typing = m_typing;
    request.newestFirst = m_filters->isNewestFirst();
    request.language = m_context.language.code();
    return request;
}

void SearchPage::type(const QString& words)
{
    m_openFirst = false;
    if (words == m_words)
        return;
    m_words = words;
    m_rest.start();
}

void SearchPage::submit(const QString& words)
{
    if (words == m_words && !m_rest.isActive())
        return;
    m_words = words;
    ask(false);
}

void SearchPage::ask(bool typing)
{
    m_rest.stop();
    m_typing = typing;
    m_failure.reset();
    m_banner->hide();
    if (m_words.trimmed().isEmpty()) {
        m_search = 0;
        m_more = 0;
        m_count = 0;
        m_understood->show({}, {});
        m_kinds->clear();
        m_model->clear();
        m_preview->clear();
        m_empty->showStart(m_recent);
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    m_returnTo = 0;
    m_asked = m_words;
    m_search = m_context.desk.search(request());
    m_more = 0;
    m_slow.start();
}

void SearchPage::askMore(const QString& cursor)
{
    search::SearchRequest next = request();
    next.cursor = cursor;
    m_more = m_context.desk.search(next);
}

void SearchPage::take(quint64 ticket, const search::SearchAnswer& answer)
{
    if (ticket == m_more && ticket != 0) {
        m_more = 0;
        m_model->append(answer);
        if (m_count != 0)
            askCounts(); // the page dropped the counting before it
        showFoot();
        return;
    }
    if (ticket != m_search || ticket == 0)
        return;
    m_slow.stop();
    m_understood->show(m_asked, answer);
    m_filters->show(m_asked);
    m_model->replace(answer);
    if (answer.hits.empty()) {
        m_preview->clear();
        m_empty->showNothingFound(m_words.trimmed());
        m_stack->setCurrentWidget(m_empty);
    } else {
        m_list->scrollToTop();
        const int row = std::clamp(m_returnTo, 0, m_model->rowCount() - 1);
        m_list->setCurrentIndex(m_model->index(row));
        m_stack->setCurrentWidget(m_results);
    }
    askCounts();
    showFoot();
    if (m_openFirst)
        openSelected();
}

void SearchPage::askCounts()
{
    search::SearchRequest everyKind = request();
    everyKind.kind.clear();
    m_count = m_context.desk.countKinds(everyKind);
}

void SearchPage::takeCounts(quint64 ticket, const session::Desk::KindCounts& counts)
{
    if (ticket != m_count)
        return;
    m_count = 0;
    m_kinds->show(counts);
    showFoot();
}

void SearchPage::showFoot()
{
    const int shown = m_model->rowCount();
    if (shown == 0) {
        m_foot->clear();
        return;
    }
    search::SearchCount all{shown, m_model->hasMore()};
    if (m_count == 0)
        all = m_kinds->total().value_or(all);
    m_foot->setText(tr("%1 of %2").arg(grouped(m_list->currentIndex().row() + 1), countText(all.count, all.capped)));
}

void SearchPage::remember()
{
    const QString words = m_words.trimmed();
    if (words.isEmpty())
        return;
    m_recent.removeAll(words);
    m_recent.prepend(words);
    while (m_recent.size() > mostRecent)
        m_recent.removeLast();
}

void SearchPage::openSelected()
{
    const bool waiting = m_rest.isActive() || m_slow.isActive();
    if (waiting) {
        m_openFirst = true;
        if (m_rest.isActive())
            ask(false);
        return;
    }
    m_openFirst = false;
    const search::Hit* hit = m_model->hit(m_list->currentIndex());
    if (!hit)
        return;
    remember();
    Q_EMIT openWanted(*hit);
}

void SearchPage::walk(int key)
{
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
    QCoreApplication::sendEvent(m_list, &press);
}

void SearchPage::setDriven(bool driven)
{
    m_delegate->setDriven(driven);
    m_list->viewport()->update();
}

bool SearchPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            openSelected();
            return true;
        }
        const search::Hit* hit = m_model->hit(m_list->currentIndex());
        if (hit && key->matches(QKeySequence::Copy)) {
            QGuiApplication::clipboard()->setText(hit->number);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace ekatra::ui
