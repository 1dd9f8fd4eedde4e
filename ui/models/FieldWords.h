// FieldWords.h
// The words of one kind of record: how its fields are called and how their values are read, by its form, or by its
// captions where it has none. Made once for many records of the kind. Holds on to the tables; any thread.
#pragma once

#include "session/Services.h"

#include <QHash>
#include <QJsonObject>

namespace ekatra::ui {

// An object, or a list of objects: rows of a group.
[[nodiscard]] bool isNested(const QJsonValue& value);

class FieldWords {
public:
    FieldWords(const QString& kind, const session::Tables& tables, const QString& language);
    FieldWords(const FieldWords&) = delete;
    FieldWords& operator=(const FieldWords&) = delete;

    [[nodiscard]] const schema::FormDefinition* form() const { return m_form; }
    [[nodiscard]] const QString& language() const { return m_language; }
    // Fields that a kind without a form of ours borrows from others, in the order in which they are read.
    [[nodiscard]] QStringList borrowed() const;

    // A field of the record, or of the group `shape`; null where nobody names it.
    [[nodiscard]] const schema::Field* field(const QString& id, const schema::Shape* shape = nullptr) const;
    [[nodiscard]] QString label(const QString& id, const schema::Field* field) const;
    [[nodiscard]] QString value(const QString& id, const QJsonValue& value, const schema::Field* field) const;
    // The fields of a row of a group in the order of its paper, then those that it does not name.
    [[nodiscard]] static QStringList orderedKeys(const QJsonObject& row, const schema::Shape* shape);

    // "{name} arrested", "GD {arrest_gd} · {place.village_town|place.text}": the pattern with values for its fields, of
    // which the first in a row of alternatives stands; ":4" pads a number. Of parts between " · " those are left out
    // that lack a value.
    [[nodiscard]] QString filled(const QString& pattern, const QJsonObject& payload) const;

private:
    void borrow(const std::vector<domain::Caption>& captions);
    [[nodiscard]] const schema::Field* fieldOfForms(const QString& id) const;
    [[nodiscard]] QString rowText(const QJsonObject& row, const schema::Shape* shape) const;
    [[nodiscard]] QString scalarText(const QString& id, const QJsonValue& value, const schema::Field* field) const;
    [[nodiscard]] QString codeText(const QString& list, const QString& code) const;
    [[nodiscard]] QString valueAt(const QString& path, const QJsonObject& payload) const;
    [[nodiscard]] QString filledPart(const QString& part, const QJsonObject& payload) const;

    const session::Tables& m_tables;
    QString m_language;
    const schema::FormDefinition* m_form;
    std::vector<schema::Field> m_borrowed;
    QHash<QString, QString> m_numbers; // field -> pattern of a reference that is read as one number
};

} // namespace ekatra::ui
