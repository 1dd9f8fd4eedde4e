// Paper.h
// A record as the paper of its form: PDF in the layout of the statutory form (resources/print), every value that was
// entered on it, in both scripts and readable by machines. Pure functions of their arguments; any thread.
#pragma once

#include "base/Result.h"
#include "records/RecordReader.h"
#include "session/Services.h"

#include <QByteArray>
#include <QDateTime>

namespace ekatra::print {

struct Paper {
    QString kind;
    QJsonObject payload;
    QString key; // natural key; empty while it has none
    QString number; // "0045/2024"
    domain::RecordUid uid;
    int revision = 1;
    bool isDraft = false; // said across every page
    QString language = QStringLiteral("en"); // of values; what the form itself says stands in both
    QString printedBy;
    QDateTime printedAt;
};

// The record as it stands: what was submitted, or the draft where nothing was yet.
[[nodiscard]] Paper paperOf(const records::RecordDetails& details);

// Errors: Internal print.no_font, print.failed {detail}; NotFound resource.missing, BadInput resource.not_json or
// print.bad_layout when the installation's layouts are broken.
[[nodiscard]] Result<QByteArray> renderPdf(const Paper& paper, const session::Tables& tables);

} // namespace ekatra::print
