#include "cli/SourceSettings.h"

#include "net/HttpClient.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

namespace ekatra::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 mostSecretBytes = 64 << 10;

// The one line of a token or user:password file.
Result<QString> secretLine(Workplace& place, const QString& file)
{
    auto bytes = place.readFile(file, mostSecretBytes);
    if (!bytes)
        return bytes.error();
    const QString text = QString::fromUtf8(*bytes).trimmed();
    if (text.isEmpty())
        return error(ErrorKind::BadInput, "cli.source.empty_secret", {{u"file"_s, file}});
    // It travels in a header: anything but one line of printable ASCII would be refused or, worse, cut there.
    const bool isPlain = std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
    if (!isPlain)
        return error(ErrorKind::BadInput, "cli.source.odd_secret", {{u"file"_s, file}});
    return text;
}

Result<QJsonObject> oauthClient(Workplace& place, const QString& file)
{
    auto bytes = place.readFile(file, mostSecretBytes);
    if (!bytes)
        return bytes.error();
    const QJsonObject client = QJsonDocument::fromJson(*bytes).object();
    for (const char* key : {"token_url", "client_id", "client_secret"}) {
        if (client.value(QLatin1StringView(key)).toString().isEmpty())
            return error(ErrorKind::BadInput, "cli.source.oauth", {{u"file"_s, file}});
    }
    return client;
}

Result<QString> existingFile(const QString& file)
{
    const QFileInfo info(file);
    if (!info.isFile() || !info.isReadable())
        return error(ErrorKind::BadInput, "cli.file_unreadable", {{u"file"_s, file}, {u"detail"_s, QString()}});
    return info.absoluteFilePath();
}

// A password that somebody wrote into an address must not end in a log.
QString withoutUser(const QString& url)
{
    static const QRegularExpression user(u"//[^/]*@"_s);
    return QString(url).replace(user, u"//…@"_s);
}

Result<QUrl> urlFrom(const QString& text)
{
    QUrl url(text, QUrl::StrictMode);
    const bool isHttp = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !isHttp || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery()
        || url.hasFragment())
        return error(ErrorKind::BadUsage, "cli.source.bad_url", {{u"url"_s, withoutUser(text)}});
    while (url.path().endsWith(u'/'))
        url.setPath(url.path().chopped(1));
    return url;
}

// One way to sign in takes the place of another.
Result<void> takeSignIn(Workplace& place, const Arguments& arguments, QJsonObject& settings)
{
    const int ways = arguments.has("token-file") + arguments.has("basic-file") + arguments.has("oauth-client-file");
    if (ways > 1)
        return error(ErrorKind::BadUsage, "cli.source.one_sign_in");
    if (ways == 0)
        return {};
    for (const auto key : {"token"_L1, "basic"_L1, "oauth_client"_L1})
        settings.remove(key);
    if (arguments.has("token-file")) {
        auto token = secretLine(place, arguments.value("token-file"));
        if (!token)
            return token.error();
        settings.insert(u"token"_s, *token);
    }
    if (arguments.has("basic-file")) {
        auto pair = secretLine(place, arguments.value("basic-file"));
        if (!pair)
            return pair.error();
        if (!pair->contains(u':'))
            return error(ErrorKind::BadInput, "cli.source.basic", {{u"file"_s, arguments.value("basic-file")}});
        settings.insert(u"basic"_s, *pair);
    }
    if (arguments.has("oauth-client-file")) {
        auto client = oauthClient(place, arguments.value("oauth-client-file"));
        if (!client)
            return client.error();
        settings.insert(u"oauth_client"_s, *client);
    }
    return {};
}

} // namespace

const std::vector<const char*>& settingOptions()
{
    static const std::vector<const char*> options{"url",     "token-file",  "basic-file", "oauth-client-file",
                                                  "ca-file", "client-cert", "client-key", "profile-file"};
    return options;
}

Result<QJsonObject> settingsFrom(Workplace& place, const Arguments& arguments, QJsonObject settings)
{
    if (arguments.has("url")) {
        auto url = urlFrom(arguments.value("url"));
        if (!url)
            return url.error();
        // The line itself refuses this too; better to hear it before the secret is stored.
        if (url->scheme() == "http"_L1 && !net::isLoopback(url->host()))
            return error(ErrorKind::BadUsage, "cli.source.plain_http", {{u"url"_s, url->toString()}});
        settings.insert(u"url"_s, url->toString(QUrl::FullyEncoded));
    }
    if (auto taken = takeSignIn(place, arguments, settings); !taken)
        return taken.error();
    constexpr std::pair<const char*, const char*> files[] = {{"ca-file", "ca_file"},
                                                             {"client-cert", "client_cert"},
                                                             {"client-key", "client_key"},
                                                             {"profile-file", "profile_file"}};
    for (const auto& [option, key] : files) {
        if (!arguments.has(option))
            continue;
        auto path = existingFile(arguments.value(option));
        if (!path)
            return path.error();
        settings.insert(QLatin1StringView(key), *path);
    }
    if (settings.contains("client_cert"_L1) != settings.contains("client_key"_L1))
        return error(ErrorKind::BadUsage, "cli.source.cert_and_key");
    return settings;
}

QJsonObject shownSettings(const QJsonObject& settings)
{
    QJsonObject shown;
    for (const char* key : {"url", "ca_file", "client_cert", "client_key", "profile_file"}) {
        if (const QString value = settings.value(QLatin1StringView(key)).toString(); !value.isEmpty())
            shown.insert(QLatin1StringView(key), value);
    }
    const QString auth = settings.contains("token"_L1) ? u"bearer"_s
        : settings.contains("basic"_L1)                ? u"basic"_s
        : settings.contains("oauth_client"_L1)         ? u"oauth"_s
        : settings.contains("client_cert"_L1)          ? u"mtls"_s
                                                       : u"none"_s;
    shown.insert(u"auth"_s, auth);
    return shown;
}

} // namespace ekatra::cli
