// FormPage.h
// One paper being written: the sections of its form at the left, one of them at a time in the middle, what is known of
// the field at the right. Everything it shows comes from the form's definition. What is typed is kept by itself; a
// paper with errors is taken to the first of them instead of being refused. One tab. Owned by the shell. GUI thread.
#pragma once

#include "forms/FormModel.h"
#include "shell/Page.h"

class QLabel;
class QLineEdit;

namespace ekatra::ui {

class Banner;
class ChoicePanel;
class DraftKeeper;
class FormFoot;
class FormPaper;
class PickPopup;
class SentPanel;

class FormPage : public Page {
    Q_OBJECT

public:
    FormPage(const Context& context, const session::FormStart& start, QWidget* parent);
    ~FormPage() override;

    // "New FIR (draft)", "FIR 0123/2024".
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString icon() const override { return QStringLiteral("edit"); }
    [[nodiscard]] domain::RecordUid writes() const override { return m_record; }
    [[nodiscard]] bool isUnsaved() const override;
    void takeFocus() override;
    [[nodiscard]] bool mayClose() override;

    // Null until the paper is there.
    [[nodiscard]] FormModel* model() const { return m_model; }

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void build();
    void begin();
    void take(const session::FormOpening& opening);
    void askChoice(const session::FormOpening& opening);
    void openPaper(const session::FormOpening& opening);
    QWidget* makeReasonBar();
    void connectFoot();
    void connectModel();
    void retranslate();
    // Whether the key is the page's; `really` does what it stands for.
    [[nodiscard]] bool handleKey(int key, Qt::KeyboardModifiers modifiers, bool really);

    void check();
    void print();
    void submit();
    [[nodiscard]] QString firstOpen() const;
    void send();
    void takeSent(const Result<session::FormSent>& answer);
    void tellKept(const QDateTime& at);
    void tellFailure(const Error& error);
    void tell(const QString& text);

    const Context& m_context;
    session::FormStart m_start;
    const schema::FormDefinition* m_form = nullptr;
    domain::RecordUid m_record;
    QString m_kind;
    QString m_number;
    bool m_new = true;
    bool m_wasSubmitted = false;
    bool m_sent = false;
    bool m_sending = false;
    bool m_closing = false;
    bool m_printing = false;
    bool m_mayLose = false; // it could not be kept, and the operator leaves all the same

    FormModel* m_model = nullptr;
    DraftKeeper* m_keeper = nullptr;
    QLabel* m_loading;
    Banner* m_banner;
    ChoicePanel* m_choices = nullptr;
    SentPanel* m_sentPanel = nullptr;
    QWidget* m_reasonBox = nullptr;
    QLabel* m_reasonLabel = nullptr;
    QLineEdit* m_reason = nullptr;
    FormPaper* m_paper = nullptr;
    FormFoot* m_foot = nullptr;
    PickPopup* m_popup = nullptr;
};

} // namespace ekatra::ui
