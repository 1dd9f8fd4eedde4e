// MappingCompiler.h
// Turns the mapping part of a profile into a Mapping, and refuses what it does not know by name and place, so that a
// slip of the pen in a profile is found when it is loaded and not when a field stays empty. Internal to sources.
#pragma once

#include "sources/Mapping.h"

#include <QJsonObject>

namespace ekatra::sources {

// What a profile defines for all of its streams.
struct MappingWorld {
    TransformWorld transforms;
    std::shared_ptr<const WordSet> nullWords;
    WordSet unknownWords;
    QJsonObject shapes; // name -> {"derive": ..., "map": ...}
};

class MappingCompiler {
public:
    explicit MappingCompiler(const MappingWorld& world) : m_world(world) { }

    // `stream` is one entry of "streams", `at` its place in the file ("/streams/0").
    // Errors: BadInput sources.bad_profile {path, detail}.
    [[nodiscard]] Result<Mapping> compile(const QJsonObject& stream, const QString& at);

private:
    struct Place {
        Scope& scope;
        QString at; // in the profile
        QString target; // in the payload
    };

    std::unique_ptr<Scope> compileScope(const QJsonObject& map, const QJsonObject& derive, const QString& at,
                                        const QString& target);
    std::vector<MapOp> compileMap(const QJsonObject& map, const Place& place);
    MapOp compileOp(const QString& name, const QJsonValue& json, const Place& place);
    void compileValue(MapOp& op, const QJsonObject& json, const Place& place);
    void compileNested(MapOp& op, const QJsonObject& json, const Place& place, const char* sourceKey);
    void compileItems(MapOp& op, const QJsonObject& json, const Place& place);
    void compileOverList(MapOp& op, const QJsonObject& json, const Place& place, const char* key);
    void compileCommon(MapOp& op, const QJsonObject& json, const Place& place);
    void compileTemplate(MapOp& op, const QString& text, const Place& place);
    void compileDerived(Scope& scope, const QJsonObject& derive, const QString& at);
    std::vector<int> slotsOf(const QJsonValue& json, const Place& place);
    int slotOf(const QString& field, const Place& place);
    void allowOnly(const QJsonObject& json, std::initializer_list<const char*> names, const QString& at);
    void complain(const QString& at, const QString& detail);

    const MappingWorld& m_world;
    std::optional<Error> m_fault; // the first one
    int m_scopes = 0;
    int m_depth = 0;
};

} // namespace ekatra::sources
