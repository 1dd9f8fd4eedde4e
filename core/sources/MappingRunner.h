// MappingRunner.h
// Works a compiled Mapping off over the rows of a page. The payload is written as canonical JSON text while the row is
// read, which is several times quicker than filling QJsonObjects member by member. Internal to sources: names simdjson.
// Owned by a PageReader; one thread.
#pragma once

#include "sources/Mapping.h"

#include <QStringList>

#include <set>

namespace ekatra::sources {

struct RowResult {
    QString key;
    QString revision;
    std::string_view payload; // canonical JSON; holds until the next run()
    QStringList warnings;
    const char* fault = nullptr; // then nothing else but `key` counts
    QString faultAt;
};

class MappingRunner {
public:
    // `mapping` must outlive the runner. `thisYear` gives two-digit years their century.
    MappingRunner(const Mapping& mapping, int thisYear);

    [[nodiscard]] RowResult run(const simdjson::dom::object& row);

    // Names that rows had and the mapping does not use, when asked for.
    void collectUnused(bool collect) { m_collectsUnused = collect; }
    [[nodiscard]] const std::set<std::string>& unused() const { return m_unused; }

private:
    // What the current object of one scope holds.
    struct Cells {
        std::vector<Value> values;
        std::vector<char> seen;
        std::vector<int> order; // slots in the order in which the last object named them
    };
    enum class Wrote { Nothing, Constant, Fact };

    void load(const Scope& scope, const simdjson::dom::object& object);
    int slotAt(const Scope& scope, Cells& cells, std::size_t position, std::string_view name);
    void derive(const Scope& scope, Cells& cells);
    [[nodiscard]] Value read(const MapOp& op, const Cells& cells);
    [[nodiscard]] Value fill(const MapOp& op, const Cells& cells);
    bool transform(const MapOp& op, Value& value);
    void fail(const MapOp& op, const char* reason, const Value& original);
    void doubt(const MapOp& op, const char* code, const Value& original);

    Wrote writeObject(const std::vector<MapOp>& ops, Cells& cells);
    Wrote write(const MapOp& op, Cells& cells);
    Wrote writeScalar(const MapOp& op, const Cells& cells);
    Wrote writeNested(const MapOp& op, const Cells& cells);
    Wrote writeList(const MapOp& op, const Cells& cells);
    Wrote writeElement(const MapOp& op, const simdjson::dom::element& element);
    Wrote writeItems(const MapOp& op, Cells& cells);
    Wrote writeCollected(const MapOp& op, const Cells& cells);
    Wrote writeUnknownCount(const MapOp& op, const Cells& cells);
    Wrote writeSum(const MapOp& op, const Cells& cells);
    void writeValue(const Value& value);
    [[nodiscard]] bool isUnknown(const Value& value) const;
    [[nodiscard]] QString textOf(const MapOp& op, const Cells& cells);
    void addSourceTexts();

    const Mapping& m_mapping;
    const int m_thisYear;
    std::vector<Cells> m_cells; // by scope id
    Scratch m_scratch;
    std::string m_out;
    RowResult m_result;
    std::vector<std::pair<QString, std::string>> m_sourceTexts;
    bool m_collectsUnused = false;
    std::set<std::string> m_unused;
};

} // namespace ekatra::sources
