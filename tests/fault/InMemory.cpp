// The loops make stores by the thousand and wait for each write to reach the disk. What they break is not the disk, so
// their folders stand in memory where the machine offers that; TMPDIR still says otherwise.
#include <QFileInfo>

#include <boost/test/unit_test.hpp>

namespace {

struct fault_folders {
    fault_folders()
    {
        const QFileInfo memory(QStringLiteral("/dev/shm"));
        if (!qEnvironmentVariableIsSet("TMPDIR") && memory.isDir() && memory.isWritable())
            qputenv("TMPDIR", "/dev/shm");
    }
};

} // namespace

BOOST_TEST_GLOBAL_FIXTURE(fault_folders);
