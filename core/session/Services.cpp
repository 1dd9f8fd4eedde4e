#include "session/Services.h"

#include "search/PhoneticKey.h"
#include "search/Tokenizer.h"
#include "session/SourceLine.h"
#include "sources/IcjsClient.h"

#include <map>

namespace ekatra::session {

Result<std::shared_ptr<const Tables>> Tables::load()
{
    auto kinds = domain::KindTable::load();
    if (!kinds)
        return kinds.error();
    auto stations = domain::Stations::load();
    if (!stations)
        return stations.error();
    auto places = domain::Places::load();
    if (!places)
        return places.error();
    auto precedence = records::Precedence::load();
    if (!precedence)
        return precedence.error();
    auto forms = schema::FormRegistry::load();
    if (!forms)
        return forms.error();
    auto acts = law::ActTable::load();
    if (!acts)
        return acts.error();
    auto texts = schema::MessageTexts::load(QStringLiteral("messages/forms.json"));
    if (!texts)
        return texts.error();
    auto names = search::NameTables::load();
    if (!names)
        return names.error();
    return std::shared_ptr<const Tables>(new Tables{std::move(*kinds), std::move(*stations), std::move(*places),
                                                    std::move(*precedence), std::move(*forms), std::move(*acts),
                                                    std::move(*texts), std::move(*names)});
}

storage::StoreOptions storeOptions(const Tables& tables)
{
    storage::StoreOptions options;
    options.steps.push_back([names = tables.names](sqlite3* db) { return search::registerTokenizer(db, names); });
    return options;
}

Result<std::unique_ptr<Services>> Services::start(std::unique_ptr<storage::Store> store,
                                                  std::shared_ptr<const Tables> tables, const base::Clock& clock)
{
    std::unique_ptr<Services> services(new Services(std::move(store), std::move(tables), clock));
    const QString mark = QStringLiteral("%1:%2")
                             .arg(search::keyVersion)
                             .arg(QString::fromLatin1(services->m_tables->names->fingerprint()));
    if (auto renewed = services->m_records.renewSearch(mark); !renewed)
        return renewed.error();
    return services;
}

Services::Services(std::unique_ptr<storage::Store> store, std::shared_ptr<const Tables> tables,
                   const base::Clock& clock)
    : m_tables(std::move(tables)),
      m_clock(clock),
      m_store(std::move(store)),
      m_sources(m_store->writer()),
      m_quarantine(m_store->writer()),
      m_outbox(m_store->writer(), clock),
      m_records(m_store->writer(), m_tables->kinds, m_tables->stations, m_tables->names, m_tables->precedence, m_outbox,
                clock),
      m_reader(m_store->writer(), m_tables->kinds, m_tables->precedence),
      m_search(m_store->writer(), m_tables->kinds, m_tables->names, clock),
      m_checker(m_tables->forms.codes(), m_tables->acts, m_tables->formTexts),
      m_journal(m_store->folder())
{
}

Result<sync::SourceReport> Services::pull(const QString& sourceId, const sync::PullOptions& options,
                                          const base::CancelToken& cancel)
{
    auto source = m_sources.find(sourceId);
    if (!source)
        return source.error();
    auto line = SourceLine::open(*source, m_clock);
    if (!line)
        return line.error();
    auto report = sync::Puller(*m_store, m_records, m_clock).pull(*line->connector, *source, options, cancel);
    m_journal.note(report, m_clock.now());
    return report;
}

Result<QString> Services::centre()
{
    auto sources = m_sources.all();
    if (!sources)
        return sources.error();
    for (const storage::Source& source : *sources) {
        auto profile = SourceLine::profileOf(source);
        if (profile && profile->protocol == sources::SourceProtocol::Icjs)
            return source.id;
    }
    return QString();
}

sync::Meanwhile Services::meanwhile()
{
    return [this]() -> Result<void> {
        if (m_store->operatorWaits())
            m_store->stepAside();
        return {};
    };
}

Result<sync::PushReport> Services::push(const base::CancelToken& cancel, const sync::Pusher::Progress& progress)
{
    auto id = centre();
    if (!id)
        return id.error();
    if (id->isEmpty())
        return error(ErrorKind::BadUsage, "source.no_centre");
    auto source = m_sources.find(*id);
    if (!source)
        return source.error();
    auto line = SourceLine::open(*source, m_clock);
    if (!line)
        return line.error();
    sources::IcjsClient client(line->endpoint, *line->http, m_clock);
    auto report = sync::Pusher(m_outbox, m_records, meanwhile()).push(client, *id, cancel, progress);
    m_journal.note(*id, report, m_clock.now());
    return report;
}

sync::RetryCounts Services::retryQuarantined(const std::vector<storage::QuarantinedRow>& rows,
                                             const base::CancelToken& cancel)
{
    std::map<QString, SourceLine> lines;
    const auto lineTo = [&](const QString& sourceId) -> Result<sync::AskedSource> {
        auto known = lines.find(sourceId);
        if (known == lines.end()) {
            auto source = m_sources.find(sourceId);
            if (!source)
                return source.error();
            auto line = SourceLine::open(*source, m_clock);
            if (!line)
                return line.error();
            known = lines.emplace(sourceId, std::move(*line)).first;
        }
        return sync::AskedSource{known->second.connector.get(), known->second.profile.id};
    };
    return sync::QuarantineRetry(m_records, m_clock, meanwhile(), lineTo).retry(rows, cancel);
}

} // namespace ekatra::session
