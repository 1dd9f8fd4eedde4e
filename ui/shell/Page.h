// Page.h
// What stands in a tab: a record, a case, a form, the outbox. A page says what it is called and where the operator
// wants to go from it; the shell takes them there. Owned by the shell. GUI thread.
#pragma once

#include "Context.h"

#include <QFrame>

namespace ekatra::ui {

// A place in the window, for tabs and for back and forward. Of most there is one; `number` tells apart those of which
// there are several: the row of a record or case, the serial of a form.
struct Place {
    enum class Room { Search, Record, Case, Form, Outbox, Sync, Quarantine, Paper };
    Room room = Room::Search;
    qint64 number = 0;
    friend bool operator==(const Place&, const Place&) = default;
};

class Page : public QFrame {
    Q_OBJECT

public:
    using QFrame::QFrame;

    // "FIR 0123/2024"; empty until it is known.
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QString icon() const = 0;
    // Whose paper is being written on it; null on any other page.
    [[nodiscard]] virtual domain::RecordUid writes() const { return {}; }
    // Something was typed that is not kept yet: the tab carries a dot.
    [[nodiscard]] virtual bool isUnsaved() const { return false; }
    // The page is the one that is seen: the keyboard goes to where it was last on it.
    virtual void takeFocus() = 0;
    // The tab is about to go. False: the page keeps what was typed first, and then asks by closeWanted().
    [[nodiscard]] virtual bool mayClose() { return true; }

Q_SIGNALS:
    void titleChanged(); // or the icon, or whether it is unsaved
    void placeWanted(ekatra::ui::Place place);
    void formWanted(const ekatra::session::FormStart& start);
    // A print of this record, drafts too.
    void paperWanted(const ekatra::domain::RecordUid& record);
    void closeWanted();
};

} // namespace ekatra::ui
