// JsonRow.h
// One JSON object, written straight into a buffer. Texts are taken as they are: they must need no escape. A top-level
// field may be replaced whole. Lives for the writing of one row; one thread.
#pragma once

#include <QByteArray>

#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ekatra::gateway::practice {

// A top-level field whose text is replaced, whole, by this JSON.
struct RawField {
    std::string_view name;
    std::string json;
};

class JsonRow {
public:
    JsonRow(QByteArray& out, const std::vector<RawField>& replaced) : m_out(out), m_replaced(replaced)
    {
        m_out.resize(0);
        m_out.append('{');
    }

    void text(std::string_view name, std::string_view value)
    {
        if (isReplaced(name))
            return;
        key(name);
        append("\"");
        append(value);
        append("\"");
    }

    void textOrNull(std::string_view name, std::string_view value) { text(name, value.empty() ? "NULL" : value); }

    void number(std::string_view name, std::int64_t value)
    {
        std::array<char, 24> digits;
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        text(name, {digits.data(), static_cast<std::size_t>(end - digits.data())});
    }

    // A list of objects: open, then object() and endObject() for each, then close.
    void openList(std::string_view name)
    {
        key(name);
        append("[");
        m_comma = false;
        ++m_depth;
    }
    void closeList()
    {
        append("]");
        m_comma = true;
        --m_depth;
    }
    void object()
    {
        if (m_comma)
            append(",");
        append("{");
        m_comma = false;
    }
    void openObject(std::string_view name)
    {
        key(name);
        append("{");
        m_comma = false;
        ++m_depth;
    }
    void closeObject()
    {
        endObject();
        --m_depth;
    }
    void endObject()
    {
        append("}");
        m_comma = true;
    }
    void finish() { append("}"); }

private:
    void append(std::string_view text) { m_out.append(text.data(), static_cast<qsizetype>(text.size())); }

    void key(std::string_view name)
    {
        append(m_comma ? ",\"" : "\"");
        append(name);
        append("\":");
        m_comma = true;
    }

    bool isReplaced(std::string_view name)
    {
        if (m_replaced.empty() || m_depth > 0)
            return false;
        for (const RawField& field : m_replaced)
            if (field.name == name) {
                key(name);
                append(field.json);
                return true;
            }
        return false;
    }

    QByteArray& m_out;
    const std::vector<RawField>& m_replaced;
    bool m_comma = false;
    int m_depth = 0;
};

} // namespace ekatra::gateway::practice
