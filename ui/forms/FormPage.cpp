#include "forms/FormPage.h"

#include "forms/DraftKeeper.h"
#include "forms/FieldLine.h"
#include "forms/FormFoot.h"
#include "forms/FormPaper.h"
#include "forms/Measures.h"
#include "forms/PickPopup.h"
#include "forms/SentPanel.h"
#include "models/Format.h"
#include "theme/FocusRing.h"
#include "widgets/Banner.h"

#include <QApplication>
#include <QKeyEvent>

namespace ekatra::ui {

namespace {

// The station that a paper was begun at: it stands in the field that is filled with it.
QString stationIn(const schema::Shape& shape, const QJsonObject& row)
{
    for (const schema::Field& field : shape.fields) {
        const QJsonValue value = row.value(field.id);
        if (field.fill.source == schema::AutoFill::Source::Station && value.isString())
            return value.toString();
        const QString below =
            field.type == schema::FieldType::Group ? stationIn(*field.shape, value.toObject()) : QString();
        if (!below.isEmpty())
            return below;
    }
    return {};
}

} // namespace

FormPage::FormPage(const Context& context, const session::FormStart& start, QWidget* parent)
    : Page(parent), m_context(context), m_start(start), m_record(start.record), m_kind(start.kind)
{
    setObjectName(QStringLiteral("formPage"));
    setProperty("look", QStringLiteral("page"));
    setProperty(noRingProperty, true);
    setFocusPolicy(Qt::ClickFocus);
    build();
    begin();
}

FormPage::~FormPage()
{
    disconnect(qApp, nullptr, this, nullptr);
    if (m_model)
        m_model->blockSignals(true);
    delete m_paper; // before the model that its fields speak to
    if (m_keeper)
        m_keeper->release();
}

void FormPage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_banner = new Banner(m_context.theme, "formBanner", this);
    column->addWidget(m_banner);
    connect(m_banner, &Banner::acted, this, [this] {
        m_banner->hide();
        if (!m_model) {
            begin();
        } else if (m_closing) {
            m_mayLose = true;
            Q_EMIT closeWanted();
        } else if (m_keeper) {
            m_keeper->keepNow();
        }
    });
    m_loading = makeLabel(this, TextSize::Base, "quiet");
    m_loading->setAlignment(Qt::AlignCenter);
    column->addWidget(m_loading, 1);
    m_loading->setText(tr("Opening the paper…"));
}

void FormPage::begin()
{
    m_loading->show();
    m_context.forms.begin(m_start, session::Reply<session::FormOpening>(this, [this](const auto& opening) {
                              if (opening) {
                                  take(*opening);
                              } else {
                                  m_loading->hide();
                                  m_banner->tell(m_context.messages.text(opening.error(), m_context.language.code()),
                                                 tr("Retry"));
                              }
                          }));
}

void FormPage::take(const session::FormOpening& opening)
{
    m_form = m_context.tables.forms.find(opening.kind);
    if (!m_form) {
        m_loading->hide();
        m_banner->tell({tr("There is no form for this record."), {}}, {});
        return;
    }
    m_kind = opening.kind;
    m_record = opening.record;
    m_number = opening.number;
    m_new = opening.record.isNull();
    m_wasSubmitted = !m_new && opening.state != domain::RecordState::Draft;
    m_loading->hide();
    if (!opening.choices.empty() && m_start.row < 0 && m_new)
        askChoice(opening);
    else
        openPaper(opening);
    if (isVisible())
        takeFocus();
    Q_EMIT titleChanged();
}

// Which row of the case the paper is about, before it is begun.
void FormPage::askChoice(const session::FormOpening& opening)
{
    m_choices = new ChoicePanel(m_context, this);
    layout()->addWidget(m_choices);
    m_choices->ask(opening.choices);
    connect(m_choices, &ChoicePanel::chosen, this, [this](int row) {
        m_start.row = row;
        m_choices->hide();
        begin();
    });
    connect(m_choices, &ChoicePanel::skipped, this, [this, opening] {
        m_choices->hide();
        openPaper(opening);
        takeFocus();
    });
}

