#include "records/RecordService.h"

namespace ekatra::records {

using domain::Record;
using domain::RecordState;

namespace {

// While the operator's own word is not settled with the centre, it stands above what sources say.
bool isOwn(RecordState state)
{
    switch (state) {
    case RecordState::Held:
    case RecordState::Accepted:
        return false;
    case RecordState::Draft:
    case RecordState::Ready:
    case RecordState::Rejected:
    case RecordState::Conflicted:
        return true;
    }
    Q_UNREACHABLE();
}

} // namespace

RecordService::RecordService(storage::Connection& writer, const domain::KindTable& kinds,
                             const domain::Stations& stations, std::shared_ptr<const search::NameTables> names,
                             const Precedence& precedence, outbox::Outbox& outbox, const base::Clock& clock)
    : m_db(writer),
      m_kinds(kinds),
      m_stations(stations),
      m_names(std::move(names)),
      m_precedence(precedence),
      m_outbox(outbox),
      m_clock(clock),
      m_table(writer),
      m_quarantine(writer),
      m_sources(writer),
      m_search(writer),
      m_maker(maker())
{
}

// Writes a record that exists (row set) or is new (row 0), with its search row.
Result<void> RecordService::write(Record& record, const Content& content)
{
    const int oldDay = record.eventDay;
    const auto oldRow = record.row;
    record.payload = content.payload;
    record.number = content.extract.number;
    record.station = content.extract.station;
    record.eventDay = content.extract.eventDay;
    auto written = oldRow ? m_table.update(record, content) : m_table.insert(record, content);
    if (!written)
        return written;
    if (oldRow)
        m_search.remove(oldRow, oldDay);
    m_search.put(record.row, record.eventDay, content.tokens);
    return {};
}

Result<void> RecordService::renewSearch(const QString& mark)
{
    const auto name = QStringLiteral("search_mark");
    {
        auto known = m_db.query("SELECT value FROM meta WHERE name = ?", name);
        if (known.next() && known.text(0) == mark)
            return {};
        if (auto done = known.status(); !done)
            return done;
    }
    constexpr int atOnce = 4'000;
    storage::Transaction transaction(m_db);
    if (auto begun = transaction.begin(); !begun)
        return begun;
    if (auto cleared = m_search.clear(); !cleared)
        return cleared;
    for (domain::RecordRow last = 0;;) {
        auto records = m_table.after(last, atOnce);
        if (!records)
            return records.error();
        if (records->empty())
            break;
        for (const Record& record : *records)
            m_search.put(record.row, record.eventDay,
                         m_maker.tokens(record.kind, m_kinds.extract(record.kind, record.payload)));
        if (auto done = m_search.flush(); !done)
            return done;
        last = records->back().row;
    }
    auto noted = m_db.query("INSERT INTO meta (name, value) VALUES (?, ?)"
                            " ON CONFLICT DO UPDATE SET value = excluded.value",
                            name, mark)
                     .run();
    if (!noted)
        return noted;
    return transaction.commit();
}

// --- what sources say -------------------------------------------------------------------------------------------

Result<Effect> RecordService::pull(const PulledRecord& pulled)
{
    const auto worked = pulled.content
        ? pulled.content
        : std::make_shared<const Content>(contentOf(pulled.kind, pulled.payload, pulled.canonical));
    const Content& content = *worked;
    if (m_anySetAside) {
        if (auto done = m_quarantine.release(pulled.sourceId, pulled.kind, pulled.sourceKey); !done)
            return done.error();
    }
    auto mention = m_table.mention(pulled.sourceId, pulled.kind, pulled.sourceKey);
    if (!mention)
        return mention.error();
    if (*mention)
        return hearAgain(pulled, std::move(**mention), content);

    QString naturalKey = content.extract.naturalKey;
    auto found = recordFor(pulled, content, naturalKey);
    if (!found)
        return found.error();
    if (!*found)
        return addRecord(pulled, content, naturalKey);

    Record& record = **found;
    if (auto done = writeOutMentions(record); !done)
        return done.error();
    if (!pulled.uid.isNull())
        record.centralRevision = isOwn(record.state) ? record.centralRevision : pulled.sourceRevision;
    const Mention added{pulled.sourceId,       pulled.profile,   pulled.kind,  pulled.sourceKey, record.row,
                        pulled.sourceRevision, content.object(), content.hash, nowSeconds(),     nowSeconds()};
    if (auto done = m_table.putMention(added); !done)
        return done.error();
    if (auto merged = remerge(record, pulled.sourceId); !merged)
        return merged.error();
    return Effect::Changed;
}

// A source that has spoken of this record before speaks again.
Result<Effect> RecordService::hearAgain(const PulledRecord& pulled, Mention mention, const Content& content)
{
    const bool sameContent = mention.hash == content.hash;
    if (sameContent && mention.sourceRevision == pulled.sourceRevision)
        return Effect::Unchanged;
    auto record = m_table.byRow(mention.record);
    if (!record)
        return record.error();
    if (!*record)
        return error(ErrorKind::Damaged, "store.damaged", {{QStringLiteral("detail"), QStringLiteral("mention")}});

    if (!sameContent) {
        if (auto done = writeOutMentions(**record); !done)
            return done.error();
        mention.payload = content.object();
        mention.hash = content.hash;
    }
    mention.sourceRevision = pulled.sourceRevision;
    mention.lastSeen = nowSeconds();
    if (auto done = m_table.putMention(mention); !done)
        return done.error();
    if (!pulled.uid.isNull() && !isOwn((*record)->state)) {
        (*record)->centralRevision = pulled.sourceRevision;
        if (auto done = m_table.setState(mention.record, (*record)->state, pulled.sourceRevision); !done)
            return done.error();
    }
    if (sameContent)
        return Effect::Unchanged;
    if (auto merged = remerge(**record, pulled.sourceId); !merged)
        return merged.error();
    return Effect::Changed;
}

// The record that `pulled` speaks of, if the store has it. Where its natural key is taken by something else,
// `naturalKey` is made its own.
Result<std::optional<Record>> RecordService::recordFor(const PulledRecord& pulled, const Content& content,
                                                       QString& naturalKey)
{
    if (!pulled.uid.isNull()) {
        auto same = m_table.byUid(pulled.uid);
        if (!same || *same)
            return same;
    }
    if (content.extract.naturalKey.isNull())
        return std::optional<Record>();
    auto same = m_table.byKey(pulled.kind, content.extract.naturalKey);
    if (!same || !*same)
        return same;
    auto mentions = m_table.mentionsOf((*same)->row);
    if (!mentions)
        return mentions.error();
    if (isOwn((*same)->state) && mentions->empty()) {
        // A number given out here that the source gave to another record.
        if (auto done = standAside(**same); !done)
            return done.error();
        return std::optional<Record>();
    }
    const bool listedTwice = std::any_of(mentions->begin(), mentions->end(),
                                         [&](const Mention& m) { return m.sourceId == pulled.sourceId; });
    if (listedTwice) {
        // One source lists them as two, so two they are.
        naturalKey += QLatin1Char('~') + pulled.sourceKey;
        return m_table.byKey(pulled.kind, naturalKey);
    }
    return same;
}

// Gives up the natural key of a record of our own that is not settled yet; the centre will ask for another number.
Result<void> RecordService::standAside(Record record)
{
    record.naturalKey += QLatin1Char('~') + record.uid.toString(QUuid::WithoutBraces);
    return write(record, contentOf(record.kind, record.payload));
}

Result<Effect> RecordService::addRecord(const PulledRecord& pulled, const Content& content, const QString& naturalKey)
{
    Record record;
    record.uid = pulled.uid.isNull() ? domain::newUid(m_clock.now().toMSecsSinceEpoch()) : pulled.uid;
    record.kind = pulled.kind;
    record.naturalKey = naturalKey;
    if (!pulled.uid.isNull())
        record.centralRevision = pulled.sourceRevision;
    if (auto done = write(record, content); !done)
        return done.error();
    const Mention mention{pulled.sourceId,       pulled.profile, pulled.kind,  pulled.sourceKey, record.row,
                          pulled.sourceRevision, std::nullopt,   content.hash, nowSeconds(),     nowSeconds()};
    if (auto done = m_table.putMention(mention); !done)
        return done.error();
    return Effect::Added;
}

Result<Effect> RecordService::withdraw(const QString& sourceId, const QString& kind, const QString& sourceKey)
{
    if (auto done = m_quarantine.release(sourceId, kind, sourceKey); !done)
        return done.error();
    auto mention = m_table.mention(sourceId, kind, sourceKey);
    if (!mention)
        return mention.error();
    if (!*mention)
        return Effect::Unchanged;
    auto record = m_table.byRow((*mention)->record);
    if (!record)
        return record.error();
    if (*record) {
        if (auto done = writeOutMentions(**record); !done)
            return done.error();
    }
    if (auto done = m_table.removeMention(sourceId, kind, sourceKey); !done)
        return done.error();
    auto left = m_table.mentionsOf((*mention)->record);
    if (!left)
        return left.error();
    if (!*record)
        return Effect::Removed;
    if (!left->empty()) {
        if (auto merged = remerge(**record, sourceId); !merged)
            return merged.error();
        return Effect::Removed;
    }
    if (isOwn((*record)->state))
        return Effect::Removed;
    m_search.remove((*record)->row, (*record)->eventDay);
    if (auto done = m_table.remove((*record)->row); !done)
        return done.error();
    return Effect::Removed;
}

// Mentions whose payload was left to the record get a copy of their own, before the record's changes.
Result<void> RecordService::writeOutMentions(const Record& record)
{
    auto mentions = m_table.mentionsOf(record.row);
    if (!mentions)
        return mentions.error();
    for (Mention& mention : *mentions) {
        if (mention.payload)
            continue;
        mention.payload = record.payload;
        if (auto done = m_table.putMention(mention); !done)
            return done;
    }
    return {};
}

// Makes the record what its mentions say together; true when that changed it. The operator's own unsettled word stays.
Result<bool> RecordService::remerge(Record record, const QString& author)
{
    auto mentions = m_table.mentionsOf(record.row);
    if (!mentions)
        return mentions.error();
    if (isOwn(record.state) || mentions->empty())
        return false;
    std::vector<Voice> voices;
    for (const Mention& mention : *mentions)
        voices.push_back({mention.profile, mention.payload.value_or(record.payload)});
    Content content = contentOf(record.kind, m_precedence.merge(record.kind, std::move(voices)));

    const bool changed = content.payload != record.payload;
    if (changed) {
        if (auto done = m_table.keepRevision(record, nowSeconds(), author, {}); !done)
            return done.error();
        ++record.version;
        if (!content.extract.naturalKey.isNull() && !record.naturalKey.startsWith(content.extract.naturalKey)) {
            auto taken = m_table.byKey(record.kind, content.extract.naturalKey);
            if (!taken)
                return taken.error();
            record.naturalKey = content.extract.naturalKey;
            if (*taken)
                record.naturalKey += QLatin1Char('~') + record.uid.toString(QUuid::WithoutBraces);
        }
    }
    if (auto done = write(record, content); !done)
        return done.error();
    if (mentions->size() == 1 && mentions->front().payload) {
        mentions->front().payload.reset();
        if (auto done = m_table.putMention(mentions->front()); !done)
            return done.error();
    }
    return changed;
}

// --- batches ----------------------------------------------------------------------------------------------------

RecordService::Batch::Batch(RecordService& service) : m_service(service), m_transaction(service.m_db) { }

RecordService::Batch::~Batch()
{
    m_service.m_search.forget(); // nothing is left after commit()
}

Result<void> RecordService::Batch::begin()
{
    if (auto begun = m_transaction.begin(); !begun)
        return begun;
    auto empty = m_service.m_quarantine.isEmpty();
    if (!empty)
        return empty.error();
    m_service.m_anySetAside = !*empty;
    return {};
}

Result<Effect> RecordService::Batch::pull(const PulledRecord& pulled)
{
    return m_service.pull(pulled);
}

Result<Effect> RecordService::Batch::withdraw(const QString& sourceId, const QString& kind, const QString& sourceKey)
{
    return m_service.withdraw(sourceId, kind, sourceKey);
}

Result<bool> RecordService::Batch::setAside(const storage::QuarantinedRow& row)
{
    m_service.m_anySetAside = true;
    return m_service.m_quarantine.put(row);
}

Result<void> RecordService::Batch::moveCursor(const QString& sourceId, const QString& stream, const QByteArray& value)
{
    return m_service.m_sources.moveCursor(sourceId, stream, value);
}

Result<void> RecordService::Batch::commit()
{
    if (auto done = m_service.m_search.flush(); !done)
        return done;
    return m_transaction.commit();
}

} // namespace ekatra::records
