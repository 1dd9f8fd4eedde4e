#include "theme/Tokens.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ekatra::ui {

namespace {

struct Row {
    const char* name;
    std::array<QRgb, 3> in; // light, dark, high contrast
};

// In the order of Colour.
constexpr std::array<Row, static_cast<std::size_t>(Colour::Count)> table{{
    {"surface", {0xFFFFFF, 0x16191D, 0x000000}},     {"surface-2", {0xF4F5F7, 0x1D2126, 0x000000}},
    {"surface-3", {0xE8EBEF, 0x272C33, 0x1F1F1F}},   {"line", {0xD9DDE3, 0x333A42, 0xFFFFFF}},
    {"line-strong", {0x808A96, 0x76818D, 0xFFFFFF}}, {"text", {0x1B1F24, 0xE8EAED, 0xFFFFFF}},
    {"text-2", {0x535C66, 0xA3ADB8, 0xFFFFFF}},      {"text-disabled", {0x828B95, 0x6F7984, 0xA6A6A6}},
    {"accent", {0x1F4E8C, 0x7FB0EE, 0xFFD83D}},      {"accent-hover", {0x183F73, 0xA1C6F4, 0xFFE680}},
    {"accent-soft", {0xE1EBF7, 0x22374F, 0x3D3300}}, {"on-accent", {0xFFFFFF, 0x0E1A29, 0x000000}},
    {"good", {0x1E6B3A, 0x6FCF97, 0x7CFF9B}},        {"good-soft", {0xE3F2E8, 0x1B3326, 0x002B0D}},
    {"warn", {0x7D5200, 0xE7B653, 0xFFD83D}},        {"warn-soft", {0xFBF0D6, 0x3A2F17, 0x332900}},
    {"bad", {0xA3211F, 0xF28B82, 0xFF9E96}},         {"bad-soft", {0xFBE6E4, 0x402322, 0x3D0500}},
    {"practice", {0x6B3FA0, 0xC3A1F0, 0xE0B8FF}},    {"practice-soft", {0xF0E8F8, 0x2F2540, 0x2B0047}},
    {"on-practice", {0xFFFFFF, 0x1B1128, 0x000000}}, {"mark", {0xFFEDB8, 0x4E3F12, 0xFFD83D}},
    {"on-mark", {0x1B1F24, 0xFFF3CF, 0x000000}},     {"roof", {0x183F73, 0x12294A, 0x000000}},
    {"roof-line", {0x6E96CC, 0x4F77AB, 0xFFFFFF}},   {"roof-text", {0xE6EEF8, 0xD5E2F3, 0xFFFFFF}},
    {"lamp", {0xF2B544, 0xF2B544, 0xFFD83D}},
}};

constexpr std::array<int, 4> pixels{12, 14, 18, 24};
constexpr std::array<int, 4> hindiLines{19, 22, 28, 36};
constexpr std::array<int, 4> englishLines{16, 20, 28, 36};

double luminance(const QColor& colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

QColor colourOf(Scheme scheme, Colour colour)
{
    return QColor::fromRgb(table.at(static_cast<std::size_t>(colour)).in.at(static_cast<std::size_t>(scheme)));
}

QString nameOf(Colour colour)
{
    return QString::fromLatin1(table.at(static_cast<std::size_t>(colour)).name);
}

int pixelsOf(TextSize size)
{
    return pixels.at(static_cast<std::size_t>(size));
}

int lineHeight(TextSize size, bool hindi)
{
    return (hindi ? hindiLines : englishLines).at(static_cast<std::size_t>(size));
}

double contrast(const QColor& one, const QColor& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace ekatra::ui
