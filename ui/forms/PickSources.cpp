#include "forms/PickSources.h"

#include "forms/RowText.h"
#include "search/TextNormalizer.h"

#include <QCoreApplication>
#include <QPointer>

#include <algorithm>

namespace ekatra::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ekatra::ui::PickSources)
};

constexpr std::size_t mostShown = 60;
constexpr int mostSections = 12;

enum class Likeness { Whole, Beginning, Word, Inside, None };

Likeness likeness(const QString& label, const QString& words)
{
    const QString folded = search::normalized(label);
    if (folded == words)
        return Likeness::Whole;
    if (folded.startsWith(words))
        return Likeness::Beginning;
    if (folded.contains(QLatin1Char(' ') + words))
        return Likeness::Word;
    return words.size() > 2 && folded.contains(words) ? Likeness::Inside : Likeness::None;
}

Likeness likeness(const schema::CodeValue& value, const QString& words)
{
    if (words.isEmpty())
        return Likeness::Beginning;
    const Likeness best = std::min(likeness(value.label.en, words), likeness(value.label.hi, words));
    return value.code.compare(words, Qt::CaseInsensitive) == 0 ? Likeness::Whole : best;
}

// `words` marked where they stand in `text`.
search::MarkedText marked(const QString& text, const QString& words)
{
    search::MarkedText out{text, {}};
    const qsizetype at = words.isEmpty() ? -1 : text.indexOf(words, 0, Qt::CaseInsensitive);
    if (at >= 0)
        out.marks.push_back({static_cast<int>(at), static_cast<int>(words.size())});
    return out;
}

class PersonSource final : public PickSource {
public:
    explicit PersonSource(FormModel& model) : m_model(model) { }

    void find(const QString& words, Take take) override
    {
        session::Reply<std::vector<session::PersonChoice>> reply(
            &m_model, [take](Result<std::vector<session::PersonChoice>> found) {
                std::vector<PickItem> items;
                for (const session::PersonChoice& person : found ? *found : std::vector<session::PersonChoice>())
                    items.push_back(
                        {person.name, person.below,
                         person.records == 1 ? Words::tr("1 record") : Words::tr("%1 records").arg(person.records),
                         QStringLiteral("person"), person.person});
                take(std::move(items));
            });
        m_model.context().forms.findPersons(words, m_model.caseOf(), reply);
    }
    QString newText(const QString& words) const override { return Words::tr("New person: “%1”").arg(words); }

private:
    FormModel& m_model;
};

class OfficerSource final : public PickSource {
public:
    explicit OfficerSource(FormModel& model) : m_model(model) { }

    void find(const QString& words, Take take) override
    {
        session::Reply<std::vector<QJsonObject>> reply(
            &m_model, [take, words, model = &m_model](Result<std::vector<QJsonObject>> found) {
                std::vector<PickItem> items;
                for (const QJsonObject& officer : found ? *found : std::vector<QJsonObject>()) {
                    const QString rank = model->text(model->context().tables.forms.codes().label(
                        QStringLiteral("RANK"), officer.value(QLatin1StringView("rank")).toString()));
                    items.push_back({marked(officer.value(QLatin1StringView("name")).toString(), words), rank,
                                     officer.value(QLatin1StringView("belt_no")).toString(), QStringLiteral("shield"),
                                     officer});
                }
                take(std::move(items));
            });
        m_model.context().forms.findOfficers(words, reply);
    }
    QString newText(const QString& words) const override { return Words::tr("New officer: “%1”").arg(words); }

private:
    FormModel& m_model;
};

// Sections by number, by their heading in either language or by sound; those of the law of the day first.
class SectionSource final : public PickSource {
public:
    explicit SectionSource(FormModel& model) : m_model(model) { }

