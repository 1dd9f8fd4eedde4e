// ActTable.h
// The acts that a station charges under and their sections: names, headings, time in force, the section of the other
// law, classification. Read from resources/acts once; immutable afterwards, any thread. Owned by Services.
//
// The tables are reference data, not the gazette: an act whose list of sections is not complete never says that a
// section does not exist, only that it is not listed.
#pragma once

#include "base/Result.h"

#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>
#include <utility>
#include <vector>

namespace ekatra::law {

// In force from the first day to the last; an invalid date is an open end.
struct Force {
    QDate from;
    QDate to;

    // Whether some day of [first, last] falls into it. Invalid days are open ends.
    [[nodiscard]] bool touches(QDate first, QDate last) const;
};

struct Act {
    QString code; // "BNS"
    QString nameEn;
    QString nameHi;
    QString number; // "45 of 2023"
    Force force;
    bool complete = false; // every section of it is in the table
    bool wholeSchedule = false; // every sub-section that punishes is in the table
    int serial = 0; // 54 of "54 of 1959"; 0 when not known
    int year = 0;
    int amendingSerial = 0; // of an amending Act whose number clerks write behind the section
    int amendingYear = 0;
    bool ofState = false; // a law of this State: another State's act of the same name is another act
};

// What a word between sections says.
enum class WordMeaning {
    Noise,
    Section, // u/s, धारा
    And,
    Added,
    DeletedNext, // what follows was dropped
    DeletedBefore, // what stands before was dropped
    Instead, // what follows stands in the place of what stands before
    Range, // "143 to 149": what stands between is meant too
    OtherState, // the act named next is another State's
};

struct SectionEntry {
    QString act;
    QString section;
    QString headingEn;
    QString headingHi; // may be empty
    Force force;
    bool common = false; // stands often in FIRs
};

// One row of the First Schedule or its like.
struct Classification {
    QString act;
    QString section;
    QString variant;
    QString offence;
    QString punishment;
    QString cognizable; // Y, N or conditional
    QString cognizableWhen;
    QString bailable;
    QString bailableWhen;
    QString triableBy;
    int defaultBailDays = 0; // 0 = none, or depends
    int maximumYears = 0;
    bool life = false;
    bool death = false;
    bool forensicVisit = false;
};

// What became of a section when the law changed.
struct Counterpart {
    QString act;
    QStringList sections; // empty = has none
    QString kind; // same, modified, split, merged, deleted, new
};

enum class SectionState {
    Exists,
    NotListed, // the act's list is not complete, so nobody can say
    NoSection,
    NoAct,
};

class ActTable {
public:
    // Errors: NotFound resource.missing {file}; BadInput law.bad_table {file, row}.
    [[nodiscard]] static Result<ActTable> load();

    [[nodiscard]] const Act* act(const QString& code) const;
    [[nodiscard]] const std::vector<Act>& acts() const { return m_acts; }

    // The act that people mean by `name`: its code, its English or Hindi name, a clerk's abbreviation. `on` chooses
    // between acts of one name that followed each other. Empty when unknown.
    [[nodiscard]] QString actNamed(QStringView name, QDate on = {}) const;

    // The act whose name is spelt almost like `name`; empty when none is near enough or two are equally near.
    [[nodiscard]] QString actLike(QStringView name) const;

    // The longest word or phrase of section_words.csv that `text` begins with, and its length; 0 when there is none.
    [[nodiscard]] std::pair<WordMeaning, qsizetype> wordAt(QStringView text) const;

    // Whether exactly this section stands in one of the tables, sub-sections of the Schedule and mappings included.
    [[nodiscard]] bool lists(const QString& act, const QString& section) const;

    // "303(2)" is found by its own row or by that of section 303.
    [[nodiscard]] SectionState state(const QString& act, const QString& section) const;
    // False only when it is known to be out of force on every day of [first, last].
    [[nodiscard]] bool inForce(const QString& act, const QString& section, QDate first, QDate last) const;
    // The row of the section, of its base section otherwise; nullptr when not listed.
    [[nodiscard]] const SectionEntry* section(const QString& act, const QString& section) const;
    [[nodiscard]] std::vector<const SectionEntry*> sections(const QString& act) const;
    [[nodiscard]] const std::vector<SectionEntry>& allSections() const { return m_sections; }
    // Every row of the Schedule and its like.
    [[nodiscard]] const std::vector<Classification>& schedule() const { return m_schedule; }

    // The penal law of the day: the one in force then, or the one in force now when the day is not known.
    [[nodiscard]] QString penalLaw(std::optional<QDate> offence) const;
    // The other one, and the day on which one took the other's place.
    [[nodiscard]] QString otherPenalLaw(const QString& act) const;
    [[nodiscard]] QDate penalLawChanged() const;

    // "303(9)": the act has sub-sections of 303 and none of so high a number. False where nobody can say.
    [[nodiscard]] bool lacksSubsection(const QString& act, const QString& section) const;
    // Heads of the crime statistics under which the section may stand; none for the rules of joint liability.
    [[nodiscard]] QStringList crimeHeads(const QString& act, const QString& section) const;

    // All variants that the Schedule prints for the section; brackets are cut one by one until some row fits.
    [[nodiscard]] std::vector<Classification> classification(const QString& act, const QString& section) const;
    // The section of the law before or after it (IPC and BNS, CrPC and BNSS, Evidence Act and BSA).
    [[nodiscard]] std::vector<Counterpart> counterparts(const QString& act, const QString& section) const;

    // Name as folded for look-up: no blanks, dots or marks, small letters, "act" and its like cut off.
    [[nodiscard]] static QString foldedName(QStringView name);

private:
    Result<void> readActs();
    Result<void> readSections();
    Result<void> readSchedule();
    Result<void> readMapping(const QString& file);
    Result<void> readHeads();
    void noteSubsection(const QString& act, const QString& section);
    Result<void> readAliases();
    Result<void> readWords();

    std::vector<Act> m_acts;
    QHash<QString, std::size_t> m_actIndex;
    QHash<QString, QStringList> m_names; // folded name -> codes, latest law first
    struct Word {
        QString text; // small letters
        WordMeaning meaning = WordMeaning::Noise;
    };
    QHash<QChar, std::vector<Word>> m_words; // by first letter, longest first
    std::vector<SectionEntry> m_sections;
    QHash<QString, std::size_t> m_sectionIndex; // "BNS:303"
    std::vector<Classification> m_schedule;
    QMultiHash<QString, std::size_t> m_scheduleIndex;
    QMultiHash<QString, Counterpart> m_counterparts;
    struct HeadEntry {
        QString head;
        std::vector<std::pair<int, int>> ranges; // plain numbers
        QStringList sections;
    };
    QHash<QString, std::vector<HeadEntry>> m_heads; // by act
    QHash<QString, int> m_lastSubsection; // "BNS:303" -> 2
    QMultiHash<QString, QString> m_below; // "BNS:303" -> sections of the mapping that stand below it
};

// "303" of "303(2)"; letters stay ("376DA" of "376DA(1)").
[[nodiscard]] QString baseSection(const QString& section);

} // namespace ekatra::law
