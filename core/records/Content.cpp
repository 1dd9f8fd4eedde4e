#include "records/Content.h"

#include "base/CanonicalJson.h"
#include "base/Digest.h"

#include <QJsonDocument>

namespace ekatra::records {

QJsonObject Content::object() const
{
    return payload.isEmpty() ? QJsonDocument::fromJson(text).object() : payload;
}

Content ContentMaker::make(const QString& kind, QJsonObject payload, QByteArray canonical)
{
    Content content;
    content.text = canonical.isEmpty() ? base::canonicalJson(payload) : std::move(canonical);
    content.hash = base::sha256(content.text);
    content.extract = m_kinds.extract(kind, payload);
    content.rows = ExtractRows(content.extract);
    content.tokens = tokens(kind, content.extract);
    content.payload = std::move(payload);
    return content;
}

Content ContentMaker::makeLight(const QString& kind, const QJsonObject& payload, QByteArray canonical)
{
    Content content = make(kind, payload, std::move(canonical));
    content.payload = {};
    content.extract.persons = {};
    content.extract.officers = {};
    content.extract.sections = {};
    content.extract.properties = {};
    content.extract.places = {};
    content.extract.links = {};
    content.extract.texts = {};
    return content;
}

search::IndexTokens ContentMaker::tokens(const QString& kind, const domain::Extract& extract)
{
    return search::tokensOf(search::columnsOf(kind, extract, m_stations), m_keys);
}

} // namespace ekatra::records
