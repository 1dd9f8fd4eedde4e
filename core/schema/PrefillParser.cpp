#include "schema/PrefillParser.h"

#include <QJsonObject>

namespace ekatra::schema {

using namespace Qt::Literals::StringLiterals;

namespace {

class PrefillParser {
public:
    PrefillParser(const FieldTree& form, Faults& faults) : m_form(form), m_faults(faults) { }

    Prefill source(const QJsonObject& json, const QString& path);

private:
    Prefill::Pick pick(const QJsonObject& json, const QString& path);
    Prefill::Gather gather(const QJsonObject& json, const QString& path);
    std::vector<Prefill::Copy> copies(const QJsonValue& json, const FieldTree& target, const QString& path);
    std::vector<Prefill::Step> steps(const QString& text, const QString& path);
    void known(const QStringList& field, const FieldTree& target, const QString& path);

    const FieldTree& m_form;
    Faults& m_faults;
};

Prefill PrefillParser::source(const QJsonObject& json, const QString& path)
{
    m_faults.strayKeys(json, path, {"kind", "copy", "pick", "gather"});
    Prefill prefill;
    prefill.kind = json.value("kind"_L1).toString();
    if (prefill.kind.isEmpty())
        m_faults.add(path + u"/kind"_s, u"no kind to take from"_s);
    if (json.contains("copy"_L1))
        prefill.copy = copies(json.value("copy"_L1), m_form, path + u"/copy"_s);
    if (json.contains("pick"_L1))
        prefill.pick = pick(json.value("pick"_L1).toObject(), path + u"/pick"_s);
    for (const QJsonValue& entry : json.value("gather"_L1).toArray())
        prefill.gather.push_back(gather(entry.toObject(), path + u"/gather/%1"_s.arg(prefill.gather.size())));
    return prefill;
}

Prefill::Pick PrefillParser::pick(const QJsonObject& json, const QString& path)
{
    m_faults.strayKeys(json, path, {"rows", "copy"});
    Prefill::Pick pick{json.value("rows"_L1).toString(), copies(json.value("copy"_L1), m_form, path + u"/copy"_s)};
    if (pick.rows.isEmpty())
        m_faults.add(path + u"/rows"_s, u"no rows to pick from"_s);
    return pick;
}

Prefill::Gather PrefillParser::gather(const QJsonObject& json, const QString& path)
{
    m_faults.strayKeys(json, path, {"rows", "to", "same", "copy"});
    Prefill::Gather gather;
    gather.rows = json.value("rows"_L1).toString();
    gather.to = json.value("to"_L1).toString();
    const FieldTree* target = m_form.child(gather.to);
    if (!target || target->type != FieldType::Groups) {
        m_faults.add(path + u"/to"_s, u"no list of rows: "_s + gather.to);
        return gather;
    }
    for (const QJsonValue& field : json.value("same"_L1).toArray()) {
        gather.same.append(field.toString());
        known({gather.same.back()}, *target, path + u"/same"_s);
    }
    gather.copy = copies(json.value("copy"_L1), *target, path + u"/copy"_s);
    return gather;
}

std::vector<Prefill::Copy> PrefillParser::copies(const QJsonValue& json, const FieldTree& target, const QString& path)
{
    const QJsonObject pairs = json.toObject();
    if (pairs.isEmpty())
        m_faults.add(path, u"nothing to copy"_s);
    std::vector<Prefill::Copy> out;
    for (auto it = pairs.begin(); it != pairs.end(); ++it) {
        const QString here = path + u'/' + it.key();
        Prefill::Copy copy{it.key().split(u'.'), steps(it.value().toString(), here)};
        known(copy.to, target, here);
        out.push_back(std::move(copy));
    }
    return out;
}

std::vector<Prefill::Step> PrefillParser::steps(const QString& text, const QString& path)
{
    static const QRegularExpression shape(u"^([a-z][a-z0-9_]*)(?:\\[([a-z][a-z0-9_]*)=([^\\]]+)\\])?$"_s);
    std::vector<Prefill::Step> out;
    for (const QString& part : text.split(u'.')) {
        const auto match = shape.match(part);
        if (!match.hasMatch())
            m_faults.add(path, u"not a path: "_s + text);
        out.push_back({match.captured(1), match.captured(2), match.captured(3)});
    }
    return out;
}

void PrefillParser::known(const QStringList& field, const FieldTree& target, const QString& path)
{
    const FieldTree* here = &target;
    for (const QString& step : field)
        here = here ? here->child(step) : nullptr;
    if (!here)
        m_faults.add(path, u"unknown field: "_s + field.join(u'.'));
}

} // namespace

std::vector<Prefill> parsePrefill(const QJsonArray& list, const FieldTree& form, Faults& faults)
{
    PrefillParser parser(form, faults);
    std::vector<Prefill> out;
    for (const QJsonValue& entry : list)
        out.push_back(parser.source(entry.toObject(), u"/prefill/%1"_s.arg(out.size())));
    return out;
}

} // namespace ekatra::schema
