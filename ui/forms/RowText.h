// RowText.h
// Rows of a group in a few words, for the cards of a list: who it is, which section with what the Schedule says of it.
// Plain functions; GUI thread.
#pragma once

#include "forms/FormModel.h"

namespace ekatra::ui {

struct RowWords {
    QString title;
    QString below;
};

[[nodiscard]] RowWords rowWords(const FormModel& model, const schema::Field& list, const QJsonObject& row);

// "Cognizable · non-bailable · any Magistrate · up to 3 years"; empty where the Schedule does not list it.
[[nodiscard]] QString sectionFacts(const FormModel& model, const QString& act, const QString& section);

// Item number of a field of a group: "6" and "c" make 6(c), in Hindi 6(ग).
[[nodiscard]] QString itemText(const FormModel& model, const QString& outer, const QString& item);

} // namespace ekatra::ui
