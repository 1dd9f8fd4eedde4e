// District.h
// What the practice side knows: a district's police records, seen the way each source system would list them.
// Implemented by the synthetic practice district and by the real-incident loader. Immutable once built; every call may
// come from any request thread at once. Rows are produced on demand, so that a large district needs no memory for them.
#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace ekatra::gateway {

struct Station {
    QString code; // 8 digits, "13020004"
    QString name; // English
    QString nameHi;
};

enum class CasList { Fir, Arrest, FinalReport };

struct CasKey {
    QByteArray key; // as in the row's own key field
    QDateTime changedOn; // IST, to the second
};

// One record of the national feed, in Ekatra's own payload fields.
struct IcjsSeed {
    QString kind; // "fir"
    QString id; // UUID, the same for the same seed and size
    QJsonObject payload;
};

class District {
public:
    virtual ~District() = default;

    [[nodiscard]] virtual std::vector<Station> stations() const = 0;

    // The first and last day (IST) on which any record was changed.
    [[nodiscard]] virtual QDate firstDay() const = 0;
    [[nodiscard]] virtual QDate lastDay() const = 0;

    // Calls `sink` with each row (a JSON object in the CAS's own shape, UTF-8) whose date of last change lies in
    // [from, to], oldest change first; `sink` returns false to stop.
    using RowSink = std::function<bool(const QByteArray& row)>;
    virtual void changedRows(CasList list, QDate from, QDate to, const RowSink& sink) const = 0;

    // The complete listing of one year (year of registration; of arrest; of the report).
    [[nodiscard]] virtual std::vector<CasKey> keys(CasList list, int year) const = 0;

    // One row by its key.
    [[nodiscard]] virtual std::optional<QByteArray> row(CasList list, const QByteArray& key) const = 0;

    // Distinct records of a list, broken ones included.
    [[nodiscard]] virtual qint64 count(CasList list) const = 0;

    // What the national feed holds of this district before any station pushed: about one FIR in ten, the very FIRs
    // that changedRows() also lists, with the same station, number and year.
    using SeedSink = std::function<bool(const IcjsSeed& seed)>;
    virtual void icjsSeeds(const SeedSink& sink) const = 0;
};

} // namespace ekatra::gateway
