#include "print/Layout.h"

#include "base/Resources.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace ekatra::print {

namespace {

using namespace Qt::Literals::StringLiterals;

// Reads one file; keeps the first fault.
class LayoutReader {
public:
    explicit LayoutReader(QString file) : m_file(std::move(file)) { }

    Layout layout(const QJsonObject& json);
    PaperWords words(const QJsonObject& json);
    [[nodiscard]] const std::optional<Error>& fault() const { return m_fault; }

private:
    void refuse(const QString& path, const QString& detail);
    void allow(const QJsonObject& json, const QString& path, std::initializer_list<const char*> keys);
    QString string(const QJsonValue& json, const QString& path);
    QStringList strings(const QJsonValue& json, const QString& path);
    Bilingual text(const QJsonValue& json, const QString& path);
    Align align(const QJsonValue& json, const QString& path);
    When when(const QJsonValue& json, const QString& path);
    Cell cell(const QJsonValue& json, const QString& path);
    std::vector<Cell> cells(const QJsonValue& json, const QString& path);
    std::vector<Mark> marks(const QJsonValue& json, const QString& path);
    Block block(const QJsonObject& json, const QString& path);
    void readKind(const QJsonObject& json, const QString& path, Block& block);
    std::vector<Block> blocks(const QJsonValue& json, const QString& path);

