// IndexText.h
// Builds what one column of the search table is given. FTS5's tokenizer does not know which column it reads, so the
// text itself says, by private-use characters, where names begin and end and what is a ready-made term. A plain value;
// any thread.
//
// Ready-made terms, indexed as they stand and asked for as they stand:
//   k:fir  s:13020004  y:2024  st:UI (small letters)  45/2024  n:45  d:2024-07-14
//   x:303(2)  x:303  x:bns.303(2)  x:bns.303      v:hr26ab1234  v:1234      9812345678      hrgr010001232024
//   13021002260005 (station, year, serial of an FIR)      mblha10ez9hk01234
#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringView>

namespace ekatra::search {

// The columns that the query language knows. The search table has them under these names, in any order.
namespace column {
inline constexpr auto names = "names"; // accused, victims, informants, witnesses, with their aliases
inline constexpr auto parents = "parents"; // father, mother, husband of any of them
inline constexpr auto places = "places"; // villages, towns, addresses
inline constexpr auto stations = "stations"; // police stations by name
inline constexpr auto officers = "officers"; // who investigates, who commands
inline constexpr auto body = "body"; // narrative, property, everything else in words
inline constexpr auto terms = "terms"; // ready-made terms only
} // namespace column

namespace mark {
inline constexpr char16_t nameStart = u'\uE000';
inline constexpr char16_t nameEnd = u'\uE001';
inline constexpr char16_t termStart = u'\uE002';
inline constexpr char16_t termEnd = u'\uE003';
} // namespace mark

class IndexText {
public:
    // A name of a person or place: its words are found by sound too, joined or apart.
    IndexText& name(QStringView name);

    // Plain words. Numbers in them (45/2024, HR-26 AB 1234, 98765-43210) are found however they are written.
    IndexText& text(QStringView text);

    IndexText& kind(QStringView id);
    IndexText& station(QStringView code);
    IndexText& year(int year);
    IndexText& status(QStringView code);
    IndexText& fir(int serial, int year);
    IndexText& date(QDate day);
    IndexText& section(QStringView act, QStringView section);
    IndexText& vehicle(QStringView number);
    IndexText& mobile(QStringView number);
    IndexText& cnr(QStringView cnr) { return code(cnr); }
    // Letters and digits of any other number: chassis, IMEI, voter card.
    IndexText& code(QStringView number);

    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    [[nodiscard]] QString take() { return std::move(m_text); }

private:
    IndexText& term(QStringView prefix, QStringView value = {});
    void append(QStringView text);

    QString m_text;
};

} // namespace ekatra::search
