#include "gateway/Process.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

#include <boost/test/unit_test.hpp>

using namespace ekatra;
using namespace ekatra::gateway;
using namespace Qt::Literals::StringLiterals;

BOOST_AUTO_TEST_SUITE(gateway_process)

BOOST_AUTO_TEST_CASE(the_port_file_holds_the_port_and_leaves_nothing_beside_it)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"port"_s);
    BOOST_TEST(writePortFile(path, 4711).ok());
    BOOST_TEST(writePortFile(path, 4712).ok());
    QFile file(path);
    BOOST_REQUIRE(file.open(QIODevice::ReadOnly));
    BOOST_TEST((file.readAll() == "4712\n"));
    BOOST_TEST((QDir(folder.path()).entryList(QDir::Files | QDir::Hidden) == QStringList{u"port"_s}));
}

BOOST_AUTO_TEST_CASE(a_port_file_that_cannot_be_written_is_an_error)
{
    const QTemporaryDir folder;
    const auto written = writePortFile(folder.filePath(u"absent/port"_s), 1);
    BOOST_REQUIRE(!written.ok());
    BOOST_TEST((written.error().code == u"gateway.port_file"_s));
    BOOST_TEST(exitCodeFor(written.error().kind) == 10);
}

BOOST_AUTO_TEST_CASE(files_are_for_their_own_user_alone)
{
    const mode_t before = umask(022);
    keepFilesPrivate();
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"centre.db"_s));
    BOOST_TEST(file.open(QIODevice::WriteOnly));
    umask(before);
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    BOOST_TEST(!(file.permissions() & others));
}

BOOST_AUTO_TEST_SUITE_END()
