#include "domain/Summary.h"

#include <algorithm>

namespace ekatra::domain {

namespace {

constexpr std::size_t mostPersons = 2;

int importance(const QString& role)
{
    static const QStringList order{QStringLiteral("ARRESTED"), QStringLiteral("ACCUSED"), QStringLiteral("SUSPECT"),
                                   QStringLiteral("VICTIM"), QStringLiteral("INFORMANT")};
    const qsizetype at = order.indexOf(role);
    return static_cast<int>(at < 0 ? order.size() : at);
}

} // namespace

QString personText(const PersonMention& person, const QString& language)
{
    if (person.relativeName.isEmpty())
        return person.name;
    const bool woman = person.sex == QLatin1String("F");
    const QString joint = language == QLatin1String("hi")
        ? (woman ? QStringLiteral(" पुत्री/पत्नी ") : QStringLiteral(" पुत्र "))
        : (woman ? QStringLiteral(" d/o, w/o ") : QStringLiteral(" s/o "));
    return person.name + joint + person.relativeName;
}

QString sectionsText(const std::vector<SectionMention>& sections)
{
    QStringList groups;
    for (std::size_t i = 0; i < sections.size();) {
        QStringList numbers;
        const QString act = sections[i].act;
        for (; i < sections.size() && sections[i].act == act; ++i)
            numbers.append(sections[i].section);
        groups.append(numbers.join(QStringLiteral(", ")) + QLatin1Char(' ') + act);
    }
    return groups.join(QStringLiteral("; "));
}

QString personsText(const Extract& extract, const QString& language)
{
    std::vector<const PersonMention*> persons;
    for (const auto& person : extract.persons)
        persons.push_back(&person);
    std::stable_sort(persons.begin(), persons.end(), [](const PersonMention* a, const PersonMention* b) {
        return importance(a->role) < importance(b->role);
    });
    QStringList names;
    for (const PersonMention* person : persons) {
        if (names.size() == mostPersons || (!names.isEmpty() && person->role != persons.front()->role))
            break;
        names.append(personText(*person, language));
    }
    return names.join(QStringLiteral(", "));
}

QString lawText(const Extract& extract, const QString& language)
{
    if (extract.sections.empty())
        return {};
    return (language == QLatin1String("hi") ? QStringLiteral("धारा ") : QStringLiteral("u/s "))
        + sectionsText(extract.sections);
}

QString summaryOf(const Extract& extract, const QString& language)
{
    QStringList parts{personsText(extract, language), lawText(extract, language)};
    parts.removeAll(QString());
    if (parts.isEmpty() && !extract.texts.isEmpty())
        parts.append(extract.texts.first().left(120));
    return parts.join(QStringLiteral(" · "));
}

} // namespace ekatra::domain
