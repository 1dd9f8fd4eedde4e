-- The first shape of the store: records by natural key, what each source says of them, what was taken out of them
-- for lists and search, and what is owed to the centre.

-- Facts about the store itself: station, workstation, generation, ...
CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE source (
    id       TEXT PRIMARY KEY,
    profile  TEXT NOT NULL,
    settings TEXT NOT NULL              -- JSON: url, auth, certificate files
) WITHOUT ROWID;

-- How far a stream of a source was read. Moves only in the transaction that stores the page it speaks of.
CREATE TABLE cursor (
    source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    stream    TEXT NOT NULL,
    value     BLOB NOT NULL,
    PRIMARY KEY (source_id, stream)
) WITHOUT ROWID;

CREATE TABLE record (
    id               INTEGER PRIMARY KEY,   -- also the low 24 bits of its search row
    uid              BLOB NOT NULL UNIQUE,  -- UUIDv7, minted here or by the centre
    kind             TEXT NOT NULL,
    natural_key      TEXT,                  -- NULL until it can be made
    state            TEXT NOT NULL,
    version          INTEGER NOT NULL,      -- of the payload, counted on this workstation from 1
    number           TEXT,
    station          TEXT,
    year             INTEGER,
    event_day        INTEGER NOT NULL,      -- days since 1900-01-01, 0 unknown
    payload          TEXT NOT NULL,         -- canonical JSON
    hash             BLOB NOT NULL,         -- SHA-256 of payload
    central_revision TEXT                   -- the centre's revision that payload stands on
);
CREATE INDEX record_by_number ON record (number);
CREATE UNIQUE INDEX record_by_key ON record (kind, natural_key) WHERE natural_key IS NOT NULL;

-- What one system says of a record. The only mention of a record leaves its payload to the record row.
CREATE TABLE mention (
    source_id       TEXT NOT NULL REFERENCES source (id),
    kind            TEXT NOT NULL,
    source_key      TEXT NOT NULL,
    record_id       INTEGER NOT NULL REFERENCES record (id),
    source_revision TEXT,
    payload         TEXT,                   -- NULL: the same as the record's
    hash            BLOB NOT NULL,
    first_seen      INTEGER NOT NULL,       -- Unix seconds
    last_seen       INTEGER NOT NULL,       -- when it last came with a change
    PRIMARY KEY (source_id, kind, source_key)
) WITHOUT ROWID;
CREATE INDEX mention_by_record ON mention (record_id);

-- Earlier payloads of a record, oldest first by version.
CREATE TABLE revision (
    record_id INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    version   INTEGER NOT NULL,
    at        INTEGER NOT NULL,             -- Unix seconds when the next version replaced it
    author    TEXT NOT NULL,                -- of the change that replaced it: operator or source id
    reason    TEXT,
    payload   TEXT NOT NULL,
    PRIMARY KEY (record_id, version)
) WITHOUT ROWID;

CREATE TABLE record_person (
    record_id     INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    ord           INTEGER NOT NULL,
    role          TEXT NOT NULL,
    name          TEXT NOT NULL,
    relative_name TEXT,
    sex           TEXT,
    age           INTEGER,
    village       TEXT,
    mobile        TEXT,
    PRIMARY KEY (record_id, ord)
) WITHOUT ROWID;

CREATE TABLE record_section (
    record_id INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    ord       INTEGER NOT NULL,
    act       TEXT NOT NULL,
    section   TEXT NOT NULL,
    PRIMARY KEY (record_id, ord)
) WITHOUT ROWID;

CREATE TABLE record_property (
    record_id   INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    ord         INTEGER NOT NULL,
    category    TEXT,
    description TEXT,
    identifier  TEXT,                       -- registration, IMEI, serial ...
    value       INTEGER,                    -- paise
    PRIMARY KEY (record_id, ord)
) WITHOUT ROWID;

CREATE TABLE record_place (
    record_id INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    ord       INTEGER NOT NULL,
    kind      TEXT NOT NULL,
    village   TEXT,
    text      TEXT,
    PRIMARY KEY (record_id, ord)
) WITHOUT ROWID;

-- What a record says that it belongs to, by the other's natural key; the other may come later or never.
CREATE TABLE record_link (
    record_id   INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    target_kind TEXT NOT NULL,
    target_key  TEXT NOT NULL,
    PRIMARY KEY (record_id, target_kind, target_key)
) WITHOUT ROWID;
CREATE INDEX record_link_by_target ON record_link (target_kind, target_key);

-- Rows that could not be mapped, with the reason and the text as it came.
CREATE TABLE quarantine (
    id         INTEGER PRIMARY KEY,
    source_id  TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL,
    source_key TEXT NOT NULL,               -- a digest of the text where the row has no key
    reason     TEXT NOT NULL,
    detail     TEXT NOT NULL,
    raw        BLOB NOT NULL,
    first_seen INTEGER NOT NULL,
    last_seen  INTEGER NOT NULL,
    UNIQUE (source_id, kind, source_key)
);

-- What an operator typed and has not submitted: of a new record or over an existing one.
CREATE TABLE draft (
    record_id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    payload   TEXT NOT NULL,
    author    TEXT NOT NULL,
    reason    TEXT,
    saved_at  INTEGER NOT NULL
);

CREATE TABLE outbox (
    id              INTEGER PRIMARY KEY,
    record_id       INTEGER NOT NULL REFERENCES record (id),
    case_key        TEXT NOT NULL,          -- rows of one case leave in order
    version         INTEGER NOT NULL,       -- of the payload
    payload         TEXT NOT NULL,
    base_revision   TEXT,                   -- the centre's revision it changes; NULL creates
    idempotency_key TEXT NOT NULL UNIQUE,
    state           TEXT NOT NULL,          -- ready, sending, accepted, rejected, conflicted
    attempts        INTEGER NOT NULL DEFAULT 0,
    next_try_at     INTEGER NOT NULL DEFAULT 0, -- Unix milliseconds
    last_error      TEXT,
    queued_at       INTEGER NOT NULL,       -- Unix milliseconds
    settled_at      INTEGER,
    UNIQUE (record_id, version)
);
CREATE INDEX outbox_waiting ON outbox (next_try_at) WHERE state IN ('ready', 'sending');

CREATE VIRTUAL TABLE search USING fts5 (
    names, parents, places, stations, officers, body, terms,
    content = '', contentless_delete = 1, tokenize = 'ekatra'
);
