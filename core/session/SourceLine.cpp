#include "session/SourceLine.h"

#include "base/Resources.h"
#include "net/PocoHttpClient.h"

#include <QFile>
#include <QJsonDocument>

namespace ekatra::session {

namespace {

// A profile file of the office's own; the act names that it refers to come with the installation.
Result<sources::SourceProfile> readProfile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return error(ErrorKind::NotFound, "resource.missing", {{QStringLiteral("file"), path}});
    QJsonParseError problem;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll(), &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return error(ErrorKind::BadInput, "resource.not_json",
                     {{QStringLiteral("file"), path}, {QStringLiteral("detail"), problem.errorString()}});
    QJsonObject actNames;
    if (const QString names = json.value(QLatin1String("act_names")).toString(); !names.isEmpty()) {
        auto read = base::readJsonResource(QStringLiteral("sources/") + names);
        if (!read)
            return read.error();
        actNames = read->object();
    }
    return sources::SourceProfile::parse(json, actNames, path);
}

} // namespace

Result<sources::SourceProfile> SourceLine::profileOf(const storage::Source& source)
{
    const QString file = source.settings.value(QLatin1String("profile_file")).toString();
    return file.isEmpty() ? sources::SourceProfile::load(source.profile) : readProfile(file);
}

Result<SourceLine> SourceLine::open(const storage::Source& source, const base::Clock& clock)
{
    auto profile = profileOf(source);
    if (!profile)
        return profile.error();
    const auto setting = [&](const char* name) { return source.settings.value(QLatin1String(name)).toString(); };
    const QUrl url(setting("url"), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty())
        return error(ErrorKind::BadInput, "source.bad_url", {{QStringLiteral("url"), setting("url")}});

    SourceLine line{std::move(*profile), {}, nullptr, nullptr};
    line.http = std::make_unique<net::PocoHttpClient>(
        net::TlsSettings{setting("ca_file"), setting("client_cert"), setting("client_key")}, clock);
    line.endpoint.base = url;
    QByteArray authorization;
    if (const QString token = setting("token"); !token.isEmpty())
        authorization = "Bearer " + token.toUtf8();
    else if (const QString basic = setting("basic"); !basic.isEmpty())
        authorization = "Basic " + basic.toUtf8().toBase64();
    line.endpoint.authorization = [authorization]() -> Result<QByteArray> { return authorization; };
    line.connector = sources::makeConnector(line.profile, line.endpoint, *line.http, clock);
    return line;
}

} // namespace ekatra::session
