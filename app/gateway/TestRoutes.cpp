#include "gateway/TestRoutes.h"

#include "gateway/PayloadCheck.h"

#include <QJsonArray>

namespace ekatra::gateway {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject asJson(const QMap<QString, qint64>& counts)
{
    QJsonObject object;
    for (auto count = counts.begin(); count != counts.end(); ++count)
        object[count.key()] = count.value();
    return object;
}

} // namespace

TestRoutes::TestRoutes(const District& district, CentreStore& store, const Problems& problems, FaultPlan& faults,
                       const Metrics& metrics)
    : m_district(district), m_store(store), m_problems(problems), m_faults(faults), m_metrics(metrics)
{
}

Reply TestRoutes::handle(const Request& request) const
{
    Reply reply;
    if (request.path == "/test/state"_L1 && request.reads()) {
        reply = state();
    } else if (request.path == "/test/faults"_L1 && request.method == "POST") {
        reply = setFaults(request);
    } else if (request.path == "/test/faults"_L1 && request.method == "DELETE") {
        m_faults.replace({});
        reply.status = 204;
    } else if (request.path == "/test/faults"_L1 && request.reads()) {
        reply = jsonReply(200, {{u"rules"_s, m_faults.describe()}});
    } else if (request.path == "/test/prune"_L1 && request.method == "POST") {
        reply = prune(request);
    } else {
        return m_problems.reply(404, "not_found");
    }
    reply.route = request.path.toLatin1();
    return reply;
}

Reply TestRoutes::state() const
{
    const auto summary = m_store.summary();
    if (!summary)
        return m_problems.reply(503, "store_unavailable");
    QJsonArray stations;
    for (const Station& station : m_district.stations())
        stations.append(QJsonObject{{u"code"_s, station.code}, {u"name"_s, station.name}});
    const QJsonObject cas{{u"fir"_s, m_district.count(CasList::Fir)},
                          {u"arrest"_s, m_district.count(CasList::Arrest)},
                          {u"final_report"_s, m_district.count(CasList::FinalReport)}};
    return jsonReply(200,
                     {{u"stations"_s, stations},
                      {u"served"_s, QJsonObject{{u"cas"_s, cas}, {u"icjs"_s, asJson(summary->listed)}}},
                      {u"accepted"_s, asJson(summary->accepted)},
                      {u"accepted_digest"_s, QString::fromLatin1(summary->acceptedDigest.toHex())},
                      {u"requests"_s, asJson(m_metrics.bySource())}});
}

Reply TestRoutes::setFaults(const Request& request) const
{
    const auto object = parseObject(request.body);
    if (!object)
        return m_problems.reply(400, "malformed_json", object.error().context);
    auto rules = parseFaults(*object);
    if (!rules)
        return m_problems.reply(400, "bad_fault_rule", rules.error().context);
    m_faults.replace(std::move(*rules));
    return jsonReply(200, {{u"rules"_s, m_faults.describe()}});
}

Reply TestRoutes::prune(const Request& request) const
{
    int days = CentreStore::tombstoneDays;
    if (!request.body.isEmpty()) {
        const auto object = parseObject(request.body);
        if (!object)
            return m_problems.reply(400, "malformed_json", object.error().context);
        days = object->value("older_than_days"_L1).toInt(days);
    }
    const auto pruned = m_store.prune(days);
    if (!pruned)
        return m_problems.reply(503, "store_unavailable");
    return jsonReply(200, {{u"pruned"_s, *pruned}});
}

} // namespace ekatra::gateway
