// SourceConnector.h
// One system that is pulled from, whatever it speaks. The sync room calls it from that source's worker thread; a
// connector waits on the network there and touches no store.
//
// A run: make a StreamCursor from what the store keeps, call next() until Page::last, and store each page's rows and
// its nextCursor in one transaction. A run that breaks off is begun again from the stored cursor. An answer that is not
// the service's (HTML, cut, wrong shape) is an error and never an empty page.
#pragma once

#include "base/CancelToken.h"
#include "base/Result.h"
#include "sources/Page.h"

#include <QDate>

namespace ekatra::sources {

struct StreamInfo {
    QString id; // "fir"
    QString kind; // record kind that its rows are; empty when each row says it
    bool hasListing = false; // listing() and fetchOne() work
};

// Where a run stands. `position` is what the store keeps (empty: from the beginning); `run` lives as long as the run.
struct StreamCursor {
    QString stream;
    QByteArray position;
    QByteArray run;
    // Where a source is asked by day: a first load begins with this one, a later run goes back to it.
    QDate since{};
};

class SourceConnector {
public:
    virtual ~SourceConnector() = default;

    [[nodiscard]] virtual QString sourceId() const = 0;
    [[nodiscard]] virtual std::vector<StreamInfo> streams() const = 0;

    // The next page, and `cursor` moved past it. Its nextCursor equals the stored position when there is nothing new to
    // remember. Errors: those of net; sources.not_json, sources.truncated, sources.unexpected_shape, sources.status,
    // sources.sign_in, sources.bad_cursor, sources.endless; icjs.cursor_gone (take a new baseline), icjs.digest.
    [[nodiscard]] virtual Result<Page> next(StreamCursor& cursor, const base::CancelToken& cancel) = 0;

    // Every key of that year, for the weekly comparison. Errors: as above, BadUsage sources.no_listing.
    [[nodiscard]] virtual Result<std::vector<ListedKey>> listing(const QString& stream, int year,
                                                                 const base::CancelToken& cancel) = 0;

    // One record by its key, as a page of one row. Errors: as above, NotFound sources.no_record.
    [[nodiscard]] virtual Result<Page> fetchOne(const QString& stream, const QString& key,
                                                const base::CancelToken& cancel) = 0;

    // Reads about `limit` of the newest rows of each stream and reports; nothing is stored.
    [[nodiscard]] virtual Result<TestReport> test(int limit, const base::CancelToken& cancel) = 0;
};

} // namespace ekatra::sources
