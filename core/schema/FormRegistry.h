// FormRegistry.h
// All forms and code lists that this installation knows, read from resources/ once. Immutable afterwards: any thread
// may hold references for as long as the registry lives. Owned by Services (and by the gateway, on its side).
#pragma once

#include "base/Result.h"
#include "schema/CodeLists.h"
#include "schema/FormDefinition.h"

#include <map>

namespace ekatra::schema {

class FormRegistry {
public:
    // Reads resources/codes and resources/forms. The first file that breaks the rules stops it.
    // Errors: NotFound resource.missing; BadInput schema.bad_form, schema.bad_code_list {file, path, detail}.
    [[nodiscard]] static Result<FormRegistry> load();

    // By form id ("iif1") or kind ("fir"); nullptr when there is none.
    [[nodiscard]] const FormDefinition* find(const QString& idOrKind) const;
    [[nodiscard]] std::vector<const FormDefinition*> all() const; // ordered by id
    [[nodiscard]] const CodeLists& codes() const { return m_codes; }

private:
    CodeLists m_codes;
    std::map<QString, FormDefinition> m_forms;
};

} // namespace ekatra::schema
