// Transform.h
// The named transforms of the mapping language: each takes a cell and makes it another, or says why it cannot. They
// know no field and no source. Internal to sources. Immutable once made; any thread.
#pragma once

#include "base/Result.h"
#include "sources/SectionText.h"
#include "sources/Value.h"

#include <QJsonValue>

#include <functional>

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace ekatra::sources {

// A code list of a profile: the source's words -> our code.
using CodeList = std::unordered_map<std::string, std::string>;

// What transforms may look up while a profile is compiled.
struct TransformWorld {
    std::unordered_map<std::string, std::shared_ptr<const CodeList>> lists;
    std::shared_ptr<const ActNames> acts;
    int zoneMinutes = 330; // offset of the source's clock from UTC
};

struct TransformContext {
    Scratch& scratch;
    int thisYear;
    // Set by a transform that did its work but has a doubt: a code that becomes a warning.
    const char* doubt = nullptr;
};

// nullptr when all is well (the value may have become missing), else the reason's code.
using Transform = std::function<const char*(Value& value, TransformContext& context)>;

// From "int", or {"date": "dd/MM/yyyy"}: a name and its argument. `problem` says what is wrong with it.
[[nodiscard]] std::optional<Transform> makeTransform(const QJsonValue& json, const TransformWorld& world,
                                                     QString& problem);

} // namespace ekatra::sources
