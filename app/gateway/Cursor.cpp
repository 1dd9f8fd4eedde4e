#include "gateway/Cursor.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace ekatra::gateway {

namespace {

constexpr char cursorVersion = 1;
constexpr qsizetype sequenceSize = 8;
constexpr qsizetype checkSize = 4;
constexpr qsizetype cursorSize = 1 + sequenceSize + Position::chainSize + checkSize;

QByteArray shortHash(const QByteArray& bytes, qsizetype size)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).left(size);
}

} // namespace

QString cursorText(const Position& position)
{
    QByteArray bytes(1 + sequenceSize, cursorVersion);
    qToBigEndian(position.sequence, bytes.data() + 1);
    bytes += position.chain;
    bytes += shortHash(bytes, checkSize);
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<Position> parseCursor(const QString& text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(),
                                                        QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals
                                                            | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    const QByteArray bytes = decoded.decoded;
    if (bytes.size() != cursorSize || bytes.at(0) != cursorVersion)
        return std::nullopt;
    if (shortHash(bytes.left(cursorSize - checkSize), checkSize) != bytes.right(checkSize))
        return std::nullopt;
    Position position;
    position.sequence = qFromBigEndian<qint64>(bytes.constData() + 1);
    position.chain = bytes.mid(1 + sequenceSize, Position::chainSize);
    if (position.sequence < 0)
        return std::nullopt;
    return position;
}

QByteArray nextChain(const QByteArray& chain, const QByteArray& change)
{
    return shortHash(chain + change, Position::chainSize);
}

} // namespace ekatra::gateway
