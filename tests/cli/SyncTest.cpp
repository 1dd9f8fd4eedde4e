#include "support/Programs.h"

#include <QJsonArray>

#include <boost/test/unit_test.hpp>

#include <csignal>

using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;
