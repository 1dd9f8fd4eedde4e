// The rules of the tree that no compiler checks: who may include whom, what stays out of the core, and that every error
// code can be said in both languages.
#include "session/Messages.h"
#include "support/TempStore.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <boost/test/unit_test.hpp>

using namespace ekatra;

namespace {

const QString root = QStringLiteral(EKATRA_SOURCE_DIR);

// From bottom to top; a room may include those of the rows before its own, and itself.
const std::vector<QStringList> layers{
    {QStringLiteral("base")},
    {QStringLiteral("crypto"), QStringLiteral("domain"), QStringLiteral("law")},
    {QStringLiteral("net"), QStringLiteral("storage"), QStringLiteral("schema")},
    {QStringLiteral("access"), QStringLiteral("search"), QStringLiteral("outbox"), QStringLiteral("attachments")},
    {QStringLiteral("records"), QStringLiteral("identity")},
    {QStringLiteral("forms"), QStringLiteral("sources")},
    {QStringLiteral("sync"), QStringLiteral("exchange"), QStringLiteral("training")},
    {QStringLiteral("session")},
};

int layerOf(const QString& room)
{
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (layers[i].contains(room))
            return static_cast<int>(i);
    }
    return -1;
}

struct SourceFile {
    QString path; // from the root
    QString text;
};

std::vector<SourceFile> filesUnder(const QString& folder)
{
    std::vector<SourceFile> files;
    QDirIterator walk(root + QLatin1Char('/') + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                      QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        BOOST_REQUIRE(file.open(QIODevice::ReadOnly));
        files.push_back({QDir(root).relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
    }
    BOOST_REQUIRE(!files.empty());
    return files;
}

QStringList includesOf(const QString& text)
{
    static const QRegularExpression include(QStringLiteral("^#include [\"<]([^\">]+)[\">]"),
                                            QRegularExpression::MultilineOption);
    QStringList found;
    for (auto match = include.globalMatch(text); match.hasNext();)
        found.append(match.next().captured(1));
    return found;
}

} // namespace

BOOST_AUTO_TEST_SUITE(tree_rules)

BOOST_AUTO_TEST_CASE(rooms_of_the_core_include_only_what_stands_below_them)
{
    for (const SourceFile& file : filesUnder(QStringLiteral("core"))) {
        const QStringList parts = file.path.split(QLatin1Char('/'));
        if (parts.size() < 3)
            continue; // the precompiled header
        const int own = layerOf(parts.at(1));
        BOOST_TEST(own >= 0, "a room without a layer: " << file.path.toStdString());
        for (const QString& include : includesOf(file.text)) {
            const QString room = include.section(QLatin1Char('/'), 0, 0);
            if (!include.contains(QLatin1Char('/')) || layerOf(room) < 0)
                continue;
            const bool allowed = room == parts.at(1) || layerOf(room) < own;
            BOOST_TEST(allowed, file.path.toStdString() << " includes " << include.toStdString());
        }
    }
}

BOOST_AUTO_TEST_CASE(core_never_heard_of_a_window)
{
    static const QRegularExpression screen(
        QStringLiteral("^(QtGui|QtWidgets|QWidget|QDialog|QApplication|QGuiApplication|QPainter)"));
    for (const SourceFile& file : filesUnder(QStringLiteral("core"))) {
        for (const QString& include : includesOf(file.text))
            BOOST_TEST(!screen.match(include).hasMatch(), file.path.toStdString() << " " << include.toStdString());
    }
}

BOOST_AUTO_TEST_CASE(poco_stays_in_net_and_the_gateway_and_connectors)
{
    for (const QString& folder :
         {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app/cli"), QStringLiteral("app/desktop")}) {
        if (!QDir(root + QLatin1Char('/') + folder).exists())
            continue;
        for (const SourceFile& file : filesUnder(folder)) {
            const bool mayKnow = file.path.startsWith(QLatin1String("core/net/"))
                || (file.path.startsWith(QLatin1String("core/sources/")) && file.path.endsWith(QLatin1String(".cpp")));
            for (const QString& include : includesOf(file.text))
                BOOST_TEST((mayKnow || !include.startsWith(QLatin1String("Poco/"))), file.path.toStdString());
        }
    }
}

BOOST_AUTO_TEST_CASE(gateway_checks_ekatra_and_so_borrows_nothing_of_what_it_checks)
{
    for (const SourceFile& file : filesUnder(QStringLiteral("app/gateway"))) {
        for (const QString& include : includesOf(file.text)) {
            const QString room = include.section(QLatin1Char('/'), 0, 0);
            for (const char* forbidden : {"records", "sync", "outbox", "sources", "session", "forms", "search"})
                BOOST_TEST((room != QLatin1String(forbidden)), file.path.toStdString() << " " << include.toStdString());
        }
    }
}

BOOST_AUTO_TEST_CASE(every_error_code_is_said_in_english_and_hindi)
{
    const auto messages = test::take(session::Messages::load());
    static const QRegularExpression code(QStringLiteral("ErrorKind::\\w+,\\s*\"([a-z_0-9]+\\.[a-z_0-9.]+)\""));
    static const QRegularExpression devanagari(QStringLiteral("[\\x{0900}-\\x{097F}]"));
    int seen = 0;
    for (const QString& folder : {QStringLiteral("core"), QStringLiteral("app")}) {
        for (const SourceFile& file : filesUnder(folder)) {
            for (auto match = code.globalMatch(file.text); match.hasNext(); ++seen) {
                const QString found = match.next().captured(1);
                BOOST_TEST(messages.contains(found),
                           "no text for " << found.toStdString() << " of " << file.path.toStdString());
                if (!messages.contains(found))
                    continue;
                const auto en = messages.text(found, QStringLiteral("en")),
                           hi = messages.text(found, QStringLiteral("hi"));
                BOOST_TEST(!en.message.isEmpty(), found.toStdString());
                BOOST_TEST(devanagari.match(hi.message).hasMatch(), found.toStdString());
            }
        }
    }
    BOOST_TEST(seen > 50);
}

BOOST_AUTO_TEST_CASE(connect_with_a_lambda_names_its_context)
{
    // connect(sender, signal, [..]) without a receiver outlives whoever the lambda speaks of.
    static const QRegularExpression loose(QStringLiteral("connect\\(\\s*[^,()]+,\\s*&[\\w:]+,\\s*\\["));
    for (const QString& folder : {QStringLiteral("ui"), QStringLiteral("app/desktop")}) {
        if (!QDir(root + QLatin1Char('/') + folder).exists())
            continue;
        for (const SourceFile& file : filesUnder(folder))
            BOOST_TEST(!loose.match(file.text).hasMatch(), file.path.toStdString());
    }
}

BOOST_AUTO_TEST_SUITE_END()
