// record print: a record as the paper of its form.
#include "cli/Command.h"

#include "cli/ExitCode.h"
#include "cli/RecordPaper.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace ekatra::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

Error notWritten(const QString& path, const QFileDevice& file)
{
    return error(ErrorKind::DiskFull, "print.not_written", {{u"file"_s, path}, {u"detail"_s, file.errorString()}});
}

template <class File>
Result<void> writeTo(File& file, const QString& path, const QByteArray& content)
{
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.flush())
        return notWritten(path, file);
    return {};
}

// A file appears whole or not at all; a device or pipe takes it as it comes.
Result<void> writeWhole(const QString& path, const QByteArray& content)
{
    const QFileInfo target(path);
    if (!target.dir().exists())
        return error(ErrorKind::DiskFull, "print.no_folder", {{u"folder"_s, target.dir().absolutePath()}});
    if (target.exists() && !target.isFile()) {
        QFile device(path);
        return writeTo(device, path, content);
    }
    QSaveFile file(path);
    if (auto written = writeTo(file, path, content); !written)
        return written;
    if (!file.commit())
        return notWritten(path, file);
    return {};
}

class RecordPrintCommand final : public Command {
public:
    RecordPrintCommand()
        : Command({.words = {u"record"_s, u"print"_s},
                   .arguments = u"ID-or-NUMBER --pdf OUT"_s,
                   .least = 1,
                   .most = 1,
                   .options = {"pdf"},
                   .required = {"pdf"}})
    {
    }

    Result<int> run(Workplace& place, const Arguments& arguments) const override
    {
        auto opened = place.open();
        if (!opened)
            return opened.error();
        session::Services& services = **opened;
        auto record = services.reader().find(arguments.word(0), services.store().station());
        if (!record)
            return record.error();
        auto details = services.reader().details(record->row);
        if (!details)
            return details.error();
        auto pdf = paperOf(*details, services, place.console().language());
        if (!pdf)
            return pdf.error();
        const QString out = arguments.value("pdf");
        if (out == u'-') {
            place.console().bytes(*pdf);
            return Done;
        }
        if (auto written = writeWhole(out, *pdf); !written)
            return written.error();
        tell(place.console(), *record, out, pdf->size());
        return Done;
    }

private:
    static void tell(Console& console, const domain::Record& record, const QString& file, qsizetype bytes)
    {
        if (console.json())
            console.object({{u"id"_s, record.uid.toString(QUuid::WithoutBraces)},
                            {u"number"_s, record.number.isEmpty() ? QJsonValue() : QJsonValue(record.number)},
                            {u"file"_s, QFileInfo(file).absoluteFilePath()},
                            {u"bytes"_s, bytes}});
        else
            console.note(u"print.written"_s, {{u"file"_s, file}});
    }
};

} // namespace

void addPrintCommands(CommandList& list)
{
    list.push_back(std::make_unique<RecordPrintCommand>());
}

} // namespace ekatra::cli
