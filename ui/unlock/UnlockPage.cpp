#include "unlock/UnlockPage.h"

#include "unlock/RoofDrawing.h"
#include "widgets/Chip.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace ekatra::ui {

namespace {

// What the line edit holds, as bytes that can be wiped; its own memory is overwritten.
crypto::SecretBytes takeSecret(QLineEdit& edit)
{
    const QString text = edit.text(); // shares the edit's memory
    QByteArray bytes = text.toUtf8();
    crypto::SecretBytes secret = crypto::SecretBytes::copyOf(
        {reinterpret_cast<const unsigned char*>(bytes.constData()), static_cast<std::size_t>(bytes.size())});
    std::fill(bytes.begin(), bytes.end(), '\0');
    // Written through the shared memory on purpose: a detached copy would leave the original.
    auto* letters = const_cast<QChar*>(text.constData());
    std::fill(letters, letters + text.size(), QChar(u'*'));
    edit.clear();
    return secret;
}

} // namespace

UnlockPage::UnlockPage(const Context& context, const Start& start, QWidget* parent) : QFrame(parent), m_context(context)
{
    setObjectName(QStringLiteral("unlockPage"));
    setFocusPolicy(Qt::ClickFocus);
    setProperty("look", QStringLiteral("page"));
    build(start);
    retranslate();
    connect(&m_context.desk, &session::Desk::unlocked, this, [this] { setBusy(false); });
    connect(&m_context.desk, &session::Desk::unlockFailed, this, [this](const Error& error) {
        setBusy(false);
        m_failure = error;
        tellFailure();
        m_passphrase->setFocus(Qt::OtherFocusReason);
    });
}

void UnlockPage::build(const Start& start)
{
    auto* halves = new QHBoxLayout(this);
    halves->setContentsMargins(0, 0, 0, 0);
    halves->setSpacing(0);
    m_drawing = new RoofDrawing(m_context.theme, this);
    halves->addWidget(m_drawing);

    auto* right = new QVBoxLayout;
    right->setContentsMargins(space::xl, space::m, space::xl, space::m);
    auto* languages = new QHBoxLayout;
    languages->setSpacing(space::xs);
    languages->addStretch(1);
    languages->addWidget(
        new IconLabel(m_context.theme, QStringLiteral("language"), Colour::Text2, size::iconSmall, this));
    m_hindi = makeButton(this, "switch", "unlockHindi");
    m_english = makeButton(this, "switch", "unlockEnglish");
    for (QPushButton* button : {m_hindi, m_english}) {
        button->setCheckable(true);
        languages->addWidget(button);
        const QString code = button == m_hindi ? QStringLiteral("hi") : QStringLiteral("en");
        connect(button, &QPushButton::clicked, this, [this, code] {
            Q_EMIT languageWanted(code);
            retranslate();
        });
    }
    right->addLayout(languages);
    right->addStretch(2);
    // Stretches, not an alignment: an aligned widget is not asked how high its paragraphs are.
    auto* centre = new QHBoxLayout;
    centre->addStretch(1);
    centre->addWidget(buildForm(start));
    centre->addStretch(1);
    right->addLayout(centre);
    right->addStretch(3);
    m_version = makeLabel(this, TextSize::Small, "quiet");
    right->addWidget(m_version, 0, Qt::AlignRight);
    halves->addLayout(right, 1);
}

QLineEdit* UnlockPage::addField(QLayout* column, QLabel*& label, const char* name)
{
    label = makeLabel(this);
    auto* edit = new QLineEdit(this);
    edit->setObjectName(QString::fromLatin1(name));
    label->setBuddy(edit);
    label->setMinimumHeight(lineHeight(TextSize::Base, true));
    column->addWidget(label);
    column->addWidget(edit);
    connect(edit, &QLineEdit::returnPressed, this, &UnlockPage::tryUnlock);
    return edit;
}

