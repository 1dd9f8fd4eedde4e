#include "records/Precedence.h"

#include "base/Resources.h"

#include <QJsonArray>

#include <algorithm>

namespace ekatra::records {

namespace {

const QString any = QStringLiteral("*");

qsizetype rankIn(const QStringList& order, const QString& profile)
{
    const qsizetype at = order.indexOf(profile);
    return at < 0 ? order.size() : at;
}

} // namespace

Result<Precedence> Precedence::load()
{
    auto document = base::readJsonResource(QStringLiteral("sources/precedence.json"));
    if (!document)
        return document.error();
    Precedence precedence;
    const QJsonObject kinds = document->object().value(QLatin1String("kinds")).toObject();
    for (auto kind = kinds.begin(); kind != kinds.end(); ++kind) {
        const QJsonObject fields = kind.value().toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            QStringList order;
            for (const auto& profile : field.value().toArray())
                order.append(profile.toString());
            precedence.m_orders[kind.key()].insert(field.key(), order);
        }
    }
    return precedence;
}

const QStringList& Precedence::orderFor(const QString& kind, const QString& field) const
{
    static const QStringList none;
    for (const QString& k : {kind, any}) {
        const auto fields = m_orders.constFind(k);
        if (fields == m_orders.constEnd())
            continue;
        for (const QString& f : {field, any}) {
            if (const auto order = fields->constFind(f); order != fields->constEnd())
                return *order;
        }
    }
    return none;
}

QJsonObject Precedence::merge(const QString& kind, std::vector<Voice> voices) const
{
    const QStringList& usual = orderFor(kind, any);
    std::sort(voices.begin(), voices.end(), [&](const Voice& a, const Voice& b) {
        const auto rankA = rankIn(usual, a.profile), rankB = rankIn(usual, b.profile);
        return rankA != rankB ? rankA < rankB : a.profile < b.profile;
    });
    QJsonObject merged;
    for (const Voice& voice : voices) {
        for (auto field = voice.payload.begin(); field != voice.payload.end(); ++field) {
            if (!merged.contains(field.key()))
                merged.insert(field.key(), field.value());
        }
    }
    // Fields with an order of their own.
    const auto own = m_orders.constFind(kind);
    for (auto field = own != m_orders.constEnd() ? own->constBegin() : QHash<QString, QStringList>::const_iterator();
         own != m_orders.constEnd() && field != own->constEnd(); ++field) {
        if (field.key() == any || !merged.contains(field.key()))
            continue;
        const QString profile = winner(kind, field.key(), voices);
        for (const Voice& voice : voices) {
            if (voice.profile == profile && voice.payload.contains(field.key())) {
                merged.insert(field.key(), voice.payload.value(field.key()));
                break;
            }
        }
    }
    return merged;
}

QString Precedence::winner(const QString& kind, const QString& field, const std::vector<Voice>& voices) const
{
    const QStringList& order = orderFor(kind, field);
    const Voice* best = nullptr;
    for (const Voice& voice : voices) {
        if (!voice.payload.contains(field))
            continue;
        const bool better = !best || rankIn(order, voice.profile) < rankIn(order, best->profile)
            || (rankIn(order, voice.profile) == rankIn(order, best->profile) && voice.profile < best->profile);
        if (better)
            best = &voice;
    }
    return best ? best->profile : QString();
}

} // namespace ekatra::records
