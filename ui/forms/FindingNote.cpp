#include "forms/FindingNote.h"

#include "forms/FieldLine.h"
#include "forms/Mend.h"
#include "widgets/Labels.h"

namespace ekatra::ui {

FindingNote::FindingNote(FormModel& model, QWidget* parent) : QWidget(parent), m_model(model)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::xs);
    m_icon = new IconLabel(model.context().theme, QStringLiteral("error"), Colour::Bad, size::iconSmall, this);
    m_icon->standInLine(TextSize::Small);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    m_text = makeParagraph(this, TextSize::Small, "bad");
    row->addWidget(m_text, 1);
    column->addLayout(row);
    m_mend = makeButton(this, "link", "mend");
    m_mend->hide();
    column->addWidget(m_mend, 0, Qt::AlignLeft);
    connect(m_mend, &QPushButton::clicked, this, [this] {
        const QString pointer = m_finding.pointer;
        FormModel& model = m_model;
        if (const auto mend = mendFor(model, m_finding))
            mend->apply(model);
        model.wantFocus(pointer);
    });
    auto* reason = new FieldLine(model.context().theme, QStringLiteral("reason"), this);
    m_reason = reason;
    m_reason->hide();
    column->addWidget(m_reason);
    connect(m_reason, &QLineEdit::textEdited, this,
            [this](const QString& text) { m_model.setReason(m_finding, text.trimmed()); });
    connect(reason, &FieldLine::movedOn, this, [this] { m_model.moveOn(m_reason); });
}

void FindingNote::tell(const forms::Finding& finding)
{
    m_finding = finding;
    const bool error = finding.severity == schema::Severity::Error;
    m_icon->show(error ? QStringLiteral("error") : QStringLiteral("warning"), error ? Colour::Bad : Colour::Warn);
    restyle(m_text, "tone", error ? QStringLiteral("bad") : QStringLiteral("warn"));
    QString text = m_model.text(finding.text);
    if (!finding.hint.isEmpty())
        text += QLatin1Char(' ') + m_model.text(finding.hint);
    if (!finding.law.isEmpty())
        text += QStringLiteral(" (%1)").arg(m_model.text(finding.law));
    m_text->setText(text);
    const auto mend = mendFor(m_model, finding);
    m_mend->setText(mend ? mend->text : QString());
    m_mend->setAccessibleName(m_mend->text());
    m_mend->setVisible(mend.has_value());
    const bool asks = !error && m_model.session().keepsReasons();
    m_reason->setVisible(asks);
    m_reason->setReadOnly(m_model.isReadOnly());
    m_reason->setPlaceholderText(tr("if it stays so: why"));
    m_reason->setAccessibleName(tr("Why it stays so: %1").arg(m_model.text(finding.label)));
    if (!m_reason->hasFocus())
        m_reason->setText(m_model.session().reason(finding));
}

} // namespace ekatra::ui
