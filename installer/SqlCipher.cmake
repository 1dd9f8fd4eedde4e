# The one SQLite of every Ekatra process: SQLCipher as a private shared library that bears the SONAME libsqlite3.so.0.
#
# Qt's stock QSQLITE plugin asks the loader for that name. An executable that has this library loaded already hands it
# to the plugin, so that the driver works on encrypted files without any code of ours in Qt. For that to hold, every
# executable that opens a store
#   - links Ekatra::SqlCipher itself (through a static room is enough),
#   - finds it by DT_RPATH, not DT_RUNPATH: LD_LIBRARY_PATH takes precedence over the latter and would bring in plain
#     SQLite, which takes a key without complaint and writes plain text,
#   - binds at start-up (-z now) a direct call of sqlite3_key_v2: plain SQLite lacks it, so a wrong library is refused
#     by the loader. At least one object file of the executable must contain that call.
# Include this file from the top-level CMakeLists.txt before any target is defined.

set(EKATRA_SQLCIPHER_DIR "${PROJECT_SOURCE_DIR}/build/sqlcipher" CACHE PATH
    "SQLCipher's amalgamation, as installer/setup leaves it")

foreach(file IN ITEMS sqlite3.c sqlite3.h sqlite_cfg.h stamp)
    if(NOT EXISTS "${EKATRA_SQLCIPHER_DIR}/${file}")
        message(FATAL_ERROR "${EKATRA_SQLCIPHER_DIR} is missing or incomplete: run installer/setup first.")
    endif()
endforeach()

enable_language(C)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)

# Executables of this build are moved to <prefix>/bin, this library to <prefix>/lib/ekatra.
set(CMAKE_INSTALL_RPATH "$ORIGIN/../lib/ekatra")

add_library(ekatra_sqlcipher SHARED "${EKATRA_SQLCIPHER_DIR}/sqlite3.c")
add_library(Ekatra::SqlCipher ALIAS ekatra_sqlcipher)

# Whatever the project sets for its own C++ does not hold for this file.
set_target_properties(ekatra_sqlcipher PROPERTIES
    COMPILE_OPTIONS ""
    COMPILE_DEFINITIONS ""
    C_STANDARD 11
    C_EXTENSIONS ON
    C_VISIBILITY_PRESET default
    C_CLANG_TIDY ""
    INTERPROCEDURAL_OPTIMIZATION OFF
    DISABLE_PRECOMPILE_HEADERS ON
    UNITY_BUILD OFF
    AUTOMOC OFF
    AUTOUIC OFF
    AUTORCC OFF)
set_target_properties(ekatra_sqlcipher PROPERTIES
    OUTPUT_NAME sqlite3
    SOVERSION 0
    LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib/ekatra"
    INSTALL_RPATH "")
if(CMAKE_CXX_COMPILER_LAUNCHER AND NOT CMAKE_C_COMPILER_LAUNCHER)
    set_target_properties(ekatra_sqlcipher PROPERTIES C_COMPILER_LAUNCHER "${CMAKE_CXX_COMPILER_LAUNCHER}")
endif()

target_compile_definitions(ekatra_sqlcipher
    PUBLIC SQLITE_HAS_CODEC # declares sqlite3_key_v2
    PRIVATE
        NDEBUG
        HAVE_USLEEP=1
        _HAVE_SQLITE_CONFIG_H
        SQLCIPHER_CRYPTO_OPENSSL
        SQLITE_DEFAULT_MEMSTATUS=0
        SQLITE_ENABLE_COLUMN_METADATA # the QSQLITE plugin binds to it
        SQLITE_ENABLE_FTS5
        SQLITE_ENABLE_UNLOCK_NOTIFY
        SQLITE_SECURE_DELETE
        SQLITE_TEMP_STORE=2 # temporary tables stay in memory unless told otherwise
        SQLITE_THREADSAFE=1)

# Debug and sanitizer builds get the same library as a release: unoptimised it is too slow to work with, and its own
# faults are not what those builds look for.
target_compile_options(ekatra_sqlcipher PRIVATE
    -w -Wno-error
    -O2 -fno-sanitize=all
    -fstack-protector-strong -fstack-clash-protection
    -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
    $<$<STREQUAL:${CMAKE_SYSTEM_PROCESSOR},x86_64>:-fcf-protection>)
target_link_options(ekatra_sqlcipher
    PRIVATE -fno-sanitize=all -Wl,-z,relro -Wl,-z,now -Wl,-z,noexecstack
    INTERFACE -Wl,--disable-new-dtags -Wl,-z,now -Wl,--no-as-needed)
target_link_libraries(ekatra_sqlcipher PRIVATE OpenSSL::Crypto ${CMAKE_DL_LIBS})
target_include_directories(ekatra_sqlcipher SYSTEM INTERFACE "${EKATRA_SQLCIPHER_DIR}")

install(TARGETS ekatra_sqlcipher LIBRARY DESTINATION lib/ekatra NAMELINK_SKIP)
