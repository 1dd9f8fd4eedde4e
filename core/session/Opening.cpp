#include "session/Opening.h"

namespace ekatra::session {

using domain::Record;
using domain::RecordState;

namespace {

Result<Record> recordOf(const records::RecordReader& reader, const domain::RecordUid& uid)
{
    return reader.find(uid.toString(QUuid::WithoutBraces), {});
}

Result<FormOpening> openRecord(const records::RecordReader& reader, const domain::RecordUid& uid)
{
    auto record = recordOf(reader, uid);
    if (!record)
        return record.error();
    auto details = reader.details(record->row);
    if (!details)
        return details.error();
    FormOpening opening;
    opening.kind = record->kind;
    opening.record = uid;
    opening.state = record->state;
    opening.number = record->number;
    opening.payload = details->draft ? details->draft->payload : record->payload;
    if (details->draft)
        opening.savedAt = QDateTime::fromSecsSinceEpoch(details->draft->savedAt, Qt::UTC);
    return opening;
}

void markLeaves(const QJsonObject& fields, const QString& place, const forms::PrefillMark& mark,
                forms::PrefillMarks& marks)
{
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const QString here = place + QLatin1Char('/') + it.key();
        if (it.value().isObject())
            markLeaves(it.value().toObject(), here, mark, marks);
        else
            marks.emplace(here, mark);
    }
}

// The record that the paper is begun from and the others of its case, the FIR first. A draft knows nothing for sure
// and gives nothing, unless the paper is begun from it; of the paper's own kind it shows what is taken.
Result<std::vector<forms::PrefillSource>> sourcesOf(const Tables& tables, const records::RecordReader& reader,
                                                    const Record& from, const QString& kind, const QJsonObject& payload)
{
    std::vector<Record> papers;
    const domain::Extract extract = tables.kinds.extract(kind, payload);
    if (!extract.links.empty()) {
        auto found = reader.withLinked(extract.links.front().targetKind, extract.links.front().targetKey);
        if (!found)
            return found.error();
        papers = std::move(*found);
    }
    if (std::none_of(papers.begin(), papers.end(), [&](const Record& paper) { return paper.uid == from.uid; }))
        papers.insert(papers.begin(), from);
    std::vector<forms::PrefillSource> sources;
    for (Record& paper : papers)
        if (paper.state != RecordState::Draft || paper.uid == from.uid || paper.kind == kind)
            sources.push_back({paper.kind, paper.number, std::move(paper.payload)});
    return sources;
}

Result<FormOpening> openNew(const Tables& tables, const records::RecordReader& reader, const FormStart& start)
{
    const schema::FormDefinition* form = tables.forms.find(start.kind);
    if (!form)
        return error(ErrorKind::BadUsage, "form.unknown", {{QStringLiteral("kind"), start.kind}});
    FormOpening opening;
    opening.kind = form->kind;
    if (start.from.isNull())
        return opening;
    auto from = recordOf(reader, start.from);
    if (!from)
        return from.error();
    const QJsonObject link = tables.kinds.linkFields(form->kind, from->kind, from->payload);
    if (link.isEmpty())
        return error(ErrorKind::BadInput, "form.no_link", {{QStringLiteral("kind"), form->kind}});
    auto sources = sourcesOf(tables, reader, *from, form->kind, link);
    if (!sources)
        return sources.error();
    forms::Prefilled prefilled = forms::prefill(*form, link, *sources, start.row);
    opening.payload = std::move(prefilled.payload);
    opening.marks = std::move(prefilled.marks);
    opening.row = prefilled.row;
    if (opening.row < 0 || start.row >= 0)
        opening.choices = std::move(prefilled.choices); // the only one needs no question
    markLeaves(link, {}, {from->kind, from->number}, opening.marks);
    opening.number = tables.kinds.extract(form->kind, opening.payload).number;
    return opening;
}

} // namespace

Result<FormOpening> openPaper(const Tables& tables, const records::RecordReader& reader, const FormStart& start)
{
    return start.record.isNull() ? openNew(tables, reader, start) : openRecord(reader, start.record);
}

Result<std::vector<Record>> casePapers(const Tables& tables, const records::RecordReader& reader,
                                       const domain::RecordUid& uid)
{
    if (uid.isNull())
        return std::vector<Record>();
    auto record = recordOf(reader, uid);
    if (!record) {
        if (record.error().kind == ErrorKind::NotFound)
            return std::vector<Record>();
        return record.error();
    }
    const domain::Extract extract = tables.kinds.extract(record->kind, record->payload);
    const bool isFirst = extract.links.empty();
    if (isFirst && extract.naturalKey.isNull())
        return std::vector<Record>{std::move(*record)};
    return isFirst ? reader.withLinked(record->kind, extract.naturalKey)
                   : reader.withLinked(extract.links.front().targetKind, extract.links.front().targetKey);
}

} // namespace ekatra::session
