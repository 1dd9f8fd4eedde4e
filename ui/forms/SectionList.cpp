#include "forms/SectionList.h"

#include "forms/Measures.h"
#include "forms/RowText.h"
#include "theme/FocusRing.h"
#include "theme/Style.h"
#include "widgets/Labels.h"

#include <QEvent>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <cmath>

namespace ekatra::ui {

namespace {

constexpr int numberRight = 40;
constexpr int nameLeft = 48;
enum Role { SignRole = Qt::UserRole + 1, WordsRole, NumberRole };

// Page keys turn the sections one by one, wherever the keyboard is.
class StepView final : public QListView {
public:
    using QListView::QListView;

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->key() == Qt::Key_PageDown || event->key() == Qt::Key_PageUp)
            event->ignore();
        else
            QListView::keyPressEvent(event);
    }
};

class StepDelegate final : public QStyledItemDelegate {
public:
    StepDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) { }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {measure::steps, measure::stepRow};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QRect box = option.rect;
        const bool current = option.state & QStyle::State_Selected;
        painter->save();
        const Colour ground = current                ? Colour::AccentSoft
            : option.state & QStyle::State_MouseOver ? Colour::Surface3
                                                     : Colour::Surface;
        painter->fillRect(box, m_theme.colour(ground));
        if (current)
            painter->fillRect(QRect(box.left(), box.top(), stroke::selectionBar, box.height()),
                              m_theme.colour(Colour::Accent));
        const int middle = box.center().y() - size::iconSmall / 2 + 1;
        int right = box.right() - space::m + 1;
        const auto sign = static_cast<StepFace::Sign>(index.data(SignRole).toInt());
        const QString words = index.data(WordsRole).toString();
        const Colour ink = sign == StepFace::Sign::Error ? Colour::Bad
            : sign == StepFace::Sign::Warning            ? Colour::Warn
                                                         : Colour::Text2;
        painter->setFont(m_theme.font(TextSize::Small));
        painter->setPen(m_theme.colour(ink));
        if (!words.isEmpty()) {
            const int wide = QFontMetrics(painter->font()).horizontalAdvance(words);
            painter->drawText(QPointF(right - wide, std::round(baselineIn(box.top(), box.height(), painter->font()))),
                              words);
            right -= wide + space::xs;
        }
        if (sign != StepFace::Sign::None) {
            const QString icon = sign == StepFace::Sign::Done ? QStringLiteral("check")
                : sign == StepFace::Sign::Error               ? QStringLiteral("error")
                                                              : QStringLiteral("warning");
            m_theme.paintIcon(*painter, {right - size::iconSmall, middle, size::iconSmall, size::iconSmall}, icon,
                              sign == StepFace::Sign::Done ? Colour::Good : ink);
            right -= size::iconSmall + space::xs;
        }
        const QString number = index.data(NumberRole).toString();
        painter->setPen(m_theme.colour(current ? Colour::Accent : Colour::Text2));
        const int wide = QFontMetrics(painter->font()).horizontalAdvance(number);
        painter->drawText(
            QPointF(box.left() + numberRight - wide, std::round(baselineIn(box.top(), box.height(), painter->font()))),
            number);
        painter->setFont(m_theme.font(TextSize::Base, current));
        painter->setPen(m_theme.colour(current ? Colour::Accent : Colour::Text));
        const QString name = QFontMetrics(painter->font())
                                 .elidedText(index.data().toString(), Qt::ElideRight, right - box.left() - nameLeft);
        painter->drawText(
            QPointF(box.left() + nameLeft, std::round(baselineIn(box.top(), box.height(), painter->font()))), name);
        painter->restore();
    }

private:
    const Theme& m_theme;
};

} // namespace

