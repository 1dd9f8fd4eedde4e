// Console.h
// Everything that the program says: results on standard output, as JSON or as aligned text in the reader's language;
// messages, errors and progress on standard error. What comes from records cannot steer a terminal: control characters
// in it are replaced. Owned by main; main thread.
#pragma once

#include "session/Messages.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <vector>

namespace ekatra::cli {

class Console {
public:
    Console(const session::Messages& messages, QString language, bool json, bool quiet);

    [[nodiscard]] bool json() const { return m_json; }
    [[nodiscard]] const QString& language() const { return m_language; }

    // One object on one line of standard output.
    void object(const QJsonObject& object);
    // One line of standard output.
    void line(const QString& text = {});
    // Rows under `headings` (message codes), each column as wide as its widest cell.
    void table(const QStringList& headings, const std::vector<QStringList>& rows);
    // What is no text, as it is.
    void bytes(const QByteArray& content) { write(content); }
    // "Station:   Sector 5" for each pair of a message code and a value; empty values are left out.
    void pairs(const std::vector<std::pair<const char*, QString>>& pairs);

    // A message to people on standard error, unless --quiet.
    void note(const QString& code, const QMap<QString, QString>& values = {});
    // What went wrong, with the way out; as one JSON object with --json.
    void failure(const Error& error);
    // The same as an object: {"kind","code","message","hint"}.
    [[nodiscard]] QJsonObject failureObject(const Error& error) const;

    // The text of a message code in the reader's language.
    [[nodiscard]] QString text(const QString& code, const QMap<QString, QString>& values = {}) const;
    [[nodiscard]] QString text(const char* code) const { return text(QString::fromLatin1(code)); }
    [[nodiscard]] const session::Messages& messages() const { return m_messages; }

    // A line that is written over until it is cleared: shown on a terminal only, and not with --quiet.
    [[nodiscard]] bool showsProgress() const { return m_progress; }
    void progress(const QString& text);
    void clearProgress();

    // Whether marks for bold may be used on standard output.
    [[nodiscard]] bool isTerminal() const { return m_terminal; }
    [[nodiscard]] QString bold(const QString& text) const;

    // Writes out what is buffered. Errors: DiskFull cli.output; a reader that went away is none.
    [[nodiscard]] Result<void> finish();

private:
    void write(const QByteArray& utf8);

    const session::Messages& m_messages;
    QString m_language;
    bool m_json;
    bool m_terminal;
    bool m_progress;
    bool m_quiet;
    int m_writeError = 0; // errno of the first write that failed
    bool m_progressShown = false;
};

// `text` with everything replaced that a terminal would obey: control characters, and marks that turn the direction.
[[nodiscard]] QString harmless(const QString& text);

// Columns that `text` takes on a terminal: vowel signs above and below take none.
[[nodiscard]] int columnsOf(const QString& text);

} // namespace ekatra::cli
