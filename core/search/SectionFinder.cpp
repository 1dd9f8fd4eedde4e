#include "search/SectionFinder.h"

#include "search/TextNormalizer.h"

#include <QRegularExpression>

#include <algorithm>

namespace ekatra::search {

namespace {

constexpr qsizetype shortestHeard = 4; // letters of a Latin word before its sound is looked for in Hindi headings

// "13-a" -> "13A", "३०३ (2" -> "303(2"; empty when it is no number.
QString numberIn(const QString& typed)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{1,3})-?([A-Za-z]{0,2})((?:\\(\\w*\\)?)*)$"));
    QString text = typed;
    text.remove(QLatin1Char(' '));
    for (QChar& c : text)
        if (c.unicode() >= 0x0966 && c.unicode() <= 0x096f)
            c = QChar(static_cast<char16_t>(u'0' + (c.unicode() - 0x0966)));
    const auto match = shape.match(text);
    return match.hasMatch() ? match.captured(1) + match.captured(2).toUpper() + match.captured(3) : QString();
}

int leadingNumber(const QString& section)
{
    int number = 0;
    for (qsizetype i = 0; i < section.size() && section.at(i).isDigit(); ++i)
        number = 10 * number + section.at(i).digitValue();
    return number;
}

// Whether `section` is `number` or a part of it: "303(2)" of "303" and of "303(2", not "3031" or "303A".
bool isPartOf(const QString& section, const QString& number)
{
    const bool isOpen = number.count(u'(') > number.count(u')');
    return section.startsWith(number, Qt::CaseInsensitive)
        && (isOpen || section.size() == number.size() || section.at(number.size()) == u'(');
}

} // namespace

SectionFinder::SectionFinder(const law::ActTable& acts, std::shared_ptr<const NameTables> names)
    : m_acts(acts), m_keys(std::move(names))
{
}

QString SectionFinder::wordsOf(const QString& heading) const
{
    const QString words = normalized(heading);
    return words.isEmpty() ? QString() : QLatin1Char(' ') + words;
}

QByteArray SectionFinder::soundsOf(const QString& heading)
{
    QByteArray sounds;
    for (const QString& word : normalized(heading).split(QLatin1Char(' '), Qt::SkipEmptyParts))
        for (const Key& key : m_keys.entry(view(word)).keys)
            sounds += ' ' + key;
    return sounds;
}

// Sections of the acts, and the sub-sections that the Schedule punishes under the words of the Schedule.
void SectionFinder::readOnce()
{
    if (!m_entries.empty())
        return;
    std::map<std::pair<QString, QString>, const law::Classification*> punished;
    for (const law::Classification& row : m_acts.schedule())
        punished.try_emplace({row.act, row.section}, &row);
    const auto add = [&](Entry entry) {
        entry.words = wordsOf(entry.headingEn) + wordsOf(entry.headingHi);
        entry.sounds = soundsOf(entry.headingHi);
        m_entries.push_back(std::move(entry));
    };
    for (const law::SectionEntry& section : m_acts.allSections()) {
        const bool isPunished = punished.erase({section.act, section.section}) > 0;
        add({section.act, section.section, section.headingEn, section.headingHi, {}, {}, section.common, isPunished});
    }
    for (const auto& [place, row] : punished) {
        const law::SectionEntry* base = m_acts.section(row->act, row->section);
        if (base && m_acts.act(row->act))
            add({row->act, row->section, row->offence, base->headingHi, {}, {}, base->common, true});
    }
    // Parts of a section stand behind it. The order of the acts is that of their table.
    std::stable_sort(m_entries.begin(), m_entries.end(), [&](const Entry& a, const Entry& b) {
        const law::Act* const first = m_acts.act(a.act);
        const law::Act* const second = m_acts.act(b.act);
        return first != second ? first < second : leadingNumber(a.section) < leadingNumber(b.section);
    });
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        m_index.emplace(std::pair(m_entries[i].act, m_entries[i].section), i);
}

bool SectionFinder::isInForce(const Entry& entry, QDate day) const
{
    return m_acts.inForce(entry.act, entry.section, day, day);
}

SectionAnswer SectionFinder::find(const QString& typed, std::optional<QDate> offence, int limit)
{
    readOnce();
    const QString text = typed.trimmed();
    const QString penal = m_acts.penalLaw(offence);
    // Without a day, the law of today.
    const QDate day = offence.value_or(QDate());
    SectionAnswer answer;
    std::vector<Ranked> found;
    if (text.isEmpty()) {
        found = usual(penal);
    } else if (const QString number = numberIn(text); !number.isEmpty()) {
        found = byNumber(number, {}, day, penal);
    } else {
        auto written = law::parseSections(m_acts, text, offence);
        const bool isSure = written.size() > 1
            || (written.size() == 1 && written.front().trust != law::Trust::Low && written.front().act != u"OTHER");
        if (isSure && written.size() == 1)
            found = byNumber(written.front().section, written.front().act, day, penal);
        if (isSure)
            answer.written = std::move(written);
        if (found.empty() && answer.written.size() < 2) {
            QString act;
            QStringList words;
            for (const QString& word : normalized(text).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
                const QString named = act.isEmpty() ? m_acts.actNamed(word, day) : QString();
                if (named.isEmpty())
                    words.append(word);
                else
                    act = named;
            }
            found = byWords(words, act, day, penal);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; });
    for (const Ranked& one : found) {
        if (static_cast<int>(answer.choices.size()) == limit)
            break;
        answer.choices.push_back({one.entry->act, one.entry->section, one.entry->headingEn, one.entry->headingHi,
                                  one.insteadOf, isInForce(*one.entry, day)});
    }
    return answer;
}

