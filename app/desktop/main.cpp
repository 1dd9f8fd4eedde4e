// ekatra: the desktop client. Composition only: what is built here, in this order, lives until the window is closed.

#include "crypto/SecretBytes.h"
#include "session/StationDesk.h"
#include "session/StationFormDesk.h"
#include "session/StationSyncDesk.h"
#include "shell/MainWindow.h"
#include "storage/Store.h"
#include "theme/FocusRing.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QSystemTrayIcon>

#include <cstdio>

using namespace ekatra;

namespace {

constexpr int exitDamaged = 4;
constexpr auto closingDeadline = std::chrono::seconds(10);

QString defaultStore()
{
    const QString named = qEnvironmentVariable("EKATRA_STORE");
    return named.isEmpty() ? QDir::home().filePath(QStringLiteral(".local/share/ekatra/store")) : named;
}

// The Noto fonts have no tables for a few shaping scripts; Qt says so once per run and draws rightly all the same.
void keepQuiet(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    if (message.contains(QLatin1String("OpenType support missing")))
        return;
    std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message)));
}

struct Options {
    QString store;
    QString language;
    QString theme;
    QString user;
    QString practicePassphrase;
    bool practice = false;
};

Options readOptions(const QApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Ekatra: all records of a police district under one roof"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption store(QStringLiteral("store"), QStringLiteral("Folder of the store."),
                                   QStringLiteral("DIR"), defaultStore());
    const QCommandLineOption user(QStringLiteral("user"), QStringLiteral("Operator to begin with."),
                                  QStringLiteral("NAME"));
    const QCommandLineOption lang(QStringLiteral("lang"), QStringLiteral("Language: hi or en."), QStringLiteral("CODE"),
                                  QLocale::system().language() == QLocale::Hindi ? QStringLiteral("hi")
                                                                                 : QStringLiteral("en"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("light, dark, contrast or desktop."),
                                   QStringLiteral("NAME"), QStringLiteral("desktop"));
    const QCommandLineOption hint(QStringLiteral("practice-hint"),
                                  QStringLiteral("The store is practice; FILE holds its passphrase, which is shown."),
                                  QStringLiteral("FILE"));
    parser.addOptions({store, user, lang, theme, hint});
    parser.process(application);
    Options options{parser.value(store), parser.value(lang), parser.value(theme), parser.value(user), {}, false};
    if (parser.isSet(hint)) {
        options.practice = true;
        QFile file(parser.value(hint));
        if (file.open(QIODevice::ReadOnly))
            options.practicePassphrase = QString::fromUtf8(file.readLine()).trimmed();
    }
    return options;
}

int fail(const Error& error)
{
    std::fprintf(stderr, "ekatra: %s\n", qPrintable(error.code));
    for (auto it = error.context.cbegin(); it != error.context.cend(); ++it)
        std::fprintf(stderr, "  %s: %s\n", qPrintable(it.key()), qPrintable(it.value()));
    return exitDamaged;
}

} // namespace

int main(int count, char** values)
{
    if (!crypto::prepareProcess())
        return exitDamaged;
    qInstallMessageHandler(keepQuiet);
    QApplication application(count, values);
    QApplication::setApplicationName(QStringLiteral("ekatra"));
    QApplication::setApplicationVersion(QStringLiteral(EKATRA_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("ekatra"));
    Options options = readOptions(application);

    auto tables = session::Tables::load();
    if (!tables)
        return fail(tables.error());
    auto messages = session::Messages::load();
    if (!messages)
        return fail(messages.error());

    const base::SystemClock clock;
    ui::Theme theme(application);
    theme.choose(ui::Theme::choiceNamed(options.theme));
    ui::Language language(application);
    language.choose(options.language);
    session::StationThreads threads(*tables, clock);
    session::StationDesk desk(threads);
    session::StationFormDesk forms(threads);
    session::StationSyncDesk sync(threads);
    // What was submitted is sent as soon as the line carries it; the background begins with the unlocked store.
    QObject::connect(&forms, &session::FormDesk::changed, &sync, &session::StationSyncDesk::ask);
    QObject::connect(&desk, &session::Desk::unlocked, &sync, &session::StationSyncDesk::ask);
    if (options.user.isEmpty()) {
        // Where only one operator has a key, nobody needs to type the name.
        const auto glance = storage::Store::glance(options.store);
        if (glance && glance->users.size() == 1)
            options.user = glance->users.first();
    }
    const ui::Context context{desk, forms, sync, **tables, *messages, theme, language};
    int code = 0;
    {
        ui::MainWindow window(context,
                              {{options.store, options.user, options.practicePassphrase},
                               options.practice,
                               QSystemTrayIcon::isSystemTrayAvailable()});
        const ui::FocusRing ring(theme);
        window.show();
        code = QApplication::exec();
    }
    // A thread that hangs in the system must not keep a closed program alive; the store survives an exit at any point.
    desk.stop();
    sync.stop();
    if (!threads.close(closingDeadline))
        std::_Exit(code);
    return code;
}
