#include "search/Tokenizer.h"

#include "search/IndexText.h"
#include "search/NumberReader.h"
#include "search/PhoneticKey.h"
#include "search/WordReader.h"

#include <algorithm>
#include <limits>
#include <sqlite3.h>

namespace ekatra::search {
namespace {

using Emit = int (*)(void*, int, const char*, int, int, int);

// Bytes that the first `units` of UTF-16 take in UTF-8.
class ByteCounter {
public:
    explicit ByteCounter(QStringView text) : m_text(text) { }

    int bytesBefore(qsizetype position)
    {
        for (; m_at < position; ++m_at) {
            const char16_t c = m_text[m_at].unicode();
            // Half of a pair counts for half of its four bytes.
            m_bytes += c < 0x80 ? 1 : c < 0x800 || QChar::isSurrogate(c) ? 2 : 3;
        }
        return m_bytes;
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
    int m_bytes = 0;
};

class DocumentReader {
public:
    DocumentReader(PhoneticKey& keys, QStringView text, Emit emit, void* context)
        : m_keys(keys), m_text(text), m_emit(emit), m_context(context), m_bytes(text)
    {
    }

    int read()
    {
        qsizetype at = 0;
        while (at < m_text.size() && m_result == SQLITE_OK) {
            const qsizetype mark = nextMark(at);
            readWords(m_text.left(mark), at);
            if (mark == m_text.size())
                break;
            at = mark + 1;
            switch (m_text[mark].unicode()) {
            case mark::nameStart:
                m_inName = true;
                m_previousSound.clear();
                break;
            case mark::nameEnd:
                m_inName = false;
                break;
            case mark::termStart:
                at = readTerm(at);
                break;
            default:
                break;
            }
        }
        return m_result;
    }

private:
    [[nodiscard]] qsizetype nextMark(qsizetype from) const
    {
        for (qsizetype i = from; i < m_text.size(); ++i) {
            const char16_t c = m_text[i].unicode();
            if (c >= mark::nameStart && c <= mark::termEnd)
                return i;
        }
        return m_text.size();
    }

    qsizetype readTerm(qsizetype start)
    {
        const qsizetype end = nextMark(start);
        setTerm(m_text.mid(start, end - start));
        place(start, end - start);
        send(0);
        return end < m_text.size() && m_text[end].unicode() == mark::termEnd ? end + 1 : end;
    }

    void readWords(QStringView text, qsizetype from)
    {
        WordReader words(text, from);
        Word word;
        while (m_result == SQLITE_OK && words.next(word)) {
            place(word.start, word.length);
            setTerm(QStringView(word.text.data(), static_cast<qsizetype>(word.text.size())));
            send(0);
            if (mayBeNumber(text, word.start, word.length, word.hasDigit))
                sendNumber(text, word);
            if (m_inName)
                sendKeys(word.text);
        }
    }

    void sendNumber(QStringView text, const Word& word)
    {
        const auto number = numberAt(text, word.start);
        if (!number)
            return;
        const std::string word8 = m_term;
        setTerm(number->term);
        if (m_term != word8)
            send(FTS5_TOKEN_COLOCATED);
        if (number->kind == NumberFound::Kind::Vehicle) {
            setTerm(QStringLiteral("v:") + number->term.right(4));
            send(FTS5_TOKEN_COLOCATED);
        }
    }

    void sendKeys(std::u16string_view folded)
    {
        const PhoneticKey::Entry& entry = m_keys.entry(folded);
        for (const Key& key : entry.keys)
            sendKey(key);
        // Ram Kumar is found as Ramkumar; only where such names are in use, or every pair would be a term of its own.
        const bool joinsNext = entry.joinsNext;
        std::string sound = entry.sound;
        if (m_previousJoins || entry.joinsPrevious) {
            for (const Key& key : m_keys.joinedKeys(m_previousSound, sound))
                sendKey(key);
        }
        m_previousSound = std::move(sound);
        m_previousJoins = joinsNext;
    }

    void sendKey(const Key& key)
    {
        m_term = keyMark;
        m_term.append(key.constData(), static_cast<std::size_t>(key.size()));
        send(FTS5_TOKEN_COLOCATED);
    }

    void place(qsizetype start, qsizetype length)
    {
        m_start = m_bytes.bytesBefore(start);
        m_end = m_bytes.bytesBefore(start + length);
    }

    void setTerm(QStringView text)
    {
        m_term.clear();
        for (qsizetype i = 0; i < text.size(); ++i) {
            const char16_t c = text[i].unicode();
            if (c < 0x80) {
                m_term += static_cast<char>(c);
            } else if (c < 0x800) {
                m_term += static_cast<char>(0xC0 | (c >> 6));
                m_term += static_cast<char>(0x80 | (c & 0x3F));
            } else if (!QChar::isSurrogate(c)) {
                m_term += static_cast<char>(0xE0 | (c >> 12));
                m_term += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
                m_term += static_cast<char>(0x80 | (c & 0x3F));
            } else { // rare, and not to be got wrong
                m_term = text.toUtf8().toStdString();
                return;
            }
        }
    }

