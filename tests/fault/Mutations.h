// Mutations.h
// Spoils JSON by chance, as bytes and as values: what a broken or hostile source sends. Test code only.
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <vector>

namespace ekatra::test {

class Mutations {
public:
    explicit Mutations(quint32 seed) : m_random(seed) { }

    // One to four bytes-level changes; the result need not be JSON any more.
    QByteArray spoilBytes(QByteArray text)
    {
        for (int left = m_random.bounded(1, 5); left > 0 && !text.isEmpty(); --left) {
            const auto at = m_random.bounded(static_cast<int>(text.size()));
            switch (m_random.bounded(9)) {
            case 0:
                text[at] = static_cast<char>(text[at] ^ (1 << m_random.bounded(8)));
                break;
            case 1:
                text[at] = marks[m_random.bounded(static_cast<int>(sizeof marks) - 1)];
                break;
            case 2:
                text.truncate(at);
                break;
            case 3:
                text.remove(at, m_random.bounded(1, 20));
                break;
            case 4:
                text.insert(at, text.mid(m_random.bounded(static_cast<int>(text.size())), m_random.bounded(1, 60)));
                break;
            case 5:
                text.insert(at,
                            badUtf8.at(static_cast<std::size_t>(m_random.bounded(static_cast<int>(badUtf8.size())))));
                break;
            case 6:
                text.insert(at, QByteArray(m_random.bounded(1, 3000), m_random.bounded(2) ? '[' : '{'));
                break;
            case 7:
                text.insert(at,
                            numbers.at(static_cast<std::size_t>(m_random.bounded(static_cast<int>(numbers.size())))));
                break;
            case 8:
                text.insert(at,
                            escapes.at(static_cast<std::size_t>(m_random.bounded(static_cast<int>(escapes.size())))));
                break;
            }
        }
        return text;
    }

    // The same object with one to three of its values, at any depth, turned into something else. Still JSON.
    QJsonObject spoilValues(QJsonObject object)
    {
        for (int left = m_random.bounded(1, 4); left > 0; --left)
            object = spoilOne(object).toObject();
        return object;
    }

private:
    QJsonValue spoilOne(const QJsonValue& value)
    {
        if (value.isObject() && !value.toObject().isEmpty()) {
            QJsonObject object = value.toObject();
            const QString key = object.keys().at(m_random.bounded(static_cast<int>(object.size())));
            switch (m_random.bounded(10)) {
            case 0:
                object.remove(key);
                break;
            case 1:
                object.insert(QStringLiteral("Unheard"), anything());
                break;
            default:
                object.insert(key, spoilOne(object.value(key)));
            }
            return object;
        }
        if (value.isArray() && !value.toArray().isEmpty() && m_random.bounded(3) > 0) {
            QJsonArray array = value.toArray();
            const auto at = m_random.bounded(static_cast<int>(array.size()));
            array[at] = spoilOne(array.at(at));
            return array;
        }
        return anything();
    }

    QJsonValue anything()
    {
        switch (m_random.bounded(14)) {
        case 0:
            return QJsonValue(QJsonValue::Null);
        case 1:
            return m_random.bounded(2) == 0;
        case 2:
            return 1e300;
        case 3:
            return -9007199254740993.0;
        case 4:
            return m_random.bounded(100'000);
        case 5:
            return QString();
        case 6:
            return QStringLiteral("99/99/9999");
        case 7:
            return QStringLiteral("99999999999999999999999999");
        case 8:
            return QString(m_random.bounded(1, 20'000), QChar(0x0915));
        case 9:
            return QStringLiteral("a\u0000b\u202e\u200d\ufffe\U000e0001\n\r\t\"\\");
        case 10:
            return QJsonArray{QJsonArray{QJsonArray{1}}, QJsonObject{}};
        case 11:
            return nested(m_random.bounded(1, 60));
        case 12:
            return QJsonObject{{QStringLiteral("Name"), QJsonArray{1, 2}}};
        default:
            return QStringLiteral("नाम @ उर्फ पुत्र श्री निवासी @ @ पुत्र");
        }
    }

    static QJsonValue nested(int depth)
    {
        QJsonValue value = 1;
        for (; depth > 0; --depth)
            value = QJsonArray{value};
        return value;
    }

    static constexpr char marks[] = "{}[],:\"\\ \n0-";
    inline static const std::vector<QByteArray> badUtf8{"\xff", "\xc0\x80", "\xed\xa0\x80", "\xe0\xa4",
                                                        "\xf4\x90\x80\x80"};
    inline static const std::vector<QByteArray> numbers{
        "1e999", "-0", "00012", "0x10", "1e-400", "NaN", "Infinity", "123456789012345678901234567890", "1.", ".5"};
    inline static const std::vector<QByteArray> escapes{"\\ud800", "\\udc00\\ud800", "\\u0000", "\\x41", "\\u12", "\\"};

    QRandomGenerator m_random;
};

} // namespace ekatra::test
