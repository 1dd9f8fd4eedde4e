// TempStore.h
// A new encrypted store in a temporary folder, opened cheaply, with the services on top of it.
#pragma once

#include "session/Services.h"
#include "support/ManualClock.h"

#include <QTemporaryDir>

#include <boost/test/unit_test.hpp>

namespace ekatra::test {

inline constexpr crypto::KdfCost cheapKdf{1, 8 << 20};

[[nodiscard]] crypto::SecretBytes secret(const char* text);

// The value, or the test ends with the error's code.
template <class T>
T take(Result<T> result)
{
    if (!result)
        BOOST_FAIL("unexpected error: " << result.error().code.toStdString() << " "
                                        << result.error().context.value(QStringLiteral("detail")).toStdString());
    return std::move(*result);
}
inline void done(const Result<void>& result)
{
    if (!result)
        BOOST_FAIL("unexpected error: " << result.error().code.toStdString() << " "
                                        << result.error().context.value(QStringLiteral("detail")).toStdString());
}
// The code of the error that a call had to give.
template <class T>
std::string codeOf(const Result<T>& result)
{
    return result.ok() ? std::string("no error") : result.error().code.toStdString();
}

// Tables from resources, loaded once for the whole program.
[[nodiscard]] std::shared_ptr<const session::Tables> tables();

class TempStore {
public:
    TempStore();

    [[nodiscard]] QString folder() const { return m_dir.filePath(QStringLiteral("store")); }
    [[nodiscard]] QString databaseFile() const { return folder() + QStringLiteral("/store.ekatra"); }
    session::Services& operator*() { return *m_services; }
    session::Services* operator->() { return m_services.get(); }

    // Lets go of the store, as at the end of a program.
    void close() { m_services.reset(); }
    // Opens it again.
    void reopen(storage::FaultHook fault = {});

    // Adds a source of profile `id` that no test fetches from.
    void addSource(const char* id);
    // Takes in one record as `source` would give it.
    records::Effect pull(const char* source, const char* kind, const char* key, const QJsonObject& payload,
                         const char* revision = "1", QUuid uid = {});

    ManualClock clock;

private:
    QTemporaryDir m_dir;
    std::unique_ptr<session::Services> m_services;
};

// A small FIR: station 13020004, year 2024, number `no`.
[[nodiscard]] QJsonObject fir(int no, const char* accused = "Ramesh Kumar");

} // namespace ekatra::test
