// CasRows.h
// Writes practice cases as rows of the CAS: every scalar is text, what is absent is "NULL", dates are dd/MM/yyyy.
// Borrows the Stock; any thread, each with its own buffer.
#pragma once

#include "gateway/practice/Dirt.h"

#include <QByteArray>

namespace ekatra::gateway::practice {

// Which copy of a row: a row that comes twice has an earlier copy with other content and an earlier stamp.
enum class Copy : std::uint8_t { Current, Earlier };

class CasRows {
public:
    CasRows(const Stock& stock, std::uint64_t seed, int lastDay) : m_stock(stock), m_seed(seed), m_lastDay(lastDay) { }

    // Each replaces the contents of `row`. `ordinal` counts the case's arrests or reports from 1.
    void fir(QByteArray& row, Incident incident, Dirt dirt, Copy copy) const;
    void arrest(QByteArray& row, Incident incident, int ordinal, Dirt dirt, Copy copy) const;
    void report(QByteArray& row, Incident incident, int ordinal, std::uint32_t number, Dirt dirt, Copy copy) const;

private:
    const Stock& m_stock;
    std::uint64_t m_seed;
    int m_lastDay;
};

// "A13020004240045-1", "C13020004240045-1".
[[nodiscard]] std::string childKey(char prefix, const std::string& firKey, int ordinal);

} // namespace ekatra::gateway::practice
