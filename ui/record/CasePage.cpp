#include "record/CasePage.h"

#include "models/CaseStory.h"
#include "models/Format.h"
#include "record/CaseSide.h"
#include "record/RecordHeader.h"
#include "record/TimeLine.h"
#include "theme/FocusRing.h"
#include "widgets/Banner.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace ekatra::ui {

CasePage::CasePage(const Context& context, domain::RecordRow row, QWidget* parent)
    : Page(parent), m_context(context), m_row(row)
{
    setObjectName(QStringLiteral("casePage"));
    setProperty("look", QStringLiteral("page"));
    setProperty(noRingProperty, true);
    build();
    connect(&m_context.forms, &session::FormDesk::changed, this, &CasePage::askWhenSeen);
    connect(&m_context.sync, &session::SyncDesk::finished, this, &CasePage::askWhenSeen);
    ask();
}

void CasePage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new RecordHeader(m_context, this);
    column->addWidget(m_header);
    m_banner = new Banner(m_context.theme, "caseBanner", this);
    column->addWidget(m_banner);
    connect(m_banner, &Banner::acted, this, &CasePage::ask);
    auto* halves = new QHBoxLayout;
    halves->setSpacing(0);
    m_story = new TimeLine(m_context, this);
    halves->addWidget(m_story, 1);
    QFrame* side = makeFrame(this, "side");
    side->setFixedWidth(size::caseSide);
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(stroke::hairline, 0, 0, 0);
    m_side = new CaseSide(m_context, side);
    sideColumn->addWidget(m_side);
    halves->addWidget(side);
    column->addLayout(halves, 1);
    m_foot = new ActionBar(m_context, this);
    column->addWidget(m_foot);

    const auto openRecord = [this](qint64 row) { Q_EMIT placeWanted({Place::Room::Record, row}); };
    connect(m_story, &TimeLine::openWanted, this, openRecord);
    connect(m_side, &CaseSide::recordWanted, this, openRecord);
    connect(m_side, &CaseSide::caseWanted, this, [this](qint64 row) { Q_EMIT placeWanted({Place::Room::Case, row}); });
}

void CasePage::ask()
{
    m_old = false;
    m_context.desk.readCase(m_row, {this, [this, asked = ++m_asked](const Result<session::Desk::Case>& answer) {
                                        if (asked == m_asked)
                                            take(answer);
                                    }});
}

void CasePage::askWhenSeen()
{
    m_old = true;
    if (isVisible())
        ask();
}

void CasePage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    if (m_old)
        ask();
}

void CasePage::take(const Result<session::Desk::Case>& answer)
{
    m_failure.reset();
    m_banner->hide();
    if (answer)
        m_case = *answer;
    else
        m_failure = answer.error();
    fill();
    Q_EMIT titleChanged();
}

QString CasePage::title() const
{
    return m_case ? recordName(m_case->head().record, m_context.tables, m_context.language.code()) : QString();
}

QString CasePage::icon() const
{
    return kindIcon(m_context.tables.kinds, m_case ? m_case->head().record.kind : QString());
}

void CasePage::takeFocus()
{
    QWidget* last = focusWidget();
    (last && last != this ? last : &m_story->list())->setFocus(Qt::OtherFocusReason);
}

void CasePage::changeEvent(QEvent* event)
{
    Page::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    fill();
    Q_EMIT titleChanged();
}

void CasePage::fill()
{
    const QString& language = m_context.language.code();
    setAccessibleName(tr("Case"));
    if (m_failure)
        m_banner->tell(m_context.messages.text(*m_failure, language), tr("Retry"));
    if (!m_case) {
        m_story->show({});
        return;
    }
    m_header->show(m_case->head().record, m_case->head().extract);
    m_story->show(storyOf(*m_case, m_context.tables, language));
    m_side->show(m_case);
    fillFoot();
}

void CasePage::fillFoot()
{
    const records::CaseRecord& head = m_case->head();
    const domain::Kind* kind = m_context.tables.kinds.find(head.record.kind);
    QStringList lacks;
    for (const records::CaseLack& lack : m_case->lacks)
        lacks.append(lackText(*m_case, lack, m_context.tables, m_context.language.code()));
    if (head.isDraft())
        m_foot->setNote(tr("Not submitted yet"), {});
    else if (!lacks.isEmpty())
        m_foot->setNote(tr("Still lacking: %1").arg(lacks.size()), lacks.join(QStringLiteral(" · ")));
    else if (kind && kind->caseRules.isOpen(head.extract.status))
        m_foot->setNote(tr("Nothing is lacking"), {});
    else
        m_foot->setNote({}, {});
    m_foot->setActs(acts());
}

// A new paper of `kind`, or the one that was begun and not submitted; nothing where there is no form for it.
std::optional<Act> CasePage::actFor(const QString& kind, const records::CaseLack* lack)
{
    if (!m_context.tables.forms.find(kind))
        return std::nullopt;
    const QString name = kindText(m_context.tables.kinds, kind, m_context.language.code());
    for (const records::CaseRecord& member : m_case->records) {
        if (member.record.kind == kind && member.isDraft())
            return Act{QStringLiteral("act_") + kind, tr("Go on: %1").arg(name), [this, uid = member.record.uid] {
                           Q_EMIT formWanted({{}, uid, {}, -1});
                       }};
    }
    // Where only one person is left the form need not ask which.
    const int row = lack && lack->persons.size() == 1 ? m_case->persons[lack->persons.front()].row : -1;
    return Act{QStringLiteral("act_") + kind, name, [this, kind, row, uid = m_case->head().record.uid] {
                   Q_EMIT formWanted({kind, {}, uid, row});
               }};
}

std::vector<Act> CasePage::acts()
{
    const domain::Record& head = m_case->head().record;
    const QString name = kindText(m_context.tables.kinds, head.kind, m_context.language.code());
    const Act print{QStringLiteral("act_print"), tr("Print %1").arg(name),
                    [this, uid = head.uid] { Q_EMIT paperWanted(uid); }};
    std::vector<Act> acts;
    if (m_case->head().isDraft()) {
        acts.push_back({QStringLiteral("act_edit"), tr("Go on: %1").arg(name), [this, uid = head.uid] {
                            Q_EMIT formWanted({{}, uid, {}, -1});
                        }});
        acts.push_back(print);
        return acts;
    }
    const domain::Kind* kind = m_context.tables.kinds.find(head.kind);
    QStringList done;
    std::vector<Act> later;
    for (std::size_t need = 0; kind && need < kind->caseRules.needs.size(); ++need) {
        const QString& wanted = kind->caseRules.needs[need].kind;
        const auto lack = std::find_if(m_case->lacks.begin(), m_case->lacks.end(),
                                       [need](const records::CaseLack& one) { return one.need == need; });
        const bool lacking = lack != m_case->lacks.end();
        if (wanted.isEmpty() || done.contains(wanted))
            continue;
        if (auto act = actFor(wanted, lacking ? &*lack : nullptr)) {
            done.append(wanted);
            (lacking ? acts : later).push_back(std::move(*act));
        }
    }
    const bool nothingUrgent = acts.empty();
    if (nothingUrgent)
        acts.push_back(print);
    acts.insert(acts.end(), later.begin(), later.end());
    if (!nothingUrgent)
        acts.push_back(print);
    return acts;
}

} // namespace ekatra::ui
