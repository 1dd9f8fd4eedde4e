#include "support/TempStore.h"

#include <QJsonArray>

#include <cstring>

namespace ekatra::test {

namespace {
const QString user = QStringLiteral("rampal");
}

crypto::SecretBytes secret(const char* text)
{
    return crypto::SecretBytes::copyOf({reinterpret_cast<const unsigned char*>(text), std::strlen(text)});
}

std::shared_ptr<const session::Tables> tables()
{
    static const auto loaded = take(session::Tables::load());
    return loaded;
}

TempStore::TempStore()
{
    storage::NewStore about;
    about.station = QStringLiteral("13020004");
    about.user = user;
    about.cost = cheapKdf;
    auto store = take(storage::Store::create(folder(), about, secret("open sesame"), session::storeOptions(*tables())));
    m_services = take(session::Services::start(std::move(store), tables(), clock));
}

void TempStore::reopen(storage::FaultHook fault)
{
    m_services.reset();
    auto options = session::storeOptions(*tables());
    options.fault = std::move(fault);
    auto store = take(storage::Store::open(folder(), user, secret("open sesame"), options));
    m_services = take(session::Services::start(std::move(store), tables(), clock));
}

void TempStore::addSource(const char* id)
{
    const QString name = QString::fromLatin1(id);
    done(m_services->sources().add({name, name, {{QStringLiteral("url"), QStringLiteral("http://127.0.0.1:1/")}}}));
}

records::Effect TempStore::pull(const char* source, const char* kind, const char* key, const QJsonObject& payload,
                                const char* revision, QUuid uid)
{
    records::RecordService::Batch batch(m_services->records());
    done(batch.begin());
    const QString id = QString::fromLatin1(source);
    const auto effect = take(batch.pull({id,
                                         id,
                                         QString::fromLatin1(kind),
                                         QString::fromLatin1(key),
                                         QString::fromLatin1(revision),
                                         uid,
                                         payload,
                                         {}}));
    done(batch.commit());
    return effect;
}

QJsonObject fir(int no, const char* accused)
{
    return {
        {QStringLiteral("ps_code"), QStringLiteral("13020004")},
        {QStringLiteral("fir_year"), 2024},
        {QStringLiteral("fir_no"), no},
        {QStringLiteral("fir_at"), QStringLiteral("2024-07-14T10:20:00+05:30")},
        {QStringLiteral("laws"),
         QJsonArray{QJsonObject{{QStringLiteral("act"), QStringLiteral("BNS")},
                                {QStringLiteral("section"), QStringLiteral("303(2)")}}}},
        {QStringLiteral("informant"),
         QJsonObject{{QStringLiteral("name"), QStringLiteral("सुरेश शर्मा")},
                     {QStringLiteral("mobile"), QStringLiteral("9812345678")}}},
        {QStringLiteral("accused"),
         QJsonArray{QJsonObject{{QStringLiteral("name"), QString::fromUtf8(accused)},
                                {QStringLiteral("relative_name"), QStringLiteral("Mahender Singh")},
                                {QStringLiteral("sex"), QStringLiteral("M")}}}},
        {QStringLiteral("place"),
         QJsonObject{{QStringLiteral("kind"), QStringLiteral("PLACE")},
                     {QStringLiteral("village_town"), QStringLiteral("Gohana")}}},
        {QStringLiteral("contents"), QStringLiteral("Motorcycle HR10AB1234 was stolen from outside the grain market.")},
    };
}

} // namespace ekatra::test
