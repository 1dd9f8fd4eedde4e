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

QJsonValue filled(const Field& field, const QJsonObject& row, const ConditionEval& eval, const CheckContext& context)
{
    static constexpr std::array weekdays{"MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"};
    const AutoFill& fill = field.fill;
    const QJsonValue undefined(QJsonValue::Undefined);
    const auto source = [&] { return eval.value(fill.from, row); };
    switch (fill.source) {
    case AutoFill::Source::None:
        return undefined;
    case AutoFill::Source::Now:
        if (!context.now.isValid())
            return undefined;
        return field.type == FieldType::Date ? istText(context.now).first(10) : istText(context.now);
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
        return eval.holds(fill.condition, row) ? QJsonValue(true) : undefined;
    case AutoFill::Source::AccusedCode:
        return undefined; // known among the rows of a list only
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

class Filler {
public:
    Filler(const ConditionEval& eval, const CheckContext& context) : m_eval(eval), m_context(context) { }

    // `row` with its fields filled, and those of the groups below it.
    [[nodiscard]] QJsonObject row(const Shape& shape, const QJsonObject& before) const
    {
        QJsonObject out = before;
        for (const Field& field : shape.fields) {
            const QJsonValue found = before.value(field.id);
            if (field.type == FieldType::Group && (found.isObject() || found.isUndefined())) {
                const QJsonObject below = row(*field.shape, found.toObject());
                if (!below.isEmpty())
                    out.insert(field.id, below);
            } else if (field.type == FieldType::Groups && found.isArray()) {
                out.insert(field.id, rows(*field.shape, found.toArray()));
            } else {
                fill(field, before, out);
            }
        }
        return out;
    }

private:
    void fill(const Field& field, const QJsonObject& before, QJsonObject& out) const
    {
        const AutoFill& fill = field.fill;
        const bool later = fill.onSubmit && m_context.mode != CheckMode::Submit;
        if (fill.source == AutoFill::Source::None || later || (!fill.replace && before.contains(field.id)))
            return;
        const QJsonValue value = filled(field, before, m_eval, m_context);
        if (!value.isUndefined())
            out.insert(field.id, value);
        else if (fill.replace)
            out.remove(field.id);
    }

    QJsonArray rows(const Shape& shape, QJsonArray list) const
    {
        for (qsizetype i = 0; i < list.size(); ++i) {
            if (!list[i].isObject())
                continue;
            QJsonObject filledRow = row(shape, list[i].toObject());
            for (const Field& field : shape.fields)
                if (field.fill.source == AutoFill::Source::AccusedCode && !filledRow.contains(field.id))
                    if (const QString code = freeAccusedCode(list, field.id); !code.isEmpty())
                        filledRow.insert(field.id, code);
            list[i] = filledRow;
        }
        return list;
    }

    const ConditionEval& m_eval;
    const CheckContext& m_context;
};

// A filled field may be the source of another one further up the paper, so one round is not always enough.
constexpr int fillRounds = 3;

QJsonObject withFilledFields(const schema::FormDefinition& form, QJsonObject payload, const CheckContext& context,
                             const law::ActTable& acts)
{
    for (int round = 0; round < fillRounds; ++round) {
        const QJsonObject before = payload;
        const ConditionEval eval(form, before, context, acts);
        payload = Filler(eval, context).row(form.root, before);
        if (payload == before)
            break;
    }
    return payload;
}

class ExampleMaker {
public:
    ExampleMaker(QString language, const CheckContext& context)
        : m_language(std::move(language)),
          m_atStation(!context.station.isEmpty()),
          m_today(context.now.toOffsetFromUtc(base::Clock::istOffsetSeconds).date())
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

    // The station that is signed in stands in for the one of the example.
    bool isGiven(const Field& field) const { return m_atStation && field.fill.source == AutoFill::Source::Station; }

private:
    QJsonObject row(const Shape& shape, const QJsonObject& example) const
    {
        QJsonObject out;
        for (auto it = example.begin(); it != example.end(); ++it)
            if (const Field* field = shape.field(it.key()); field && !isGiven(*field))
                out.insert(it.key(), value(*field, it.value()));
        return out;
    }

    QJsonValue dated(const Field& field, int day, const QString& time) const
    {
        if (field.type == FieldType::Int)
            return m_today.addDays(day).year();
        const QString date = m_today.addDays(day).toString(Qt::ISODate);
        return field.type == FieldType::Date ? date : date + QLatin1Char('T') + time + QStringLiteral(":00+05:30");
    }

    QString m_language;
    bool m_atStation;
    QDate m_today;
};

} // namespace

QString freeAccusedCode(const QJsonArray& rows, const QString& field)
{
    QStringList taken;
    for (const QJsonValue& row : rows)
        taken.append(row[field].toString());
    for (char16_t letter = u'A'; letter <= u'Z'; ++letter)
        for (char16_t digit = u'1'; digit <= u'9'; ++digit)
            if (const QString code = QString(QChar(letter)) + QChar(digit); !taken.contains(code))
                return code;
    return {};
}

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
        if (!field.example.isUndefined() && !maker.isGiven(field))
            out.insert(field.id, maker.value(field, field.example));
    }
    CheckContext submitted = context;
    submitted.mode = CheckMode::Submit;
    return complete(form, out, submitted, acts);
}

} // namespace ekatra::forms
