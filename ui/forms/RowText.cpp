#include "forms/RowText.h"

#include "forms/PickSources.h"
#include "forms/ValueText.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace ekatra::ui {

namespace {

using schema::Field;
using schema::FieldType;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ekatra::ui::RowText)
};

const QString dot = QStringLiteral(" · ");

QString courtText(const QString& court)
{
    if (court == u"Any Magistrate")
        return Words::tr("any Magistrate");
    if (court == u"Magistrate of the first class")
        return Words::tr("Magistrate of the first class");
    if (court == u"Court of Session")
        return Words::tr("Court of Session");
    if (court == u"Special Court")
        return Words::tr("Special Court");
    if (court == u"Children's Court")
        return Words::tr("Children's Court");
    return {};
}

QString mostPunishment(const law::Classification& row)
{
    if (row.death)
        return Words::tr("up to death");
    if (row.life)
        return Words::tr("up to life");
    if (row.maximumYears <= 0)
        return {};
    return row.maximumYears == 1 ? Words::tr("up to 1 year") : Words::tr("up to %1 years").arg(row.maximumYears);
}

QString scalarText(const FormModel& model, const Field& field, const QJsonValue& value)
{
    if (field.type == FieldType::Code)
        return CodeSource(model.context(), field.codeList).label(value.toString());
    if (field.type == FieldType::Bool)
        return value.toBool() ? model.text(field.label) : QString();
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue& entry : value.toArray())
            if (entry.isString())
                parts.append(field.type == FieldType::Codes
                                 ? CodeSource(model.context(), field.codeList).label(entry.toString())
                                 : entry.toString());
        return parts.join(QStringLiteral(", "));
    }
    const QString text = shownValue(field, value);
    if (field.type == FieldType::Money && value.isDouble())
        return QStringLiteral("₹ ") + text;
    return text.isEmpty() || field.unit.isEmpty() ? text : text + QLatin1Char(' ') + model.text(field.unit);
}

// A section with its act, heading and classification.
RowWords lawWords(const FormModel& model, const QJsonObject& row)
{
    const QString act = row.value(QLatin1StringView("act")).toString();
    const QString section = row.value(QLatin1StringView("section")).toString();
    RowWords words;
    words.title = QStringList{section, act}.join(QChar(0x00a0)).trimmed();
    if (const law::SectionEntry* entry = model.context().tables.acts.section(act, section))
        words.title += dot + model.text({entry->headingEn, entry->headingHi});
    words.below = sectionFacts(model, act, section);
    return words;
}

} // namespace

QString sectionFacts(const FormModel& model, const QString& act, const QString& section)
{
    const auto rows = model.context().tables.acts.classification(act, section);
    if (rows.empty())
        return {};
    const law::Classification& row = rows.front();
    QStringList parts;
    if (row.cognizable == u"Y" || row.cognizable == u"N")
        parts.append(row.cognizable == u"Y" ? Words::tr("cognizable") : Words::tr("non-cognizable"));
    if (row.bailable == u"Y" || row.bailable == u"N")
        parts.append(row.bailable == u"Y" ? Words::tr("bailable") : Words::tr("non-bailable"));
    parts.append(courtText(row.triableBy));
    parts.append(mostPunishment(row));
    if (rows.size() > 1)
        parts.append(Words::tr("%1 variants").arg(rows.size()));
    parts.removeAll(QString());
    return parts.join(dot);
}

RowWords rowWords(const FormModel& model, const Field& list, const QJsonObject& row)
{
    if (list.group == u"law")
        return lawWords(model, row);
    // First what the row is (a required code such as the kind of an address), then who or what by name.
    RowWords words;
    QStringList below;
    QString kind;
    for (const Field& field : list.shape->fields) {
        const QJsonValue value = row.value(field.id);
        if (value.isUndefined() || field.isGroup())
            continue;
        const QString text = scalarText(model, field, value);
        if (text.isEmpty())
            continue;
        if (kind.isEmpty() && words.title.isEmpty() && field.type == FieldType::Code
            && field.required.kind == schema::ConditionKind::Always)
            kind = text;
        else if (words.title.isEmpty() && field.type == FieldType::Text)
            words.title = text;
        else
            below.append(text);
    }
    if (!kind.isEmpty())
        words.title = words.title.isEmpty() ? kind : kind + dot + words.title;
    words.below = below.join(dot);
    if (words.title.isEmpty())
        std::swap(words.title, words.below);
    return words;
}

QString itemText(const FormModel& model, const QString& outer, const QString& item)
{
    // The letters of Hindi paper forms, in the order of the alphabet.
    static const QString letters = QStringLiteral("कखगघङचछजझञटठडढणतथदधनपफबभमय");
    QString text = item;
    if (!outer.isEmpty() && !item.isEmpty() && item != outer)
        text = outer + QLatin1Char('(') + item + QLatin1Char(')');
    else if (item.isEmpty())
        text = outer;
    if (!model.context().language.isHindi())
        return text;
    const qsizetype open = text.indexOf(QLatin1Char('('));
    const bool lettered = open >= 0 && text.size() == open + 3 && text[open + 1] >= u'a' && text[open + 1] <= u'z';
    if (lettered)
        text[open + 1] = letters.at(text[open + 1].unicode() - u'a');
    return text;
}

} // namespace ekatra::ui
