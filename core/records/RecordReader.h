// RecordReader.h
// Records as pages show them. Reads only; the thread of its connection.
#pragma once

#include "domain/KindTable.h"
#include "records/Precedence.h"
#include "records/RecordTable.h"

#include <QMap>

namespace ekatra::records {

// Another record that this one belongs to or that belongs to it.
struct Linked {
    QString kind;
    QString key; // natural key
    std::optional<domain::Record> record; // nothing: not arrived yet
};

struct RecordDetails {
    domain::Record record;
    domain::Extract extract;
    std::vector<Mention> mentions;
    QMap<QString, QString> fieldSources; // top-level field -> source id whose word it is
    std::vector<Linked> linked;
    std::optional<Draft> draft;
    int revisions = 0;
};

// What an operator has not submitted yet.
struct DraftRecord {
    domain::Record record; // with the payload of the draft
    qint64 savedAt = 0; // Unix seconds
};

class RecordReader {
public:
    RecordReader(storage::Connection& reader, const domain::KindTable& kinds, const Precedence& precedence)
        : m_db(reader), m_kinds(kinds), m_precedence(precedence), m_table(reader)
    {
    }

    // By uid, by natural key ("13020004/2024/45"), or by number as written ("45/2024", "FIR 0045/2024") at `station`,
    // else at the only station that has it; kinds in the order of the kind table. Errors: NotFound record.unknown {id};
    // BadInput record.number_ambiguous {number, count, example}.
    [[nodiscard]] Result<domain::Record> find(const QString& idOrNumber, const QString& station) const;
    [[nodiscard]] Result<RecordDetails> details(domain::RecordRow row) const;
    [[nodiscard]] Result<std::vector<Revision>> revisions(domain::RecordRow row) const;

    // Last saved first.
    [[nodiscard]] Result<std::vector<DraftRecord>> drafts() const;
    // The record with that key first, if it is here, then what links to it, in the order of their days.
    [[nodiscard]] Result<std::vector<domain::Record>> withLinked(const QString& kind, const QString& naturalKey) const;

    [[nodiscard]] Result<QMap<QString, qint64>> countsByKind() const;
    // Hex SHA-256 sum over kind, key and content of all records but drafts: the same for the same content in whatever
    // order and whenever it came.
    [[nodiscard]] Result<QByteArray> contentDigest() const;

private:
    [[nodiscard]] Result<std::vector<domain::Record>> linkedTo(const QString& kind, const QString& naturalKey) const;
    [[nodiscard]] Result<domain::Record> elsewhere(const QString& number) const;

    storage::Connection& m_db;
    const domain::KindTable& m_kinds;
    const Precedence& m_precedence;
    RecordTable m_table;
};

} // namespace ekatra::records
