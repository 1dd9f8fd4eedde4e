// Content.h
// A payload with everything that follows from it: canonical text, digest, what lists and links need, the tokens of its
// search row. Working it out costs more than writing it, so that a pull does it on the thread that fetches.
#pragma once

#include "domain/KindTable.h"
#include "domain/Stations.h"
#include "records/ExtractRows.h"
#include "search/PhoneticKey.h"
#include "search/SearchIndex.h"

#include <QByteArray>
#include <QJsonObject>

namespace ekatra::records {

struct Content {
    QJsonObject payload; // empty where only its text was kept
    QByteArray text; // canonical JSON
    QByteArray hash; // SHA-256 of it
    domain::Extract extract; // its lists are empty where only the rows were kept
    ExtractRows rows;
    search::IndexTokens tokens;

    [[nodiscard]] QJsonObject object() const;
};

// Remembers the keys of names that it has met: one for each thread, used by that thread alone.
class ContentMaker {
public:
    ContentMaker(const domain::KindTable& kinds, const domain::Stations& stations,
                 std::shared_ptr<const search::NameTables> names)
        : m_kinds(kinds), m_stations(stations), m_keys(std::move(names))
    {
    }

    // `canonical` is the payload's canonical JSON where it is at hand; else empty.
    [[nodiscard]] Content make(const QString& kind, QJsonObject payload, QByteArray canonical = {});

    // The same without the payload as an object and the extract's lists, which nobody needs for a new record: they
    // weigh more than all the rest.
    [[nodiscard]] Content makeLight(const QString& kind, const QJsonObject& payload, QByteArray canonical);

    // The tokens alone.
    [[nodiscard]] search::IndexTokens tokens(const QString& kind, const domain::Extract& extract);

private:
    const domain::KindTable& m_kinds;
    const domain::Stations& m_stations;
    search::PhoneticKey m_keys;
};

} // namespace ekatra::records
