#include "support/Programs.h"

#include "cli/Command.h"

#include <QFile>

#include <boost/test/unit_test.hpp>

using namespace ekatra;
using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contentOf(const QString& file)
{
    QFile opened(QStringLiteral(EKATRA_SOURCE_DIR) + u'/' + file);
    BOOST_REQUIRE_MESSAGE(opened.open(QIODevice::ReadOnly), file.toStdString());
    return opened.readAll();
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

// What bash offers for the last of `words`, sorted.
QStringList offered(const QStringList& words)
{
    static const QString script = uR"(source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _ekatractl
                                      printf '%s\n' "${COMPREPLY[@]}")"_s;
    QProcess bash;
    bash.start(u"bash"_s,
               QStringList{u"-c"_s, script, u"bash"_s,
                           QStringLiteral(EKATRA_SOURCE_DIR "/installer/completion/ekatractl.bash"),
                           QStringLiteral(EKATRA_BIN_DIR "/ekatractl")}
                   + words);
    BOOST_REQUIRE(bash.waitForFinished());
    return sorted(QString::fromUtf8(bash.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts));
}

} // namespace

BOOST_AUTO_TEST_SUITE(cli_program)

BOOST_AUTO_TEST_CASE(version_and_help_need_no_store)
{
    const Ran version = runCtl({u"--version"_s});
    BOOST_TEST(version.exitCode == 0);
    BOOST_TEST(version.out.startsWith("ekatractl "));
    const Ran help = runCtl({u"--help"_s});
    BOOST_TEST(help.exitCode == 0);
    BOOST_TEST(help.out.contains("quarantine list"));
    BOOST_TEST(help.err.isEmpty());
    const Ran ofCommand = runCtl({u"search"_s, u"--help"_s});
    BOOST_TEST(ofCommand.exitCode == 0);
    BOOST_TEST(ofCommand.out.contains("--queries F"));
}

BOOST_AUTO_TEST_CASE(unknown_command_is_wrong_usage_and_names_near_spellings)
{
    const Ran ran = runCtl({u"--json"_s, u"serach"_s, u"ramesh"_s});
    BOOST_TEST(ran.exitCode == 2);
    BOOST_TEST(ran.out.isEmpty());
    BOOST_TEST(ran.failure().value("kind"_L1).toString().toStdString() == "bad_usage");
    BOOST_TEST(ran.failure().value("hint"_L1).toString().contains("search"_L1));
}

BOOST_AUTO_TEST_CASE(commands_of_later_versions_are_not_there)
{
    const Ran ran = runCtl({u"--json"_s, u"bundle"_s, u"seal"_s});
    BOOST_TEST(ran.exitCode == 2);
    BOOST_TEST(ran.failure().value("code"_L1).toString().toStdString() == "cli.unknown_command");
}

BOOST_AUTO_TEST_CASE(a_group_without_its_second_word_lists_those_it_knows)
{
    const Ran ran = runCtl({u"--json"_s, u"outbox"_s});
    BOOST_TEST(ran.exitCode == 2);
    BOOST_TEST(ran.failure().value("message"_L1).toString().contains("discard"_L1));
}

BOOST_AUTO_TEST_CASE(unknown_and_misplaced_options_are_wrong_usage)
{
    BOOST_TEST(runCtl({u"status"_s, u"--jsno"_s}).exitCode == 2);
    BOOST_TEST(runCtl({u"status"_s, u"--full"_s}).exitCode == 2);
    BOOST_TEST(runCtl({u"search"_s, u"x"_s, u"--limit"_s}).exitCode == 2);
    BOOST_TEST(runCtl({u"search"_s, u"x"_s, u"--limit"_s, u"many"_s}).exitCode == 2);
    BOOST_TEST(runCtl({u"search"_s, u"x"_s, u"--kind"_s, u"firr"_s}).exitCode == 2);
    BOOST_TEST(runCtl({u"--lang"_s, u"fr"_s, u"status"_s}).exitCode == 2);
    BOOST_TEST(runCtl({u"sync"_s, u"--every"_s, u"soon"_s}).exitCode == 2);
    BOOST_TEST(runCtl({}).exitCode == 2);
}

