#include "record/VersionList.h"

#include "models/Changes.h"
#include "models/Format.h"
#include "record/FieldRow.h"
#include "widgets/Labels.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ekatra::ui {

VersionList::VersionList(const Context& context, QWidget* parent) : QScrollArea(parent), m_context(context)
{
    setObjectName(QStringLiteral("versionList"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
}

void VersionList::show(const session::Desk::Details& details, const std::vector<records::Revision>& revisions)
{
    m_details = details;
    m_revisions = revisions;
    m_rows = 0;
    const int scrolled = verticalScrollBar()->value();
    const FieldWords words(details->record.kind, m_context.tables, m_context.language.code());
    QFrame* content = makeFrame(nullptr, "page");
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(space::l, space::s, space::l, space::xl);
    column->setSpacing(0);
    for (std::size_t at = m_revisions.size() + 1; at-- > 0;)
        addVersion(*column, content, words, at);
    column->addStretch(1);
    setWidget(content);
    setAccessibleName(tr("Versions"));
    verticalScrollBar()->setValue(scrolled);
}

QString VersionList::madeBy(const QString& author) const
{
    for (const records::Mention& mention : m_details->mentions) {
        if (mention.sourceId == author)
            return sourceText(author);
    }
    return author;
}

// Version `at` counted from 0; the last one is the record as it stands.
void VersionList::addVersion(QVBoxLayout& column, QWidget* parent, const FieldWords& words, std::size_t at)
{
    const records::Revision* before = at > 0 ? &m_revisions[at - 1] : nullptr;
    const QJsonObject& payload = at < m_revisions.size() ? m_revisions[at].payload : m_details->record.payload;
    const int number = at < m_revisions.size() ? m_revisions[at].version : m_details->record.version;
    column.addSpacing(space::m);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::m);
    QLabel* title = makeLabel(parent, TextSize::Base, "", true);
    title->setText(at == m_revisions.size() ? tr("Version %1, as it stands").arg(number)
                                            : tr("Version %1").arg(number));
    title->setMinimumHeight(lineHeight(TextSize::Base, true));
    head->addWidget(title);
    QStringList told;
    if (before)
        told = {momentText(before->at), madeBy(before->author), before->reason};
    else if (!m_details->mentions.empty())
        told = {momentText(m_details->mentions.front().firstSeen), madeBy(m_details->mentions.front().sourceId)};
    told.removeAll(QString());
    ElidedLabel* when = makeElided(parent, TextSize::Small, "quiet");
    when->setObjectName(QStringLiteral("version%1").arg(number));
    when->setFullText(told.join(QStringLiteral(" · ")));
    head->addWidget(when, 1);
    column.addLayout(head);
    column.addWidget(makeRule(parent));
    const auto add = [&](const QString& label, const QString& value) {
        column.addWidget(new FieldRow(m_context.theme, {label, value, {}}, QStringLiteral("change%1").arg(++m_rows),
                                      told.join(QStringLiteral(", ")), parent));
    };
    if (!before) {
        add(tr("Begun"), m_details->mentions.empty() ? tr("Entered here") : tr("As first received"));
        return;
    }
    const QString none = QStringLiteral("—");
    const auto changes = changesBetween(before->payload, payload, words);
    for (const FieldChange& change : changes)
        add(change.label,
            QStringLiteral("%1 → %2").arg(change.before.isEmpty() ? none : change.before,
                                          change.after.isEmpty() ? none : change.after));
    if (changes.empty())
        add(tr("Content"), tr("Nothing changed in it"));
}

} // namespace ekatra::ui
