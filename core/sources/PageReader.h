// PageReader.h
// Turns one answer of a source, as bytes, into a Page: the one place where rows are mapped, counted, and set aside.
// Owned by a connector; one thread. It keeps its parser's memory from page to page.
//
// Promises: an answer that is not what the profile says is an error and never an empty page; a row that cannot be read
// or mapped is in `rejected` with its reason and original text, and no other row suffers for it.
#pragma once

#include "sources/Page.h"
#include "sources/SourceProfile.h"

#include <set>

namespace ekatra::sources {

class PageReader {
public:
    // `mapping` says which fields; `kind` is what its rows are. `thisYear` gives two-digit years their century.
    PageReader(std::shared_ptr<const Mapping> mapping, QString kind, int thisYear);
    ~PageReader();

    // A list of rows at `path` in `body`.
    // Errors: Unreachable sources.not_json, sources.truncated, sources.unexpected_shape {detail}.
    [[nodiscard]] Result<Page> readList(const QByteArray& body, const std::vector<std::string>& path);

    // One row at `path` in `body`. Errors: the same.
    [[nodiscard]] Result<Page> readRow(const QByteArray& body, const std::vector<std::string>& path);

    // From now on, names of fields that rows have and the profile does not use are kept.
    void collectUnused();
    [[nodiscard]] QStringList unused() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace ekatra::sources
