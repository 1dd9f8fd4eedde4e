// Context.h
// What every page is handed: the station, the tables that name things, and how the window looks and speaks.
// References only; main owns them all and they outlive the pages. GUI thread.
#pragma once

#include "session/Desk.h"
#include "session/FormDesk.h"
#include "session/Messages.h"
#include "session/Services.h"
#include "session/SyncDesk.h"
#include "theme/Language.h"
#include "theme/Theme.h"

namespace ekatra::ui {

struct Context {
    session::Desk& desk;
    session::FormDesk& forms;
    session::SyncDesk& sync;
    const session::Tables& tables;
    const session::Messages& messages;
    Theme& theme;
    Language& language;
};

} // namespace ekatra::ui
