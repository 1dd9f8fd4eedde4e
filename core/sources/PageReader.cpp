#include "sources/PageReader.h"

#include "sources/MappingRunner.h"
#include "sources/RowScanner.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonDocument>

namespace ekatra::sources {

namespace {

constexpr std::size_t deepest = 32;
constexpr std::size_t largest = 512ULL << 20;

Error notThePage(const char* code, const QString& detail)
{
    return error(ErrorKind::Unreachable, code, {{QStringLiteral("detail"), detail}});
}

std::string_view withoutByteOrderMark(const QByteArray& body)
{
    std::string_view text(body.constData(), static_cast<std::size_t>(body.size()));
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    return text;
}

// How an answer begins, for the operator: enough to know a login page or a proxy's notice by.
QString beginning(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min<std::size_t>(text.size(), 60))).simplified();
}

const char* reasonOf(simdjson::error_code problem)
{
    switch (problem) {
    case simdjson::UTF8_ERROR:
        return "row.bad_utf8";
    case simdjson::DEPTH_ERROR:
        return "row.too_deep";
    default:
        return "row.bad_json"; // the parser's other complaints come to the same
    }
}

} // namespace

class PageReader::Impl {
public:
    Impl(std::shared_ptr<const Mapping> mapping, QString kind, int thisYear)
        : m_mapping(std::move(mapping)),
          m_kind(std::move(kind)),
          m_runner(*m_mapping, thisYear),
          m_pages(largest),
          m_rows(largest)
    {
        for (simdjson::dom::parser* parser : {&m_pages, &m_rows}) {
            if (parser->allocate(64 * 1024, deepest) != simdjson::SUCCESS)
                qFatal("out of memory");
        }
    }

    Result<Page> readList(const QByteArray& body, const std::vector<std::string>& path)
    {
        begin();
        const std::string_view text = withoutByteOrderMark(body);
        simdjson::dom::element list;
        if (m_pages.parse(text.data(), text.size()).get(list) != simdjson::SUCCESS)
            return readRowByRow(text, path);
        if (!descend(list, path))
            return notThePage("sources.unexpected_shape", beginning(text));
        simdjson::dom::array rows;
        if (list.get(rows) != simdjson::SUCCESS)
            return notThePage("sources.unexpected_shape", beginning(text));
        for (const simdjson::dom::element row : rows)
            take(row, {});
        return std::move(m_page);
    }

    Result<Page> readRow(const QByteArray& body, const std::vector<std::string>& path)
    {
        begin();
        const std::string_view text = withoutByteOrderMark(body);
        simdjson::dom::element row;
        const auto problem = m_pages.parse(text.data(), text.size()).get(row);
        if (problem != simdjson::SUCCESS) {
            if (text.find('{') == std::string_view::npos || text.find_first_not_of(" \t\r\n") != text.find('{'))
                return notThePage("sources.not_json", beginning(text));
            reject(keyOfBroken(text, problem), reasonOf(problem), {}, text);
            return std::move(m_page);
        }
        if (!descend(row, path) || !row.is_object())
            return notThePage("sources.unexpected_shape", beginning(text));
        take(row, {});
        return std::move(m_page);
    }

    MappingRunner& runner() { return m_runner; }

private:
    void begin()
    {
        m_page = {};
        m_places.clear();
    }

    static bool descend(simdjson::dom::element& element, const std::vector<std::string>& path)
    {
        for (const std::string& name : path) {
            simdjson::dom::element inner;
            if (!element.is_object() || element.at_key(name).get(inner) != simdjson::SUCCESS)
                return false;
            element = inner;
        }
        return true;
    }

    // The parser refused the page as a whole: each row is tried by itself.
    Result<Page> readRowByRow(std::string_view text, const std::vector<std::string>& path)
    {
        const RowScan scan = scanRows(text, path);
        switch (scan.end) {
        case RowScan::End::Whole:
            break;
        case RowScan::End::Truncated:
            return notThePage("sources.truncated", beginning(text));
        case RowScan::End::NoList:
            return notThePage("sources.unexpected_shape", beginning(text));
        case RowScan::End::NotJson:
            return notThePage("sources.not_json", beginning(text));
        }
        for (const std::string_view raw : scan.rows) {
            simdjson::dom::element row;
            auto problem = m_rows.parse(raw.data(), raw.size()).get(row);
            std::string mended;
            if (problem == simdjson::UNESCAPED_CHARS) {
                mended = withEscapedControls(raw);
                problem = m_rows.parse(mended).get(row);
            }
            if (problem == simdjson::SUCCESS)
                take(row, raw);
            else
                reject(keyOfBroken(raw, problem), reasonOf(problem), {}, raw);
        }
        return std::move(m_page);
    }

