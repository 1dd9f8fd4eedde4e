// Identifiers.h
// The numbers that police papers carry - FIR, GD, CNR, mobile, IMEI, vehicle, documents - put into one written form and
// checked. Pure functions on text; any thread; nothing here fails.
//
// A verdict is Wrong where the number cannot exist (a form refuses it), Doubtful where it may exist but should be
// looked at, Good otherwise. `value` is the normal form also when the verdict is not Good, so that a pulled record
// keeps what its source wrote in comparable shape. Devanagari digits, blanks and separators never matter on the way in.
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace ekatra::domain {

enum class IdKind {
    FirNumber, // 45/2024
    ZeroFir, // Z0003/2025
    GdNumber, // 58
    StationCode, // 13020004
    AccusedCode, // A1
    Pis,
    BeltNumber, // 123/PPT
    NcrpAck,
    Sid, // eSakshya packet
    Sha256,
    Cnr, // HRGR010012342024
    Nfn, // NAFIS
    Aadhaar, // normal form is masked: XXXX XXXX 7058
    UidLast4, // 7058; a whole Aadhaar number is cut down to it
    Pan,
    Passport,
    Voter,
    DrivingLicence,
    Mobile,
    Landline,
    Email,
    Pin,
    Imei,
    Iccid,
    Ifsc,
    Account,
    Upi,
    Utr,
    Card, // normal form keeps the last four only
    Gstin,
    Vehicle,
    Chassis,
    Engine,
};

enum class IdVerdict { Good, Doubtful, Wrong };

struct IdCheck {
    IdVerdict verdict = IdVerdict::Good;
    QString value;
    // Key of the explanation in messages/forms.json ("id.mobile"); nullptr when Good.
    const char* reason = nullptr;
};

[[nodiscard]] IdCheck checkId(IdKind kind, QStringView text);

// "MOBILE" in a form file -> IdKind::Mobile.
[[nodiscard]] std::optional<IdKind> idKindNamed(QStringView name);

// An FIR as people name it: 45, 0045, 45/24, FIR-45, मु0न0 45/2024, 27 दि0 29.01.26. The year is empty when not said.
struct FirNumber {
    int serial = 0;
    std::optional<int> year;
};
[[nodiscard]] std::optional<FirNumber> parseFirNumber(QStringView text);

// "0059/2025", as registers print it.
[[nodiscard]] QString printedFirNumber(int serial, int year);

[[nodiscard]] bool verhoeffValid(QStringView digits);
[[nodiscard]] bool luhnValid(QStringView digits);

// Devanagari digits as ASCII ones, everything else as it was.
[[nodiscard]] QString asciiDigits(QStringView text);

// `text` with every Aadhaar number in it cut to its last four digits: "XXXX XXXX 7058". A number is taken for one when
// it has 12 digits (alone or as 4-4-4), starts with 2-9 and passes Verhoeff, and is not a mobile with its 91 in front.
[[nodiscard]] QString maskAadhaar(const QString& text);
[[nodiscard]] bool containsAadhaar(QStringView text);

} // namespace ekatra::domain
