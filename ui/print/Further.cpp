// What no block of the layout asked for: an annexure to a paper, or the whole of one that has no layout of its own.
#include "print/Composer.h"

#include <QSet>

namespace ekatra::print {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr double headGap = 8;
constexpr double entryGap = 3;
constexpr double indent = 20;
constexpr double betweenColumns = 8;
// Two entries of fewer letters than this share a line.
constexpr qsizetype shortEntry = 48;

bool hasRows(const Entry& entry)
{
    if (entry.value.isObject())
        return true;
    const QJsonArray list = entry.value.toArray();
    return !list.isEmpty() && std::all_of(list.begin(), list.end(), [](const QJsonValue& v) { return v.isObject(); });
}

} // namespace

std::vector<Piece> Composer::further()
{
    const Row record = m_entries.record();
    Pieces pieces;
    const auto add = [&](const QString& head, const std::vector<Entry>& entries) {
        Pieces more = furtherFields(entries);
        if (more.empty())
            return;
        Pieces heading = m_maker.paragraphs({{head, Face::Strong}}, {0, m_width}, Align::Left, headGap);
        for (Piece& piece : heading)
            piece.withNext = true;
        pieces.insert(pieces.end(), heading.begin(), heading.end());
        pieces.insert(pieces.end(), more.begin(), more.end());
    };
    QSet<QString> known;
    for (const schema::Section& section : m_input.form.sections) {
        std::vector<Entry> entries;
        for (const QString& id : section.fields) {
            known.insert(id);
            for (Entry& entry : m_entries.find(record, id))
                entries.push_back(std::move(entry));
        }
        const QString item = section.item.isEmpty() ? QString() : section.item + u". "_s;
        add(item + both(section.label), entries);
    }
    std::vector<Entry> others;
    for (const Entry& entry : m_entries.all(record)) {
        if (!known.contains(entry.key))
            others.push_back(entry);
    }
    add(both(m_input.words.further), others);

    if (!pieces.empty() && !m_input.layout.plain) {
        Pieces head = m_maker.paragraphs({{both(m_input.words.further), Face::Title}}, {0, m_width}, Align::Centre, 0);
        for (Piece& piece : head)
            piece.withNext = true;
        head.front().gap = 2 * headGap;
        pieces.insert(pieces.begin(), head.begin(), head.end());
    }
    return pieces;
}

std::vector<Piece> Composer::furtherFields(const std::vector<Entry>& entries)
{
    Pieces pieces;
    const auto put = [&](Pieces more) { pieces.insert(pieces.end(), more.begin(), more.end()); };
    const double half = (m_width - indent - betweenColumns) / 2;
    std::vector<RowCell> waiting; // a short entry that may share its line
    const auto flush = [&] {
        if (!waiting.empty())
            put(m_maker.row(waiting, Ruled::No, entryGap));
        waiting.clear();
    };
    const auto open =
        std::count_if(entries.begin(), entries.end(), [&](const Entry& e) { return m_entries.isOpen(e); });
    for (const Entry& entry : entries) {
        if (!m_entries.isOpen(entry))
            continue;
        if (hasRows(entry)) {
            flush();
            put(furtherRows(entry, open > 1));
            continue;
        }
        const QString label = both(ValueText::labelOf(entry));
        const QString value = m_values.text(entry, m_entries);
        m_entries.setPrinted(entry);
        if (label.size() + value.size() > shortEntry || value.contains(u'\n')) {
            flush();
            put(m_maker.paragraphs(labelled(label, value), {indent, m_width - indent}, Align::Left, entryGap));
            continue;
        }
        const double x = waiting.empty() ? indent : indent + half + betweenColumns;
        waiting.push_back({labelled(label, value), {x, half}, Align::Left});
        if (waiting.size() == 2)
            flush();
    }
    flush();
    return pieces;
}

// One paragraph a row. `named`: the head above speaks of more than these rows.
std::vector<Piece> Composer::furtherRows(const Entry& entry, bool named)
{
    Pieces pieces;
    const std::vector<Row> rows = m_entries.rowsOf(entry);
    const QString label = both(ValueText::labelOf(entry));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Entry row{rows[i].object, entry.key, rows[i].pointer, entry.field};
        if (!m_entries.isOpen(row))
            continue;
        const QString number = entry.value.isArray() ? QString::number(i + 1) : QString();
        Runs runs;
        if (named)
            runs.push_back({label + (number.isEmpty() ? u": "_s : u' ' + number + u": "_s), Face::Strong});
        else if (!number.isEmpty())
            runs.push_back({number + u". "_s, Face::Strong});
        openRuns({rows[i]}, runs);
        m_entries.setPrinted(row);
        for (Piece& piece : m_maker.paragraphs(runs, {indent, m_width - indent}, Align::Left, entryGap))
            pieces.push_back(std::move(piece));
    }
    m_entries.setPrinted(entry);
    return pieces;
}

// Adds "label: value" of everything in `rows` that is still open.
void Composer::openRuns(const std::vector<Row>& rows, Runs& runs) const
{
    bool first = true;
    for (const Row& row : rows) {
        for (const Entry& inner : m_entries.all(row)) {
            if (!m_entries.isOpen(inner))
                continue;
            runs.push_back({(first ? QString() : u"  ·  "_s) + both(ValueText::labelOf(inner)) + u": "_s, Face::Label});
            first = false;
            if (hasRows(inner)) {
                runs.push_back({u"("_s, Face::Value});
                openRuns(m_entries.rowsOf(inner), runs);
                runs.push_back({u")"_s, Face::Value});
            } else {
                runs.push_back({m_values.text(inner, m_entries), Face::Value});
            }
        }
    }
}

} // namespace ekatra::print
