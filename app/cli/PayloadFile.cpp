#include "cli/PayloadFile.h"

#include <QJsonDocument>

namespace ekatra::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

Error notJson(const QString& file, qsizetype line, const QString& detail)
{
    return error(ErrorKind::BadInput, "cli.not_json",
                 {{u"file"_s, file}, {u"line"_s, QString::number(line)}, {u"detail"_s, detail}});
}

Result<QJsonObject> objectFrom(const QByteArray& text, const QString& file, qsizetype firstLine)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError)
        return notJson(file, firstLine + text.first(std::clamp<qsizetype>(problem.offset, 0, text.size())).count('\n'),
                       problem.errorString());
    if (!document.isObject())
        return error(ErrorKind::BadInput, "cli.not_object",
                     {{u"file"_s, file}, {u"line"_s, QString::number(firstLine)}});
    return document.object();
}

} // namespace

Result<std::vector<QJsonObject>> payloadsFrom(const QByteArray& given, const QString& file)
{
    // Windows editors put a mark in front of UTF-8.
    const QByteArray text = given.startsWith("\xef\xbb\xbf") ? given.mid(3) : given;
    if (text.trimmed().isEmpty())
        return error(ErrorKind::BadInput, "cli.no_records", {{u"file"_s, file}});
    auto whole = objectFrom(text, file, 1);
    if (whole)
        return std::vector<QJsonObject>{std::move(*whole)};
    // Several lines that are not one object: each non-empty one is a record. A single record that is broken over lines
    // reads as such when its first line is no record by itself.
    const QList<QByteArray> lines = text.split('\n');
    const auto first =
        std::find_if(lines.begin(), lines.end(), [](const QByteArray& line) { return !line.trimmed().isEmpty(); });
    if (!QJsonDocument::fromJson(*first).isObject())
        return whole.error();
    std::vector<QJsonObject> payloads;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines.at(i).trimmed().isEmpty())
            continue;
        auto payload = objectFrom(lines.at(i), file, i + 1);
        if (!payload)
            return payload.error();
        payloads.push_back(std::move(*payload));
    }
    return payloads;
}

QJsonObject mergePatched(QJsonObject target, const QJsonObject& patch)
{
    for (auto entry = patch.begin(); entry != patch.end(); ++entry) {
        if (entry->isNull())
            target.remove(entry.key());
        else if (entry->isObject())
            target.insert(entry.key(), mergePatched(target.value(entry.key()).toObject(), entry->toObject()));
        else
            target.insert(entry.key(), *entry);
    }
    return target;
}

} // namespace ekatra::cli
