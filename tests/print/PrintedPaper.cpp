#include "print/PrintedPaper.h"

#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>

namespace ekatra::test {

using namespace Qt::Literals::StringLiterals;
using schema::FieldType;

namespace {

QByteArray run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    BOOST_REQUIRE_MESSAGE(process.waitForFinished(60'000), program.toStdString());
    return process.readAllStandardOutput();
}

QString withoutBlanks(QString text)
{
    static const QRegularExpression blanks(u"\\s+"_s);
    return text.remove(blanks);
}

// Makes values that differ from each other.
class Filler {
public:
    explicit Filler(const schema::CodeLists& codes) : m_codes(codes) { }

    QJsonObject row(const schema::Shape& shape)
    {
        QJsonObject row;
        for (const schema::Field& field : shape.fields)
            row.insert(field.id, value(field));
        return row;
    }

private:
    QJsonValue value(const schema::Field& field)
    {
        ++m_count;
        const QString text = u"श्री कृष्ण मुक़दमा %1 text"_s.arg(m_count);
        switch (field.type) {
        case FieldType::Text:
            return text;
        case FieldType::Long:
            return text + u"\nदूसरा पैरा %1, second paragraph."_s.arg(m_count);
        case FieldType::Texts:
            return QJsonArray{text, u"उर्फ %1"_s.arg(m_count)};
        case FieldType::Date:
            return QDate(2024, 7, 1).addDays(m_count).toString(Qt::ISODate);
        case FieldType::Time:
            return u"%1:%2"_s.arg(m_count % 24, 2, 10, '0'_L1).arg(m_count % 60, 2, 10, '0'_L1);
        case FieldType::DateTime:
            return QDate(2024, 7, 1).addDays(m_count).toString(Qt::ISODate) + u"T10:20:00+05:30"_s;
        case FieldType::Int:
            return 1000 + m_count;
        case FieldType::Num:
            return 1000.5 + m_count;
        case FieldType::Money:
            return qint64{123456700} + m_count % 100;
        case FieldType::Bool:
            return true;
        case FieldType::Code:
            return code(field.codeList);
        case FieldType::Codes:
            return QJsonArray{code(field.codeList), code(field.codeList)};
        case FieldType::Id:
            return u"HR-%1-ID"_s.arg(m_count);
        case FieldType::Group:
            return row(*field.shape);
        case FieldType::Groups:
            return QJsonArray{row(*field.shape), row(*field.shape)};
        case FieldType::Map:
            return QJsonObject{{u"note_%1"_s.arg(m_count), text}};
        }
        Q_UNREACHABLE();
    }

    QString code(const QString& name)
    {
        const schema::CodeList* list = m_codes.list(name);
        if (!list || list->values.empty())
            return u"13020004"_s;
        return list->values.at(static_cast<std::size_t>(++m_next) % list->values.size()).code;
    }

    const schema::CodeLists& m_codes;
    int m_count = 0;
    int m_next = 0;
};

QString day(const QString& iso)
{
    return iso.mid(8, 2) + u'/' + iso.mid(5, 2) + u'/' + iso.left(4);
}

// 123456789 paise: "12,34,567.89"
QString rupees(qint64 paise)
{
    static const QRegularExpression pairs(u"(?<=\\d)(?=(\\d\\d)+\\d$)"_s);
    return QString::number(paise / 100).replace(pairs, u","_s) + u".%1"_s.arg(paise % 100, 2, 10, '0'_L1);
}

class Reader {
public:
    explicit Reader(QString language) : m_language(std::move(language)) { }

    void read(const QJsonValue& value, const schema::Field* field, const QString& pointer)
    {
        if (value.isObject()) {
            const QJsonObject object = value.toObject();
            for (auto entry = object.begin(); entry != object.end(); ++entry)
                read(*entry, field && field->shape ? field->shape->field(entry.key()) : nullptr,
                     pointer + u'/' + entry.key());
        } else if (value.isArray()) {
            const QJsonArray list = value.toArray();
            for (qsizetype i = 0; i < list.size(); ++i)
                read(list[i], field, pointer + u'/' + QString::number(i));
        } else {
            found.push_back({pointer, text(value, field)});
        }
    }

    std::vector<Expected> found;

private:
    QString text(const QJsonValue& value, const schema::Field* field) const
    {
        const bool hindi = m_language == "hi"_L1;
        if (value.isBool())
            return value.toBool() ? (hindi ? u"हाँ"_s : u"Yes"_s) : (hindi ? u"नहीं"_s : u"No"_s);
        if (value.isDouble())
            return field && field->type == FieldType::Money ? rupees(value.toInteger())
                                                            : QString::number(value.toDouble());
        if (!field)
            return value.toString();
        if (field->type == FieldType::Date || field->type == FieldType::DateTime)
            return day(value.toString());
        if (field->type != FieldType::Code && field->type != FieldType::Codes)
            return value.toString();
        return value.toString() == "13020004"_L1
            ? (hindi ? u"डींग"_s : u"Ding"_s)
            : tables()->forms.codes().label(field->codeList, value.toString()).in(m_language);
    }

    QString m_language;
};

} // namespace

QString readable(const QString& text)
{
    static const QRegularExpression invisible(u"[\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}\\x{FE0F}\\x{FEFF}]"_s);
    QString shown = text;
    return shown.remove(invisible).normalized(QString::NormalizationForm_C).simplified();
}

print::Paper paperWith(const QString& kind, const QJsonObject& payload, const QString& language)
{
    print::Paper paper;
    paper.kind = kind;
    paper.payload = payload;
    paper.key = u"13020004/2024/45"_s;
    paper.number = u"0045/2024"_s;
    paper.uid = domain::newUid(1'720'930'800'000);
    paper.revision = 3;
    paper.language = language;
    paper.printedBy = u"rampal"_s;
    paper.printedAt = QDateTime(QDate(2024, 7, 14), QTime(5, 0), Qt::UTC);
    return paper;
}

PrintedPaper::PrintedPaper(const print::Paper& paper)
{
    const QString file = m_dir.filePath(u"paper.pdf"_s);
    QFile pdf(file);
    BOOST_REQUIRE(pdf.open(QIODevice::WriteOnly));
    pdf.write(take(print::renderPdf(paper, *tables())));
    pdf.close();

    const auto textOf = [&](QStringList options) {
        return QString::fromUtf8(run(u"pdftotext"_s, options << u"-enc"_s << u"UTF-8"_s << file << u"-"_s));
    };
    // At 72 dots to the inch: the sheet without the running head above and the foot below.
    const QStringList body{u"-r"_s, u"72"_s, u"-x"_s, u"0"_s, u"-y"_s, u"45"_s, u"-W"_s, u"596"_s, u"-H"_s, u"718"_s};
    QStringList pages = textOf({u"-raw"_s}).split(u'\f');
    pages.removeLast();
    for (const QString& page : pages)
        m_pages.push_back(readable(page));
    m_body = readable(textOf(QStringList{u"-raw"_s} + body));
    m_dense = withoutBlanks(m_body);
    m_laidOut = readable(textOf(QStringList{u"-layout"_s} + body));
}

QString PrintedPaper::code(int number) const
{
    const QString page = QString::number(number);
    const QString picture = m_dir.filePath(u"page"_s);
    run(u"pdftoppm"_s,
        {u"-r"_s, u"300"_s, u"-png"_s, u"-singlefile"_s, u"-f"_s, page, m_dir.filePath(u"paper.pdf"_s), picture});
    return QString::fromUtf8(run(u"zbarimg"_s, {u"-q"_s, u"--raw"_s, picture + u".png"_s})).trimmed();
}

bool PrintedPaper::says(const QString& text) const
{
    constexpr qsizetype longWord = 16;
    const QString wanted = readable(text);
    if (m_body.contains(wanted))
        return true;
    const QStringList words = wanted.split(u' ');
    const bool breakable =
        std::any_of(words.begin(), words.end(), [](const QString& word) { return word.size() > longWord; });
    return breakable && m_dense.contains(withoutBlanks(wanted));
}

QJsonObject filledRecord(const schema::FormDefinition& form)
{
    return Filler(tables()->forms.codes()).row(form.root);
}

std::vector<Expected> expectedTexts(const schema::FormDefinition& form, const QJsonObject& payload,
                                    const QString& language)
{
    Reader reader(language);
    for (auto entry = payload.begin(); entry != payload.end(); ++entry)
        reader.read(*entry, form.root.field(entry.key()), u'/' + entry.key());
    return reader.found;
}

} // namespace ekatra::test
