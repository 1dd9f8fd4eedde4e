// CaseReader.h
// Everything that the store holds of one case: the record that heads it and all that links to it, told as a story; its
// persons, each once, whichever papers name them; what it still lacks. Which kinds head cases, what makes events and
// what is needed stands in kinds.json. Reads only; the thread of its connection.
#pragma once

#include "records/RecordReader.h"
#include "search/PhoneticKey.h"

#include <QDate>
#include <QTime>

namespace ekatra::records {

struct CaseRecord {
    domain::Record record;
    domain::Extract extract;
    QStringList sources; // ids; empty: only this workstation has it
    bool hasDraft = false; // something typed over it is not submitted
    QMap<QString, QString> fieldSources; // of what several sources speak of: top-level field -> whose word it is

    // Never submitted: it counts for nothing yet.
    [[nodiscard]] bool isDraft() const { return record.state == domain::RecordState::Draft; }
    // Whose word a field is; empty: this workstation's.
    [[nodiscard]] QString sourceOf(const QString& field) const { return fieldSources.value(field, sources.value(0)); }
};

struct CaseEvent {
    enum class What {
        Moment, // a date in a record
        Change, // a later version of a record
        Record, // a record none of whose moments are declared or given
    };
    What what = What::Moment;
    std::size_t record = 0; // in CaseDetails::records
    std::size_t rule = 0; // Moment: in the kind's events
    QDate day; // invalid: unknown
    QTime time; // Indian Standard Time; invalid: only the day is known
    QString source; // id; empty: this workstation
    int version = 0; // Change: the one that it made
    QStringList fields; // Change: top-level fields that differ
};

struct CasePerson {
    domain::PersonMention person; // as the first record that names them says
    QStringList roles; // each once, in the order of the records
    QString status; // the latest ACCUSED_STATUS; empty: none, or older than `stateFrom`
    QString stateFrom; // kind of the record whose word for a person is the latest: "arrest"
    int row = -1; // in the head's list of their role; -1: the head does not name them
    std::vector<std::size_t> records;
};

struct CaseLack {
    std::size_t need = 0; // in the head's kind's needs
    std::vector<std::size_t> persons; // who lacks it, where each person needs one
};

struct CaseDetails {
    std::vector<CaseRecord> records; // the head first, the others in the order of their days
    std::vector<CaseEvent> events; // newest first, those without a day last
    std::vector<CasePerson> persons; // of the head first
    std::vector<domain::PropertyMention> properties; // each thing once, with its latest status
    std::vector<CaseLack> lacks; // in the order of the needs
    std::vector<Linked> otherCases;

    [[nodiscard]] const CaseRecord& head() const { return records.front(); }
};

class CaseReader {
public:
    CaseReader(storage::Connection& reader, const domain::KindTable& kinds, const Precedence& precedence,
               std::shared_ptr<const search::NameTables> names);

    // The case that the record heads or belongs to. Errors: NotFound record.unknown {id}; NotFound case.no_head
    // {number} of a record that belongs to none, or to one that has not arrived.
    [[nodiscard]] Result<CaseDetails> read(domain::RecordRow row);

private:
    [[nodiscard]] Result<domain::Record> headOf(domain::RecordRow row) const;
    [[nodiscard]] Result<CaseRecord> dressed(domain::Record record) const;
    [[nodiscard]] Result<void> addOtherCases(CaseDetails& details, const domain::Extract& extract) const;
    [[nodiscard]] Result<void> addEvents(CaseDetails& details, std::size_t at) const;
    [[nodiscard]] Result<void> addChanges(CaseDetails& details, std::size_t at) const;
    void gatherPersons(CaseDetails& details);
    [[nodiscard]] QString soundOf(const QString& name);
    [[nodiscard]] std::vector<CaseLack> lacksOf(const CaseDetails& details) const;

    const domain::KindTable& m_kinds;
    const Precedence& m_precedence;
    RecordReader m_reader;
    RecordTable m_table;
    search::PhoneticKey m_keys;
};

} // namespace ekatra::records
