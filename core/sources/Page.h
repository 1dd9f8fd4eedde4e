// Page.h
// What a source said in one answer, already in Ekatra's own fields: rows to store, rows to set aside with the reason
// and the original text, and how far the reading has come. Plain values; they may cross threads.
#pragma once

#include "records/Content.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace ekatra::sources {

struct MappedRow {
    QString kind; // "fir"
    QString sourceKey; // the source's own key of it
    QString sourceRevision; // its change stamp (ISO, sorts as text) or its revision
    QJsonObject payload; // empty for a deleted record
    QByteArray canonical; // the payload's canonical JSON (RFC 8785), when it was at hand; else empty
    QStringList warnings; // "field code": left out or doubtful, no values
    bool deleted = false;
    QString recordId; // UUID, when the source gives one (ICJS)
    std::shared_ptr<const records::Content> content{}; // worked out ahead on the fetching thread, or null
};

// No row is longer in our own fields: what a person wrote stays far below it.
constexpr qsizetype longestRow = 1 << 20; // bytes

struct RejectedRow {
    QString sourceKey; // empty when the row has none: then `fingerprint` stands for it
    QString fingerprint; // SHA-256 of the raw text, hex
    QString reason; // code, such as "row.bad_date"
    QString detail; // the field it is about
    QByteArray raw; // as it came
    QString kind{}; // where the stream has several; else empty
};

struct Page {
    std::vector<MappedRow> rows;
    std::vector<RejectedRow> rejected;
    QByteArray nextCursor; // to be stored in the same transaction as the rows
    bool last = false; // nothing more in this run
    double share = -1; // of the stream that is read with it in this run, 0 to 1; negative: nobody knows
    bool completeListing = false; // `rows` is everything that there is: what is missing is gone
    int duplicates = 0; // same key twice in the page; the later change won
    qint64 bytes = 0; // over the line
};

// A name in a source's complete listing.
struct ListedKey {
    QString key;
    QString revision; // comparable with MappedRow::sourceRevision
};

// What `source test` shows before anything is stored.
struct StreamTest {
    QString stream;
    int fetched = 0;
    int mapped = 0;
    int duplicates = 0;
    QMap<QString, int> reasons; // why rows were rejected
    QMap<QString, int> warnings; // "field code" -> rows
    std::vector<RejectedRow> rejected; // the first ones
    std::vector<MappedRow> samples; // the first ones
    QStringList unusedFields; // named by the source, not by the profile
};
struct TestReport {
    std::vector<StreamTest> streams;
};

} // namespace ekatra::sources
