#include "records/ExtractRows.h"

#include <QStringEncoder>

namespace ekatra::records {

namespace {

QString neverNull(const QString& text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

} // namespace

ExtractRows::ExtractRows(const domain::Extract& extract)
{
    m_rows.reserve(extract.persons.size() + extract.sections.size() + extract.properties.size() + extract.places.size()
                   + extract.links.size());
    int ordinal = 0;
    for (const auto& person : extract.persons) {
        begin(Table::Person, ++ordinal);
        for (const QString* text : {&person.role, &person.name, &person.relativeName, &person.sex})
            add(*text);
        addNumber(person.age);
        add(person.village);
        add(person.mobile);
    }
    ordinal = 0;
    for (const auto& section : extract.sections) {
        begin(Table::Section, ++ordinal);
        add(neverNull(section.act));
        add(neverNull(section.section));
    }
    ordinal = 0;
    for (const auto& property : extract.properties) {
        begin(Table::Property, ++ordinal);
        for (const QString* text : {&property.category, &property.description, &property.identifier})
            add(*text);
        addNumber(property.value);
    }
    ordinal = 0;
    for (const auto& place : extract.places) {
        begin(Table::Place, ++ordinal);
        for (const QString* text : {&place.kind, &place.village, &place.text})
            add(*text);
    }
    ordinal = 0;
    for (const auto& link : extract.links) {
        begin(Table::Link, ++ordinal);
        add(link.targetKind);
        add(link.targetKey);
    }
}

QByteArrayView ExtractRows::cell(int row, int column) const
{
    const Cell& cell = m_cells[at(row).firstCell + static_cast<std::size_t>(column)];
    return cell.size < 0 ? QByteArrayView() : QByteArrayView(m_bytes.constData() + cell.from, cell.size);
}

void ExtractRows::add(const QString& text)
{
    const auto from = static_cast<int>(m_bytes.size());
    if (text.isNull()) {
        m_cells.push_back({from, -1});
        return;
    }
    QStringEncoder encode(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    m_bytes.resize(from + encode.requiredSpace(text.size()));
    const char* const end = encode.appendToBuffer(m_bytes.data() + from, text);
    m_bytes.resize(end - m_bytes.constData());
    m_cells.push_back({from, static_cast<int>(m_bytes.size()) - from});
}

// As digits: the column's affinity makes a number of them.
void ExtractRows::addNumber(std::optional<qint64> number)
{
    add(number ? QString::number(*number) : QString());
}

} // namespace ekatra::records