    void find(const QString& words, Take take) override
    {
        std::vector<PickItem> items;
        const auto found = m_model.sections().find(words, m_model.session().dayOfOffence(), mostSections);
        for (const search::SectionChoice& choice : found.choices) {
            const QString name = choice.section + QChar(0x00a0) + choice.act;
            const QString heading = m_model.text({choice.headingEn, choice.headingHi});
            items.push_back(
                {marked(heading.isEmpty() ? name : name + QStringLiteral(" · ") + heading, words),
                 sectionFacts(m_model, choice.act, choice.section),
                 choice.insteadOf.isEmpty() ? QString() : Words::tr("for %1").arg(choice.insteadOf),
                 QStringLiteral("section"),
                 QJsonObject{{QStringLiteral("act"), choice.act}, {QStringLiteral("section"), choice.section}}});
        }
        take(std::move(items));
    }

private:
    FormModel& m_model;
};

} // namespace

const std::vector<schema::CodeValue>& CodeSource::values() const
{
    static const std::vector<schema::CodeValue> none;
    const schema::CodeList* list = m_context.tables.forms.codes().list(m_list);
    if (!list || !list->values.empty())
        return list ? list->values : none;
    if (m_list == u"PS" && m_stations.empty())
        for (const domain::StationName& station : m_context.tables.stations.all())
            m_stations.push_back({station.code, {station.en, station.hi}, station.district});
    return m_stations;
}

void CodeSource::find(const QString& words, Take take)
{
    const QString folded = search::normalized(words);
    const bool hindi = m_context.language.isHindi();
    std::vector<std::pair<Likeness, const schema::CodeValue*>> fits;
    for (const schema::CodeValue& value : values())
        if (const Likeness like = likeness(value, folded); like != Likeness::None)
            fits.emplace_back(like, &value);
    std::stable_sort(fits.begin(), fits.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    fits.resize(std::min(fits.size(), mostShown));
    std::vector<PickItem> items;
    for (const auto& [like, value] : fits) {
        const QString shown = value->label.in(m_context.language.code());
        const QString other = hindi ? value->label.en : value->label.hi;
        items.push_back({marked(shown, words), {}, other == shown ? QString() : other, {}, value->code});
    }
    take(std::move(items));
}

QString CodeSource::codeFor(const QString& text) const
{
    const QString folded = search::normalized(text);
    if (folded.isEmpty())
        return {};
    QString begins;
    int beginnings = 0;
    for (const schema::CodeValue& value : values()) {
        const Likeness like = likeness(value, folded);
        if (like == Likeness::Whole)
            return value.code;
        if (like == Likeness::Beginning || like == Likeness::Word) {
            begins = value.code;
            ++beginnings;
        }
    }
    return beginnings == 1 ? begins : QString();
}

QString CodeSource::label(const QString& code) const
{
    for (const schema::CodeValue& value : values())
        if (value.code == code)
            return value.label.in(m_context.language.code());
    return m_context.tables.forms.codes().label(m_list, code).in(m_context.language.code());
}

QStringList CodeSource::labels() const
{
    QStringList out;
    for (const schema::CodeValue& value : values())
        out.append(value.label.in(m_context.language.code()));
    return out;
}

// By what stands beside the field: who has a father is a person, who has a belt number an officer.
std::unique_ptr<PickSource> pickSourceFor(FormModel& model, const QString& pointer)
{
    const qsizetype cut = pointer.lastIndexOf(QLatin1Char('/'));
    const schema::Shape* row = model.session().shapeOf(pointer.left(cut));
    const QString field = pointer.mid(cut + 1);
    if (!row)
        return nullptr;
    if (field == u"name" && row->field(u"relative_name"))
        return std::make_unique<PersonSource>(model);
    if ((field == u"name" && row->field(u"rank")) || field == u"belt_no")
        return std::make_unique<OfficerSource>(model);
    if (field == u"section" && row->field(u"act"))
        return std::make_unique<SectionSource>(model);
    return nullptr;
}

} // namespace ekatra::ui
