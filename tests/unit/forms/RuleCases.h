// RuleCases.h
// Rules of a form by example: what an edit of the form's example breaks, and what an edit like it does not. Edits are
// JSON merge patches; an object meets the rows of a list by their numbers: {"accused": {"0": {"sex": "F"}}}.
#pragma once

#include "unit/forms/FormTables.h"

#include <QJsonDocument>

#include <set>

namespace ekatra::test {

struct RuleCase {
    const char* code;
    const char* pointer;
    const char* broken;
    const char* sound;
};

inline QJsonValue patched(const QJsonValue& value, const QJsonValue& patch)
{
    if (!patch.isObject())
        return patch;
    const QJsonObject edits = patch.toObject();
    if (value.isArray()) {
        QJsonArray rows = value.toArray();
        for (auto it = edits.begin(); it != edits.end(); ++it)
            rows[it.key().toInt()] = patched(rows[it.key().toInt()], it.value());
        return rows;
    }
    QJsonObject out = value.toObject();
    for (auto it = edits.begin(); it != edits.end(); ++it) {
        if (it.value().isNull())
            out.remove(it.key());
        else
            out.insert(it.key(), patched(out.value(it.key()), it.value()));
    }
    return out;
}

inline QJsonObject edit(const char* json)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(QByteArray(json), &problem);
    BOOST_TEST_REQUIRE((problem.error == QJsonParseError::NoError), json);
    return document.object();
}

inline std::set<std::string> ruleCodes(const schema::Shape& shape)
{
    std::set<std::string> codes;
    for (const schema::Rule& rule : shape.rules)
        codes.insert(rule.code.toStdString());
    for (const schema::Field& field : shape.fields)
        if (field.shape)
            codes.merge(ruleCodes(*field.shape));
    return codes;
}

// What `code` says of the paper: "warning /io/rank".
inline std::vector<std::string> saidBy(const PaperDraft& paper, const char* code)
{
    std::vector<std::string> out;
    for (const forms::Finding& finding : paper.findings())
        if (finding.code == QLatin1StringView(code))
            out.push_back(PaperDraft::word(finding.severity) + " " + finding.pointer.toStdString());
    return out;
}

inline void tryRules(const char* kind, const std::vector<RuleCase>& cases)
{
    for (const RuleCase& rule : cases) {
        PaperDraft paper(kind);
        const QJsonObject whole = paper.payload;
        paper.payload = patched(whole, edit(rule.broken)).toObject();
        const auto said = saidBy(paper, rule.code);
        BOOST_TEST(
            std::any_of(said.begin(), said.end(),
                        [&](const std::string& line) { return line.ends_with(std::string(" ") + rule.pointer); }),
            rule.code << " is silent on " << rule.broken);
        paper.payload = patched(whole, edit(rule.sound)).toObject();
        for (const std::string& line : saidBy(paper, rule.code))
            BOOST_ERROR(rule.code << " says " << line << " of " << rule.sound);
        // What came from elsewhere is kept as it is.
        paper.context.mode = forms::CheckMode::Pulled;
        paper.payload = patched(whole, edit(rule.broken)).toObject();
        BOOST_TEST(!forms::hasErrors(paper.findings()), rule.code);
    }
}

// Every rule of the form that `isTried` picks stands in `cases`.
template <class Pick>
void hasAllRules(const char* kind, const std::vector<RuleCase>& cases, Pick isTried)
{
    for (const std::string& code : ruleCodes(PaperDraft(kind).form.root))
        BOOST_TEST(
            (!isTried(code)
             || std::any_of(cases.begin(), cases.end(), [&](const RuleCase& rule) { return rule.code == code; })),
            code << " is never tried");
}

} // namespace ekatra::test