SectionList::SectionList(FormModel& model, QWidget* parent) : QFrame(parent), m_model(model)
{
    setObjectName(QStringLiteral("formSections"));
    setProperty("look", QStringLiteral("steps"));
    setFixedWidth(measure::steps);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::s, stroke::hairline, 0);
    column->setSpacing(0);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(space::l, 0, space::m, space::s);
    head->setSpacing(0);
    m_title = makeElided(this, TextSize::Title, "", true);
    m_title->setObjectName(QStringLiteral("formTitle"));
    m_title->setFixedHeight(lineHeight(TextSize::Title, true));
    m_below = makeElided(this, TextSize::Small, "quiet");
    m_below->setFixedHeight(lineHeight(TextSize::Small, true));
    head->addWidget(m_title);
    head->addWidget(m_below);
    column->addLayout(head);
    column->addWidget(makeRule(this));
    column->addSpacing(space::s);
    m_steps = new QStandardItemModel(this);
    m_list = new StepView(this);
    m_list->setObjectName(QStringLiteral("sectionList"));
    m_list->setModel(m_steps);
    m_list->setItemDelegate(new StepDelegate(model.context().theme, m_list));
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setProperty(noRingProperty, true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid())
            Q_EMIT chosen(static_cast<std::size_t>(index.row()));
    });
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(space::l, space::xs, space::l, space::xs);
    foot->setSpacing(space::xs);
    const Theme& theme = model.context().theme;
    m_errorIcon = new IconLabel(theme, QStringLiteral("error"), Colour::Bad, size::iconSmall, this);
    m_errorText = makeButton(this, "link", "formErrors");
    m_warningIcon = new IconLabel(theme, QStringLiteral("warning"), Colour::Warn, size::iconSmall, this);
    m_warningText = makeButton(this, "link", "formWarnings");
    m_key = makeLabel(this, TextSize::Small, "quiet");
    foot->addWidget(m_errorIcon);
    foot->addWidget(m_errorText);
    foot->addSpacing(space::s);
    foot->addWidget(m_warningIcon);
    foot->addWidget(m_warningText);
    foot->addStretch(1);
    foot->addWidget(m_key);
    auto* footBox = new QWidget(this);
    footBox->setFixedHeight(size::control + space::s);
    footBox->setLayout(foot);
    column->addWidget(footBox);
    for (QPushButton* button : {m_errorText, m_warningText}) {
        button->setFocusPolicy(Qt::NoFocus);
        connect(button, &QPushButton::clicked, this, &SectionList::nextFaultWanted);
    }
    for (std::size_t i = 0; i < model.session().form().sections.size(); ++i)
        m_steps->appendRow(new QStandardItem);
    connect(&m_model, &FormModel::changed, this, &SectionList::refresh);
    refresh();
}

void SectionList::setTitle(const QString& title, const QString& below)
{
    static_cast<ElidedLabel*>(m_title)->setFullText(title);
    static_cast<ElidedLabel*>(m_below)->setFullText(below);
}

void SectionList::setCurrent(std::size_t section)
{
    const QSignalBlocker quiet(m_list->selectionModel());
    m_list->setCurrentIndex(m_steps->index(static_cast<int>(section), 0));
    m_list->viewport()->update();
}

StepFace SectionList::faceOf(std::size_t section) const
{
    const auto state = m_model.session().state(section);
    if (state.errors > 0)
        return {StepFace::Sign::Error, QString::number(state.errors)};
    if (state.warnings > 0)
        return {StepFace::Sign::Warning, QString::number(state.warnings)};
    if (state.rows > 0)
        return {state.lacking ? StepFace::Sign::None : StepFace::Sign::Done, tr("%1 added").arg(state.rows)};
    if (state.computed)
        return {StepFace::Sign::None, tr("by itself")};
    if (state.empty && !state.lacking)
        return {StepFace::Sign::None, tr("not needed")};
    return {state.lacking ? StepFace::Sign::None : StepFace::Sign::Done, {}};
}

QString SectionList::errorsText(int count)
{
    return count == 1 ? tr("1 error") : tr("%1 errors").arg(count);
}

QString SectionList::warningsText(int count)
{
    return count == 1 ? tr("1 warning") : tr("%1 warnings").arg(count);
}

void SectionList::refresh()
{
    const auto& sections = m_model.session().form().sections;
    m_errors = 0;
    m_warnings = 0;
    m_list->setAccessibleName(tr("Sections of the paper"));
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const auto state = m_model.session().state(i);
        m_errors += state.errors;
        m_warnings += state.warnings;
        const StepFace face = faceOf(i);
        QStandardItem* item = m_steps->item(static_cast<int>(i));
        const QString name = m_model.text(sections[i].label);
        const QString said = face.sign == StepFace::Sign::Error ? errorsText(state.errors)
            : face.sign == StepFace::Sign::Warning              ? warningsText(state.warnings)
            : face.sign == StepFace::Sign::Done                 ? tr("done")
                                                                : face.words;
        item->setText(name);
        item->setAccessibleText(said.isEmpty() ? name : name + QStringLiteral(", ") + said);
        item->setToolTip(name);
        item->setData(static_cast<int>(face.sign), SignRole);
        item->setData(face.words, WordsRole);
        item->setData(itemText(m_model, sections[i].item, {}), NumberRole);
    }
    m_errorText->setText(errorsText(m_errors));
    m_warningText->setText(warningsText(m_warnings));
    for (QPushButton* button : {m_errorText, m_warningText})
        button->setAccessibleName(button->text());
    m_errorIcon->setVisible(m_errors > 0);
    m_errorText->setVisible(m_errors > 0);
    m_warningIcon->setVisible(m_warnings > 0);
    m_warningText->setVisible(m_warnings > 0);
    m_key->setText(m_errors + m_warnings > 0 ? tr("F8 next") : QString());
}

void SectionList::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace ekatra::ui
