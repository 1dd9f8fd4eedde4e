#include "base/Resources.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace ekatra::base {

namespace {

QDir root()
{
    const QString chosen = qEnvironmentVariable("EKATRA_RESOURCES");
    if (!chosen.isEmpty())
        return QDir(chosen);
    return QDir(QCoreApplication::applicationDirPath() + QStringLiteral("/../share/ekatra"));
}

} // namespace

QString resourcePath(const QString& relative)
{
    return QDir::cleanPath(root().filePath(relative));
}

Result<QByteArray> readResource(const QString& relative)
{
    QFile file(resourcePath(relative));
    if (!file.open(QIODevice::ReadOnly))
        return error(ErrorKind::NotFound, "resource.missing", {{QStringLiteral("file"), file.fileName()}});
    return file.readAll();
}

Result<QJsonDocument> readJsonResource(const QString& relative)
{
    auto bytes = readResource(relative);
    if (!bytes)
        return bytes.error();
    QJsonParseError problem;
    QJsonDocument document = QJsonDocument::fromJson(*bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return error(
            ErrorKind::BadInput, "resource.not_json",
            {{QStringLiteral("file"), resourcePath(relative)}, {QStringLiteral("detail"), problem.errorString()}});
    return document;
}

QStringList listResources(const QString& relative, const QString& suffix)
{
    return QDir(resourcePath(relative)).entryList({QStringLiteral("*") + suffix}, QDir::Files, QDir::Name);
}

} // namespace ekatra::base
