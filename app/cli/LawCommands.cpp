// law parse, law show: what clerks write, and what the law says.
#include "cli/Command.h"

#include "cli/ExitCode.h"
#include "cli/Times.h"
#include "law/SectionParser.h"

#include <QJsonArray>

namespace ekatra::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

class LawParseCommand final : public Command {
public:
    LawParseCommand()
        : Command({.words = {u"law"_s, u"parse"_s},
                   .arguments = u"TEXT [--on DATE]"_s,
                   .least = 1,
                   .most = -1,
                   .options = {"on"}})
    {
    }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        auto on = arguments.date("on");
        if (!on)
            return on.error();
        auto tables = place.tables();
        if (!tables)
            return tables.error();
        const std::optional<QDate> offence = on->isValid() ? std::optional(*on) : std::nullopt;
        const auto sections = law::parseSections((*tables)->acts, arguments.words().join(u' '), offence);
        Console& console = place.console();
        for (const law::ParsedSection& section : sections) {
            if (!console.json()) {
                // The note says how an act was written, for those that the tables do not know.
                const bool known = !section.act.isEmpty() && section.act != "OTHER"_L1;
                console.line(harmless((section.section + u' ' + (known ? section.act : section.note)).trimmed()));
                continue;
            }
            QJsonObject object{
                {u"act"_s, section.act}, {u"section"_s, section.section}, {u"trust"_s, trustText(section.trust)}};
            if (!section.note.isEmpty())
                object.insert(u"note"_s, section.note);
            console.object(object);
        }
        return sections.empty() ? NothingFound : Done;
    }

private:
    static QString trustText(law::Trust trust)
    {
        switch (trust) {
        case law::Trust::High:
            return u"high"_s;
        case law::Trust::Middle:
            return u"middle"_s;
        case law::Trust::Low:
            return u"low"_s;
        }
        Q_UNREACHABLE();
    }
};

class LawShowCommand final : public Command {
public:
    LawShowCommand() : Command({.words = {u"law"_s, u"show"_s}, .arguments = u"ACT SECTION"_s, .least = 2, .most = 2})
    {
    }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        auto tables = place.tables();
        if (!tables)
            return tables.error();
        const law::ActTable& acts = (*tables)->acts;
        const law::Act* act = acts.act(arguments.word(0).toUpper());
        if (!act)
            act = acts.act(acts.actNamed(arguments.word(0)));
        if (!act)
            return error(ErrorKind::NotFound, "cli.law.no_act", {{u"act"_s, arguments.word(0)}});
        const QString section = arguments.word(1);
        const law::SectionEntry* const entry = acts.section(act->code, section);
        const auto classes = acts.classification(act->code, section);
        const auto others = acts.counterparts(act->code, section);
        if (!entry && classes.empty() && others.empty())
            return error(ErrorKind::NotFound, act->complete ? "cli.law.no_section" : "cli.law.section_not_listed",
                         {{u"act"_s, act->code}, {u"section"_s, section}});
        if (place.console().json())
            place.console().object(objectOf(*act, section, entry, classes, others));
        else
            print(place.console(), *act, section, entry, classes, others);
        return Done;
    }

private:
    static QJsonObject objectOf(const law::Act& act, const QString& section, const law::SectionEntry* entry,
                                const std::vector<law::Classification>& classes,
                                const std::vector<law::Counterpart>& others)
    {
        const law::Force& force = entry ? entry->force : act.force;
        QJsonArray variants;
        for (const law::Classification& row : classes)
            variants.append(QJsonObject{{u"variant"_s, row.variant},
                                        {u"offence"_s, row.offence},
                                        {u"punishment"_s, row.punishment},
                                        {u"cognizable"_s, row.cognizable},
                                        {u"cognizable_when"_s, row.cognizableWhen},
                                        {u"bailable"_s, row.bailable},
                                        {u"bailable_when"_s, row.bailableWhen},
                                        {u"court"_s, row.triableBy},
                                        {u"default_bail_days"_s, row.defaultBailDays},
                                        {u"maximum_years"_s, row.maximumYears},
                                        {u"life"_s, row.life},
                                        {u"death"_s, row.death},
                                        {u"forensic_visit"_s, row.forensicVisit}});
        QJsonArray counterparts;
        for (const law::Counterpart& other : others)
            counterparts.append(QJsonObject{{u"act"_s, other.act},
                                            {u"sections"_s, QJsonArray::fromStringList(other.sections)},
                                            {u"change"_s, other.kind}});
        return {{u"act"_s, act.code},
                {u"act_name"_s, act.nameEn},
                {u"act_name_hi"_s, act.nameHi},
                {u"section"_s, section},
                {u"heading"_s, entry ? QJsonValue(entry->headingEn) : QJsonValue()},
                {u"heading_hi"_s, entry && !entry->headingHi.isEmpty() ? QJsonValue(entry->headingHi) : QJsonValue()},
                {u"from"_s, jsonDate(force.from)},
                {u"to"_s, jsonDate(force.to)},
                {u"classification"_s, variants},
                {u"counterparts"_s, counterparts}};
    }

    static void print(Console& console, const law::Act& act, const QString& section, const law::SectionEntry* entry,
                      const std::vector<law::Classification>& classes, const std::vector<law::Counterpart>& others)
    {
        const bool hindi = console.language() == "hi"_L1;
        QString heading;
        if (entry)
            heading = hindi && !entry->headingHi.isEmpty() ? entry->headingHi : entry->headingEn;
        console.line(console.bold(harmless(section) + u' ' + act.code) + u"  "_s + heading);
        const law::Force& force = entry ? entry->force : act.force;
        QStringList elsewhere;
        for (const law::Counterpart& other : others) {
            if (!other.sections.isEmpty())
                elsewhere.append(other.sections.join(u", "_s) + u' ' + other.act + u" ("_s + other.kind + u')');
        }
        console.pairs({{"cli.label.act", (hindi ? act.nameHi : act.nameEn) + u" ("_s + act.number + u')'},
                       {"cli.label.in_force", (humanDate(force.from) + u" – "_s + humanDate(force.to)).trimmed()},
                       {"cli.label.other_law", elsewhere.join(u"; "_s)}});
        for (const law::Classification& row : classes) {
            console.line();
            console.pairs({{"cli.label.offence", row.offence},
                           {"cli.label.punishment", row.punishment},
                           {"cli.label.cognizable", withCondition(console, row.cognizable, row.cognizableWhen)},
                           {"cli.label.bailable", withCondition(console, row.bailable, row.bailableWhen)},
                           {"cli.label.court", row.triableBy},
                           {"cli.label.default_bail",
                            row.defaultBailDays > 0 ? QString::number(row.defaultBailDays) : QString()}});
        }
    }

    static QString withCondition(const Console& console, const QString& letter, const QString& when)
    {
        const QString answer = letter == "Y"_L1 ? console.text("cli.yes")
            : letter == "N"_L1                  ? console.text("cli.no")
                                                : letter;
        return when.isEmpty() ? answer : answer + u": "_s + when;
    }
};

} // namespace

void addLawCommands(CommandList& list)
{
    list.push_back(std::make_unique<LawParseCommand>());
    list.push_back(std::make_unique<LawShowCommand>());
}

} // namespace ekatra::cli
