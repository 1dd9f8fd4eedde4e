// CodeLists.h
// The lists behind the drop-downs: resources/codes/*.json, one file a list. Immutable after load(); any thread.
#pragma once

#include "base/Result.h"
#include "schema/Bilingual.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <vector>

namespace ekatra::schema {

struct CodeValue {
    QString code;
    Bilingual label;
    QString parent; // "COM" for SHOP
};

struct CodeList {
    QString name;
    bool closed = false; // an open list also takes OTH and UNK
    bool external = false; // its values come from masters at run time; any code of its pattern passes
    QRegularExpression pattern;
    std::vector<CodeValue> values; // in the order of the file
    QHash<QString, std::size_t> index;

    [[nodiscard]] bool accepts(const QString& code) const;
    [[nodiscard]] const CodeValue* value(const QString& code) const;
};

class CodeLists {
public:
    // Reads every file of resources/codes. Errors: NotFound or BadInput, naming the file.
    [[nodiscard]] static Result<CodeLists> load();

    // Parses one file's text. `file` is for messages. Errors: BadInput schema.bad_code_list {file, path, detail}.
    [[nodiscard]] static Result<CodeList> parse(const QByteArray& json, const QString& file);

    [[nodiscard]] const CodeList* list(const QString& name) const;
    [[nodiscard]] QStringList names() const;
    // Label of `code`; the code itself in both languages when the list lacks it.
    [[nodiscard]] Bilingual label(const QString& list, const QString& code) const;

    void add(CodeList list);

private:
    QHash<QString, CodeList> m_lists;
};

} // namespace ekatra::schema
