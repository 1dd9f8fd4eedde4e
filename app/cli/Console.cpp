#include "cli/Console.h"

#include "cli/ExitCode.h"

#include <QJsonDocument>

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include <unistd.h>

namespace ekatra::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString boldOn = u"\x1b[1m"_s;
const QString boldOff = u"\x1b[0m"_s;

QString padded(const QString& text, int columns)
{
    return text + QString(std::max(0, columns - columnsOf(text)), u' ');
}

} // namespace

QString harmless(const QString& text)
{
    QString clean = text;
    for (QChar& c : clean) {
        const char16_t code = c.unicode();
        if (c == u'\n' || c == u'\t')
            c = u' ';
        else if (code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0x202a && code <= 0x202e)
                 || (code >= 0x2066 && code <= 0x2069) || code == 0x2028 || code == 0x2029)
            c = QChar::ReplacementCharacter;
    }
    return clean;
}

int columnsOf(const QString& text)
{
    int columns = 0;
    for (const char32_t c : text.toUcs4()) {
        switch (QChar::category(c)) {
        case QChar::Mark_NonSpacing:
        case QChar::Mark_Enclosing:
        case QChar::Other_Format:
            break;
        default:
            ++columns;
        }
    }
    return columns;
}

Console::Console(const session::Messages& messages, QString language, bool json, bool quiet)
    : m_messages(messages),
      m_language(std::move(language)),
      m_json(json),
      m_terminal(!json && ::isatty(STDOUT_FILENO) == 1),
      m_progress(!quiet && ::isatty(STDERR_FILENO) == 1),
      m_quiet(quiet)
{
}

void Console::write(const QByteArray& utf8)
{
    clearProgress();
    errno = 0;
    const auto size = static_cast<std::size_t>(utf8.size());
    if (std::fwrite(utf8.constData(), 1, size, stdout) != size && m_writeError == 0)
        m_writeError = errno;
}

void Console::object(const QJsonObject& object)
{
    write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void Console::line(const QString& text)
{
    write(text.toUtf8() + '\n');
}

void Console::table(const QStringList& headings, const std::vector<QStringList>& rows)
{
    std::vector<QStringList> lines;
    QStringList head;
    for (const QString& code : headings)
        head.append(text(code));
    lines.push_back(head);
    for (const QStringList& row : rows) {
        QStringList clean;
        for (const QString& cell : row)
            clean.append(harmless(cell));
        lines.push_back(clean);
    }
    std::vector<int> widths(static_cast<std::size_t>(headings.size()));
    for (const QStringList& cells : lines) {
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], columnsOf(cells.value(static_cast<qsizetype>(i))));
    }
    for (std::size_t row = 0; row < lines.size(); ++row) {
        QString out;
        for (std::size_t i = 0; i < widths.size(); ++i)
            out += padded(lines[row].value(static_cast<qsizetype>(i)), widths[i]) + u"  "_s;
        while (out.endsWith(u' '))
            out.chop(1);
        line(row == 0 ? bold(out) : out);
    }
}

void Console::pairs(const std::vector<std::pair<const char*, QString>>& pairs)
{
    int width = 0;
    for (const auto& [code, value] : pairs) {
        if (!value.isEmpty())
            width = std::max(width, columnsOf(text(code)));
    }
    for (const auto& [code, value] : pairs) {
        if (!value.isEmpty())
            line(padded(text(code) + u':', width + 3) + harmless(value));
    }
}

void Console::note(const QString& code, const QMap<QString, QString>& values)
{
    if (m_quiet)
        return;
    clearProgress();
    std::fflush(stdout);
    const QByteArray utf8 = harmless(text(code, values)).toUtf8() + '\n';
    std::fwrite(utf8.constData(), 1, static_cast<std::size_t>(utf8.size()), stderr);
}

QJsonObject Console::failureObject(const Error& error) const
{
    const auto text = m_messages.text(error, m_language);
    QJsonObject object{{u"kind"_s, kindText(error.kind)},
                       {u"code"_s, error.code},
                       {u"message"_s, text.message},
                       {u"hint"_s, text.hint}};
    if (error.cause)
        object.insert(u"cause"_s, failureObject(*error.cause));
    return object;
}

void Console::failure(const Error& error)
{
    clearProgress();
    std::fflush(stdout);
    QByteArray out;
    if (m_json) {
        const QJsonObject object{{u"error"_s, failureObject(error)}};
        out = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    } else {
        const auto said = m_messages.text(error, m_language);
        out = "ekatractl: " + harmless(said.message).toUtf8() + '\n';
        for (auto cause = error.cause; cause; cause = cause->cause)
            out += "  " + harmless(m_messages.text(*cause, m_language).message).toUtf8() + '\n';
        if (!said.hint.isEmpty())
            out += "  " + harmless(said.hint).toUtf8() + '\n';
    }
    std::fwrite(out.constData(), 1, static_cast<std::size_t>(out.size()), stderr);
}

QString Console::text(const QString& code, const QMap<QString, QString>& values) const
{
    return m_messages.text(Error{{}, code, values, {}}, m_language).message;
}

void Console::progress(const QString& text)
{
    if (!m_progress)
        return;
    const QByteArray utf8 = "\r\x1b[K" + harmless(text).toUtf8();
    std::fwrite(utf8.constData(), 1, static_cast<std::size_t>(utf8.size()), stderr);
    std::fflush(stderr);
    m_progressShown = true;
}

void Console::clearProgress()
{
    if (!m_progressShown)
        return;
    std::fputs("\r\x1b[K", stderr);
    m_progressShown = false;
}

QString Console::bold(const QString& text) const
{
    return m_terminal ? boldOn + text + boldOff : text;
}

Result<void> Console::finish()
{
    clearProgress();
    errno = 0;
    if (std::fflush(stdout) != 0 && m_writeError == 0)
        m_writeError = errno;
    // `ekatractl search ... | head` is a reader that has had enough.
    if (m_writeError != 0 && m_writeError != EPIPE)
        return error(ErrorKind::DiskFull, "cli.output", {{u"detail"_s, qt_error_string(m_writeError)}});
    return {};
}

} // namespace ekatra::cli
