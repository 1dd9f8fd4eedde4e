// FormTables.h
// Forms, acts and texts as shipped, read once for the tests of forms, schema and law; and short words for what tests
// ask of findings.
#pragma once

#include "forms/Completion.h"

#include <QJsonArray>

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace ekatra::test {

struct FormTables {
    schema::FormRegistry registry = loaded(schema::FormRegistry::load());
    law::ActTable acts = loaded(law::ActTable::load());
    schema::MessageTexts texts = loaded(schema::MessageTexts::load(QStringLiteral("messages/forms.json")));
    forms::FormChecker checker{registry.codes(), acts, texts};

    static const FormTables& shared()
    {
        static const FormTables tables;
        return tables;
    }

private:
    template <class T>
    static T loaded(Result<T> result)
    {
        if (!result)
            BOOST_FAIL(result.error().code.toStdString()
                       << " " << result.error().context.value(QStringLiteral("file")).toStdString() << " "
                       << result.error().context.value(QStringLiteral("path")).toStdString() << " "
                       << result.error().context.value(QStringLiteral("detail")).toStdString());
        return std::move(*result);
    }
};

// The example of a form, whole and without fault, which a test then spoils.
class PaperDraft {
public:
    explicit PaperDraft(const char* kind, const char* language = "hi")
        : form(*FormTables::shared().registry.find(QLatin1StringView(kind))),
          payload(forms::examplePayload(form, QLatin1StringView(language), context, FormTables::shared().acts))
    {
    }

    [[nodiscard]] std::vector<forms::Finding> findings() const
    {
        return FormTables::shared().checker.check(form, payload, context);
    }
    // "error R2.delay_reason /delay_reason", one a finding.
    [[nodiscard]] std::vector<std::string> told() const
    {
        std::vector<std::string> out;
        for (const forms::Finding& finding : findings())
            out.push_back(word(finding.severity) + " " + finding.code.toStdString() + " "
                          + finding.pointer.toStdString());
        return out;
    }
    [[nodiscard]] bool tells(const std::string& finding) const
    {
        const auto all = told();
        return std::find(all.begin(), all.end(), finding) != all.end();
    }
    void complete() { payload = forms::complete(form, payload, context, FormTables::shared().acts); }

    void set(const char* field, const QJsonValue& value) { payload.insert(QLatin1StringView(field), value); }
    void setIn(const char* group, const char* field, const QJsonValue& value)
    {
        QJsonObject row = payload.value(QLatin1StringView(group)).toObject();
        row.insert(QLatin1StringView(field), value);
        set(group, row);
    }
    void charge(const char* act, const char* section)
    {
        set("laws",
            QJsonArray{QJsonObject{{QStringLiteral("act"), QLatin1StringView(act)},
                                   {QStringLiteral("section"), QLatin1StringView(section)}}});
    }

    forms::CheckContext context{QDateTime(QDate(2026, 11, 25), QTime(4, 30), Qt::UTC), forms::CheckMode::Submit,
                                QStringLiteral("13020004")};
    const schema::FormDefinition& form;
    QJsonObject payload;

    static std::string word(schema::Severity severity)
    {
        switch (severity) {
        case schema::Severity::Error:
            return "error";
        case schema::Severity::Warning:
            return "warning";
        case schema::Severity::Hint:
            return "hint";
        }
        return {};
    }
};

// Of a theft.
class FirDraft : public PaperDraft {
public:
    FirDraft() : PaperDraft("fir") { }
};

} // namespace ekatra::test
