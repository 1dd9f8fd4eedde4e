// Entries.h
// What a record holds, found by path, and which of it already stands on the paper: what no block of the layout asked
// for is printed behind them, so that nothing entered is ever left out. Made for one paper. One thread; the payload and
// the form outlive it.
#pragma once

#include "print/Layout.h"
#include "schema/FormDefinition.h"

#include <QJsonObject>
#include <QSet>

namespace ekatra::print {

// A value that is there: no null, no empty text, list or group.
struct Entry {
    QJsonValue value;
    QString key;
    QString pointer; // "/accused/0/name"
    const schema::Field* field = nullptr; // null: the form does not know it
};

// A group's row, or the record itself.
struct Row {
    QJsonObject object;
    QString pointer;
    const schema::Shape* shape = nullptr;
};

class Entries {
public:
    Entries(const QJsonObject& payload, const schema::FormDefinition& form) : m_payload(payload), m_form(form) { }

    [[nodiscard]] Row record() const { return {m_payload, {}, &m_form.root}; }

    // "informant.name", "addresses[kind=PERM].district"; through lists to the value of every row.
    [[nodiscard]] std::vector<Entry> find(const Row& row, const QString& path) const;
    // The definition of what a path names, whether or not it is filled.
    [[nodiscard]] const schema::Field* fieldAt(const Row& row, const QString& path) const;
    // Rows of a list, or the one of a group.
    [[nodiscard]] std::vector<Row> rowsOf(const Entry& entry) const;
    // Entries of `row`: those of the form in its order, then the others.
    [[nodiscard]] std::vector<Entry> all(const Row& row) const;

    [[nodiscard]] bool holds(const When& when, const Row& row) const;

    void setPrinted(const Entry& entry) { m_printed.insert(entry.pointer); }
    [[nodiscard]] bool isPrinted(const Entry& entry) const;
    // Whether a value below `entry` is still to be printed.
    [[nodiscard]] bool isOpen(const Entry& entry) const;

private:
    [[nodiscard]] const schema::Field* fieldFor(const QString& key, const schema::Shape* shape) const;

    const QJsonObject& m_payload;
    const schema::FormDefinition& m_form;
    QSet<QString> m_printed;
};

} // namespace ekatra::print
