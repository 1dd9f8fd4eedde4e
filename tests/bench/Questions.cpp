#include "bench/Questions.h"

#include <random>

namespace ekatra::bench {

namespace {

using search::SearchRequest;

// A person of some record, with what the record says around it.
struct Sample {
    QString name, relative, village, mobile;
    QString number, station;
    QString section, act;
    QString vehicle;
};

bool isHindi(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x900 && c.unicode() < 0x980; });
}

QString word(const QString& text, qsizetype i)
{
    return text.split(QLatin1Char(' '), Qt::SkipEmptyParts).value(i);
}

// The name with one letter wrong, as a tired typist would have it.
QString mistyped(QString name, std::mt19937& random)
{
    if (name.size() < 4)
        return name;
    const auto at = static_cast<qsizetype>(1 + random() % static_cast<unsigned>(name.size() - 2));
    if (name[at] == QLatin1Char(' '))
        return name;
    if (random() % 2 == 0)
        name.remove(at, 1);
    else
        name.insert(at, name[at]);
    return name;
}

Result<std::vector<Sample>> samplesOf(storage::Connection& store, std::mt19937& random, int count)
{
    qint64 last = 0;
    {
        auto row = store.query("SELECT max(id) FROM record");
        if (row.next())
            last = row.integer(0);
    }
    std::vector<Sample> samples;
    for (int tries = 0; static_cast<int>(samples.size()) < count && tries < 50 * count; ++tries) {
        const auto id = static_cast<qint64>(1 + random() % static_cast<unsigned>(std::max<qint64>(last, 1)));
        auto row = store.query("SELECT p.name, p.relative_name, p.village, p.mobile, r.number, r.station, s.section,"
                               " s.act, (SELECT identifier FROM record_property q WHERE q.record_id = r.id"
                               "  AND q.category = 'VEH' AND identifier LIKE 'HR%' LIMIT 1)"
                               " FROM record r JOIN record_person p ON p.record_id = r.id"
                               " LEFT JOIN record_section s ON s.record_id = r.id AND s.ord = 1"
                               " WHERE r.id = ? AND r.kind = 'fir' AND p.relative_name IS NOT NULL LIMIT 1",
                               id);
        if (row.next())
            samples.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
                               row.text(6), row.text(7), row.text(8)});
        if (auto done = row.status(); !done)
            return done.error();
    }
    return samples;
}

} // namespace

Result<std::vector<Question>> questionsFor(storage::Connection& store, int each)
{
    std::mt19937 random(20'24);
    auto samples = samplesOf(store, random, 60 * each);
    if (!samples)
        return samples.error();

    std::vector<Question> questions;
    const auto add = [&](const char* about, auto makeText, bool typing = false) {
        int made = 0;
        for (const Sample& sample : *samples) {
            const QString text = makeText(sample);
            if (text.isEmpty())
                continue;
            SearchRequest request;
            request.text = text;
            request.typing = typing;
            questions.push_back({QString::fromLatin1(about), request});
            if (++made == each)
                break;
        }
        std::shuffle(samples->begin(), samples->end(), random);
    };
    const auto both = [](const QString& one, const QString& other) {
        return one.isEmpty() || other.isEmpty() ? QString() : one + QLatin1Char(' ') + other;
    };
    add("name, Hindi", [](const Sample& s) { return isHindi(s.name) ? s.name : QString(); });
    add("name, Latin", [](const Sample& s) { return isHindi(s.name) ? QString() : s.name; });
    add("one common word", [](const Sample& s) { return word(s.name, 1); });
    add("name + father + village",
        [&](const Sample& s) { return both(both(s.name, word(s.relative, 0)), word(s.village, 0)); });
    add("FIR number", [](const Sample& s) { return s.number; });
    add("mobile, 10 digits", [](const Sample& s) { return s.mobile; });
    add("mobile, first 5",
        [](const Sample& s) { return s.mobile.isEmpty() ? QString() : s.mobile.left(5) + QLatin1Char('*'); });
    add("vehicle", [](const Sample& s) { return s.vehicle; });
    add("section",
        [](const Sample& s) { return s.section.isEmpty() ? QString() : s.section + QLatin1Char(' ') + s.act; });
    add("name + kind + station",
        [&](const Sample& s) { return s.name + QStringLiteral(" kind:fir station:") + s.station; });
    add(
        "3 letters, typing", [](const Sample& s) { return s.name.left(3); }, true);
    add("mistyped name", [&](const Sample& s) { return mistyped(s.name, random); });
    return questions;
}

} // namespace ekatra::bench
