// CheckRun.h
// One check of one payload: the working parts behind FormChecker. One thread; made, used and thrown away.
#pragma once

#include "forms/ConditionEval.h"
#include "forms/FormChecker.h"

#include <QJsonArray>
#include <QMap>

namespace ekatra::forms {

class CheckRun {
public:
    CheckRun(const schema::FormDefinition& form, const QJsonObject& payload, const CheckContext& context,
             const schema::CodeLists& codes, const law::ActTable& acts, const schema::MessageTexts& texts);

    void values(); // each value by its type, limits, list and format
    void wanted(); // fields that should be there
    void rules(); // rules of the form and of each row

    // What was found, in the order of the paper.
    [[nodiscard]] std::vector<Finding> findings();

private:
    // A place in the payload; written out as a pointer only when there is something to say about it.
    struct Place {
        const Place* parent = nullptr;
        QStringView key;
        qsizetype index = -1; // of a row; -1 for a key
    };
    // What kind of fault it is decides how grave it is in drafts and in pulled records.
    enum class Nature { Type, Value, Missing, Rule };

    void rowValues(const schema::Shape& shape, const QJsonObject& row, const Place& place);
    void value(const schema::Field& field, const QJsonValue& value, const QJsonObject& row, const Place& place);
    void text(const schema::Field& field, const QString& text, const QJsonObject& row, const Place& place);
    void texts(const schema::Field& field, const QJsonObject& map, const Place& place);
    void identifier(const schema::Field& field, const QString& text, const QJsonObject& row, const Place& place);
    void number(const schema::Field& field, double number, const Place& place);
    void day(const schema::Field& field, const QString& text, const Place& place);
    void clock(const schema::Field& field, const QString& text, const Place& place);
    void moment(const schema::Field& field, const QString& text, const Place& place);
    void code(const schema::Field& field, const QJsonValue& value, const Place& place);
    void list(const schema::Field& field, const QJsonValue& value, const QJsonObject& row, const Place& place);

    void rowWanted(const schema::Shape& shape, const QJsonObject& row, const Place& place);
    void rowRules(const schema::Shape& shape, const QJsonObject& row, const Place& place);
    void tryRule(const schema::Rule& rule, const schema::Shape& shape, const QJsonObject& row, const Place& place);

    void add(Nature nature, schema::Severity severity, const char* code, const schema::Field& field, const Place& place,
             QMap<QString, schema::Bilingual> values = {});
    [[nodiscard]] std::optional<schema::Severity> graded(Nature nature, schema::Severity severity) const;
    [[nodiscard]] static QString pointer(const Place& place);

    const schema::FormDefinition& m_form;
    const QJsonObject& m_payload;
    const CheckContext& m_context;
    const schema::CodeLists& m_codes;
    const schema::MessageTexts& m_texts;
    ConditionEval m_eval;
    qint64 m_now = 0;
    std::vector<Finding> m_findings;
};

} // namespace ekatra::forms
