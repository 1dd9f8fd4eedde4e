// Cursor.h
// A place in the centre's change log, and the opaque text that callers carry it in. Next to the sequence stands a
// chain value of the whole log up to there, so that a cursor taken from another centre, or from this one before it was
// restored to an older state, is recognised. Values; any thread.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace ekatra::gateway {

struct Position {
    qint64 sequence = 0;
    QByteArray chain = QByteArray(chainSize, '\0');

    static constexpr qsizetype chainSize = 8;
};

[[nodiscard]] QString cursorText(const Position& position);

// Nothing when `text` is not a cursor at all.
[[nodiscard]] std::optional<Position> parseCursor(const QString& text);

// The chain value after one more change.
[[nodiscard]] QByteArray nextChain(const QByteArray& chain, const QByteArray& change);

} // namespace ekatra::gateway
