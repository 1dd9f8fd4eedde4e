// Application.h
// The application object of a test program, made before the first test and gone after the last.
#pragma once

#include "crypto/SecretBytes.h"

#include <QCoreApplication>

#include <boost/test/unit_test.hpp>

struct ekatra_application {
    ekatra_application()
    {
        QCoreApplication::setApplicationName(QStringLiteral("ekatra-tests"));
        BOOST_REQUIRE(ekatra::crypto::prepareProcess());
    }

private:
    int m_count = boost::unit_test::framework::master_test_suite().argc;
    QCoreApplication m_application{m_count, boost::unit_test::framework::master_test_suite().argv};
};
