#include "sync/PathWords.h"

#include "models/FieldWords.h"

namespace ekatra::ui {

QString pathWords(const session::Tables& tables, const QString& kind, const QString& path, const QString& language)
{
    const FieldWords words(kind, tables, language);
    const schema::Shape* shape = nullptr;
    QStringList names;
    for (const QString& part : path.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        bool isRow = false;
        if (const int row = part.toInt(&isRow); isRow && !names.isEmpty()) {
            names.last() += QLatin1Char(' ') + QString::number(row + 1);
            continue;
        }
        const schema::Field* field = words.field(part, shape);
        names.append(words.label(part, field));
        shape = field ? field->shape.get() : nullptr;
    }
    return names.join(QStringLiteral(", "));
}

} // namespace ekatra::ui