    // Text that is not UTF-8 seldom stands in the key: a row known by its key is known again when it comes mended.
    QString keyOfBroken(std::string_view raw, simdjson::error_code problem)
    {
        if (problem != simdjson::UTF8_ERROR)
            return {};
        const QByteArray readable = QString::fromUtf8(raw.data(), static_cast<qsizetype>(raw.size())).toUtf8();
        simdjson::dom::object row;
        if (m_rows.parse(readable.constData(), static_cast<std::size_t>(readable.size())).get(row) != simdjson::SUCCESS)
            return {};
        QString key = m_runner.run(row).key;
        return key.contains(QChar::ReplacementCharacter) ? QString() : key;
    }

    // `raw` is the row's text where it is at hand; else it is written again from what was parsed, when it is needed.
    void take(const simdjson::dom::element& element, std::string_view raw)
    {
        simdjson::dom::object object;
        if (element.get(object) != simdjson::SUCCESS) {
            rejectElement(element, raw, {}, "row.not_an_object", {});
            return;
        }
        RowResult result = m_runner.run(object);
        if (result.fault != nullptr) {
            rejectElement(element, raw, result.key, result.fault, result.faultAt);
            return;
        }
        if (static_cast<qsizetype>(result.payload.size()) > longestRow) {
            rejectElement(element, raw, result.key, "row.too_large", {});
            return;
        }
        MappedRow row;
        row.kind = m_kind;
        row.sourceKey = std::move(result.key);
        row.sourceRevision = std::move(result.revision);
        row.canonical = QByteArray(result.payload.data(), static_cast<qsizetype>(result.payload.size()));
        row.warnings = std::move(result.warnings);
        keep(std::move(row));
    }

    // The same key twice in one page: the later change wins; of two with one stamp the later in the page.
    void keep(MappedRow row)
    {
        const auto found = m_places.constFind(row.sourceKey);
        if (found == m_places.constEnd()) {
            m_places.insert(row.sourceKey, m_page.rows.size());
            row.payload = QJsonDocument::fromJson(row.canonical).object();
            m_page.rows.push_back(std::move(row));
            return;
        }
        ++m_page.duplicates;
        MappedRow& held = m_page.rows[*found];
        if (row.sourceRevision < held.sourceRevision || row.canonical == held.canonical)
            return;
        if (row.sourceRevision == held.sourceRevision)
            row.warnings << QStringLiteral("/ row.same_stamp_differs");
        row.payload = QJsonDocument::fromJson(row.canonical).object();
        held = std::move(row);
    }

    void rejectElement(const simdjson::dom::element& element, std::string_view raw, const QString& key,
                       const char* reason, const QString& detail)
    {
        if (!raw.empty())
            reject(key, reason, detail, raw);
        else
            reject(key, reason, detail, simdjson::minify(element));
    }

    void reject(const QString& key, const char* reason, const QString& detail, std::string_view raw)
    {
        RejectedRow row;
        row.sourceKey = key;
        row.raw = QByteArray(raw.data(), static_cast<qsizetype>(raw.size()));
        row.fingerprint = QString::fromLatin1(QCryptographicHash::hash(row.raw, QCryptographicHash::Sha256).toHex());
        row.reason = QString::fromLatin1(reason);
        row.detail = detail;
        m_page.rejected.push_back(std::move(row));
    }

    const std::shared_ptr<const Mapping> m_mapping;
    const QString m_kind;
    MappingRunner m_runner;
    simdjson::dom::parser m_pages;
    simdjson::dom::parser m_rows;
    Page m_page;
    QHash<QString, std::size_t> m_places;
};

PageReader::PageReader(std::shared_ptr<const Mapping> mapping, QString kind, int thisYear)
    : m_impl(std::make_unique<Impl>(std::move(mapping), std::move(kind), thisYear))
{
}

PageReader::~PageReader() = default;

Result<Page> PageReader::readList(const QByteArray& body, const std::vector<std::string>& path)
{
    return m_impl->readList(body, path);
}

Result<Page> PageReader::readRow(const QByteArray& body, const std::vector<std::string>& path)
{
    return m_impl->readRow(body, path);
}

void PageReader::collectUnused()
{
    m_impl->runner().collectUnused(true);
}

QStringList PageReader::unused() const
{
    QStringList names;
    for (const std::string& name : m_impl->runner().unused())
        names << QString::fromStdString(name);
    return names;
}

} // namespace ekatra::sources
