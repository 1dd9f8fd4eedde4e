#include "forms/PickPopup.h"

#include "forms/PickDelegate.h"
#include "theme/FocusRing.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QStandardItemModel>

namespace ekatra::ui {

namespace {

constexpr int restMilliseconds = 60;
constexpr int leastWidth = 360;
constexpr int mostHeight = 336;
constexpr int gap = 4;

} // namespace

PickPopup::PickPopup(const Context& context, QWidget* page) : QFrame(page), m_context(context), m_page(page)
{
    setObjectName(QStringLiteral("pickPopup"));
    setProperty("look", QStringLiteral("popup"));
    setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(stroke::hairline, stroke::hairline, stroke::hairline, stroke::hairline);
    column->setSpacing(0);
    m_model = new QStandardItemModel(this);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("pickList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PickDelegate(context.theme, m_items, m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setProperty(noRingProperty, true);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list, 1);
    connect(m_list, &QListView::clicked, this, &PickPopup::takeCurrent);
    m_foot = makeFrame(this, "foot");
    auto* row = new QHBoxLayout(m_foot);
    row->setContentsMargins(space::m, space::xs, space::m, space::xs);
    m_new = makeButton(m_foot, "link", "pickNew");
    m_new->setFocusPolicy(Qt::NoFocus);
    m_new->setIcon(context.theme.icon(QStringLiteral("add"), Colour::Accent));
    row->addWidget(m_new);
    row->addStretch(1);
    m_keys = makeLabel(m_foot, TextSize::Small, "quiet");
    row->addWidget(m_keys);
    column->addWidget(m_foot);
    connect(m_new, &QPushButton::clicked, this, [this] { handleKey(Qt::Key_N, Qt::ControlModifier); });
    m_rest.setSingleShot(true);
    m_rest.setInterval(restMilliseconds);
    connect(&m_rest, &QTimer::timeout, this, &PickPopup::search);
    hide();
}

void PickPopup::ask(const Client& client, const QString& words)
{
    if (client.field != m_client.field) {
        dismiss();
        client.field->installEventFilter(this);
    }
    m_client = client;
    m_words = words.trimmed();
    if (m_words.isEmpty() && !client.source->listsAll()) {
        hide();
        return;
    }
    if (client.source->listsAll())
        search();
    else
        m_rest.start();
}

void PickPopup::search()
{
    if (!m_client.field)
        return;
    const quint64 ticket = ++m_ticket;
    m_client.source->find(m_words, [popup = QPointer(this), ticket](std::vector<PickItem> items) {
        if (popup && popup->m_ticket == ticket && popup->m_client.field)
            popup->showItems(std::move(items));
    });
}

void PickPopup::showItems(std::vector<PickItem> items)
{
    m_items = std::move(items);
    m_model->clear();
    for (const PickItem& item : m_items) {
        auto* row = new QStandardItem(item.title.text);
        row->setAccessibleText(item.below.isEmpty() ? item.title.text
                                                    : item.title.text + QStringLiteral(", ") + item.below);
        m_model->appendRow(row);
    }
    const QString make = m_client.makeNew ? m_client.source->newText(m_words) : QString();
    m_new->setText(make);
    m_new->setAccessibleName(make);
    m_new->setVisible(!make.isEmpty());
    m_keys->setText(make.isEmpty() ? tr("↑↓ choose · Enter take · Esc close")
                                   : tr("↑↓ choose · Enter take · Ctrl+N new · Esc close"));
    m_list->setAccessibleName(tr("Choices"));
    m_list->setVisible(!m_items.empty());
    if (m_items.empty() && make.isEmpty()) {
        hide();
        return;
    }
    if (!m_items.empty())
        m_list->setCurrentIndex(m_model->index(0, 0));
    place();
    show();
    raise();
}

void PickPopup::place()
{
    const QRect field(m_client.field->mapTo(m_page, QPoint(0, 0)), m_client.field->size());
    int rows = 0;
    for (int i = 0; i < m_model->rowCount(); ++i)
        rows += m_list->sizeHintForRow(i);
    const int foot = m_foot->sizeHint().height();
    const int wanted = std::min(mostHeight, rows + foot) + 2 * stroke::hairline;
    const int below = m_page->height() - field.bottom() - 2 * gap;
    const int above = field.top() - 2 * gap;
    const bool under = below >= wanted || below >= above;
    const int height = std::min(wanted, under ? below : above);
    const int width = std::min(std::max({field.width(), leastWidth, m_foot->sizeHint().width()}), m_page->width());
    const int left = std::min(field.left(), m_page->width() - width);
    setGeometry(left, under ? field.bottom() + 1 + gap : field.top() - gap - height, width, height);
}

void PickPopup::dismiss()
{
    ++m_ticket;
    m_rest.stop();
    if (m_client.field)
        m_client.field->removeEventFilter(this);
    m_client = {};
    hide();
}

bool PickPopup::isOpenFor(const QLineEdit* field) const
{
    return isVisible() && m_client.field == field;
}

int PickPopup::count() const
{
    return m_model->rowCount();
}

void PickPopup::takeCurrent()
{
    const auto row = static_cast<std::size_t>(m_list->currentIndex().row());
    if (!m_client.field || row >= m_items.size())
        return;
    const auto take = m_client.take;
    const PickItem item = m_items[row];
    dismiss();
    take(item);
}

void PickPopup::move(int by)
{
    if (m_items.empty())
        return;
    const int rows = m_model->rowCount();
    const int row = std::clamp(m_list->currentIndex().row() + by, 0, rows - 1);
    m_list->setCurrentIndex(m_model->index(row, 0));
}

bool PickPopup::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    constexpr int page = 6;
    const bool control = modifiers & Qt::ControlModifier;
    switch (key) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        move(page);
        return true;
    case Qt::Key_PageUp:
        move(-page);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        if (control || m_items.empty() || (key == Qt::Key_Tab && !m_client.tabTakes))
            return false;
        takeCurrent();
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_N:
        if (!control || !m_client.makeNew)
            return false;
        {
            const auto makeNew = m_client.makeNew;
            dismiss();
            makeNew();
        }
        return true;
    default:
        return false;
    }
}

bool PickPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_client.field || !isVisible())
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool ours = key->key() == Qt::Key_Escape
            || (key->key() == Qt::Key_N && key->modifiers() == Qt::ControlModifier && m_client.makeNew);
        if (ours)
            event->accept();
        return ours;
    }
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        return handleKey(key->key(), key->modifiers());
    }
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
        QMetaObject::invokeMethod(
            this,
            [this, field = m_client.field] {
                if (!field || (m_client.field == field && !field->hasFocus()))
                    dismiss();
            },
            Qt::QueuedConnection);
    return QFrame::eventFilter(watched, event);
}

} // namespace ekatra::ui
