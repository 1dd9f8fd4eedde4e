// Format.h
// Values as people read them: the same digits in both languages, dates as dd/MM/yyyy, money in lakhs and crores.
// Plain functions; any thread.
#pragma once

#include "domain/KindTable.h"
#include "domain/Stations.h"

#include <QDate>
#include <QDateTime>
#include <QString>

namespace ekatra::ui {

// "14/07/2024"; a dash for an unknown date.
[[nodiscard]] QString dateText(const QDate& date);
// "14/07/2024 10:20" in Indian Standard Time.
[[nodiscard]] QString momentText(const QDateTime& moment);
[[nodiscard]] QString momentText(qint64 unixSeconds);
// 18420500 -> "1,84,20,500"
[[nodiscard]] QString grouped(qint64 number);
// Paise: "₹ 45,000", with paise only where there are some.
[[nodiscard]] QString moneyText(qint64 paise);
// "5,000+" when capped.
[[nodiscard]] QString countText(int count, bool capped);
// "CAS" for "cas": short ids are abbreviations.
[[nodiscard]] QString sourceText(const QString& sourceId);
// "CAS +2"
[[nodiscard]] QString sourcesText(const QStringList& sourceIds);

[[nodiscard]] QString kindText(const domain::KindTable& kinds, const QString& kind, const QString& language);
[[nodiscard]] QString kindsText(const domain::KindTable& kinds, const QString& kind, const QString& language);
[[nodiscard]] QString kindIcon(const domain::KindTable& kinds, const QString& kind);

// Name of a station where the column already says that it is one: without the word for it in front.
[[nodiscard]] QString stationText(const domain::Stations& stations, const QString& code, const QString& language);

// What a record's state means to the operator; empty for one that is simply held.
[[nodiscard]] QString stateText(domain::RecordState state);
[[nodiscard]] QString stateIcon(domain::RecordState state);

// "place_type" -> "Place type", for fields that no form names.
[[nodiscard]] QString prettyName(const QString& fieldId);

} // namespace ekatra::ui
