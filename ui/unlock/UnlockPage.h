// UnlockPage.h
// The way in: which store, who, and the passphrase. Says in place what went wrong and what to do. Owned by the window.
// GUI thread.
//
// The passphrase leaves the field as SecretBytes, and the field's own memory is overwritten before anything else
// happens with it. The field is therefore empty after every attempt.
#pragma once

#include "Context.h"
#include "widgets/Labels.h"

#include <QLineEdit>

#include <optional>

namespace ekatra::ui {

class ChipLabel;
class KeyButton;
class RoofDrawing;

class UnlockPage : public QFrame {
    Q_OBJECT

public:
    struct Start {
        QString folder;
        QString user;
        QString practicePassphrase; // shown to whoever sits there: a practice store hides nothing
    };

    UnlockPage(const Context& context, const Start& start, QWidget* parent);

    void focusFirst();

Q_SIGNALS:
    // The texts are in the other language from the next turn of the event loop.
    void languageWanted(const QString& code);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build(const Start& start);
    QWidget* buildForm(const Start& start);
    QLineEdit* addField(QLayout* column, QLabel*& label, const char* name);
    QWidget* buildNotes(QWidget* form);
    QFrame* buildPractice(const QString& passphrase, QWidget* parent);
    void retranslate();
    void tryUnlock();
    void setBusy(bool busy);
    void tellFailure();
    void watchCapsLock(const QKeyEvent& key);

    const Context& m_context;
    std::optional<Error> m_failure;
    bool m_busy = false;

    RoofDrawing* m_drawing;
    QPushButton* m_hindi;
    QPushButton* m_english;
    QLabel* m_brand;
    QLabel* m_intro;
    QLabel* m_folderLabel;
    QLineEdit* m_folder;
    QLabel* m_userLabel;
    QLineEdit* m_user;
    QLabel* m_passphraseLabel;
    QLineEdit* m_passphrase;
    QAction* m_show;
    QWidget* m_capsLock;
    QLabel* m_capsLockText;
    QWidget* m_error;
    QLabel* m_errorText;
    KeyButton* m_open;
    QLabel* m_notice;
    ChipLabel* m_practiceChip = nullptr;
    QLabel* m_practiceText = nullptr;
    QLabel* m_practiceWords = nullptr;
    QLabel* m_version;
};

} // namespace ekatra::ui