std::vector<SectionFinder::Ranked> SectionFinder::usual(const QString& penal) const
{
    std::vector<Ranked> found;
    for (const Entry& entry : m_entries)
        if (entry.act == penal && entry.common && entry.punished)
            found.push_back({&entry, 0, {}});
    return found;
}

std::vector<SectionFinder::Ranked> SectionFinder::byNumber(const QString& number, const QString& act, QDate day,
                                                           const QString& penal)
{
    std::vector<Ranked> found;
    for (const Entry& entry : m_entries) {
        if ((!act.isEmpty() && entry.act != act) || !entry.section.startsWith(number, Qt::CaseInsensitive))
            continue;
        const bool isThis = isPartOf(entry.section, number);
        int rank = 0;
        if (entry.act == penal || entry.act == act)
            rank = isThis ? 0 : 40;
        else
            rank = (isThis ? 20 : 60) + (entry.common ? 0 : 10);
        rank += entry.punished ? 0 : entry.common ? 1 : 2;
        if (act.isEmpty() && !isInForce(entry, day))
            rank += 100;
        found.push_back({&entry, rank, {}});
    }
    if (act.isEmpty() && !number.contains(u'('))
        addCounterparts(number, penal, found);
    return found;
}

// Many know a section by its number in the other law.
void SectionFinder::addCounterparts(const QString& number, const QString& penal, std::vector<Ranked>& found) const
{
    const QString other = m_acts.otherPenalLaw(penal);
    for (const law::Counterpart& part : m_acts.counterparts(other, number)) {
        if (part.act != penal)
            continue;
        for (const QString& section : part.sections) {
            const auto known = m_index.find({part.act, section});
            if (known != m_index.end())
                found.push_back({&m_entries[known->second], 10, number + QLatin1Char(' ') + other});
        }
    }
}

std::vector<SectionFinder::Ranked> SectionFinder::byWords(const QStringList& words, const QString& act, QDate day,
                                                          const QString& penal)
{
    std::vector<Ranked> found;
    if (words.isEmpty() && act.isEmpty())
        return found;
    std::vector<std::vector<Key>> keys;
    for (const QString& word : words)
        keys.push_back(isDevanagari(view(word)) || word.size() < shortestHeard ? std::vector<Key>()
                                                                               : m_keys.keys(word));
    for (const Entry& entry : m_entries) {
        if (!act.isEmpty() && entry.act != act)
            continue;
        bool heard = false;
        bool fits = true;
        for (qsizetype i = 0; i < words.size() && fits; ++i) {
            if (entry.words.contains(QLatin1Char(' ') + words[i]))
                continue;
            const auto& sounds = keys[static_cast<std::size_t>(i)];
            fits = std::any_of(sounds.begin(), sounds.end(),
                               [&](const Key& key) { return (entry.sounds + ' ').contains(' ' + key + ' '); });
            heard = true;
        }
        if (!fits)
            continue;
        int rank = entry.act == penal || entry.act == act ? 0 : 20;
        rank += (entry.common ? 0 : 10) + (entry.punished ? 0 : 5) + (heard ? 30 : 0);
        const QString wanted = words.join(QLatin1Char(' '));
        if (normalized(entry.headingEn) == wanted || normalized(entry.headingHi) == wanted)
            rank -= 4; // that and nothing more
        else if (!words.isEmpty() && !entry.words.startsWith(QLatin1Char(' ') + words.front()))
            rank += 2;
        if (act.isEmpty() && !isInForce(entry, day))
            rank += 100;
        found.push_back({&entry, rank, {}});
    }
    return found;
}

Note SectionFinder::applicable(std::optional<QDate> offence) const
{
    const QString date = QStringLiteral("dd.MM.yyyy");
    const QString penal = m_acts.penalLaw(offence);
    const QDate changed = m_acts.penalLawChanged();
    Note note{QStringLiteral("law.applies_unknown"),
              {{QStringLiteral("act"), penal},
               {QStringLiteral("other"), m_acts.otherPenalLaw(penal)},
               {QStringLiteral("changed"), changed.toString(date)}}};
    if (!offence)
        return note;
    note.code = *offence < changed ? QStringLiteral("law.applies_former") : QStringLiteral("law.applies_present");
    note.context.insert(QStringLiteral("date"), offence->toString(date));
    return note;
}

} // namespace ekatra::search
