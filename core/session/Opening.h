// Opening.h
// How a paper stands when its page opens: the draft or record to go on with, or a new one that has taken over what its
// case knows already. Reads only; the thread of its reader.
#pragma once

#include "session/FormDesk.h"
#include "session/Services.h"

namespace ekatra::session {

// Errors: NotFound record.unknown {id} of a record or of one to begin from; BadUsage form.unknown {kind}; BadInput
// form.no_link {kind} when papers of that kind do not belong to such a record.
[[nodiscard]] Result<FormOpening> openPaper(const Tables& tables, const records::RecordReader& reader,
                                            const FormStart& start);

// The papers of the case that `uid` belongs to, the FIR first; none where it is null or gone.
[[nodiscard]] Result<std::vector<domain::Record>> casePapers(const Tables& tables, const records::RecordReader& reader,
                                                             const domain::RecordUid& uid);

} // namespace ekatra::session