QWidget* UnlockPage::buildForm(const Start& start)
{
    auto* form = new QWidget(this);
    form->setFixedWidth(size::unlockForm);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);

    auto* head = new QHBoxLayout;
    head->setSpacing(space::m);
    head->addWidget(new IconLabel(m_context.theme, QStringLiteral("ekatra"), Colour::Text, size::bar, form));
    m_brand = makeLabel(form, TextSize::Display, "", true);
    m_brand->setMinimumHeight(lineHeight(TextSize::Display, true));
    head->addWidget(m_brand, 1);
    column->addLayout(head);
    column->addSpacing(space::m);
    m_intro = makeParagraph(form, TextSize::Base, "quiet");
    column->addWidget(m_intro);
    column->addSpacing(space::l);
    if (!start.practicePassphrase.isEmpty()) {
        column->addWidget(buildPractice(start.practicePassphrase, form));
        column->addSpacing(space::l);
    }

    m_folder = addField(column, m_folderLabel, "unlockFolder");
    m_folder->setText(start.folder);
    column->addSpacing(space::m);
    m_user = addField(column, m_userLabel, "unlockUser");
    m_user->setText(start.user);
    column->addSpacing(space::m);
    m_passphrase = addField(column, m_passphraseLabel, "unlockPassphrase");
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                                      | Qt::ImhNoAutoUppercase);
    m_passphrase->installEventFilter(this);
    m_show = m_passphrase->addAction(m_context.theme.icon(QStringLiteral("show")), QLineEdit::TrailingPosition);
    m_show->setCheckable(true);
    connect(m_show, &QAction::toggled, this, [this](bool shown) {
        m_passphrase->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        m_show->setIcon(m_context.theme.icon(shown ? QStringLiteral("hidden") : QStringLiteral("show")));
        retranslate();
    });

    column->addWidget(buildNotes(form));

    column->addSpacing(space::s);
    m_open = new KeyButton(m_context.theme, "primary", "unlockOpen", form);
    m_open->setKeyCap(QStringLiteral("Enter"));
    column->addWidget(m_open, 0, Qt::AlignLeft);
    connect(m_open, &QPushButton::clicked, this, &UnlockPage::tryUnlock);
    column->addSpacing(space::xl);
    column->addWidget(makeRule(form));
    column->addSpacing(space::l);
    m_notice = makeParagraph(form, TextSize::Small, "quiet");
    column->addWidget(m_notice);
    return form;
}

// What stands below the passphrase: one place for both notes, high enough for two lines, so that the button stays
// where it is.
QWidget* UnlockPage::buildNotes(QWidget* form)
{
    m_capsLock = new QWidget(form);
    m_capsLock->setObjectName(QStringLiteral("unlockCapsLock"));
    auto* caps = new QHBoxLayout(m_capsLock);
    caps->setContentsMargins(0, space::xs, 0, 0);
    caps->setSpacing(space::xs);
    caps->addWidget(new IconLabel(m_context.theme, QStringLiteral("warning"), Colour::Warn, size::iconSmall, form));
    m_capsLockText = makeLabel(form, TextSize::Small, "warn");
    caps->addWidget(m_capsLockText, 1);
    m_error = new QWidget(form);
    auto* error = new QHBoxLayout(m_error);
    error->setContentsMargins(0, space::xs, 0, 0);
    error->setSpacing(space::xs);
    auto* sign = new IconLabel(m_context.theme, QStringLiteral("error"), Colour::Bad, size::iconSmall, form);
    sign->standInLine(TextSize::Base);
    error->addWidget(sign, 0, Qt::AlignTop);
    m_errorText = makeParagraph(form, TextSize::Base, "bad");
    m_errorText->setObjectName(QStringLiteral("unlockError"));
    error->addWidget(m_errorText, 1);
    auto* notes = new QWidget(form);
    notes->setMinimumHeight(space::xs + 2 * lineHeight(TextSize::Base, true));
    auto* noteColumn = new QVBoxLayout(notes);
    noteColumn->setContentsMargins(0, 0, 0, 0);
    noteColumn->addWidget(m_capsLock);
    noteColumn->addWidget(m_error);
    noteColumn->addStretch(1);
    m_capsLock->hide();
    m_error->hide();
    return notes;
}

QFrame* UnlockPage::buildPractice(const QString& passphrase, QWidget* parent)
{
    QFrame* frame = makeFrame(parent, "banner-practice");
    auto* column = new QVBoxLayout(frame);
    column->setContentsMargins(space::m, space::s, space::m, space::s);
    column->setSpacing(space::xs);
    auto* head = new QHBoxLayout;
    m_practiceChip = new ChipLabel(m_context.theme, frame);
    head->addWidget(m_practiceChip);
    m_practiceText = makeLabel(frame, TextSize::Small);
    head->addWidget(m_practiceText, 1);
    column->addLayout(head);
    m_practiceWords = makeLabel(frame, TextSize::Base, "", true);
    m_practiceWords->setObjectName(QStringLiteral("practicePassphrase"));
    m_practiceWords->setText(passphrase);
    m_practiceWords->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_practiceWords);
    return frame;
}

