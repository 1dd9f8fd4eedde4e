// PracticeDistrict.h
// A district of Haryana whose records are made up: real stations and villages, names that nobody real stands behind.
// Built once, then immutable; every call may come from any request thread at once.
//
// Promises: the same options give the same bytes on every machine. FIR numbers run from 1 without a gap per station
// and year, in order of time. All dates of a record agree with each other and none lies after the last day. A FIR's
// row changes again when an arrest or a report is added to it. Every record is marked as practice. Memory is about 24
// bytes a FIR: rows are made when they are asked for. What `dirtyPercent` breaks, and how, stands in Dirt.h.
#pragma once

#include "base/Result.h"
#include "gateway/District.h"
#include "gateway/practice/CasRows.h"
#include "gateway/practice/Dirt.h"
#include "gateway/practice/Outline.h"
#include "gateway/practice/Stock.h"

#include <memory>

namespace ekatra::gateway {

struct PracticeOptions {
    quint64 seed = 1;
    int size = 2000; // FIRs
    int stations = 12; // of Sonipat first, then of its neighbours
    int dirtyPercent = 0; // 0 to 100, of the rows of each list
    QDate lastDay{2026, 10, 31};
};

class PracticeDistrict final : public District {
public:
    // Errors: NotFound resource.missing, BadInput practice.bad_resource and those of reading tables;
    // BadUsage practice.bad_options {option}.
    [[nodiscard]] static Result<std::unique_ptr<PracticeDistrict>> build(const PracticeOptions& options);

    [[nodiscard]] std::vector<Station> stations() const override;
    [[nodiscard]] QDate firstDay() const override;
    [[nodiscard]] QDate lastDay() const override;
    void changedRows(CasList list, QDate from, QDate to, const RowSink& sink) const override;
    [[nodiscard]] std::vector<CasKey> keys(CasList list, int year) const override;
    [[nodiscard]] std::optional<QByteArray> row(CasList list, const QByteArray& key) const override;
    [[nodiscard]] qint64 count(CasList list) const override;
    void icjsSeeds(const SeedSink& sink) const override;

    // What the row of this key suffers from; None for a key that is not here.
    [[nodiscard]] practice::Dirt dirt(CasList list, const QByteArray& key) const;

private:
    struct FirEntry {
        std::int32_t minute;
        std::uint32_t changed;
        std::uint32_t serial;
        std::uint16_t station;
        std::uint8_t arrests;
        std::uint8_t reports;
    };
    // One row of a list. `number` is the report's number; `year` that of the list.
    struct ListEntry {
        std::uint32_t changed;
        std::uint32_t fir;
        std::uint16_t year;
        std::uint16_t ordinal; // 0 for a FIR
        std::uint32_t number;
    };

    PracticeDistrict(const PracticeOptions& options, practice::Stock stock);

    void indexFirs();
    void numberReports();
    void sortByChange();
    // Entries of arrests or reports.
    [[nodiscard]] const std::vector<ListEntry>& entries(CasList list) const;
    [[nodiscard]] ListEntry firEntry(std::uint32_t fir) const;
    [[nodiscard]] QByteArray keyOf(CasList list, const ListEntry& entry) const;
    [[nodiscard]] std::optional<ListEntry> find(CasList list, const QByteArray& key) const;
    [[nodiscard]] practice::Incident incident(std::uint32_t fir) const;
    [[nodiscard]] practice::Dirt dirtAt(CasList list, std::uint32_t fir, int ordinal) const;
    void write(QByteArray& row, CasList list, const ListEntry& entry, practice::Copy copy) const;

    PracticeOptions m_options;
    practice::Stock m_stock;
    int m_firstDay = 0;
    int m_lastDay = 0;
    std::vector<FirEntry> m_firs; // in order of registration
    std::vector<std::uint32_t> m_firsByChange; // indices into m_firs
    std::vector<ListEntry> m_arrests; // in order of change
    std::vector<ListEntry> m_reports; // in order of change
    std::vector<std::vector<std::uint32_t>> m_ofStation; // indices into m_firs, in order of registration
    // Where each year begins in m_ofStation.
    std::vector<std::vector<std::pair<int, std::uint32_t>>> m_yearsOfStation;
};

// build(), for those who know districts only.
[[nodiscard]] Result<std::unique_ptr<District>> makePracticeDistrict(const PracticeOptions& options);

} // namespace ekatra::gateway
