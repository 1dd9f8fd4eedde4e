#include "law/ActTable.h"

#include "law/CsvRows.h"

#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace ekatra::law {

namespace {

// "2024-07-01", or a year where the day is not known.
QDate day(const QString& text, bool end)
{
    if (text.size() == 4)
        return end ? QDate(text.toInt(), 12, 31) : QDate(text.toInt(), 1, 1);
    return QDate::fromString(text, Qt::ISODate);
}

const QString presentPenalLaw = QStringLiteral("BNS");
const QString formerPenalLaw = QStringLiteral("IPC");

QString sectionKey(const QString& act, const QString& section)
{
    return act + QLatin1Char(':') + section;
}

// Section without its last bracket; empty when it has none.
QString oneLevelUp(const QString& section)
{
    const qsizetype open = section.lastIndexOf(QLatin1Char('('));
    return open < 0 ? QString() : section.first(open);
}

// 2 of "303(2)", 1 of "25(1B)(a)"; 0 when the first bracket is no number.
int subsectionNumber(const QString& section)
{
    static const QRegularExpression first(QStringLiteral("^\\d+[A-Z]*\\((\\d+)[A-Z]*\\)"));
    return first.match(section).captured(1).toInt();
}

// Levenshtein, given up once it must exceed `most`.
qsizetype editDistance(const QString& a, const QString& b, qsizetype most)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), qsizetype{0});
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0];
        qsizetype least = row[0] = i + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j) + 1;
            const qsizetype changed = diagonal + (a.at(i) == b.at(j) ? 0 : 1);
            diagonal = row[at];
            row[at] = std::min({changed, row[at] + 1, row[at - 1] + 1});
            least = std::min(least, row[at]);
        }
        if (least > most)
            return most + 1;
    }
    return row.back();
}

} // namespace

QString baseSection(const QString& section)
{
    const qsizetype open = section.indexOf(QLatin1Char('('));
    return open < 0 ? section : section.first(open);
}

bool Force::touches(QDate first, QDate last) const
{
    if (from.isValid() && last.isValid() && last < from)
        return false;
    return !(to.isValid() && first.isValid() && first > to);
}

Result<ActTable> ActTable::load()
{
    ActTable table;
    if (auto done = table.readActs(); !done)
        return done.error();
    if (auto done = table.readAliases(); !done)
        return done.error();
    if (auto done = table.readWords(); !done)
        return done.error();
    if (auto done = table.readSections(); !done)
        return done.error();
    if (auto done = table.readSchedule(); !done)
        return done.error();
    if (auto done = table.readHeads(); !done)
        return done.error();
    for (const char* file : {"acts/mapping_ipc_bns.csv", "acts/mapping_crpc_bnss.csv", "acts/mapping_iea_bsa.csv"})
        if (auto done = table.readMapping(QLatin1StringView(file)); !done)
            return done.error();
    return table;
}

Result<void> ActTable::readActs()
{
    static const QRegularExpression number(QStringLiteral("(\\d+) of (\\d{4})$"));
    const auto rows = CsvRows::read(QStringLiteral("acts/acts.csv"));
    if (!rows)
        return rows.error();
    for (std::size_t i = 0; i < rows->size(); ++i) {
        Act act{rows->cell(i, "act_code"),
                rows->cell(i, "name_en"),
                rows->cell(i, "name_hi"),
                rows->cell(i, "number"),
                {day(rows->cell(i, "from"), false), day(rows->cell(i, "to"), true)}};
        act.complete = rows->cell(i, "complete") == u"Y";
        act.wholeSchedule = rows->cell(i, "schedule") == u"Y";
        if (const auto match = number.match(act.number); match.hasMatch()) {
            act.serial = match.captured(1).toInt();
            act.year = match.captured(2).toInt();
        }
        if (const auto match = number.match(rows->cell(i, "amended_by")); match.hasMatch()) {
            act.amendingSerial = match.captured(1).toInt();
            act.amendingYear = match.captured(2).toInt();
        }
        act.ofState =
            act.number.startsWith(QLatin1StringView("Punjab")) || act.number.startsWith(QLatin1StringView("Haryana"));
        m_actIndex.insert(act.code, m_acts.size());
        for (const QString& name : {act.code, act.nameEn, act.nameHi})
            m_names[foldedName(name)].append(act.code);
        m_acts.push_back(std::move(act));
    }
    return {};
}