    void send(int flags)
    {
        if (m_result == SQLITE_OK && !m_term.empty() // FTS5 takes a NUL for the end
            && m_term.find('\0') == std::string::npos)
            m_result = m_emit(m_context, flags, m_term.data(), static_cast<int>(m_term.size()), m_start, m_end);
    }

    PhoneticKey& m_keys;
    QStringView m_text;
    Emit m_emit;
    void* m_context;
    ByteCounter m_bytes;
    std::string m_term;
    std::string m_previousSound; // of the word before in the same name; empty if there is none
    bool m_previousJoins = false;
    int m_start = 0;
    int m_end = 0;
    int m_result = SQLITE_OK;
    bool m_inName = false;
};

// Bytes that no UTF-8 contains: what stands before a document read ahead, before each of its tokens, and before those
// that share the place of the one before.
constexpr char aheadMark = '\xFF';
constexpr char nextPlace = '\xFE';
constexpr char samePlace = '\xFD';

int writeAhead(void* context, int flags, const char* token, int length, int, int)
{
    auto& out = *static_cast<QByteArray*>(context);
    out += (flags & FTS5_TOKEN_COLOCATED) != 0 ? samePlace : nextPlace;
    out.append(token, length);
    return SQLITE_OK;
}

int replay(const char* text, int length, Emit emit, void* context)
{
    const char* const end = text + length;
    for (const char* at = text + 1; at < end;) {
        const int flags = *at == samePlace ? FTS5_TOKEN_COLOCATED : 0;
        const char* const token = ++at;
        while (at < end && static_cast<unsigned char>(*at) < static_cast<unsigned char>(samePlace))
            ++at;
        // Where a token stood in the text is nothing that a contentless index keeps.
        if (const int result = emit(context, flags, token, static_cast<int>(at - token), 0, 0); result != SQLITE_OK)
            return result;
    }
    return SQLITE_OK;
}

int readPrepared(const char* text, int length, Emit emit, void* context)
{
    int start = 0;
    int flags = 0;
    for (int i = 0; i <= length; ++i) {
        if (i < length && text[i] != placeSeparator)
            continue;
        if (i > start) {
            if (const int result = emit(context, flags, text + start, i - start, start, i); result != SQLITE_OK)
                return result;
            flags = FTS5_TOKEN_COLOCATED;
        }
        start = i + 1;
    }
    return SQLITE_OK;
}

using Tables = std::shared_ptr<const NameTables>;

// SQLite must see no exception; the only one to expect here is a want of memory.
int createTokenizer(void* context, const char**, int, Fts5Tokenizer** made)
{
    try {
        auto* keys = new PhoneticKey(*static_cast<Tables*>(context));
        *made = reinterpret_cast<Fts5Tokenizer*>(keys);
        return SQLITE_OK;
    } catch (const std::bad_alloc&) {
        return SQLITE_NOMEM;
    }
}

void deleteTokenizer(Fts5Tokenizer* tokenizer)
{
    delete reinterpret_cast<PhoneticKey*>(tokenizer);
}

int tokenize(Fts5Tokenizer* tokenizer, void* context, int flags, const char* text, int length, Emit emit)
{
    if (text == nullptr || length <= 0)
        return SQLITE_OK;
    if ((flags & FTS5_TOKENIZE_QUERY) != 0)
        return readPrepared(text, length, emit, context);
    if (*text == aheadMark)
        return replay(text, length, emit, context);
    try {
        const QString utf16 = QString::fromUtf8(text, length);
        return DocumentReader(*reinterpret_cast<PhoneticKey*>(tokenizer), utf16, emit, context).read();
    } catch (const std::bad_alloc&) {
        return SQLITE_NOMEM;
    }
}

fts5_api* apiOf(sqlite3* database)
{
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

} // namespace

void readAhead(QStringView text, PhoneticKey& keys, QByteArray& out)
{
    if (text.isEmpty())
        return;
    out += aheadMark;
    (void)DocumentReader(keys, text, writeAhead, &out).read();
}

Result<void> registerTokenizer(sqlite3* database, std::shared_ptr<const NameTables> tables)
{
    fts5_api* api = apiOf(database);
    if (api == nullptr || api->iVersion < 2)
        return error(ErrorKind::Internal, "search.no_fts5");
    fts5_tokenizer methods{createTokenizer, deleteTokenizer, tokenize};
    auto* context = new Tables(std::move(tables));
    const int result = api->xCreateTokenizer(api, tokenizerName, context, &methods,
                                             [](void* held) { delete static_cast<Tables*>(held); });
    if (result == SQLITE_OK)
        return {};
    delete context;
    return error(ErrorKind::Internal, "search.tokenizer_refused",
                 {{QStringLiteral("detail"), QString::fromUtf8(sqlite3_errstr(result))}});
}

Result<void> registerTokenizer(sqlite3* database)
{
    auto tables = NameTables::load();
    if (!tables)
        return tables.error();
    return registerTokenizer(database, std::move(*tables));
}

} // namespace ekatra::search
