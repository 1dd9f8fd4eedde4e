#include "gateway/PayloadCheck.h"

#include <QDate>
#include <QJsonDocument>
#include <QRegularExpression>

namespace ekatra::gateway {

using namespace Qt::Literals::StringLiterals;

namespace {

// Deepest nesting of brackets outside strings. Counted before parsing, so that a hostile text costs one pass.
int depthOf(const QByteArray& text)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    bool escaped = false;
    for (const char c : text) {
        if (inString) {
            if (escaped)
                escaped = false;
            else if (c == '\\')
                escaped = true;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

QString text(const QJsonObject& object, QLatin1StringView field)
{
    return object.value(field).toString().trimmed();
}

// A code begins with its state and district. Stations of other districts may push too; of the districts that are known
// here, all stations are known.
bool mayBeStation(const QString& code, const QSet<QString>& stations)
{
    constexpr qsizetype stateDigits = 2;
    constexpr qsizetype districtDigits = 5;
    static const QRegularExpression form(u"\\A[0-9]{8}\\z"_s);
    if (!form.match(code).hasMatch())
        return false;
    if (stations.isEmpty() || stations.contains(code))
        return true;
    const auto shares = [&](qsizetype digits) {
        return std::any_of(stations.begin(), stations.end(),
                           [&](const QString& known) { return known.left(digits) == code.left(digits); });
    };
    return shares(stateDigits) && !shares(districtDigits);
}

// What may stand in a payload: the list of its faults grows here.
class PayloadFaults {
public:
    PayloadFaults(const QSet<QString>& stations, const Problems& problems) : m_stations(stations), m_problems(problems)
    {
    }

    void fir(const QJsonObject& payload);
    void arrest(const QJsonObject& payload);
    void finalReport(const QJsonObject& payload);

    QJsonArray errors;

private:
    void add(const QString& pointer, const char* code) { errors.append(m_problems.fieldError(pointer, code)); }
    void station(const QJsonObject& holder, const QString& pointer);
    void year(const QJsonObject& holder, QLatin1StringView field, const QString& pointer);
    void number(const QJsonObject& holder, QLatin1StringView field, const QString& pointer, bool needed);
    void firRef(const QJsonObject& payload);
    void laws(const QJsonObject& payload);
    void name(const QJsonObject& person, const QString& pointer);
    void day(const QJsonObject& payload, QLatin1StringView field);

    const QSet<QString>& m_stations;
    const Problems& m_problems;
};

void PayloadFaults::station(const QJsonObject& holder, const QString& pointer)
{
    const QString code = text(holder, "ps_code"_L1);
    if (code.isEmpty())
        add(pointer, "field_required");
    else if (!mayBeStation(code, m_stations))
        add(pointer, "field_station");
}

void PayloadFaults::year(const QJsonObject& holder, QLatin1StringView field, const QString& pointer)
{
    const QJsonValue value = holder.value(field);
    if (value.isUndefined())
        add(pointer, "field_required");
    else if (!value.isDouble() || value.toInteger() < 1900 || value.toInteger() > 2999)
        add(pointer, "field_year");
}

void PayloadFaults::number(const QJsonObject& holder, QLatin1StringView field, const QString& pointer, bool needed)
{
    const QJsonValue value = holder.value(field);
    if (value.isUndefined() && needed)
        add(pointer, "field_required");
    else if (!value.isUndefined() && (!value.isDouble() || value.toInteger() < 1))
        add(pointer, "field_number");
}

void PayloadFaults::firRef(const QJsonObject& payload)
{
    const QJsonObject ref = payload.value("fir_ref"_L1).toObject();
    if (ref.isEmpty())
        return add(u"/fir_ref"_s, "field_required");
    station(ref, u"/fir_ref/ps_code"_s);
    year(ref, "fir_year"_L1, u"/fir_ref/fir_year"_s);
    number(ref, "fir_no"_L1, u"/fir_ref/fir_no"_s, true);
}

void PayloadFaults::laws(const QJsonObject& payload)
{
    const QJsonArray laws = payload.value("laws"_L1).toArray();
    if (laws.isEmpty())
        add(u"/laws"_s, "field_laws");
    for (qsizetype i = 0; i < laws.size(); ++i) {
        const QJsonObject law = laws.at(i).toObject();
        for (const auto field : {"act"_L1, "section"_L1}) {
            if (text(law, field).isEmpty())
                add(u"/laws/%1/%2"_s.arg(i).arg(field), "field_required");
        }
    }
}

void PayloadFaults::name(const QJsonObject& person, const QString& pointer)
{
    if (text(person, "name"_L1).isEmpty())
        add(pointer, "field_required");
}

// A day, alone or with its time.
void PayloadFaults::day(const QJsonObject& payload, QLatin1StringView field)
{
    const QString pointer = u'/' + QString(field);
    const QString written = text(payload, field);
    if (written.isEmpty())
        add(pointer, "field_required");
    else if (!QDate::fromString(written.left(10), Qt::ISODate).isValid())
        add(pointer, "field_day");
}

void PayloadFaults::fir(const QJsonObject& payload)
{
    station(payload, u"/ps_code"_s);
    if (payload.contains("fir_kind"_L1) && text(payload, "fir_kind"_L1).isEmpty())
        add(u"/fir_kind"_s, "field_required");
    year(payload, "fir_year"_L1, u"/fir_year"_s);
    number(payload, "fir_no"_L1, u"/fir_no"_s, false);
    laws(payload);
}

void PayloadFaults::arrest(const QJsonObject& payload)
{
    firRef(payload);
    name(payload, u"/name"_s);
    day(payload, "arrest_at"_L1);
    laws(payload);
}

// A charge sheet names whom it charges; a report that closes the case charges nobody.
void PayloadFaults::finalReport(const QJsonObject& payload)
{
    firRef(payload);
    year(payload, "fr_year"_L1, u"/fr_year"_s);
    number(payload, "fr_no"_L1, u"/fr_no"_s, false);
    day(payload, "fr_date"_L1);
    const QString type = text(payload, "fr_type"_L1);
    if (type.isEmpty())
        add(u"/fr_type"_s, "field_required");
    laws(payload);
    const QJsonArray accused = payload.value("accused"_L1).toArray();
    if (type == "CS"_L1 && accused.isEmpty())
        add(u"/accused"_s, "field_accused");
    for (qsizetype i = 0; i < accused.size(); ++i)
        name(accused.at(i).toObject(), u"/accused/%1/name"_s.arg(i));
}

} // namespace

Result<QJsonObject> parseObject(const QByteArray& text, int maxDepth)
{
    if (depthOf(text) > maxDepth)
        return error(ErrorKind::BadInput, "gateway.too_deep", {{u"limit"_s, QString::number(maxDepth)}});
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError)
        return error(ErrorKind::BadInput, "gateway.malformed_json",
                     {{u"detail"_s, u"%1 (byte %2)"_s.arg(problem.errorString()).arg(problem.offset)}});
    if (!document.isObject())
        return error(ErrorKind::BadInput, "gateway.malformed_json", {{u"detail"_s, u"not an object"_s}});
    return document.object();
}

bool isKind(const QString& kind)
{
    static const QRegularExpression pattern(u"\\A[a-z_]{1,40}\\z"_s);
    return pattern.match(kind).hasMatch();
}

bool isKnownKind(const QString& kind)
{
    static const QSet<QString> known{u"fir"_s,
                                     u"arrest"_s,
                                     u"seizure"_s,
                                     u"final_report"_s,
                                     u"crime_detail"_s,
                                     u"court_disposal"_s,
                                     u"appeal_result"_s,
                                     u"gd"_s,
                                     u"complaint"_s,
                                     u"case_diary"_s,
                                     u"court_case"_s,
                                     u"prisoner"_s,
                                     u"fsl_parcel"_s,
                                     u"prosecution_opinion"_s,
                                     u"fingerprint_hit"_s,
                                     u"wcd_case"_s};
    return known.contains(kind);
}

std::optional<QString> asUuid(const QString& text)
{
    static const QRegularExpression pattern(u"\\A[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\z"_s);
    QString lower = text.toLower();
    if (!pattern.match(lower).hasMatch())
        return std::nullopt;
    return lower;
}

QJsonArray payloadErrors(const QString& kind, const QJsonObject& payload, const QSet<QString>& stations,
                         const Problems& problems)
{
    PayloadFaults faults(stations, problems);
    if (kind == "fir"_L1)
        faults.fir(payload);
    else if (kind == "arrest"_L1)
        faults.arrest(payload);
    else if (kind == "final_report"_L1)
        faults.finalReport(payload);
    return faults.errors;
}

} // namespace ekatra::gateway