Result<void> ActTable::readAliases()
{
    const auto rows = CsvRows::read(QStringLiteral("acts/act_names.csv"));
    if (!rows)
        return rows.error();
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const QString code = rows->cell(i, "act_code");
        if (!m_actIndex.contains(code))
            return error(ErrorKind::BadInput, "law.bad_table",
                         {{QStringLiteral("file"), QStringLiteral("acts/act_names.csv")},
                          {QStringLiteral("row"), QString::number(i + 2)}});
        QStringList& codes = m_names[foldedName(rows->cell(i, "name"))];
        if (!codes.contains(code))
            codes.append(code);
    }
    return {};
}

Result<void> ActTable::readWords()
{
    static const QHash<QString, WordMeaning> meanings{
        {QStringLiteral("noise"), WordMeaning::Noise},
        {QStringLiteral("section"), WordMeaning::Section},
        {QStringLiteral("and"), WordMeaning::And},
        {QStringLiteral("added"), WordMeaning::Added},
        {QStringLiteral("deleted_next"), WordMeaning::DeletedNext},
        {QStringLiteral("deleted_before"), WordMeaning::DeletedBefore},
        {QStringLiteral("instead"), WordMeaning::Instead},
        {QStringLiteral("range"), WordMeaning::Range},
        {QStringLiteral("other_state"), WordMeaning::OtherState},
    };
    const QString file = QStringLiteral("acts/section_words.csv");
    const auto rows = CsvRows::read(file);
    if (!rows)
        return rows.error();
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const QString word = rows->cell(i, "word").normalized(QString::NormalizationForm_KC).toLower();
        const auto meaning = meanings.constFind(rows->cell(i, "meaning"));
        if (word.isEmpty() || meaning == meanings.cend())
            return error(ErrorKind::BadInput, "law.bad_table",
                         {{QStringLiteral("file"), file}, {QStringLiteral("row"), QString::number(i + 2)}});
        m_words[word.front()].push_back({word, *meaning});
    }
    for (auto& words : m_words)
        std::stable_sort(words.begin(), words.end(),
                         [](const Word& a, const Word& b) { return a.text.size() > b.text.size(); });
    return {};
}

Result<void> ActTable::readSections()
{
    const auto rows = CsvRows::read(QStringLiteral("acts/sections.csv"));
    if (!rows)
        return rows.error();
    m_sections.reserve(rows->size());
    for (std::size_t i = 0; i < rows->size(); ++i) {
        SectionEntry entry{rows->cell(i, "act_code"),
                           rows->cell(i, "section"),
                           rows->cell(i, "heading_en"),
                           rows->cell(i, "heading_hi"),
                           {day(rows->cell(i, "from"), false), day(rows->cell(i, "to"), true)},
                           rows->cell(i, "main") == u"Y"};
        m_sectionIndex.insert(sectionKey(entry.act, entry.section), m_sections.size());
        m_sections.push_back(std::move(entry));
    }
    return {};
}

Result<void> ActTable::readSchedule()
{
    const auto rows = CsvRows::read(QStringLiteral("acts/first_schedule.csv"));
    if (!rows)
        return rows.error();
    for (std::size_t i = 0; i < rows->size(); ++i) {
        Classification entry{rows->cell(i, "act_code"),        rows->cell(i, "section"),
                             rows->cell(i, "variant"),         rows->cell(i, "offence"),
                             rows->cell(i, "punishment"),      rows->cell(i, "cognizable"),
                             rows->cell(i, "cognizable_when"), rows->cell(i, "bailable"),
                             rows->cell(i, "bailable_when"),   rows->cell(i, "triable_by")};
        entry.defaultBailDays = rows->cell(i, "default_bail_days").toInt();
        entry.maximumYears = rows->cell(i, "max_years").toInt();
        entry.life = rows->cell(i, "life") == u"Y";
        entry.death = rows->cell(i, "death") == u"Y";
        entry.forensicVisit = rows->cell(i, "forensic_visit") == u"Y";
        m_scheduleIndex.insert(sectionKey(entry.act, entry.section), m_schedule.size());
        noteSubsection(entry.act, entry.section);
        m_schedule.push_back(std::move(entry));
    }
    return {};
}

