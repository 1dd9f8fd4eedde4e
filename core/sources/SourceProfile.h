// SourceProfile.h
// A source as data (resources/sources/<id>.json): where its lists are, how they are paged, and how its fields become
// ours. README.md beside the profiles is the integrator's guide. Immutable once loaded; any thread.
#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ekatra::sources {

struct Mapping;

// Lists that are asked for by a span of days of last change.
struct DateWindow {
    QString fromParam;
    QString toParam;
    QString format; // as QDate::toString takes it
    int maxDays = 30; // first and last day counted
    int rereadWindows = 3;
    QDate historyFrom; // where the first run begins
};

// The complete listing of a year's keys.
struct YearListing {
    QString path;
    QString yearParam;
    std::vector<std::string> rows;
    std::shared_ptr<const Mapping> mapping; // key and change stamp only
};

// One record by its key.
struct SingleRecord {
    QString path;
    QString keyParam;
    std::vector<std::string> row; // where in the answer; empty: the answer is the row
};

struct StreamProfile {
    QString id;
    QString kind;
    QString path;
    std::vector<std::string> rows; // where the list is in an answer; empty: the answer is the list
    std::optional<DateWindow> window;
    std::optional<YearListing> listing;
    std::optional<SingleRecord> record;
    std::shared_ptr<const Mapping> mapping; // nothing for a source that speaks our own fields
};

enum class SourceProtocol {
    MappedLists, // lists of another system's rows, mapped by this profile
    Icjs, // the central protocol: our own fields, no mapping
};

struct SourceProfile {
    QString id;
    QString titleEn;
    QString titleHi;
    SourceProtocol protocol = SourceProtocol::MappedLists;
    QStringList auth; // "none", "bearer", "mtls"
    int zoneMinutes = 330;
    std::vector<StreamProfile> streams;

    [[nodiscard]] const StreamProfile* stream(const QString& id) const;

    // From sources/<id>.json of the resources.
    // Errors: NotFound resource.missing; BadInput resource.not_json, sources.bad_profile {file, path, detail}.
    [[nodiscard]] static Result<SourceProfile> load(const QString& id);

    // The same from a parsed document; `file` is for messages, `actNames` what its "act_names" file holds.
    [[nodiscard]] static Result<SourceProfile> parse(const QJsonObject& json, const QJsonObject& actNames,
                                                     const QString& file);
};

} // namespace ekatra::sources
