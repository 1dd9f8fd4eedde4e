// FormDesk.h
// What the form page asks of an unlocked station: begin, keep, check, submit, and pickers that look things up while the
// operator types. Nothing makes the caller wait; answers come through replies. Owned by main; GUI thread.
#pragma once

#include "forms/FormChecker.h"
#include "forms/Prefill.h"
#include "search/SearchService.h"
#include "session/Reply.h"

#include "domain/Record.h"

#include <QDateTime>

#include <optional>
#include <vector>

namespace ekatra::session {

// Which paper to open.
struct FormStart {
    QString kind; // of a new paper; empty: `record` is edited
    domain::RecordUid record; // draft or record to go on with; null: a new one
    domain::RecordUid from; // the record (FIR) that a new paper belongs to; null: none
    int row = -1; // which row of the source's pick list (the accused to arrest); -1: none chosen
};

// A paper as it stands when its page opens.
struct FormOpening {
    QString kind;
    domain::RecordUid record; // null: nothing kept yet
    domain::RecordState state = domain::RecordState::Draft;
    QString number; // empty: none yet
    QJsonObject payload;
    forms::PrefillMarks marks; // field -> where its value came from
    QDateTime savedAt; // of the draft; invalid: none
    // Rows of the source to choose from, where the form asks for one ("which accused").
    std::vector<forms::PickRow> choices;
    int row = -1; // of the one chosen
};

struct DraftKept {
    domain::RecordUid record;
    QDateTime at;
};

struct FormSent {
    domain::RecordUid record;
    domain::RecordRow row = 0;
    QString number;
    std::vector<forms::Finding> findings; // with errors: it was not sent and stays a draft
    std::optional<Error> refusal; // why it stays a draft though nothing is wrong with it: its number is taken, ...
    bool isDraft = false; // not sent
};

// A draft to go on with.
struct DraftLine {
    domain::RecordUid record;
    domain::RecordRow row = 0;
    QString kind;
    QString title; // number, else names and sections in short; "" when nothing of it is known
    QDateTime savedAt;
};

// A person known to the store, for the picker.
struct PersonChoice {
    search::MarkedText name;
    QString below; // "male, 1979 · Badauta, Gohana · 98120 04417"
    int records = 1;
    QJsonObject person; // fields of the person group
};

class FormDesk : public QObject {
    Q_OBJECT

public:
    virtual void begin(const FormStart& start, Reply<FormOpening> reply) = 0;
    // Kept through a crash once answered. A null `record` makes a new one.
    virtual void keepDraft(const QString& kind, const domain::RecordUid& record, const QJsonObject& payload,
                           Reply<DraftKept> reply) = 0;
    // Checked and put into the outbox; with errors it is kept as a draft.
    virtual void submit(const QString& kind, const domain::RecordUid& record, const QJsonObject& payload,
                        const QString& reason, Reply<FormSent> reply) = 0;
    // Throws the draft away; a record that was submitted before stays as it was. True: nothing was submitted, and the
    // record went with it.
    virtual void dropDraft(const domain::RecordUid& record, Reply<bool> reply) = 0;
    // What was begun here and is neither submitted nor dropped, newest first.
    virtual void drafts(Reply<std::vector<DraftLine>> reply) = 0;
    // Persons whose name is like `words`, those of the same case first, at most 8.
    virtual void findPersons(const QString& words, const domain::RecordUid& caseOf,
                             Reply<std::vector<PersonChoice>> reply) = 0;
    // Officers seen in this station's records whose name or belt number begins like `words`: rows of the officer group.
    virtual void findOfficers(const QString& words, Reply<std::vector<QJsonObject>> reply) = 0;

Q_SIGNALS:
    // A record was kept, submitted or dropped here: lists and counts may be old.
    void changed();
};

} // namespace ekatra::session
