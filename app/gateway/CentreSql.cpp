#include "gateway/CentreSql.h"

#include "base/CanonicalJson.h"

namespace ekatra::gateway {

using namespace Qt::Literals::StringLiterals;

namespace {

// Where a kind has the station, year and serial that name one record; in other kinds such fields only refer to an FIR.
struct NumberFields {
    QLatin1StringView group; // that holds the station; empty: it stands in the payload itself
    QLatin1StringView year;
    QLatin1StringView serial;
};

std::optional<NumberFields> numberFields(const QString& kind)
{
    if (kind == "fir"_L1)
        return NumberFields{{}, "fir_year"_L1, "fir_no"_L1};
    if (kind == "final_report"_L1)
        return NumberFields{"fir_ref"_L1, "fr_year"_L1, "fr_no"_L1};
    return std::nullopt;
}

std::optional<qint64> wholeNumber(const QJsonValue& value)
{
    bool whole = value.isDouble();
    qint64 number = value.toInteger(-1);
    if (value.isString())
        number = value.toString().toLongLong(&whole);
    if (!whole || number < 0)
        return std::nullopt;
    return number;
}

constexpr auto recordById = R"sql(
    SELECT kind, id, revision, deleted_at IS NOT NULL, payload
      FROM record
     WHERE kind = :kind AND id = :id
)sql";

constexpr auto recordByNumber = R"sql(
    SELECT kind, id, revision, deleted_at IS NOT NULL, payload
      FROM record
     WHERE kind = :kind AND ps_code = :ps_code AND number_year = :year AND number_serial = :serial
       AND number_serial IS NOT NULL AND deleted_at IS NULL
)sql";

} // namespace

std::optional<RecordNumber> recordNumber(const QString& kind, const QJsonObject& payload)
{
    const auto fields = numberFields(kind);
    if (!fields)
        return std::nullopt;
    const QJsonObject holder = fields->group.isEmpty() ? payload : payload.value(fields->group).toObject();
    const QString psCode = holder.value("ps_code"_L1).toString();
    const auto year = wholeNumber(payload.value(fields->year));
    const auto serial = wholeNumber(payload.value(fields->serial));
    if (psCode.isEmpty() || !year || !serial)
        return std::nullopt;
    return RecordNumber{psCode, *year, *serial};
}

QByteArray CentreRecord::canonical() const
{
    QByteArray text = "{\"deleted\":";
    text += deleted ? "true" : "false";
    text += ",\"id\":" + base::canonicalJson(id) + ",\"kind\":" + base::canonicalJson(kind);
    if (!deleted)
        text += ",\"payload\":" + payload;
    text += ",\"revision\":\"" + QByteArray::number(revision) + "\"}";
    return text;
}

namespace sql {

// One connection writes and checkpoints; the readers never do, which keeps SQLite's checkpoint race out of reach.
const char* const writerSetUp = R"sql(
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -16384;
)sql";

const char* const readerSetUp = R"sql(
    PRAGMA query_only = ON;
    PRAGMA wal_autocheckpoint = 0;
    PRAGMA temp_store = MEMORY;
)sql";

const char* const schema = R"sql(
    CREATE TABLE IF NOT EXISTS centre (
        name  TEXT PRIMARY KEY,
        value INTEGER NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE IF NOT EXISTS record (
        record_no     INTEGER PRIMARY KEY,
        kind          TEXT    NOT NULL,
        id            TEXT    NOT NULL,
        revision      INTEGER NOT NULL,
        sequence      INTEGER NOT NULL UNIQUE,
        from_station  INTEGER NOT NULL,
        deleted_at    INTEGER,
        ps_code       TEXT,
        number_year   INTEGER,
        number_serial INTEGER,
        content_hash  BLOB    NOT NULL,
        payload       BLOB,
        UNIQUE (kind, id)
    );
    CREATE UNIQUE INDEX IF NOT EXISTS record_number
        ON record (kind, ps_code, number_year, number_serial)
        WHERE number_serial IS NOT NULL AND deleted_at IS NULL;
    CREATE INDEX IF NOT EXISTS record_from_station ON record (from_station, kind, content_hash);
    CREATE INDEX IF NOT EXISTS record_deleted ON record (deleted_at) WHERE deleted_at IS NOT NULL;

    CREATE TABLE IF NOT EXISTS change_log (
        sequence INTEGER PRIMARY KEY,
        chain    BLOB NOT NULL
    );

    CREATE TABLE IF NOT EXISTS idempotency (
        key          TEXT PRIMARY KEY,
        kind         TEXT    NOT NULL,
        id           TEXT    NOT NULL,
        content_hash BLOB    NOT NULL,
        created      INTEGER NOT NULL,
        revision     INTEGER NOT NULL,
        accepted_at  TEXT    NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS idempotency_record ON idempotency (kind, id);

    PRAGMA user_version = 1;
)sql";

const char* const isSeeded = "SELECT 1 FROM centre WHERE name = 'seeded'";
const char* const markSeeded = "INSERT INTO centre (name, value) VALUES ('seeded', 1)";
const char* const lastChange = "SELECT sequence, chain FROM change_log ORDER BY sequence DESC LIMIT 1";
const char* const logChange = "INSERT INTO change_log (sequence, chain) VALUES (:sequence, :chain)";
const char* const chainAt = "SELECT chain FROM change_log WHERE sequence = :sequence";
const char* const horizon = "SELECT value FROM centre WHERE name = 'horizon'";

const char* const changesAfter = R"sql(
    SELECT record.kind, record.id, record.revision, record.deleted_at IS NOT NULL, record.payload,
           record.sequence, change_log.chain
      FROM record
      JOIN change_log ON change_log.sequence = record.sequence
     WHERE record.sequence > :after
     ORDER BY record.sequence
     LIMIT :limit
)sql";

