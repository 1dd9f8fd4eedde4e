// StockTables.h
// Parts of reading the Stock that share nothing but the table reader; used by Stock.cpp alone.
#pragma once

#include "gateway/practice/CsvTable.h"
#include "gateway/practice/Stock.h"

namespace ekatra::gateway::practice {

// A table of resources; every cell fit for JSON as it stands.
[[nodiscard]] Result<CsvTable> readTable(const QString& file);

[[nodiscard]] Error badResource(const QString& file, const QString& detail);

[[nodiscard]] std::string textOf(std::string_view cell);
[[nodiscard]] int numberOf(std::string_view cell);
[[nodiscard]] std::vector<std::string> wordsOf(std::string_view cell, char separator = ' ');

[[nodiscard]] Result<void> loadNames(Stock& stock);
[[nodiscard]] Result<void> loadPlaces(Stock& stock);
[[nodiscard]] Result<void> loadStations(Stock& stock, int count);
[[nodiscard]] Result<void> loadCrimes(Stock& stock);
[[nodiscard]] Result<void> loadGoods(Stock& stock);
[[nodiscard]] Result<void> loadStories(Stock& stock);
void appointOfficers(Stock& stock, std::uint64_t seed);

} // namespace ekatra::gateway::practice
