#include "search/SearchPage.h"

#include "models/Format.h"
#include "search/EmptySearch.h"
#include "search/HitDelegate.h"
#include "search/Preview.h"
#include "theme/FocusRing.h"
#include "widgets/Chip.h"
#include "widgets/FlowLayout.h"

#include <QEvent>
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
    showUnderstood();
    showKinds();
}

void SearchPage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    m_understoodBar = makeFrame(this, "bar");
    auto* understood = new QHBoxLayout(m_understoodBar);
    understood->setContentsMargins(space::l, space::s, space::l, space::s);
    understood->setSpacing(space::s);
    m_understoodLabel = makeLabel(m_understoodBar, TextSize::Base, "quiet");
    m_understoodLabel->setFixedHeight(size::chip);
    understood->addWidget(m_understoodLabel, 0, Qt::AlignTop);
    auto* chips = new QWidget(m_understoodBar);
    m_chips = new FlowLayout(chips, space::s);
    understood->addWidget(chips, 1);
    column->addWidget(m_understoodBar);

    m_kindBar = makeFrame(this, "bar");
    m_kindBar->setFixedHeight(size::bar);
    m_kindRow = new QHBoxLayout(m_kindBar);
    m_kindRow->setContentsMargins(space::l, 0, space::l, 0);
    m_kindRow->setSpacing(space::xs);
    m_kindRow->addStretch(1);
    column->addWidget(m_kindBar);

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
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(new HitHeader(m_context, m_results));
    m_model = new HitModel(m_context, this);
    m_list = new QListView(m_results);
    m_list->setObjectName(QStringLiteral("hitList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HitDelegate(m_context, m_list));
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
    left->addWidget(foot);
    halves->addLayout(left, 1);
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
    m_understoodLabel->setText(tr("Understood as:"));
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
    showUnderstood();
    showKinds();
    showFoot();
    if (!m_words.isEmpty())
        ask(m_typing); // titles come in the language of the request
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
    request.kind = m_kind;
    request.limit = pageOfHits;
    request.typing = m_typing;
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
        m_understood.clear();
        m_counts.clear();
        m_kind.clear();
        m_model->clear();
        m_preview->clear();
        showUnderstood();
        showKinds();
        m_empty->showStart(m_recent);
        m_stack->setCurrentWidget(m_empty);
        return;
    }
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
    m_understood = answer.understood;
    m_notes = answer.notes;
    m_model->replace(answer);
    showUnderstood();
    if (answer.hits.empty()) {
        m_preview->clear();
        m_empty->showNothingFound(m_words.trimmed(), m_notes);
        m_stack->setCurrentWidget(m_empty);
    } else {
        m_list->scrollToTop();
        m_list->setCurrentIndex(m_model->index(0));
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
    m_counts = counts;
    showKinds();
    showFoot();
}

QString SearchPage::fieldName(const QString& field) const
{
    const QHash<QString, QString> names{
        {QStringLiteral("name"), tr("name")},       {QStringLiteral("father"), tr("father or husband")},
        {QStringLiteral("village"), tr("village")}, {QStringLiteral("station"), tr("station")},
        {QStringLiteral("kind"), tr("type")},       {QStringLiteral("year"), tr("year")},
        {QStringLiteral("status"), tr("status")},   {QStringLiteral("mobile"), tr("mobile")},
        {QStringLiteral("vehicle"), tr("vehicle")}, {QStringLiteral("section"), tr("section")},
        {QStringLiteral("fir"), tr("FIR number")},  {QStringLiteral("number"), tr("number")},
        {QStringLiteral("cnr"), tr("CNR")},         {QStringLiteral("io"), tr("investigating officer")},
        {QStringLiteral("date"), tr("date")}};
    return names.value(field, tr("word"));
}

void SearchPage::showUnderstood()
{
    m_chips->clear();
    m_understoodBar->setVisible(!m_understood.empty());
    int number = 0;
    for (const search::Understood& part : m_understood) {
        const ChipFace face{part.text, fieldName(part.field) + QStringLiteral(" ~"), {}, Tone::Plain, true};
        auto* chip = new ChipButton(m_context.theme, face, m_chips->parentWidget());
        chip->setObjectName(QStringLiteral("understood%1").arg(++number));
        chip->setAccessibleName(tr("%1: %2. Press to take it away").arg(fieldName(part.field), part.text));
        connect(chip, &QAbstractButton::clicked, this, [this, part] { takeAway(part); });
        m_chips->addWidget(chip);
        chip->show();
    }
}

void SearchPage::takeAway(const search::Understood& part)
{
    // What was understood names words of the query, perhaps several for one chip.
    const QStringList gone = part.text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList left;
    for (const QString& word : m_words.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (!gone.contains(word, Qt::CaseInsensitive))
            left.append(word);
    }
    Q_EMIT wordsWanted(left.join(QLatin1Char(' ')));
}

void SearchPage::showKinds()
{
    int all = 0;
    bool capped = false;
    std::vector<std::pair<QString, QString>> wanted; // kind, text
    const QString& language = m_context.language.code();
    for (const auto& kind : m_counts) {
        all += kind.count.count;
        capped = capped || kind.count.capped;
        if (kind.count.count > 0 || kind.kind == m_kind)
            wanted.emplace_back(kind.kind,
                                kindsText(m_context.tables.kinds, kind.kind, language) + QStringLiteral("  ")
                                    + countText(kind.count.count, kind.count.capped));
    }
    capped = capped || all > search::SearchService::countCap;
    wanted.emplace(wanted.begin(), QString(),
                   tr("All") + QStringLiteral("  ")
                       + countText(std::min(all, search::SearchService::countCap), capped));
    m_kindBar->setVisible(!m_counts.empty() && !m_words.trimmed().isEmpty());
    for (auto& [kind, button] : m_kindButtons)
        button->hide();
    int position = 0;
    for (const auto& [kind, text] : wanted) {
        QPushButton*& button = m_kindButtons[kind];
        if (!button) {
            button = makeButton(m_kindBar, "switch", "");
            button->setObjectName(QStringLiteral("kind_") + (kind.isEmpty() ? QStringLiteral("all") : kind));
            button->setCheckable(true);
            connect(button, &QPushButton::clicked, this, [this, kind = kind] {
                m_kind = kind;
                showKinds();
                ask(m_typing);
            });
        }
        m_kindRow->insertWidget(position++, button);
        button->setText(text);
        button->setAccessibleName(text);
        button->setChecked(kind == m_kind);
        button->show();
    }
}

void SearchPage::showFoot()
{
    const int shown = m_model->rowCount();
    if (shown == 0) {
        m_foot->clear();
        return;
    }
    const int at = m_list->currentIndex().row() + 1;
    const QString count = m_model->hasMore() ? countText(shown, true) : grouped(shown);
    m_foot->setText(tr("%1 of %2").arg(at).arg(count) + QStringLiteral("  ·  ")
                    + tr("↑↓ move · Enter opens · Esc back to the words"));
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

void SearchPage::focusList()
{
    if (m_model->rowCount() == 0)
        return;
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    m_list->setFocus(Qt::OtherFocusReason);
}

bool SearchPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            openSelected();
            return true;
        }
        if (key->key() == Qt::Key_Escape || (key->key() == Qt::Key_Up && m_list->currentIndex().row() == 0)) {
            Q_EMIT fieldWanted();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace ekatra::ui