void FormPage::openPaper(const session::FormOpening& opening)
{
    m_model = new FormModel(m_context, *m_form, stationIn(m_form->root, opening.payload), this);
    m_model->setCase(m_start.from.isNull() ? m_record : m_start.from);
    m_popup = new PickPopup(m_context, this);
    m_model->setPopup(m_popup);
    m_keeper = new DraftKeeper(m_context.forms, m_kind, m_record);
    auto* column = static_cast<QVBoxLayout*>(layout());
    m_sentPanel = new SentPanel(m_context, this);
    column->addWidget(m_sentPanel);
    m_paper = new FormPaper(*m_model, this);
    m_paper->addBar(makeReasonBar());
    column->addWidget(m_paper, 1);
    m_foot = new FormFoot(m_context.theme, this);
    m_foot->tellKeeping(FormFoot::Keeping::Nothing, opening.savedAt);
    column->addWidget(m_foot);
    connectFoot();
    connectModel();
    m_model->open(opening.payload, opening.marks);
    m_paper->showSection(0);
    m_popup->raise();
    retranslate();
    // A layout shows what was added later only when the event loop is back, and the keyboard is wanted at once.
    m_paper->show();
    m_foot->show();
}

QWidget* FormPage::makeReasonBar()
{
    m_reasonBox = new QWidget(this);
    auto* column = new QVBoxLayout(m_reasonBox);
    column->setContentsMargins(space::xl, 0, space::s, space::s);
    column->setSpacing(measure::underLabel);
    m_reasonLabel = makeParagraph(m_reasonBox);
    auto* line = new FieldLine(m_context.theme, QStringLiteral("formReason"), m_reasonBox);
    m_reason = line;
    column->addWidget(m_reasonLabel);
    column->addWidget(m_reason);
    m_reasonBox->setMaximumWidth(measure::column + space::xl + space::s);
    m_reasonBox->setVisible(m_wasSubmitted);
    connect(line, &FieldLine::movedOn, this, [this] { m_paper->focusFirst(); });
    return m_reasonBox;
}

void FormPage::connectFoot()
{
    connect(m_foot, &FormFoot::previousWanted, this, [this] { m_paper->goBy(-1); });
    connect(m_foot, &FormFoot::nextWanted, this, [this] { m_paper->goBy(1); });
    connect(m_foot, &FormFoot::checkWanted, this, &FormPage::check);
    connect(m_foot, &FormFoot::printWanted, this, &FormPage::print);
    connect(m_foot, &FormFoot::submitWanted, this, &FormPage::submit);
    connect(m_paper, &FormPaper::endReached, this, [this] { m_foot->firstButton()->setFocus(Qt::TabFocusReason); });
    connect(m_paper, &FormPaper::sectionShown, this,
            [this] { m_foot->setNeighbours(m_paper->previousName(), m_paper->nextName()); });
    connect(m_sentPanel, &SentPanel::printWanted, this, &FormPage::print);
    connect(m_sentPanel, &SentPanel::paperWanted, this, [this](const QString& kind, bool belongs) {
        session::FormStart start;
        start.kind = kind;
        if (belongs)
            start.from = m_record;
        Q_EMIT formWanted(start);
    });
}

void FormPage::connectModel()
{
    connect(m_model, &FormModel::edited, this, [this] {
        const bool was = isUnsaved();
        m_keeper->note(m_model->session().payload());
        m_foot->tellKeeping(FormFoot::Keeping::Typing, {});
        if (!was)
            Q_EMIT titleChanged();
    });
    connect(m_paper, &FormPaper::sectionLeft, m_keeper, &DraftKeeper::keepNow);
    connect(m_keeper, &DraftKeeper::kept, this, &FormPage::tellKept);
    connect(m_keeper, &DraftKeeper::failed, this, &FormPage::tellFailure);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* old, QWidget* now) {
        if (old && isAncestorOf(old) && !(now && isAncestorOf(now)))
            m_keeper->keepNow();
    });
}

void FormPage::retranslate()
{
    m_loading->setText(tr("Opening the paper…"));
    if (!m_model)
        return;
    m_paper->setTitle(title());
    m_reasonLabel->setText(tr("Why is it changed? (it was submitted before)"));
    m_reason->setAccessibleName(m_reasonLabel->text());
    m_foot->retranslate();
    m_foot->setNeighbours(m_paper->previousName(), m_paper->nextName());
}

