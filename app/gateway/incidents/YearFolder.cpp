#include "gateway/incidents/YearFolder.h"

#include "gateway/practice/Days.h"

#include <QDir>
#include <QFile>

#include <lzma.h>

#include <array>
#include <charconv>

namespace ekatra::gateway::incidents {

namespace {

constexpr std::uint64_t mostMemory = 256ULL << 20;

std::optional<QByteArray> unpacked(const QByteArray& packed)
{
    lzma_stream stream = LZMA_STREAM_INIT;
    if (lzma_stream_decoder(&stream, mostMemory, LZMA_CONCATENATED) != LZMA_OK)
        return std::nullopt;
    std::array<std::uint8_t, 65536> chunk;
    QByteArray out;
    stream.next_in = reinterpret_cast<const std::uint8_t*>(packed.constData());
    stream.avail_in = static_cast<std::size_t>(packed.size());
    lzma_ret status = LZMA_OK;
    while (status == LZMA_OK) {
        stream.next_out = chunk.data();
        stream.avail_out = chunk.size();
        status = lzma_code(&stream, LZMA_FINISH);
        out.append(reinterpret_cast<const char*>(chunk.data()),
                   static_cast<qsizetype>(chunk.size() - stream.avail_out));
    }
    lzma_end(&stream);
    return status == LZMA_STREAM_END ? std::optional(out) : std::nullopt;
}

// `text` between `at` and `at + length` as a number.
std::optional<int> part(std::string_view text, std::size_t at, std::size_t length)
{
    if (text.size() < at + length)
        return std::nullopt;
    int value = 0;
    const char* end = text.data() + at + length;
    const auto read = std::from_chars(text.data() + at, end, value);
    return read.ec == std::errc() && read.ptr == end ? std::optional(value) : std::nullopt;
}

std::optional<int> monthOf(std::string_view letters)
{
    static constexpr std::array<std::string_view, 12> names{"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                            "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == letters)
            return static_cast<int>(i) + 1;
    return std::nullopt;
}

} // namespace

QString YearFolder::fileOf(const QString& table) const
{
    const QDir folder(m_path);
    for (const QString& suffix : {QStringLiteral(".csv"), QStringLiteral(".csv.xz")}) {
        const auto files = folder.entryList({table + suffix}, QDir::Files); // the match ignores case
        if (!files.isEmpty())
            return folder.filePath(files.first());
    }
    return {};
}

Result<CsvTable> YearFolder::read(const QString& table) const
{
    const QString path = fileOf(table);
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return error(ErrorKind::NotFound, "incidents.table_missing",
                     {{QStringLiteral("folder"), m_path}, {QStringLiteral("table"), table}});
    QByteArray bytes = file.readAll();
    if (path.endsWith(QLatin1String(".xz"))) {
        auto plain = unpacked(bytes);
        if (!plain)
            return error(ErrorKind::BadInput, "incidents.bad_archive", {{QStringLiteral("file"), path}});
        bytes = std::move(*plain);
    }
    return CsvTable::parse(bytes, path);
}

std::optional<std::int64_t> momentOf(std::string_view text)
{
    std::optional<int> year, month, day;
    std::int64_t seconds = 0;
    if (text.size() == 9) {
        day = part(text, 0, 2);
        month = monthOf(text.substr(3, 3));
        year = part(text, 7, 2);
        if (year)
            *year += 2000;
    } else if (text.size() >= 10) {
        year = part(text, 0, 4);
        month = part(text, 5, 2);
        day = part(text, 8, 2);
        if (text.size() >= 19)
            seconds = part(text, 11, 2).value_or(0) * 3600 + part(text, 14, 2).value_or(0) * 60
                + part(text, 17, 2).value_or(0);
    }
    const QDate date = year && month && day ? QDate(*year, *month, *day) : QDate();
    if (!date.isValid() || date.year() < 1990 || date.year() > 2049)
        return std::nullopt;
    return std::int64_t(practice::dayOf(date)) * practice::secondsADay + seconds;
}

std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    std::int64_t value = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    return !text.empty() && read.ec == std::errc() && read.ptr == end ? std::optional(value) : std::nullopt;
}

std::string fitForJson(std::string_view text)
{
    std::string fit;
    for (const char c : text) {
        if (c == '"' || c == '\\')
            fit += '\\';
        fit += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return fit;
}

} // namespace ekatra::gateway::incidents
