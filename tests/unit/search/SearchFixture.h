// SearchFixture.h
// The tables of names as they ship and a memory of keys, for the tests of this room.
#pragma once

#include "search/NameTables.h"
#include "search/PhoneticKey.h"

#include <QFile>
#include <QString>

#include <boost/test/unit_test.hpp>

namespace ekatra::search {

// Tests read the tables as they are shipped.
inline QString sourcePath(const QString& relative)
{
    return QStringLiteral(EKATRA_SOURCE_DIR "/") + relative;
}

inline QByteArray sourceFile(const QString& relative)
{
    QFile file(sourcePath(relative));
    BOOST_REQUIRE_MESSAGE(file.open(QIODevice::ReadOnly), "cannot read " << relative.toStdString());
    return file.readAll();
}

inline std::shared_ptr<const NameTables> shippedTables()
{
    auto tables = NameTables::parse(sourceFile(QStringLiteral("resources/names/families.csv")),
                                    sourceFile(QStringLiteral("resources/names/words.csv")));
    BOOST_REQUIRE(tables.ok());
    return *tables;
}

struct WithKeys {
    PhoneticKey keys{shippedTables()};
};

} // namespace ekatra::search