QString FormPage::title() const
{
    const QString kind = kindText(m_context.tables.kinds, m_kind, m_context.language.code());
    if (m_kind.isEmpty())
        return {};
    if (m_number.isEmpty())
        return tr("New %1 (draft)").arg(kind);
    return kind + QLatin1Char(' ') + m_number;
}

bool FormPage::isUnsaved() const
{
    return m_keeper && !m_sent && !m_keeper->isClean();
}

void FormPage::takeFocus()
{
    if (m_choices && m_choices->isVisible() && m_choices->firstChoice()) {
        m_choices->firstChoice()->setFocus(Qt::OtherFocusReason);
        return;
    }
    QWidget* last = focusWidget();
    if (last && last != this && last->isVisible() && isAncestorOf(last))
        last->setFocus(Qt::OtherFocusReason);
    else if (m_model)
        m_paper->focusFirst();
    else
        setFocus(Qt::OtherFocusReason);
}

bool FormPage::mayClose()
{
    if (m_mayLose || !isUnsaved())
        return true;
    m_closing = true;
    m_keeper->keepNow();
    return false;
}

bool FormPage::event(QEvent* event)
{
    // The keys of the page win over those of the window while the keyboard is here.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (handleKey(key->key(), key->modifiers(), false)) {
            event->accept();
            return true;
        }
    }
    return Page::event(event);
}

void FormPage::keyPressEvent(QKeyEvent* event)
{
    if (!handleKey(event->key(), event->modifiers(), true))
        Page::keyPressEvent(event);
}

bool FormPage::handleKey(int key, Qt::KeyboardModifiers modifiers, bool really)
{
    if (!m_model)
        return false;
    const auto does = [&](auto act) {
        if (really)
            act();
        return true;
    };
    const Qt::KeyboardModifiers pressed = modifiers & ~Qt::KeypadModifier;
    const bool plain = pressed == Qt::NoModifier;
    const bool sectionKey = plain ? really : pressed == Qt::AltModifier;
    switch (key) {
    case Qt::Key_F1:
        return plain && does([&] { m_paper->toggleHelp(); });
    case Qt::Key_F7:
        return plain && does([&] { check(); });
    case Qt::Key_F8:
        return (plain || pressed == Qt::ShiftModifier) && does([&] { m_paper->nextFault(plain ? 1 : -1); });
    case Qt::Key_S:
        return pressed == Qt::ControlModifier && does([&] {
                   m_paper->settle();
                   m_keeper->keepNow();
               });
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (pressed == Qt::ControlModifier)
            return does([&] { submit(); });
        if (auto* button = qobject_cast<QAbstractButton*>(QApplication::focusWidget()); plain && really && button)
            button->click();
        return plain && really;
    case Qt::Key_PageDown:
        return sectionKey && does([&] { m_paper->goBy(1); });
    case Qt::Key_PageUp:
        return sectionKey && does([&] { m_paper->goBy(-1); });
    case Qt::Key_Escape:
        // In a field it closes the picker, which may be just about to open, and never leaves the paper.
        return plain && m_paper->isAncestorOf(QApplication::focusWidget()) && does([&] {
                   m_popup->dismiss();
                   if (m_paper->isHelpOver())
                       m_paper->toggleHelp();
               });
    default:
        return false;
    }
}

void FormPage::check()
{
    m_paper->settle();
    m_model->tellAll();
    m_banner->hide();
    if (!m_paper->firstFault())
        m_foot->tell(tr("Nothing is wrong with this paper. It may be submitted."));
}

void FormPage::print()
{
    m_printing = true;
    if (m_sent || (!m_record.isNull() && m_keeper->isClean())) {
        tellKept({});
        return;
    }
    m_keeper->note(m_model->session().payload());
    m_keeper->keepNow();
}

