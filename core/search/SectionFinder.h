// SectionFinder.h
// What an operator types where a section of law is wanted: a number, words of a heading in either language, or several
// sections as clerks write them. Owned by the page that asks; one thread. Answers within a keystroke.
#pragma once

#include "law/ActTable.h"
#include "law/SectionParser.h"
#include "search/PhoneticKey.h"
#include "search/Query.h"

#include <map>
#include <optional>

namespace ekatra::search {

struct SectionChoice {
    QString act;
    QString section;
    QString headingEn;
    QString headingHi; // may be empty
    QString insteadOf; // "379 IPC": what was typed is of the other penal law, and this is what became of it
    bool inForce = true; // on the day of the offence
};

struct SectionAnswer {
    // Several sections, or one with its act: to be taken as they were written.
    std::vector<law::ParsedSection> written;
    std::vector<SectionChoice> choices; // best first
};

class SectionFinder {
public:
    // `acts` outlives the finder.
    SectionFinder(const law::ActTable& acts, std::shared_ptr<const NameTables> names);

    // `offence`: the day of the offence, which decides the penal law; nothing: not known yet. An empty text brings the
    // sections that stand often in FIRs.
    [[nodiscard]] SectionAnswer find(const QString& typed, std::optional<QDate> offence, int limit);

    // Which penal law applies and why: law.applies_former or law.applies_present {act, other, date, changed};
    // law.applies_unknown {act, other, changed} as long as the day is not known.
    [[nodiscard]] Note applicable(std::optional<QDate> offence) const;

private:
    struct Entry {
        QString act;
        QString section;
        QString headingEn;
        QString headingHi;
        QString words; // " theft चोरी": folded, a blank before each
        QByteArray sounds; // of the Hindi words, a blank before each
        bool common = false;
        bool punished = false; // has a row of its own in the Schedule
    };
    struct Ranked {
        const Entry* entry;
        int rank;
        QString insteadOf;
    };

    void readOnce();
    [[nodiscard]] QString wordsOf(const QString& heading) const;
    [[nodiscard]] QByteArray soundsOf(const QString& heading);
    [[nodiscard]] std::vector<Ranked> byNumber(const QString& number, const QString& act, QDate day,
                                               const QString& penal);
    void addCounterparts(const QString& number, const QString& penal, std::vector<Ranked>& found) const;
    [[nodiscard]] std::vector<Ranked> byWords(const QStringList& words, const QString& act, QDate day,
                                              const QString& penal);
    [[nodiscard]] std::vector<Ranked> usual(const QString& penal) const;
    [[nodiscard]] bool isInForce(const Entry& entry, QDate day) const;

    const law::ActTable& m_acts;
    PhoneticKey m_keys;
    std::vector<Entry> m_entries; // in the order of acts and sections
    std::map<std::pair<QString, QString>, std::size_t> m_index;
};

} // namespace ekatra::search
