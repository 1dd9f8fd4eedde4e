// Value.h
// One cell on its way from a source's field to ours. Internal to sources: it names simdjson. One thread.
#pragma once

#include <simdjson.h>

#include <deque>
#include <string>
#include <string_view>

namespace ekatra::sources {

struct Value {
    enum class Kind { Missing, Text, Whole, Number, Truth, Json, Node };

    Kind kind = Kind::Missing;
    bool truth = false;
    std::string_view text; // Text: UTF-8. Json: JSON text, ready to be written
    std::int64_t whole = 0;
    double number = 0;
    simdjson::dom::element node; // Node: an object or array that nobody read yet

    [[nodiscard]] bool missing() const { return kind == Kind::Missing; }

    static Value ofText(std::string_view text)
    {
        Value value;
        value.kind = Kind::Text;
        value.text = text;
        return value;
    }
    static Value ofJson(std::string_view json)
    {
        Value value = ofText(json);
        value.kind = Kind::Json;
        return value;
    }
    static Value ofWhole(std::int64_t whole)
    {
        Value value;
        value.kind = Kind::Whole;
        value.whole = whole;
        return value;
    }
};

// Text that was made while one row was mapped; views into it hold until clear().
class Scratch {
public:
    std::string_view keep(std::string text) { return m_texts.emplace_back(std::move(text)); }
    std::string& make() { return m_texts.emplace_back(); }
    void clear() { m_texts.clear(); }

private:
    std::deque<std::string> m_texts;
};

} // namespace ekatra::sources
