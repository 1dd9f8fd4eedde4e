#include "forms/Completion.h"

#include "base/Clock.h"
#include "forms/ConditionEval.h"
#include "forms/Normalise.h"

#include <QJsonArray>

#include <array>

namespace ekatra::forms {

using schema::AutoFill;
using schema::Field;
using schema::FieldType;
using schema::Shape;

namespace {

std::optional<QDate> dateIn(const QString& text)
{
    if (const auto date = readDate(text))
        return date;
    if (const auto second = readDateTime(text))
        return istDate(*second);
    return std::nullopt;
}

QString istText(const QDateTime& time)
{
    const QDateTime ist = time.toOffsetFromUtc(base::Clock::istOffsetSeconds);
    return ist.toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss")) + QStringLiteral("+05:30");
}

QJsonValue sumOf(const QJsonArray& rows, const QString& column)
{
    double sum = 0;
    bool any = false;
    for (const QJsonValue& entry : rows)
        if (const QJsonValue part = entry.toObject().value(column); part.isDouble()) {
            sum += part.toDouble();
            any = true;
        }
    return any ? QJsonValue(sum) : QJsonValue(QJsonValue::Undefined);
}

QJsonValue filled(const Field& field, const QJsonObject& payload, const ConditionEval& eval,
                  const CheckContext& context)
{
    static constexpr std::array weekdays{"MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"};
    const AutoFill& fill = field.fill;
    const QJsonValue undefined(QJsonValue::Undefined);
    const auto source = [&] { return eval.value(fill.from, payload); };
    switch (fill.source) {
    case AutoFill::Source::None:
        return undefined;
    case AutoFill::Source::Now:
        return context.now.isValid() ? QJsonValue(istText(context.now)) : undefined;
    case AutoFill::Source::Station:
        return context.station.isEmpty() ? undefined : QJsonValue(context.station);
    case AutoFill::Source::Copy: {
        const QJsonValue value = source();
        return value.isNull() ? undefined : value;
    }
    case AutoFill::Source::Prefix: {
        const QString text = source().toString();
        return text.size() > fill.length ? QJsonValue(text.first(fill.length)) : undefined;
    }
    case AutoFill::Source::YearOf: {
        const auto date = dateIn(source().toString());
        return date ? QJsonValue(date->year()) : undefined;
    }
    case AutoFill::Source::WeekdayOf: {
        const auto date = dateIn(source().toString());
        return date ? QJsonValue(QLatin1StringView(weekdays[static_cast<std::size_t>(date->dayOfWeek() - 1)]))
                    : undefined;
    }
    case AutoFill::Source::PaharOf: {
        const auto minute = readTime(source().toString());
        return minute ? QJsonValue(QString::number(*minute / 180 + 1)) : undefined;
    }
    case AutoFill::Source::SumOf:
        return sumOf(source().toArray(), fill.column);
    case AutoFill::Source::WhenTrue:
        return eval.holds(fill.condition, payload) ? QJsonValue(true) : undefined;
    }
    return undefined;
}

// "24:00" is 00:00 of the next day. A moment without a date of its own has that of the moment that stands in for it.
QJsonObject withDaysEnded(const schema::FormDefinition& form, const QJsonObject& payload)
{
    QJsonObject out = payload;
    for (const schema::Moment& moment : form.moments) {
        if (moment.time.isEmpty() || payload.value(moment.time).toString() != endOfDay)
            continue;
        const schema::Moment* other = form.moment(moment.otherwise);
        const QString dateField = payload.contains(moment.date) || !other ? moment.date : other->date;
        if (const auto date = readDate(payload.value(dateField).toString())) {
            out.insert(moment.date, date->addDays(1).toString(Qt::ISODate));
            out.insert(moment.time, startOfDay);
        }
    }
    return out;
}

// A filled field may be the source of another one further up the paper, so one round is not always enough.
constexpr int fillRounds = 3;

QJsonObject withFilledFields(const schema::FormDefinition& form, QJsonObject payload, const CheckContext& context,
                             const law::ActTable& acts)
{
    for (int round = 0; round < fillRounds; ++round) {
        const QJsonObject before = payload;
        const ConditionEval eval(form, before, context, acts);
        for (const Field& field : form.root.fields) {
            const AutoFill& fill = field.fill;
            const bool later = fill.onSubmit && context.mode != CheckMode::Submit;
            if (fill.source == AutoFill::Source::None || later || (!fill.replace && before.contains(field.id)))
                continue;
            const QJsonValue value = filled(field, before, eval, context);
            if (!value.isUndefined())
                payload.insert(field.id, value);
            else if (fill.replace)
                payload.remove(field.id);
        }
        if (payload == before)
            break;
    }
    return payload;
}

class ExampleMaker {
public:
    ExampleMaker(QString language, const CheckContext& context)
        : m_language(std::move(language)), m_today(context.now.toOffsetFromUtc(base::Clock::istOffsetSeconds).date())
    {
    }

    QJsonValue value(const Field& field, const QJsonValue& example) const
    {
        if (field.type == FieldType::Group)
            return row(*field.shape, example.toObject());
        if (field.type == FieldType::Groups) {
            QJsonArray rows;
            for (const QJsonValue& entry : example.toArray())
                rows.append(row(*field.shape, entry.toObject()));
            return rows;
        }
        if (example.isArray()) {
            QJsonArray entries;
            for (const QJsonValue& entry : example.toArray())
                entries.append(value(field, entry));
            return entries;
        }
        if (!example.isObject())
            return example;
        const QJsonObject choice = example.toObject();
        if (const auto day = choice.constFind(QLatin1StringView("day")); day != choice.constEnd())
            return dated(field, day->toInt(), choice.value(QLatin1StringView("time")).toString());
        return choice.value(m_language);
    }

private:
    QJsonObject row(const Shape& shape, const QJsonObject& example) const
    {
        QJsonObject out;
        for (auto it = example.begin(); it != example.end(); ++it)
            if (const Field* field = shape.field(it.key()))
                out.insert(it.key(), value(*field, it.value()));
        return out;
    }

    QJsonValue dated(const Field& field, int day, const QString& time) const
    {
        const QString date = m_today.addDays(day).toString(Qt::ISODate);
        return field.type == FieldType::Date ? date : date + QLatin1Char('T') + time + QStringLiteral(":00+05:30");
    }

    QString m_language;
    QDate m_today;
};

} // namespace

QJsonObject complete(const schema::FormDefinition& form, const QJsonObject& payload, const CheckContext& context,
                     const law::ActTable& acts)
{
    return withFilledFields(form, withDaysEnded(form, normalisedRow(form.root, payload)), context, acts);
}

QJsonObject examplePayload(const schema::FormDefinition& form, const QString& language, const CheckContext& context,
                           const law::ActTable& acts)
{
    const ExampleMaker maker(language, context);
    QJsonObject out;
    for (const Field& field : form.root.fields) {
        const bool given = field.fill.source == AutoFill::Source::Station && !context.station.isEmpty();
        if (!field.example.isUndefined() && !given)
            out.insert(field.id, maker.value(field, field.example));
    }
    CheckContext submitted = context;
    submitted.mode = CheckMode::Submit;
    return complete(form, out, submitted, acts);
}

} // namespace ekatra::forms
