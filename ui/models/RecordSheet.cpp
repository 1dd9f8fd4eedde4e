#include "models/RecordSheet.h"

#include "models/FieldWords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>

namespace ekatra::ui {

namespace {

using schema::Field;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ekatra::ui::RecordSheet)
};

// A row with this many values or fewer is read best in one line.
constexpr qsizetype oneLineValues = 3;

class Writer {
public:
    Writer(const records::RecordDetails& details, const session::Tables& tables, const QString& language)
        : m_details(details), m_words(details.record.kind, tables, language)
    {
    }

    std::vector<SheetBlock> write();

private:
    void writeField(const QString& id, const schema::Shape* shape, SheetBlock& block, std::vector<SheetBlock>& below);
    [[nodiscard]] SheetBlock rowBlock(const QString& title, const QJsonObject& row, const schema::Shape* shape) const;

    const records::RecordDetails& m_details;
    FieldWords m_words;
};

SheetBlock Writer::rowBlock(const QString& title, const QJsonObject& row, const schema::Shape* shape) const
{
    SheetBlock block;
    block.title = title;
    block.nested = true;
    for (const QString& key : FieldWords::orderedKeys(row, shape)) {
        const Field* field = m_words.field(key, shape);
        const QString text = m_words.value(key, row.value(key), field);
        if (!text.isEmpty())
            block.lines.push_back({m_words.label(key, field), text, {}});
    }
    return block;
}

void Writer::writeField(const QString& id, const schema::Shape* shape, SheetBlock& block,
                        std::vector<SheetBlock>& below)
{
    const QJsonValue value = m_details.record.payload.value(id);
    const QString source = m_details.fieldSources.value(id);
    const Field* field = m_words.field(id, shape);
    const QString label = m_words.label(id, field);
    const schema::Shape* inner = field ? field->shape.get() : nullptr;
    if (!isNested(value)) {
        if (const QString text = m_words.value(id, value, field); !text.isEmpty())
            block.lines.push_back({label, text, source});
        return;
    }
    const QJsonArray rows = value.isObject() ? QJsonArray{value} : value.toArray();
    qsizetype widest = 0;
    for (const QJsonValue& row : rows)
        widest = std::max(widest, row.toObject().size());
    if (widest <= oneLineValues) {
        if (const QString text = m_words.value(id, value, field); !text.isEmpty())
            block.lines.push_back({label, text, source});
        return;
    }
    int number = 0;
    for (const QJsonValue& row : rows) {
        ++number;
        const QString title = rows.size() == 1 ? label : QStringLiteral("%1 %2").arg(label).arg(number);
        SheetBlock rowAsBlock = rowBlock(title, row.toObject(), inner);
        rowAsBlock.source = source;
        below.push_back(std::move(rowAsBlock));
    }
}

std::vector<SheetBlock> Writer::write()
{
    std::vector<SheetBlock> sheet;
    // The frame and the header say that a record is practice.
    QSet<QString> done{QStringLiteral("practice")};
    const auto add = [&](const QString& title, const QStringList& fields, const schema::Shape* shape) {
        SheetBlock block;
        block.title = title;
        std::vector<SheetBlock> below;
        for (const QString& id : fields) {
            if (done.contains(id) || !m_details.record.payload.contains(id))
                continue;
            done.insert(id);
            writeField(id, shape, block, below);
        }
        if (block.lines.empty() && below.empty())
            return;
        if (block.lines.empty() && below.front().title == title)
            below.front().nested = false; // one heading says it
        else
            sheet.push_back(std::move(block));
        for (SheetBlock& row : below)
            sheet.push_back(std::move(row));
    };
    if (m_words.form()) {
        for (const schema::Section& section : m_words.form()->sections)
            add(section.label.in(m_words.language()), section.fields, &m_words.form()->root);
    }
    const QStringList borrowed = m_words.borrowed();
    add(Words::tr("Details"), borrowed, nullptr);
    add(m_words.form() || !borrowed.isEmpty() ? Words::tr("Other details") : Words::tr("Details"),
        m_details.record.payload.keys(), m_words.form() ? &m_words.form()->root : nullptr);
    return sheet;
}

} // namespace

std::vector<SheetBlock> sheetOf(const records::RecordDetails& details, const session::Tables& tables,
                                const QString& language)
{
    return Writer(details, tables, language).write();
}

} // namespace ekatra::ui
