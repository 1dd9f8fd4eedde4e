# The Debian package: `cmake --build --preset release --target package` leaves ekatra_<version>_amd64.deb in the build
# folder. Programs go to /usr/bin and the private SQLCipher to /usr/lib/ekatra, where they find it by their own RPATH
# (installer/SqlCipher.cmake). Include this file last.

set(packaging ${PROJECT_SOURCE_DIR}/installer/packaging)
set(made ${CMAKE_BINARY_DIR}/packaging)

# Every line of the licence indented, as the format of the copyright file wants it.
file(READ ${EKATRA_SQLCIPHER_DIR}/LICENSE.md sqlcipher_license)
string(STRIP "${sqlcipher_license}" sqlcipher_license)
string(REGEX REPLACE "\n[ \t]*\n" "\n.\n" sqlcipher_license "${sqlcipher_license}")
string(REGEX REPLACE "\n" "\n " sqlcipher_license " ${sqlcipher_license}")
configure_file(${packaging}/copyright.in ${made}/copyright @ONLY)
install(FILES ${made}/copyright DESTINATION share/doc/ekatra)

# Debian keeps manual pages compressed.
find_program(GZIP gzip REQUIRED)
install(CODE "execute_process(COMMAND ${GZIP} -9nf \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/share/man/man1/ekatractl.1\")")

if(EKATRA_UI)
    string(TIMESTAMP release_day %Y-%m-%d UTC) # of SOURCE_DATE_EPOCH where that is set
    configure_file(${packaging}/org.ekatra.Ekatra.metainfo.xml ${made}/org.ekatra.Ekatra.metainfo.xml @ONLY)
    install(FILES ${made}/org.ekatra.Ekatra.metainfo.xml DESTINATION share/metainfo)
    install(FILES ${packaging}/ekatra.desktop DESTINATION share/applications)
    install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/ekatra.svg DESTINATION share/icons/hicolor/scalable/apps)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME ekatra)
set(CPACK_PACKAGE_VENDOR "The Ekatra authors")
set(CPACK_PACKAGE_CONTACT "The Ekatra authors <ekatra@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "police district's records under one roof")
set(CPACK_PACKAGE_DESCRIPTION "Ekatra brings together what a police district's systems know of its cases: one
encrypted store on the station's workstation, filled from the CCTNS CAS and the
central ICJS API, searched as one in Hindi and English, added to through forms
even when the line is down, and pushed to the centre when it is up.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
# The libraries that the programs name are found by dpkg-shlibdeps, the private one where the build has it. The rest is
# opened by name at run time: Qt's database driver, certificates of the authorities, and for the window the renderer of
# the icons and the letters of both scripts.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${CMAKE_BINARY_DIR}/lib/ekatra)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, ca-certificates")
if(EKATRA_UI)
    string(APPEND CPACK_DEBIAN_PACKAGE_DEPENDS ", libqt6svg6, fonts-noto-core")
    set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland")
endif()
include(CPack)

# Installs the package into a Debian of its own and works with it there.
if(EKATRA_TESTS)
    add_test(NAME package.debian COMMAND ${packaging}/try-package)
    set_tests_properties(package.debian PROPERTIES LABELS slow TIMEOUT 3600 SKIP_RETURN_CODE 77)
endif()