    QString m_file;
    std::optional<Error> m_fault;
};

void LayoutReader::refuse(const QString& path, const QString& detail)
{
    if (!m_fault)
        m_fault = error(ErrorKind::BadInput, "print.bad_layout",
                        {{u"file"_s, m_file}, {u"path"_s, path}, {u"detail"_s, detail}});
}

void LayoutReader::allow(const QJsonObject& json, const QString& path, std::initializer_list<const char*> keys)
{
    for (const QString& key : json.keys()) {
        const bool known =
            std::any_of(keys.begin(), keys.end(), [&](const char* name) { return key == QLatin1StringView(name); });
        if (!known)
            refuse(path + u'/' + key, u"unknown key"_s);
    }
}

QString LayoutReader::string(const QJsonValue& json, const QString& path)
{
    if (!json.isUndefined() && !json.isString())
        refuse(path, u"not a text"_s);
    return json.toString();
}

QStringList LayoutReader::strings(const QJsonValue& json, const QString& path)
{
    QStringList all;
    for (const QJsonValue& entry : json.toArray())
        all.append(string(entry, path));
    return all;
}

Bilingual LayoutReader::text(const QJsonValue& json, const QString& path)
{
    if (json.isUndefined())
        return {};
    const QJsonObject object = json.toObject();
    allow(object, path, {"en", "hi"});
    Bilingual text{string(object.value("en"_L1), path), string(object.value("hi"_L1), path)};
    if (text.en.isEmpty() || text.hi.isEmpty())
        refuse(path, u"a text needs en and hi"_s);
    return text;
}

Align LayoutReader::align(const QJsonValue& json, const QString& path)
{
    const QString name = string(json, path);
    if (name == "right"_L1)
        return Align::Right;
    if (name == "centre"_L1)
        return Align::Centre;
    if (!name.isEmpty() && name != "left"_L1)
        refuse(path, u"left, right or centre"_s);
    return Align::Left;
}

When LayoutReader::when(const QJsonValue& json, const QString& path)
{
    if (json.isUndefined())
        return {};
    if (json.isString())
        return {json.toString(), {}, false};
    const QJsonObject object = json.toObject();
    allow(object, path, {"field", "in", "not"});
    if (object.contains("not"_L1))
        return {string(object.value("not"_L1), path), {}, true};
    if (string(object.value("field"_L1), path).isEmpty())
        refuse(path, u"a condition names a field"_s);
    return {object.value("field"_L1).toString(), strings(object.value("in"_L1), path), false};
}

Cell LayoutReader::cell(const QJsonValue& json, const QString& path)
{
    Cell cell;
    if (json.isString()) {
        cell.fields = {json.toString()};
        return cell;
    }
    const QJsonObject object = json.toObject();
    allow(object, path,
          {"field", "fields", "label", "bare", "between", "prefix", "suffix", "empty", "digits", "width", "align",
           "serial", "rest", "span", "omit"});
    cell.fields = strings(object.value("fields"_L1), path + "/fields"_L1);
    if (object.contains("field"_L1))
        cell.fields.prepend(string(object.value("field"_L1), path + "/field"_L1));
    cell.label = text(object.value("label"_L1), path + "/label"_L1);
    cell.bare = object.value("bare"_L1).toBool();
    cell.between = object.value("between"_L1).toString(cell.between);
    cell.prefix = string(object.value("prefix"_L1), path + "/prefix"_L1);
    cell.suffix = text(object.value("suffix"_L1), path + "/suffix"_L1);
    cell.empty = text(object.value("empty"_L1), path + "/empty"_L1);
    cell.digits = object.value("digits"_L1).toInt();
    cell.width = object.value("width"_L1).toDouble(1);
    cell.align = align(object.value("align"_L1), path + "/align"_L1);
    cell.serial = object.value("serial"_L1).toBool();
    cell.rest = object.value("rest"_L1).toBool();
    cell.span = text(object.value("span"_L1), path + "/span"_L1);
    cell.omit = strings(object.value("omit"_L1), path + "/omit"_L1);
    if (cell.width <= 0)
        refuse(path + "/width"_L1, u"not a width"_s);
    return cell;
}

std::vector<Cell> LayoutReader::cells(const QJsonValue& json, const QString& path)
{
    std::vector<Cell> all;
    for (const QJsonValue& entry : json.toArray())
        all.push_back(cell(entry, path + u'/' + QString::number(all.size())));
    if (all.empty())
        refuse(path, u"nothing to print"_s);
    return all;
}

std::vector<Mark> LayoutReader::marks(const QJsonValue& json, const QString& path)
{
    std::vector<Mark> all;
    for (const QJsonValue& entry : json.toArray()) {
        const QJsonObject object = entry.toObject();
        allow(object, path, {"field", "text", "across"});
        all.push_back({string(object.value("field"_L1), path), text(object.value("text"_L1), path),
                       object.value("across"_L1).toBool()});
    }
    return all;
}

void LayoutReader::readKind(const QJsonObject& json, const QString& path, Block& block)
{
    if (json.contains("head"_L1)) {
        block.kind = Block::Kind::Head;
        block.text = text(json.value("head"_L1), path + "/head"_L1);
    } else if (json.contains("text"_L1)) {
        block.kind = Block::Kind::Text;
        block.text = text(json.value("text"_L1), path + "/text"_L1);
    } else if (json.contains("line"_L1)) {
        block.kind = Block::Kind::Line;
        block.cells = cells(json.value("line"_L1), path + "/line"_L1);
    } else if (json.contains("narrative"_L1)) {
        block.kind = Block::Kind::Narrative;
        block.field = string(json.value("narrative"_L1), path);
    } else if (json.contains("table"_L1)) {
        block.kind = Block::Kind::Table;
        block.field = string(json.value("table"_L1), path);
        block.cells = cells(json.value("columns"_L1), path + "/columns"_L1);
    } else if (json.contains("each"_L1)) {
        block.kind = Block::Kind::Each;
        block.field = string(json.value("each"_L1), path);
        block.inner = blocks(json.value("blocks"_L1), path + "/blocks"_L1);
    } else if (json.contains("choice"_L1)) {
        block.kind = Block::Kind::Choice;
        block.field = string(json.value("choice"_L1), path);
        for (const QJsonValue& entry : json.value("options"_L1).toArray())
            block.options.emplace_back(string(entry.toObject().value("code"_L1), path + "/options"_L1),
                                       blocks(entry.toObject().value("blocks"_L1), path + "/options"_L1));
    } else if (json.contains("signatures"_L1)) {
        block.kind = Block::Kind::Signatures;
        for (const QJsonValue& column : json.value("signatures"_L1).toArray())
            block.columns.push_back(blocks(column, path + "/signatures"_L1));
    } else if (json.contains("box"_L1)) {
        block.kind = Block::Kind::Box;
        block.text = text(json.value("box"_L1), path + "/box"_L1);
        block.inner = blocks(json.value("beside"_L1), path + "/beside"_L1);
    } else {
        refuse(path, u"no kind of block"_s);
    }
}

Block LayoutReader::block(const QJsonObject& json, const QString& path)
{
    allow(json, path, {"head",       "text",  "line",    "narrative", "table",   "columns",  "each", "blocks", "choice",
                       "options",    "box",   "beside",  "height",    "breadth", "rest",     "item", "sub",    "when",
                       "signatures", "space", "numbers", "empty",     "keep",    "new_page", "align"});
    Block block;
    readKind(json, path, block);
    block.item = string(json.value("item"_L1), path + "/item"_L1);
    block.sub = string(json.value("sub"_L1), path + "/sub"_L1);
    block.when = when(json.value("when"_L1), path + "/when"_L1);
    block.firstNumber = json.value("numbers"_L1).toInt();
    block.empty = text(json.value("empty"_L1), path + "/empty"_L1);
    block.space = json.value("space"_L1).toDouble(json.value("height"_L1).toDouble());
    block.breadth = json.value("breadth"_L1).toDouble();
    block.rest = json.value("rest"_L1).toBool();
    block.newPage = json.value("new_page"_L1).toBool();
    block.keep = json.value("keep"_L1).toBool();
    block.align = align(json.value("align"_L1), path + "/align"_L1);
    return block;
}

std::vector<Block> LayoutReader::blocks(const QJsonValue& json, const QString& path)
{
    std::vector<Block> all;
    for (const QJsonValue& entry : json.toArray())
        all.push_back(block(entry.toObject(), path + u'/' + QString::number(all.size())));
    return all;
}

Layout LayoutReader::layout(const QJsonObject& json)
{
    allow(
        json, {},
        {"form", "note", "head_left", "head_right", "labels", "title", "law_day", "laws", "marks", "blocks", "plain"});
    Layout layout;
    layout.headLeft = text(json.value("head_left"_L1), u"/head_left"_s);
    layout.headRight = text(json.value("head_right"_L1), u"/head_right"_s);
    layout.hindiFirst = string(json.value("labels"_L1), u"/labels"_s) == "hi-en"_L1;
    for (const QJsonValue& line : json.value("title"_L1).toArray())
        layout.title.push_back(text(line, u"/title"_s));
    layout.lawDay = strings(json.value("law_day"_L1), u"/law_day"_s);
    for (const QJsonValue& entry : json.value("laws"_L1).toArray())
        layout.laws.push_back({string(entry.toObject().value("from"_L1), u"/laws"_s),
                               text(entry.toObject().value("text"_L1), u"/laws"_s)});
    layout.marks = marks(json.value("marks"_L1), u"/marks"_s);
    layout.blocks = blocks(json.value("blocks"_L1), u"/blocks"_s);
    layout.plain = json.value("plain"_L1).toBool();
    return layout;
}

PaperWords LayoutReader::words(const QJsonObject& json)
{
    PaperWords words;
    const std::pair<const char*, Bilingual PaperWords::*> entries[] = {
        {"yes", &PaperWords::yes},
        {"no", &PaperWords::no},
        {"draft", &PaperWords::draft},
        {"further", &PaperWords::further},
        {"serial", &PaperWords::serial},
        {"page", &PaperWords::page},
        {"record", &PaperWords::record},
        {"revision", &PaperWords::revision},
        {"printed_by", &PaperWords::printedBy},
        {"printed_at", &PaperWords::printedAt},
        {"check", &PaperWords::check},
    };
    for (const auto& [key, member] : entries) {
        words.*member = text(json.value(QLatin1StringView(key)), u'/' + QString::fromLatin1(key));
        if ((words.*member).isEmpty())
            refuse(u'/' + QString::fromLatin1(key), u"missing"_s);
    }
    words.marks = marks(json.value("marks"_L1), u"/marks"_s);
    return words;
}

} // namespace

Result<Layout> layoutOf(const QString& form)
{
    const QString own = u"print/%1.json"_s.arg(form);
    const bool isName = !form.isEmpty() && !form.contains(u'/');
    const QString file = isName && QFileInfo::exists(base::resourcePath(own)) ? own : u"print/plain.json"_s;
    auto json = base::readJsonResource(file);
    if (!json)
        return json.error();
    LayoutReader reader(file);
    Layout layout = reader.layout(json->object());
    if (reader.fault())
        return *reader.fault();
    return layout;
}

Result<PaperWords> paperWords()
{
    const QString file = u"print/paper.json"_s;
    auto json = base::readJsonResource(file);
    if (!json)
        return json.error();
    LayoutReader reader(file);
    PaperWords words = reader.words(json->object());
    if (reader.fault())
        return *reader.fault();
    return words;
}

} // namespace ekatra::print
