#include "cli/BothLanguages.h"
#include "support/Programs.h"

#include <QFile>
#include <QFileInfo>

#include <boost/test/unit_test.hpp>

using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString newFir(const Workstation& workstation, const QStringList& options)
{
    const Ran entered =
        workstation.expect(QStringList{u"record"_s, u"new"_s, u"fir"_s, u"--file"_s, workstation.firFile()} + options);
    return entered.object().value("id"_L1).toString();
}

QString textOf(const QString& pdf)
{
    QProcess process;
    process.start(u"pdftotext"_s, {u"-enc"_s, u"UTF-8"_s, u"-raw"_s, pdf, u"-"_s});
    BOOST_REQUIRE(process.waitForFinished());
    return QString::fromUtf8(process.readAllStandardOutput()).simplified();
}

} // namespace

BOOST_AUTO_TEST_SUITE(cli_print)

BOOST_AUTO_TEST_CASE(a_record_is_printed_to_a_file_or_to_standard_output)
{
    const Workstation workstation;
    const QString id = newFir(workstation, {u"--submit"_s});
    const QString file = workstation.file(u"fir.pdf"_s, "what stood there before");
    const Ran printed = workstation.expect({u"record"_s, u"print"_s, id, u"--pdf"_s, file, u"--lang"_s, u"hi"_s});
    BOOST_TEST(printed.object().value("id"_L1).toString() == id);
    BOOST_TEST(contentOf(file).startsWith("%PDF-"));
    const QString text = textOf(file);
    BOOST_TEST(text.contains(u"FIRST INFORMATION REPORT"_s));
    BOOST_TEST(text.contains(u"प्रथम सूचना रिपोर्ट"_s));
    BOOST_TEST(text.contains(id));
    BOOST_TEST(!text.contains(u"DRAFT"_s));

    const Ran out = workstation.run({u"record"_s, u"print"_s, id, u"--pdf"_s, u"-"_s});
    BOOST_TEST(out.exitCode == 0);
    BOOST_TEST(out.out.startsWith("%PDF-"));
    BOOST_TEST(out.out.trimmed().endsWith("%%EOF"));
}

BOOST_AUTO_TEST_CASE(a_draft_says_that_it_is_one)
{
    const Workstation workstation;
    const QString file = workstation.file(u"draft.pdf"_s, {});
    workstation.expect({u"record"_s, u"print"_s, newFir(workstation, {}), u"--pdf"_s, file});
    BOOST_TEST(textOf(file).contains(u"DRAFT / प्रारूप"_s));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_printed_is_said_in_both_languages)
{
    const Workstation workstation;
    const QString id = newFir(workstation, {});
    const QString nowhere = QFileInfo(workstation.folder()).path() + u"/no/such/fir.pdf"_s;
    refusedInBothLanguages(workstation, {u"record"_s, u"print"_s, id, u"--pdf"_s, nowhere}, 10, "print.no_folder");
    refusedInBothLanguages(workstation, {u"record"_s, u"print"_s, u"999/1999"_s, u"--pdf"_s, u"-"_s}, 1,
                           "record.unknown");
    refusedInBothLanguages(workstation, {u"record"_s, u"print"_s, id}, 2, "cli.option_missing");
    refusedInBothLanguages(workstation, {u"record"_s, u"print"_s, id, u"--pdf"_s, workstation.folder()}, 10,
                           "print.not_written");
}

BOOST_AUTO_TEST_SUITE_END()
