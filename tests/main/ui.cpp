// The window's tests need a real application: on a display where there is one, else on Qt's offscreen platform.
#define BOOST_TEST_MODULE ekatra
#include "crypto/SecretBytes.h"

#include <QApplication>

#include <boost/test/unit_test.hpp>

struct ekatra_gui_application {
    ekatra_gui_application()
    {
        QCoreApplication::setApplicationName(QStringLiteral("ekatra-tests"));
        BOOST_REQUIRE(ekatra::crypto::prepareProcess());
    }

private:
    // Set before the application object is made: members are made in this order.
    bool m_offscreen = qEnvironmentVariableIsSet("QT_QPA_PLATFORM") || qputenv("QT_QPA_PLATFORM", "offscreen");
    int m_count = boost::unit_test::framework::master_test_suite().argc;
    QApplication m_application{m_count, boost::unit_test::framework::master_test_suite().argv};
};

BOOST_TEST_GLOBAL_FIXTURE(ekatra_gui_application);
