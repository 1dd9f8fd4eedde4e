#include "domain/Record.h"

#include <QRandomGenerator>

#include <array>

namespace ekatra::domain {

namespace {
struct StateName {
    RecordState state;
    QLatin1String text;
};
constexpr std::array<StateName, 6> stateNames{{
    {RecordState::Held, QLatin1String("held")},
    {RecordState::Draft, QLatin1String("draft")},
    {RecordState::Ready, QLatin1String("ready")},
    {RecordState::Accepted, QLatin1String("accepted")},
    {RecordState::Rejected, QLatin1String("rejected")},
    {RecordState::Conflicted, QLatin1String("conflicted")},
}};
} // namespace

QString toText(RecordState state)
{
    for (const auto& name : stateNames) {
        if (name.state == state)
            return name.text;
    }
    Q_UNREACHABLE();
}

RecordState recordStateFrom(const QString& text)
{
    for (const auto& name : stateNames) {
        if (name.text == text)
            return name.state;
    }
    return RecordState::Held;
}

RecordUid newUid(qint64 unixMilliseconds)
{
    std::array<quint32, 3> noise{};
    QRandomGenerator::system()->fillRange(noise.data(), static_cast<qsizetype>(noise.size()));
    const auto time = static_cast<quint64>(unixMilliseconds);
    const auto high = static_cast<quint32>(time >> 16);
    const auto low = static_cast<quint16>(time & 0xffff);
    const auto version = static_cast<quint16>(0x7000 | (noise[0] & 0x0fff));
    const auto byte = [&](int index) { return static_cast<uchar>(noise[1 + index / 4] >> (8 * (index % 4))); };
    return QUuid(high, low, version, static_cast<uchar>(0x80 | (byte(0) & 0x3f)), byte(1), byte(2), byte(3), byte(4),
                 byte(5), byte(6), byte(7));
}

} // namespace ekatra::domain