BOOST_AUTO_TEST_CASE(options_may_stand_before_or_after_the_command)
{
    const QString station = QLatin1StringView(Workstation::station);
    const Ran before = runCtl({u"--example"_s, u"--station"_s, station, u"form"_s, u"show"_s, u"fir"_s});
    const Ran after = runCtl({u"form"_s, u"show"_s, u"fir"_s, u"--station=%1"_s.arg(station), u"--example"_s});
    BOOST_TEST(before.exitCode == 0);
    BOOST_TEST(after.exitCode == 0);
    BOOST_TEST(before.object().value("ps_code"_L1).toString() == station);
    BOOST_TEST((after.object().keys() == before.object().keys()));
}

BOOST_AUTO_TEST_CASE(messages_come_in_hindi_when_asked_by_option_or_environment)
{
    const QByteArray hindi = u"कमांड"_s.toUtf8();
    BOOST_TEST(runCtl({u"--lang"_s, u"hi"_s, u"nonsense"_s}).err.contains(hindi));
    BOOST_TEST(runCtl({u"nonsense"_s}, {}, u"hi"_s).err.contains(hindi));
    BOOST_TEST(!runCtl({u"--lang"_s, u"en"_s, u"nonsense"_s}, {}, u"hi"_s).err.contains(hindi));
}

BOOST_AUTO_TEST_CASE(each_command_and_option_is_explained_in_both_languages)
{
    const auto messages = session::Messages::load();
    BOOST_REQUIRE(messages.ok());
    QStringList codes;
    for (const auto& command : cli::allCommands())
        codes.append(command->usage().helpCode());
    for (const auto* table : {&cli::globalOptions(), &cli::commandOptions()}) {
        for (const cli::OptionSpec& option : *table)
            codes.append(u"cli.option."_s + QLatin1StringView(option.name));
    }
    for (const QString& code : codes) {
        BOOST_TEST(messages->contains(code), code.toStdString());
        BOOST_TEST(!messages->text(code, u"en"_s).message.isEmpty(), code.toStdString());
        BOOST_TEST((messages->text(code, u"hi"_s).message != messages->text(code, u"en"_s).message),
                   code.toStdString());
    }
}

BOOST_AUTO_TEST_CASE(each_option_belongs_to_a_command_and_each_command_names_options_that_exist)
{
    QStringList known;
    for (const cli::OptionSpec& option : cli::commandOptions())
        known.append(QLatin1StringView(option.name));
    QStringList used;
    for (const auto& command : cli::allCommands()) {
        for (const char* option : command->usage().options) {
            BOOST_TEST(known.contains(QLatin1StringView(option)), option);
            BOOST_TEST(command->usage().arguments.contains(u"--"_s + QLatin1StringView(option)), option);
            used.append(QLatin1StringView(option));
        }
    }
    for (const QString& option : known)
        BOOST_TEST(used.contains(option), option.toStdString());
}

BOOST_AUTO_TEST_CASE(the_man_page_explains_every_command_option_and_exit_code)
{
    QByteArray page = contentOf(u"resources/manual/ekatractl.1"_s).replace("\\-", "-");
    const auto named = [&](const QByteArray& text) { BOOST_TEST(page.contains(text), text.toStdString()); };
    for (const auto* table : {&cli::globalOptions(), &cli::commandOptions()}) {
        for (const cli::OptionSpec& option : *table)
            named(QByteArray("--") + option.name);
    }
    for (const char* code : {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "70"})
        named(QByteArray("\n.B ") + code + '\n');
    for (const char* font : {"\\fB", "\\fR", "\\fI", ".B "})
        page.replace(font, "");
    for (const auto& command : cli::allCommands())
        named("\n.TP\n" + command->usage().name().toUtf8());
}

