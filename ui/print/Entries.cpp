#include "print/Entries.h"

#include <QJsonArray>

namespace ekatra::print {

namespace {

using namespace Qt::Literals::StringLiterals;

bool isThere(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return false;
    case QJsonValue::String:
        return !value.toString().isEmpty();
    case QJsonValue::Array:
        return !value.toArray().isEmpty();
    case QJsonValue::Object:
        return !value.toObject().isEmpty();
    case QJsonValue::Bool:
    case QJsonValue::Double:
        return true;
    }
    Q_UNREACHABLE();
}

// "addresses[kind=PERM]"
struct Step {
    QString key;
    QString column;
    QString code;
};

Step stepOf(const QString& text)
{
    const qsizetype open = text.indexOf(u'[');
    if (open < 0)
        return {text, {}, {}};
    const QString filter = text.mid(open + 1, text.size() - open - 2);
    return {text.left(open), filter.section(u'=', 0, 0), filter.section(u'=', 1)};
}

QString below(const QString& pointer, const QString& key)
{
    return pointer + u'/' + key;
}

bool isTableOrGroup(const QJsonValue& value)
{
    if (value.isObject())
        return true;
    const QJsonArray rows = value.toArray();
    return std::any_of(rows.begin(), rows.end(), [](const QJsonValue& row) { return row.isObject(); });
}

} // namespace

const schema::Field* Entries::fieldFor(const QString& key, const schema::Shape* shape) const
{
    if (shape) {
        if (const schema::Field* found = shape->field(key))
            return found;
    }
    return m_form.root.field(key);
}

std::vector<Entry> Entries::find(const Row& row, const QString& path) const
{
    const Step step = stepOf(path.section(u'.', 0, 0));
    const QString rest = path.section(u'.', 1);
    const Entry entry{row.object.value(step.key), step.key, below(row.pointer, step.key),
                      fieldFor(step.key, row.shape)};
    if (!isThere(entry.value))
        return {};
    if (step.column.isEmpty() && rest.isEmpty())
        return {entry};
    std::vector<Entry> found;
    for (const Row& inner : rowsOf(entry)) {
        if (!step.column.isEmpty() && inner.object.value(step.column).toString() != step.code)
            continue;
        if (rest.isEmpty())
            found.push_back({inner.object, step.key, inner.pointer, entry.field});
        else
            for (Entry& deeper : find(inner, rest))
                found.push_back(std::move(deeper));
    }
    return found;
}

const schema::Field* Entries::fieldAt(const Row& row, const QString& path) const
{
    const schema::Shape* shape = row.shape;
    const schema::Field* field = nullptr;
    for (const QString& part : path.split(u'.')) {
        field = fieldFor(stepOf(part).key, shape);
        shape = field ? field->shape.get() : nullptr;
    }
    return field;
}

std::vector<Row> Entries::rowsOf(const Entry& entry) const
{
    const schema::Shape* shape = entry.field ? entry.field->shape.get() : nullptr;
    if (entry.value.isObject())
        return {{entry.value.toObject(), entry.pointer, shape}};
    std::vector<Row> rows;
    const QJsonArray list = entry.value.toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (list[i].isObject())
            rows.push_back({list[i].toObject(), below(entry.pointer, QString::number(i)), shape});
    }
    return rows;
}

std::vector<Entry> Entries::all(const Row& row) const
{
    std::vector<Entry> entries;
    QSet<QString> done;
    const auto add = [&](const QString& key) {
        const QJsonValue value = row.object.value(key);
        if (isThere(value) && !done.contains(key))
            entries.push_back({value, key, below(row.pointer, key), fieldFor(key, row.shape)});
        done.insert(key);
    };
    if (row.shape) {
        for (const schema::Field& field : row.shape->fields)
            add(field.id);
    }
    for (const QString& key : row.object.keys())
        add(key);
    return entries;
}

bool Entries::holds(const When& when, const Row& row) const
{
    if (when.field.isEmpty())
        return true;
    bool holds = false;
    for (const Entry& entry : find(row, when.field)) {
        const QString text = entry.value.toString();
        holds = holds || (when.among.isEmpty() ? entry.value != QJsonValue(false) : when.among.contains(text));
    }
    return holds != when.negated;
}

bool Entries::isPrinted(const Entry& entry) const
{
    QString pointer = entry.pointer;
    while (!pointer.isEmpty()) {
        if (m_printed.contains(pointer))
            return true;
        pointer.truncate(pointer.lastIndexOf(u'/'));
    }
    return false;
}

bool Entries::isOpen(const Entry& entry) const
{
    if (m_printed.contains(entry.pointer))
        return false;
    if (!isTableOrGroup(entry.value))
        return true;
    // A list that mixes rows with plain values is open as long as it is not printed as a whole.
    const std::vector<Row> rows = rowsOf(entry);
    if (entry.value.isArray() && static_cast<qsizetype>(rows.size()) != entry.value.toArray().size())
        return true;
    return std::any_of(rows.begin(), rows.end(), [&](const Row& row) {
        if (m_printed.contains(row.pointer))
            return false;
        const std::vector<Entry> entries = all(row);
        return std::any_of(entries.begin(), entries.end(), [&](const Entry& inner) { return isOpen(inner); });
    });
}

} // namespace ekatra::print
