#define BOOST_TEST_MODULE ekatra
#include "support/Application.h"

BOOST_TEST_GLOBAL_FIXTURE(ekatra_application);