void FormPage::submit()
{
    if (m_sent || m_sending)
        return;
    m_paper->settle();
    m_model->tellAll();
    if (const QString open = firstOpen(); !open.isEmpty()) {
        tell(m_paper->errors() > 0
                 ? tr("It cannot be submitted yet. Errors left: %1. This is the first.").arg(m_paper->errors())
                 : tr("Put it right, or write why it stays so. Then submit again."));
        m_paper->focusField(open);
        return;
    }
    if (m_wasSubmitted && m_reason->text().trimmed().isEmpty()) {
        tell(tr("Write why it is changed: the record was submitted before."));
        m_reason->setFocus(Qt::TabFocusReason);
        return;
    }
    m_sending = true;
    m_keeper->forget();
    if (m_keeper->isClean())
        send();
}

// The first error; without errors, the first warning that nobody gave a reason for.
QString FormPage::firstOpen() const
{
    const forms::FormSession& session = m_model->session();
    for (const schema::Severity severity : {schema::Severity::Error, schema::Severity::Warning})
        for (const forms::Finding& finding : session.findings())
            if (finding.severity == severity
                && (severity == schema::Severity::Error
                    || (session.keepsReasons() && session.reason(finding).isEmpty())))
                return finding.pointer;
    return {};
}

void FormPage::send()
{
    m_banner->hide();
    m_context.forms.submit(
        m_kind, m_keeper->record(), m_model->session().payload(), m_reason->text().trimmed(),
        session::Reply<session::FormSent>(this, [this](const Result<session::FormSent>& answer) { takeSent(answer); }));
}

void FormPage::takeSent(const Result<session::FormSent>& answer)
{
    m_sending = false;
    if (!answer) {
        m_keeper->note(m_model->session().payload());
        m_banner->tell(m_context.messages.text(answer.error(), m_context.language.code()), {});
        return;
    }
    m_record = answer->record;
    m_keeper->setRecord(answer->record);
    for (const forms::Finding& finding : answer->findings) {
        if (finding.severity != schema::Severity::Error)
            continue;
        tell(m_model->text(finding.text));
        m_paper->focusField(finding.pointer);
        return;
    }
    if (answer->refusal || answer->isDraft) {
        m_banner->tell(answer->refusal ? m_context.messages.text(*answer->refusal, m_context.language.code())
                                       : session::Messages::Text{tr("It was not submitted and stays a draft."), {}},
                       {});
        return;
    }
    m_sent = true;
    m_number = answer->number;
    m_reasonBox->hide();
    m_popup->dismiss();
    m_model->setReadOnly(true);
    m_foot->setSent(true);
    m_sentPanel->tell(m_kind, m_number);
    retranslate();
    if (auto* print = m_sentPanel->findChild<QPushButton*>(QStringLiteral("sentPrint")))
        print->setFocus(Qt::OtherFocusReason);
    Q_EMIT titleChanged();
}

void FormPage::tellKept(const QDateTime& at)
{
    m_record = m_keeper->record();
    if (m_sending)
        return send();
    if (at.isValid())
        m_foot->tellKeeping(FormFoot::Keeping::Kept, at);
    m_mayLose = false;
    if (m_banner->property("failed").toBool()) {
        m_banner->setProperty("failed", false);
        m_banner->hide();
    }
    Q_EMIT titleChanged();
    if (m_printing && !m_record.isNull()) {
        m_printing = false;
        Q_EMIT paperWanted(m_record);
    }
    if (m_closing) {
        m_closing = false;
        Q_EMIT closeWanted();
    }
}

void FormPage::tellFailure(const Error& error)
{
    m_printing = false;
    m_foot->tellKeeping(FormFoot::Keeping::Failed, {});
    m_banner->setProperty("failed", true);
    m_banner->tell(m_context.messages.text(error, m_context.language.code()),
                   m_closing ? tr("Close without saving") : tr("Save again"));
    if (m_sending) {
        m_sending = false;
        m_keeper->note(m_model->session().payload());
    }
}

void FormPage::tell(const QString& text)
{
    m_banner->setProperty("failed", false);
    m_banner->tell({text, {}}, {});
}

bool FormPage::focusNextPrevChild(bool next)
{
    // Back from the bar below goes to the last field, whenever that was made.
    if (next || !m_foot || QApplication::focusWidget() != m_foot->firstButton())
        return Page::focusNextPrevChild(next);
    m_paper->focusLast();
    return true;
}

void FormPage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    Q_EMIT titleChanged();
}

} // namespace ekatra::ui