BOOST_AUTO_TEST_CASE(completion_offers_the_words_and_options_that_each_command_knows)
{
    QStringList global;
    for (const cli::OptionSpec& option : cli::globalOptions())
        global.append(u"--"_s + QLatin1StringView(option.name));
    QMap<QString, QStringList> seconds;
    for (const auto& command : cli::allCommands()) {
        const cli::Usage& usage = command->usage();
        QStringList options = global;
        for (const char* option : usage.options)
            options.append(u"--"_s + QLatin1StringView(option));
        BOOST_TEST((offered(usage.words + QStringList{u"--"_s}) == sorted(options)), usage.name().toStdString());
        seconds[usage.words.first()].append(usage.words.value(1));
    }
    BOOST_TEST((offered({u""_s}) == seconds.keys()));
    for (auto group = seconds.begin(); group != seconds.end(); ++group) {
        group->removeAll(QString());
        BOOST_TEST((offered({group.key(), u""_s}) == sorted(*group)), group.key().toStdString());
    }
}

BOOST_AUTO_TEST_CASE(completion_offers_kinds_profiles_and_files)
{
    QStringList kinds;
    const auto table = domain::KindTable::load();
    BOOST_REQUIRE(table.ok());
    for (const domain::Kind& kind : table->all())
        kinds.append(kind.code);
    BOOST_TEST((offered({u"search"_s, u"ramesh"_s, u"--kind"_s, u""_s}) == sorted(kinds)));
    BOOST_TEST(offered({u"record"_s, u"new"_s, u"f"_s}).contains(u"fir"_s));
    BOOST_TEST(offered({u"--json"_s, u"source"_s, u"add"_s, u""_s}).contains(u"icjs"_s));
    BOOST_TEST((offered({u"--lang"_s, u"="_s, u"h"_s}) == QStringList{u"hi"_s}));
    BOOST_TEST((offered({u"--store"_s, u"/"_s, u"pu"_s}) == QStringList{u"pull"_s, u"push"_s}));
    const Workstation fresh(Workstation::Store::Missing);
    BOOST_TEST(
        (offered({u"--passphrase-file"_s, fresh.passphraseFile().chopped(3)}) == QStringList{fresh.passphraseFile()}));
}

BOOST_AUTO_TEST_CASE(text_from_records_cannot_steer_a_terminal)
{
    BOOST_TEST(!cli::harmless(u"a\x1b[2Jb\u202e\u0085"_s).contains(QChar(0x1b)));
    BOOST_TEST(!cli::harmless(u"x\u202ey"_s).contains(QChar(0x202e)));
    BOOST_TEST((cli::harmless(u"नाम: क्षत्रिय"_s) == u"नाम: क्षत्रिय"_s));
}

BOOST_AUTO_TEST_CASE(hindi_takes_the_columns_that_it_shows)
{
    BOOST_TEST(cli::columnsOf(u"Number"_s) == 6);
    BOOST_TEST(cli::columnsOf(u"कि"_s) == 2);
    BOOST_TEST(cli::columnsOf(u"कु"_s) == 1); // the sign stands below its letter
}

BOOST_AUTO_TEST_CASE(law_parse_reads_what_clerks_write)
{
    const Ran ran = runCtl({u"--json"_s, u"law"_s, u"parse"_s, u"25-54-59 A.Act"_s});
    BOOST_TEST(ran.exitCode == 0);
    const auto sections = ran.objects();
    BOOST_REQUIRE(sections.size() == 1U);
    BOOST_TEST(sections[0].value("act"_L1).toString().toStdString() == "ARMS");
    BOOST_TEST(sections[0].value("section"_L1).toString().toStdString() == "25");
}

BOOST_AUTO_TEST_SUITE_END()
