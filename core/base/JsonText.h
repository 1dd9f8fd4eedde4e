// JsonText.h
// A string as JSON writes it, quoted, with only what must be escaped escaped (RFC 8785). Any thread.
#pragma once

#include <string_view>

namespace ekatra::base {

// Appends `utf8` to `out`, a QByteArray or a std::string. Bytes from 0x80 on pass as they are.
template <class Out>
void appendJsonString(Out& out, std::string_view utf8)
{
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    std::size_t plain = 0; // where the bytes begin that need no escape
    const auto flush = [&](std::size_t end) {
        if (end > plain)
            out.append(utf8.data() + plain, static_cast<decltype(out.size())>(end - plain));
        plain = end + 1;
    };
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if (byte >= 0x20 && byte != '"' && byte != '\\')
            continue;
        flush(i);
        switch (byte) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            out += "\\u00";
            out += hex[byte >> 4];
            out += hex[byte & 15];
        }
    }
    flush(utf8.size());
    out += '"';
}

} // namespace ekatra::base