Result<void> ActTable::readMapping(const QString& file)
{
    const auto rows = CsvRows::read(file);
    if (!rows)
        return rows.error();
    const auto add = [this](const QString& act, const QString& section, const Counterpart& other) {
        m_counterparts.insert(sectionKey(act, section), other);
        if (const QString base = baseSection(section); base != section)
            m_below.insert(sectionKey(act, base), section);
        noteSubsection(act, section);
    };
    const auto listed = [](const QString& cell) {
        QStringList out = cell.split(QLatin1Char(';'), Qt::SkipEmptyParts);
        for (QString& section : out)
            section = section.trimmed();
        return out;
    };
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const QString kind = rows->cell(i, "kind");
        const QString oldAct = rows->cell(i, "old_act");
        const QString newAct = rows->cell(i, "new_act");
        const QStringList before = listed(rows->cell(i, "old"));
        const QStringList after = listed(rows->cell(i, "new"));
        for (const QString& section : before)
            add(oldAct, section, {newAct, after, kind});
        for (const QString& section : after)
            add(newAct, section, {oldAct, before, kind});
    }
    return {};
}

Result<void> ActTable::readHeads()
{
    static const QRegularExpression range(QStringLiteral("^(\\d+)-(\\d+)$"));
    const QString file = QStringLiteral("acts/crime_heads.csv");
    const auto rows = CsvRows::read(file);
    if (!rows)
        return rows.error();
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const QString act = rows->cell(i, "act");
        HeadEntry entry{rows->cell(i, "head"), {}, {}};
        if (entry.head.isEmpty() || !m_actIndex.contains(act))
            return error(ErrorKind::BadInput, "law.bad_table",
                         {{QStringLiteral("file"), file}, {QStringLiteral("row"), QString::number(i + 2)}});
        for (const QString& cell : rows->cell(i, "sections").split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
            if (const auto match = range.match(cell); match.hasMatch())
                entry.ranges.emplace_back(match.captured(1).toInt(), match.captured(2).toInt());
            else
                entry.sections.append(cell);
        }
        m_heads[act].push_back(std::move(entry));
    }
    return {};
}

void ActTable::noteSubsection(const QString& act, const QString& section)
{
    if (const int number = subsectionNumber(section)) {
        int& last = m_lastSubsection[sectionKey(act, baseSection(section))];
        last = std::max(last, number);
    }
}

const Act* ActTable::act(const QString& code) const
{
    const auto found = m_actIndex.constFind(code);
    return found == m_actIndex.cend() ? nullptr : &m_acts[*found];
}

