#include "forms/Tidy.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace ekatra::forms {

namespace {

constexpr auto anyCase = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

// "376 d(1)" -> "376D(1)", "304-A" -> "304A". What is no section stays for the check to speak about.
QString tidySection(const QString& typed)
{
    static const QRegularExpression shape(QStringLiteral("^(\\d{1,3})-?([A-Za-z]{0,2})((?:\\(\\w{1,4}\\))*)$"));
    static const QRegularExpression blank(QStringLiteral("\\s"));
    QString text = typed;
    text.remove(blank);
    const auto match = shape.match(text);
    return match.hasMatch() ? match.captured(1) + match.captured(2).toUpper() + match.captured(3) : typed;
}

// The parts of "राजेश @ राजू उर्फ मोटू"; @ is never an e-mail in a name.
QStringList partsOfName(const QString& name)
{
    static const QRegularExpression also(
        QStringLiteral("\\s*@\\s*|\\s+(?:उर्फ\\x{093c}?|urf|alias|aka|a\\.k\\.a\\.?)\\s+"), anyCase);
    return name.split(also);
}

void partAliases(const schema::Field& field, QJsonObject& row)
{
    const QStringList parts = partsOfName(row.value(field.id).toString());
    if (parts.size() < 2 || parts.contains(QString()))
        return;
    QJsonArray aliases = row.value(field.tidyTo).toArray();
    for (const QString& part : parts.sliced(1))
        if (part != parts.front() && !aliases.contains(part))
            aliases.append(part);
    row.insert(field.id, parts.front());
    if (!aliases.isEmpty())
        row.insert(field.tidyTo, aliases);
}

// A title ends at a dot, at the zero that clerks write for one, or at a blank: श्रीराम is a name.
void dropTitles(const schema::Field& field, QJsonObject& row)
{
    static const QRegularExpression title(QStringLiteral("^(?:(late|स्वर्गीय|स्व)|shri|sri|sh|smt|श्रीमती|श्री)"
                                                         "(?:\\s*[.0०]\\s*|\\s+)(?=\\p{L})"),
                                          anyCase);
    QString name = row.value(field.id).toString();
    bool dead = false;
    for (auto match = title.match(name); match.hasMatch(); match = title.match(name)) {
        dead = dead || !match.captured(1).isEmpty();
        name = name.sliced(match.capturedLength(0));
    }
    row.insert(field.id, name);
    if (dead && !row.contains(field.tidyTo))
        row.insert(field.tidyTo, true);
}

} // namespace

QJsonObject tidied(const schema::Shape& shape, QJsonObject row)
{
    for (const schema::Field& field : shape.fields) {
        if (field.tidy == schema::Tidy::None || !row.value(field.id).isString())
            continue;
        switch (field.tidy) {
        case schema::Tidy::None:
            break;
        case schema::Tidy::Section:
            row.insert(field.id, tidySection(row.value(field.id).toString()));
            break;
        case schema::Tidy::Aliases:
            partAliases(field, row);
            break;
        case schema::Tidy::Titles:
            dropTitles(field, row);
            break;
        }
    }
    return row;
}

} // namespace ekatra::forms
