// IncidentDistrict.h
// Real incidents without names, as the FBI publishes them (NIBRS, in both of its layouts), seen as a CAS would list
// them: each incident is a FIR, each agency a station ("99" and the agency's number), each arrestee an arrest. There
// are no final reports and no national records. Immutable once loaded; any thread.
//
// What the source does not tell stays "NULL", with one exception: where the hour is blank the FIR is registered at
// 00:00, as such systems do. Where the source gives only the day of the report, the occurrence stays unknown. Values
// are US dollars, unconverted. FIR numbers run per station and year in order of incident date, then incident id.
#pragma once

#include "base/Result.h"
#include "gateway/District.h"

#include <memory>

namespace ekatra::gateway {

// `folder` is one year's folder, or one whose sub-folders are years; tables end in .csv or .csv.xz.
// Errors: NotFound incidents.no_folder {folder}, incidents.no_incidents {folder}, incidents.table_missing {folder,
// table}; BadInput csv.broken, csv.column_missing, incidents.bad_archive {file}, incidents.bad_value {file, line,
// value}, incidents.unknown_incident {file, line, value}; resource.missing.
[[nodiscard]] Result<std::unique_ptr<District>> loadIncidents(const QString& folder);

} // namespace ekatra::gateway