QString ActTable::foldedName(QStringView name)
{
    static const QRegularExpression noise(
        QStringLiteral("(\\b(18|19|20)\\d{2}\\b)|\\b(the|indian|act|acts|of|and)\\b|[^\\p{L}\\p{M}\\d]"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression hindi(QStringLiteral("(अधिनियम|अधि|एक्ट|ऐक्ट)$"));
    // Nukta and the two nasal marks are written or left out at will.
    static const QRegularExpression marks(QStringLiteral("[\u093c\u0902\u0901\u200c\u200d]"));
    QString text = name.toString().normalized(QString::NormalizationForm_KD).toLower();
    text.remove(noise);
    text.remove(marks);
    text.remove(hindi);
    return text;
}

QString ActTable::actNamed(QStringView name, QDate on) const
{
    const QStringList codes = m_names.value(foldedName(name));
    if (codes.isEmpty())
        return {};
    if (on.isValid())
        for (const QString& code : codes)
            if (act(code)->force.touches(on, on))
                return code;
    return codes.constFirst();
}

QString ActTable::actLike(QStringView name) const
{
    const QString wanted = foldedName(name);
    if (wanted.size() < 6)
        return {};
    const qsizetype allowed = std::min<qsizetype>(3, wanted.size() / 6);
    qsizetype best = allowed + 1;
    QString code;
    bool shared = false;
    for (auto it = m_names.begin(); it != m_names.end(); ++it) {
        if (std::abs(it.key().size() - wanted.size()) > allowed)
            continue;
        const qsizetype distance = editDistance(wanted, it.key(), allowed);
        if (distance < best) {
            best = distance;
            code = it->constFirst();
            shared = false;
        } else if (distance == best && code != it->constFirst()) {
            shared = true;
        }
    }
    return shared ? QString() : code;
}

std::pair<WordMeaning, qsizetype> ActTable::wordAt(QStringView text) const
{
    if (text.isEmpty())
        return {WordMeaning::Noise, 0};
    const auto words = m_words.constFind(text.front().toLower());
    if (words == m_words.cend())
        return {WordMeaning::Noise, 0};
    for (const Word& word : *words) {
        const qsizetype size = word.text.size();
        if (!text.startsWith(word.text, Qt::CaseInsensitive))
            continue;
        const bool goesOn = text.size() > size && (text[size].isLetter() || text[size].isMark());
        if (!goesOn)
            return {word.meaning, size};
    }
    return {WordMeaning::Noise, 0};
}

bool ActTable::lists(const QString& act, const QString& section) const
{
    const QString key = sectionKey(act, section);
    return m_sectionIndex.contains(key) || m_scheduleIndex.contains(key) || m_counterparts.contains(key);
}

const SectionEntry* ActTable::section(const QString& act, const QString& section) const
{
    for (QString candidate = section; !candidate.isEmpty(); candidate = oneLevelUp(candidate))
        if (const auto found = m_sectionIndex.constFind(sectionKey(act, candidate)); found != m_sectionIndex.cend())
            return &m_sections[*found];
    return nullptr;
}

SectionState ActTable::state(const QString& code, const QString& section) const
{
    if (code == u"OTH" || code == u"OTHER")
        return SectionState::NotListed;
    const Act* found = act(code);
    if (!found)
        return SectionState::NoAct;
    if (this->section(code, section))
        return SectionState::Exists;
    return found->complete ? SectionState::NoSection : SectionState::NotListed;
}

bool ActTable::lacksSubsection(const QString& code, const QString& section) const
{
    const Act* found = act(code);
    const int last = m_lastSubsection.value(sectionKey(code, baseSection(section)));
    return found && found->wholeSchedule && last > 0 && subsectionNumber(section) > last;
}

QStringList ActTable::crimeHeads(const QString& code, const QString& section) const
{
    QStringList out;
    const auto entries = m_heads.constFind(code);
    if (entries == m_heads.cend())
        return out;
    bool plain = false; // 304A is not in a range of plain numbers
    const int number = baseSection(section).toInt(&plain);
    for (const HeadEntry& entry : *entries) {
        const bool within = std::any_of(entry.ranges.begin(), entry.ranges.end(), [&](const auto& range) {
            return plain && number >= range.first && number <= range.second;
        });
        const bool named = std::any_of(entry.sections.begin(), entry.sections.end(), [&](const QString& listed) {
            return section == listed || section.startsWith(listed + QLatin1Char('('));
        });
        if (within || named || (entry.ranges.empty() && entry.sections.isEmpty()))
            out.append(entry.head);
    }
    return out;
}

bool ActTable::inForce(const QString& code, const QString& section, QDate first, QDate last) const
{
    const Act* found = act(code);
    if (!found)
        return true;
    if (!found->force.touches(first, last))
        return false;
    const SectionEntry* entry = this->section(code, section);
    return !entry || entry->force.touches(first, last);
}

QDate ActTable::penalLawChanged() const
{
    const Act* const present = act(presentPenalLaw);
    return present ? present->force.from : QDate();
}

QString ActTable::penalLaw(std::optional<QDate> offence) const
{
    return offence && *offence < penalLawChanged() ? formerPenalLaw : presentPenalLaw;
}

QString ActTable::otherPenalLaw(const QString& act) const
{
    if (act == presentPenalLaw)
        return formerPenalLaw;
    return act == formerPenalLaw ? presentPenalLaw : QString();
}

std::vector<const SectionEntry*> ActTable::sections(const QString& act) const
{
    std::vector<const SectionEntry*> out;
    for (const SectionEntry& entry : m_sections)
        if (entry.act == act)
            out.push_back(&entry);
    return out;
}

std::vector<Classification> ActTable::classification(const QString& act, const QString& section) const
{
    std::vector<Classification> out;
    for (QString candidate = section; out.empty() && !candidate.isEmpty(); candidate = oneLevelUp(candidate)) {
        QList<std::size_t> rows = m_scheduleIndex.values(sectionKey(act, candidate));
        std::sort(rows.begin(), rows.end());
        for (const std::size_t row : rows)
            out.push_back(m_schedule[row]);
    }
    if (!out.empty())
        return out;
    // A section written without its sub-section: everything that the Schedule prints below it.
    for (const Classification& entry : m_schedule)
        if (entry.act == act && baseSection(entry.section) == section)
            out.push_back(entry);
    return out;
}

std::vector<Counterpart> ActTable::counterparts(const QString& act, const QString& section) const
{
    for (QString candidate = section; !candidate.isEmpty(); candidate = oneLevelUp(candidate)) {
        const auto rows = m_counterparts.values(sectionKey(act, candidate));
        if (!rows.isEmpty())
            return {rows.rbegin(), rows.rend()};
    }
    std::vector<Counterpart> out;
    QStringList below = m_below.values(sectionKey(act, section));
    below.removeDuplicates();
    std::sort(below.begin(), below.end());
    for (const QString& lower : below)
        for (const Counterpart& other : m_counterparts.values(sectionKey(act, lower)))
            out.push_back(other);
    return out;
}

} // namespace ekatra::law