void UnlockPage::retranslate()
{
    m_hindi->setText(QStringLiteral("हिंदी"));
    m_hindi->setAccessibleName(tr("Show in Hindi"));
    m_english->setText(QStringLiteral("English"));
    m_english->setAccessibleName(tr("Show in English"));
    m_hindi->setChecked(m_context.language.isHindi());
    m_english->setChecked(!m_context.language.isHindi());
    m_brand->setText(tr("Ekatra"));
    m_intro->setText(tr("All records of the district under one roof."));
    m_folderLabel->setText(tr("Data folder"));
    m_folder->setAccessibleName(m_folderLabel->text());
    m_userLabel->setText(tr("Operator"));
    m_user->setAccessibleName(m_userLabel->text());
    m_passphraseLabel->setText(tr("Passphrase"));
    m_passphrase->setAccessibleName(m_passphraseLabel->text());
    m_show->setText(m_show->isChecked() ? tr("Hide the passphrase") : tr("Show the passphrase"));
    m_show->setToolTip(m_show->text());
    for (QToolButton* eye : m_passphrase->findChildren<QToolButton*>()) {
        eye->setObjectName(QStringLiteral("unlockShow"));
        eye->setAccessibleName(m_show->text());
    }
    m_capsLockText->setText(tr("Caps Lock is on"));
    m_open->setText(m_busy ? tr("Opening…") : tr("Unlock"));
    m_open->setAccessibleName(m_open->text());
    m_notice->setText(tr("For authorised police staff only. Everything kept here is encrypted on this computer; "
                         "without the passphrase nobody can read it."));
    m_version->setText(tr("Ekatra %1").arg(QStringLiteral(EKATRA_VERSION)));
    if (m_practiceChip) {
        m_practiceChip->show(ChipFace{tr("Practice"), {}, QStringLiteral("training"), Tone::Practice, false});
        m_practiceText->setText(tr("Passphrase of this practice station:"));
        m_practiceWords->setAccessibleName(m_practiceText->text() + QLatin1Char(' ') + m_practiceWords->text());
    }
    tellFailure();
}

void UnlockPage::focusFirst()
{
    (m_folder->text().isEmpty() ? m_folder : m_passphrase)->setFocus(Qt::OtherFocusReason);
}

void UnlockPage::tryUnlock()
{
    if (m_busy)
        return;
    m_failure.reset();
    restyle(m_passphrase, "invalid", false);
    tellFailure();
    setBusy(true);
    m_context.desk.unlock(m_folder->text().trimmed(), m_user->text().trimmed(), takeSecret(*m_passphrase));
}

void UnlockPage::setBusy(bool busy)
{
    m_busy = busy;
    if (busy)
        setFocus(Qt::OtherFocusReason); // what is typed early must not fall on the next button
    for (QWidget* field : {static_cast<QWidget*>(m_folder), static_cast<QWidget*>(m_user),
                           static_cast<QWidget*>(m_passphrase), static_cast<QWidget*>(m_open)})
        field->setEnabled(!busy);
    m_open->setText(busy ? tr("Opening…") : tr("Unlock"));
    m_open->setAccessibleName(m_open->text());
    m_open->updateGeometry();
}

void UnlockPage::tellFailure()
{
    m_error->setVisible(m_failure.has_value());
    if (!m_failure)
        return;
    m_capsLock->hide();
    const session::Messages::Text text = m_context.messages.text(*m_failure, m_context.language.code());
    m_errorText->setText(text.whole());
    m_passphrase->setAccessibleDescription(m_errorText->text());
    restyle(m_passphrase, "invalid", m_failure->kind == ErrorKind::WrongPassphrase);
}

void UnlockPage::watchCapsLock(const QKeyEvent& key)
{
    const QString text = key.text();
    if (text.size() != 1 || !text[0].isLetter() || text[0].toLower() == text[0].toUpper())
        return;
    // Qt does not tell the lock's state; a capital without Shift does.
    const bool shift = key.modifiers() & Qt::ShiftModifier;
    const bool on = text[0].isUpper() != shift;
    m_capsLock->setVisible(on);
    if (on && m_failure)
        m_error->hide();
}

void UnlockPage::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void UnlockPage::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    m_drawing->setVisible(width() >= size::narrow);
}

bool UnlockPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_passphrase && event->type() == QEvent::KeyPress)
        watchCapsLock(*static_cast<QKeyEvent*>(event));
    return QFrame::eventFilter(watched, event);
}

} // namespace ekatra::ui
