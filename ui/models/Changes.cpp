#include "models/Changes.h"

#include <QJsonArray>

namespace ekatra::ui {

namespace {

class Comparison {
public:
    explicit Comparison(const FieldWords& words) : m_words(words) { }

    void objects(const QJsonObject& before, const QJsonObject& after, const schema::Shape* shape, const QString& lead)
    {
        QJsonObject both = before;
        for (auto field = after.begin(); field != after.end(); ++field)
            both.insert(field.key(), field.value());
        for (const QString& key : FieldWords::orderedKeys(both, shape))
            values(key, before.value(key), after.value(key), m_words.field(key, shape), lead);
    }

    std::vector<FieldChange> found;

private:
    void values(const QString& id, const QJsonValue& before, const QJsonValue& after, const schema::Field* field,
                const QString& lead)
    {
        if (before == after)
            return;
        const QString own = m_words.label(id, field);
        const QString label = lead.isEmpty() ? own : lead + QStringLiteral(" · ") + own;
        const schema::Shape* shape = field ? field->shape.get() : nullptr;
        const bool bothRows = isNested(before) && isNested(after);
        if (bothRows && before.isObject() && after.isObject())
            objects(before.toObject(), after.toObject(), shape, label);
        else if (isNested(before) || isNested(after))
            rows(id, before.toArray(), after.toArray(), before, after, field, label);
        else
            found.push_back({label, text(id, before, field), text(id, after, field)});
    }

    // Row by row where both sides have rows, as a whole where one has none.
    void rows(const QString& id, const QJsonArray& before, const QJsonArray& after, const QJsonValue& whole,
              const QJsonValue& otherWhole, const schema::Field* field, const QString& label)
    {
        if (before.isEmpty() && after.isEmpty()) {
            found.push_back({label, text(id, whole, field), text(id, otherWhole, field)});
            return;
        }
        for (qsizetype i = 0; i < std::max(before.size(), after.size()); ++i) {
            const QString numbered = QStringLiteral("%1 %2").arg(label).arg(i + 1);
            if (before.at(i) == after.at(i))
                continue;
            if (before.at(i).isObject() && after.at(i).isObject())
                objects(before.at(i).toObject(), after.at(i).toObject(), field ? field->shape.get() : nullptr,
                        numbered);
            else
                found.push_back({numbered, text(id, before.at(i), field), text(id, after.at(i), field)});
        }
    }

    [[nodiscard]] QString text(const QString& id, const QJsonValue& value, const schema::Field* field) const
    {
        return value.isUndefined() ? QString() : m_words.value(id, value, field);
    }

    const FieldWords& m_words;
};

} // namespace

std::vector<FieldChange> changesBetween(const QJsonObject& before, const QJsonObject& after, const FieldWords& words)
{
    Comparison comparison(words);
    comparison.objects(before, after, words.form() ? &words.form()->root : nullptr, {});
    return std::move(comparison.found);
}

} // namespace ekatra::ui
