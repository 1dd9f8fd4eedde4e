#include "sources/IcjsPage.h"

#include "base/CanonicalJson.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <openssl/evp.h>
#include <simdjson.h>

#include <array>

namespace ekatra::sources {

namespace {

using namespace simdjson;

constexpr std::string_view digestName = "sha-256:";

// A fault of the page as a whole: it is guarded by a digest, so there are no single bad rows in it.
Error fault(error_code problem, const QByteArray& body)
{
    const QByteArray start = body.trimmed().left(1);
    if (start != "{" && start != "[")
        problem = TAPE_ERROR; // a text or a page of HTML reads as a scalar of the wrong type
    const bool isCut = problem == INCOMPLETE_ARRAY_OR_OBJECT || problem == UNCLOSED_STRING;
    const bool isShape = problem == INCORRECT_TYPE || problem == NO_SUCH_FIELD;
    const char* code = isCut ? "sources.truncated" : isShape ? "sources.unexpected_shape" : "sources.not_json";
    return error(ErrorKind::Unreachable, code,
                 {{QStringLiteral("detail"), QString::fromUtf8(body.left(60)).simplified()}});
}

// OpenSSL's, because it uses what the processor has for it.
std::string sha256(std::string_view text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
        return {};
    return QByteArray(reinterpret_cast<const char*>(digest.data()), static_cast<qsizetype>(size)).toHex().toStdString();
}

QByteArray rawBytes(std::string_view text)
{
    return QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
}

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

struct Envelope {
    std::string digest;
    std::string_view records;
    std::string next;
    bool hasMore = false;
    bool hasRecords = false;
};

error_code readText(ondemand::value value, std::string& text)
{
    std::string_view view;
    if (const auto problem = value.get_string().get(view))
        return problem;
    text = view;
    return SUCCESS;
}

error_code readEnvelope(ondemand::document& document, Envelope& envelope)
{
    ondemand::object root;
    if (const auto problem = document.get_object().get(root))
        return problem;
    for (auto field : root) {
        std::string_view name;
        ondemand::value value;
        if (const auto problem = field.unescaped_key().get(name))
            return problem;
        if (const auto problem = field.value().get(value))
            return problem;
        auto problem = SUCCESS;
        if (name == "digest") {
            problem = readText(value, envelope.digest);
        } else if (name == "next_cursor") {
            problem = readText(value, envelope.next);
        } else if (name == "has_more") {
            problem = value.get_bool().get(envelope.hasMore);
        } else if (name == "records") {
            ondemand::array records;
            problem = value.get_array().get(records);
            if (problem == SUCCESS)
                problem = records.raw_json().get(envelope.records);
            envelope.hasRecords = problem == SUCCESS;
        }
        if (problem)
            return problem;
    }
    return envelope.hasRecords ? SUCCESS : NO_SUCH_FIELD;
}

error_code readRecord(ondemand::object record, MappedRow& row, std::string_view& payload)
{
    for (auto field : record) {
        std::string_view name;
        std::string text;
        ondemand::value value;
        if (const auto problem = field.unescaped_key().get(name))
            return problem;
        if (const auto problem = field.value().get(value))
            return problem;
        auto problem = SUCCESS;
        if (name == "payload") {
            ondemand::object object;
            problem = value.get_object().get(object);
            if (problem == SUCCESS)
                problem = object.raw_json().get(payload);
        } else if (name == "deleted") {
            problem = value.get_bool().get(row.deleted);
        } else if (name == "kind" || name == "id" || name == "revision") {
            const bool isKind = name == "kind";
            const bool isId = name == "id";
            problem = readText(value, text);
            (isKind ? row.kind : isId ? row.recordId : row.sourceRevision) = fromUtf8(text);
        }
        if (problem)
            return problem;
    }
    const bool whole = !row.kind.isEmpty() && !row.recordId.isEmpty() && !row.sourceRevision.isEmpty();
    return whole && (row.deleted || !payload.empty()) ? SUCCESS : NO_SUCH_FIELD;
}

// `isCanonical`: the digest was that of the bytes themselves, so each slice of them is canonical too.
error_code readRecords(ondemand::parser& parser, padded_string_view text, bool isCanonical, Page& page)
{
    ondemand::document document;
    if (const auto problem = parser.iterate(text).get(document))
        return problem;
    ondemand::array records;
    if (const auto problem = document.get_array().get(records))
        return problem;
    for (auto element : records) {
        ondemand::object record;
        if (const auto problem = element.get_object().get(record))
            return problem;
        MappedRow row;
        std::string_view payload;
        if (const auto problem = readRecord(record, row, payload))
            return problem;
        row.sourceKey = row.recordId;
        if (!row.deleted) {
            row.payload = QJsonDocument::fromJson(rawBytes(payload)).object();
            row.canonical = isCanonical ? QByteArray(payload.data(), static_cast<qsizetype>(payload.size()))
                                        : base::canonicalJson(row.payload);
        }
        page.rows.push_back(std::move(row));
    }
    return SUCCESS;
}

// The digest is that of the canonical form. Bytes that have it are that form; others are brought into it first.
Result<bool> checkDigest(const Envelope& envelope)
{
    const std::string_view digest = envelope.digest;
    if (digest.starts_with(digestName)) {
        const std::string_view wanted = digest.substr(digestName.size());
        if (sha256(envelope.records) == wanted)
            return true;
        const QByteArray canonical = base::canonicalJson(QJsonDocument::fromJson(rawBytes(envelope.records)).array());
        if (sha256(std::string_view(canonical.constData(), static_cast<std::size_t>(canonical.size()))) == wanted)
            return false;
    }
    return error(ErrorKind::Unreachable, "icjs.digest");
}

} // namespace

Result<Page> readIcjsPage(QByteArray body)
{
    const auto size = static_cast<std::size_t>(body.size());
    body.resize(body.size() + static_cast<qsizetype>(SIMDJSON_PADDING));
    const char* const end = body.constData() + body.size();
    ondemand::parser parser;
    ondemand::document document;
    Envelope envelope;
    auto problem =
        parser.iterate(padded_string_view(body.constData(), size, static_cast<std::size_t>(body.size()))).get(document);
    if (problem == SUCCESS)
        problem = readEnvelope(document, envelope);
    if (problem != SUCCESS)
        return fault(problem, body);
    auto isCanonical = checkDigest(envelope);
    if (!isCanonical)
        return isCanonical.error();
    Page page;
    const padded_string_view records(envelope.records.data(), envelope.records.size(),
                                     static_cast<std::size_t>(end - envelope.records.data()));
    problem = readRecords(parser, records, *isCanonical, page);
    if (problem != SUCCESS)
        return fault(problem, body);
    page.nextCursor = QByteArray::fromStdString(envelope.next);
    page.last = !envelope.hasMore;
    return page;
}

} // namespace ekatra::sources
