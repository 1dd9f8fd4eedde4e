// Times.h
// Moments as scripts and people read them: always Indian Standard Time. Pure functions; any thread.
#pragma once

#include <QDate>
#include <QDateTime>
#include <QJsonValue>
#include <QString>

#include <chrono>
#include <optional>

namespace ekatra::cli {

// "2024-07-14T10:20:00+05:30"; null for an invalid time, and for a count of 0.
[[nodiscard]] QJsonValue jsonTime(const QDateTime& time);
[[nodiscard]] QJsonValue jsonSeconds(qint64 unixSeconds);
[[nodiscard]] QJsonValue jsonMilliseconds(qint64 unixMilliseconds);
[[nodiscard]] QJsonValue jsonDate(QDate date);

// "14/07/2024 10:20"; empty for an invalid time, and for a count of 0.
[[nodiscard]] QString humanTime(const QDateTime& time);
[[nodiscard]] QString humanSeconds(qint64 unixSeconds);
[[nodiscard]] QString humanMilliseconds(qint64 unixMilliseconds);
[[nodiscard]] QString humanDate(QDate date);

// "1,23,456", as India groups.
[[nodiscard]] QString grouped(qint64 number);
// "12.3 MB"
[[nodiscard]] QString humanBytes(qint64 bytes);

// "90s", "15m", "2h", "1d"; nothing for anything else, and for less than a second.
[[nodiscard]] std::optional<std::chrono::seconds> durationFrom(const QString& text);

} // namespace ekatra::cli
