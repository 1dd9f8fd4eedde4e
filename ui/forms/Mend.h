// Mend.h
// What the program can put right by itself about a finding, offered as a link beside it. Plain functions; GUI thread.
#pragma once

#include "forms/FormModel.h"

#include <functional>
#include <optional>

namespace ekatra::ui {

struct Mend {
    QString text; // "Take 303(2) BNS"
    std::function<void(FormModel&)> apply;
};

[[nodiscard]] std::optional<Mend> mendFor(const FormModel& model, const forms::Finding& finding);

} // namespace ekatra::ui