const char* const writeRecord = R"sql(
    INSERT INTO record (kind, id, revision, sequence, from_station, ps_code, number_year, number_serial,
                        content_hash, payload)
    VALUES (:kind, :id, :revision, :sequence, :from_station, :ps_code, :number_year, :number_serial,
            :content_hash, :payload)
        ON CONFLICT (kind, id) DO UPDATE
       SET revision = excluded.revision, sequence = excluded.sequence, from_station = excluded.from_station,
           deleted_at = NULL, ps_code = excluded.ps_code, number_year = excluded.number_year,
           number_serial = excluded.number_serial, content_hash = excluded.content_hash, payload = excluded.payload
)sql";

const char* const buryRecord = R"sql(
    UPDATE record
       SET revision = :revision, sequence = :sequence, deleted_at = :deleted_at, payload = NULL
     WHERE kind = :kind AND id = :id
)sql";

const char* const keptAnswer = R"sql(
    SELECT kind, id, content_hash, created, revision, accepted_at FROM idempotency WHERE key = :key
)sql";

const char* const keepAnswer = R"sql(
    INSERT INTO idempotency (key, kind, id, content_hash, created, revision, accepted_at)
    VALUES (:key, :kind, :id, :content_hash, :created, :revision, :accepted_at)
)sql";

const char* const countOldTombstones = "SELECT count(*) FROM record WHERE deleted_at < :oldest";

// A cursor below the horizon may have missed a tombstone that is gone now.
const char* const raiseHorizon = R"sql(
    INSERT INTO centre (name, value)
    SELECT 'horizon', max(sequence) FROM record WHERE deleted_at < :oldest HAVING count(*) > 0
        ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)
)sql";

const char* const dropOldKeys = R"sql(
    DELETE FROM idempotency
     WHERE EXISTS (SELECT 1 FROM record
                    WHERE record.kind = idempotency.kind AND record.id = idempotency.id
                      AND record.deleted_at < :oldest)
)sql";

const char* const dropOldTombstones = "DELETE FROM record WHERE deleted_at < :oldest";

const char* const listedByKind =
    "SELECT kind, count(*) FROM record WHERE deleted_at IS NULL GROUP BY kind ORDER BY kind";

const char* const acceptedHashes = R"sql(
    SELECT kind, content_hash FROM record WHERE from_station = 1 AND deleted_at IS NULL
)sql";

CentreRecord readRecord(const Statement& row)
{
    CentreRecord record;
    record.kind = row.text(0);
    record.id = row.text(1);
    record.revision = row.integer(2);
    record.deleted = row.integer(3) != 0;
    record.payload = row.blob(4);
    return record;
}

std::optional<CentreRecord> findRecord(Database& database, const QString& kind, const QString& id)
{
    Statement statement(database, recordById);
    if (!statement.bind(":kind", kind).bind(":id", id).step())
        return std::nullopt;
    return readRecord(statement);
}

std::optional<CentreRecord> findNumber(Database& database, const QString& kind, const RecordNumber& number)
{
    Statement statement(database, recordByNumber);
    statement.bind(":kind", kind)
        .bind(":ps_code", number.psCode)
        .bind(":year", number.year)
        .bind(":serial", number.serial);
    if (!statement.step())
        return std::nullopt;
    return readRecord(statement);
}

} // namespace sql
} // namespace ekatra::gateway
