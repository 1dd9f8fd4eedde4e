// NumberReader.h
// Recognises the numbers of police work however they are written, and gives the one term under which each is indexed
// and asked for. Free functions without state; any thread.
#pragma once

#include <QDate>
#include <QString>
#include <QStringView>

#include <optional>

namespace ekatra::search {

struct NumberFound {
    enum class Kind {
        Fir, // 45/2024, 0045/24
        Mobile, // 9812345678, +91 98123-45678, 09812345678
        Vehicle, // HR-26 AB 1234, HR26AB1234, 22BH1234AA
        Cnr, // HRGR010001232024, HRGR01-000123-2024
        Section, // 303(2), 379-A, 376DA
        Date, // 14/07/2024, 2024-07-14
    };
    Kind kind;
    qsizetype length; // in the text, from where it was asked
    QString term; // as indexed
    int serial = 0; // Fir
    int year = 0; // Fir
    bool shortYear = false; // Fir: two digits, so it may be two sections of law
    QDate date{};
};

// The number that begins at `at`, which is the beginning of a word.
[[nodiscard]] std::optional<NumberFound> numberAt(QStringView text, qsizetype at);

// True if a number might begin with the word at `at`: a quick look that spares numberAt() for ordinary words.
[[nodiscard]] bool mayBeNumber(QStringView text, qsizetype at, qsizetype length, bool hasDigit);

// The term for a value known to be one; empty if it cannot be. Plates fold O with 0 and I with 1.
[[nodiscard]] QString vehicleTerm(QStringView text);
// The beginning of a plate, "HR26" or "HR-26 AB"; empty if the text is none.
[[nodiscard]] QString plateBeginning(QStringView text);

[[nodiscard]] QString mobileTerm(QStringView text);
[[nodiscard]] QString sectionTerm(QStringView text);

} // namespace ekatra::search
