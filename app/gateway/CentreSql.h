// CentreSql.h
// The centre's tables and the statements on them, for CentreStore alone.
#pragma once

#include "gateway/CentreStore.h"

namespace ekatra::gateway {

// Station, year and serial of a payload of a numbered kind that carries all three.
[[nodiscard]] std::optional<RecordNumber> recordNumber(const QString& kind, const QJsonObject& payload);

namespace sql {

inline constexpr int schemaVersion = 1;

extern const char* const writerSetUp;
extern const char* const readerSetUp;
extern const char* const schema;
extern const char* const isSeeded;
extern const char* const markSeeded;
extern const char* const lastChange;
extern const char* const logChange;
extern const char* const chainAt;
extern const char* const horizon;
extern const char* const changesAfter;
extern const char* const writeRecord;
extern const char* const buryRecord;
extern const char* const keptAnswer;
extern const char* const keepAnswer;
extern const char* const countOldTombstones;
extern const char* const raiseHorizon;
extern const char* const dropOldKeys;
extern const char* const dropOldTombstones;
extern const char* const listedByKind;
extern const char* const acceptedHashes;

[[nodiscard]] std::optional<CentreRecord> findRecord(Database& database, const QString& kind, const QString& id);
[[nodiscard]] std::optional<CentreRecord> findNumber(Database& database, const QString& kind,
                                                     const RecordNumber& number);
// The record in the columns kind, id, revision, deleted, payload of the current row.
[[nodiscard]] CentreRecord readRecord(const Statement& row);

} // namespace sql
} // namespace ekatra::gateway
