// Settings.h
// Small things that were chosen for this store: whether it syncs by itself, what is paused. Store thread; reading from
// a reader's thread too.
#pragma once

#include "storage/Connection.h"

#include <QString>

namespace ekatra::storage {

class Settings {
public:
    explicit Settings(Connection& db) : m_db(db) { }

    // Empty: never chosen.
    [[nodiscard]] Result<QString> value(const char* name) const;
    [[nodiscard]] Result<void> set(const char* name, const QString& value);

private:
    Connection& m_db;
};

} // namespace ekatra::storage
