#include "sources/IcjsPage.h"

#include "base/CanonicalJson.h"
#include "base/Digest.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <simdjson.h>

#include <algorithm>
#include <vector>

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

std::string sha256(QByteArrayView text)
{
    return base::sha256(text).toHex().toStdString();
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

// Where the string that begins at `at` ends, behind its quote; 0 when it holds an escape that can be written otherwise.
std::size_t endOfString(std::string_view text, std::size_t at)
{
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (static_cast<unsigned char>(text[at]) < ' ')
            return 0;
        if (text[at] == '\\' && std::string_view("\"\\nrt").find(text[++at]) == std::string_view::npos)
            return 0;
    }
    return at + 1;
}

// Whether JSON that is known to be sound is its own canonical form, seen at a glance: false means that it may be. A
// centre may have taken its digest over text that is not canonical.
bool isSurelyCanonical(std::string_view text)
{
    std::vector<std::string_view> keys; // of each open object the last one; an array's stays empty
    bool keyComes = false;
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '{' || c == '[') {
            keys.emplace_back();
            keyComes = c == '{';
        } else if (c == '}' || c == ']') {
            keys.pop_back();
        } else if (c == ',') {
            keyComes = !keys.back().empty();
        } else if (c == '"') {
            const std::size_t end = endOfString(text, at);
            if (end == 0)
                return false;
            if (keyComes) {
                const std::string_view key = text.substr(at + 1, end - at - 2);
                const bool isPlain =
                    !key.empty() && std::all_of(key.begin(), key.end(), [](char k) { return k > ' ' && k != '\\'; });
                if (!isPlain || !(keys.back() < key))
                    return false;
                keys.back() = key;
                keyComes = false;
            }
            at = end;
            continue;
        } else if (c >= '0' && c <= '9') {
            const std::size_t end = text.find_first_not_of("0123456789", at);
            constexpr std::size_t exactDigits = 15;
            const bool isWhole = end < text.size() && (text[end] == ',' || text[end] == '}' || text[end] == ']');
            if (!isWhole || end - at > exactDigits || (c == '0' && end - at > 1))
                return false;
            at = end;
            continue;
        } else if (c != ':' && (c < 'a' || c > 'z')) { // true, false and null have one form
            return false;
        }
        ++at;
    }
    return true;
}

// `isCanonical`: the digest was that of the bytes themselves, so each slice of them should be canonical too.
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
        if (static_cast<qsizetype>(payload.size()) > longestRow) {
            // It must not hold up the feed behind it.
            const QByteArray raw(payload.data(), static_cast<qsizetype>(payload.size()));
            page.rejected.push_back({row.sourceKey,
                                     QString::fromStdString(sha256(raw)),
                                     QStringLiteral("row.too_large"),
                                     {},
                                     raw,
                                     row.kind});
            continue;
        }
        if (!row.deleted) {
            QJsonParseError broken;
            row.payload = QJsonDocument::fromJson(rawBytes(payload), &broken).object();
            if (broken.error != QJsonParseError::NoError || row.payload.isEmpty())
                return TAPE_ERROR; // on-demand parsing passes over what it is not asked for
            row.canonical = isCanonical && isSurelyCanonical(payload)
                ? QByteArray(payload.data(), static_cast<qsizetype>(payload.size()))
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
        if (sha256(canonical) == wanted)
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
