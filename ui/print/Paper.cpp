#include "print/Paper.h"

#include "base/CanonicalJson.h"
#include "print/Composer.h"
#include "print/KindForm.h"
#include "print/PageFrame.h"

#include <cairo-pdf.h>

namespace ekatra::print {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int hashLetters = 16; // of the 64 of a SHA-256

QString slashed(const Bilingual& text)
{
    return text.en == text.hi ? text.en : text.en + u" / "_s + text.hi;
}

QString printedMoment(const QDateTime& moment)
{
    return moment.toOffsetFromUtc(base::Clock::istOffsetSeconds).toString(u"dd/MM/yyyy HH:mm"_s);
}

// The law under which the step was taken: that of the first day which the record tells, else of the print.
Bilingual lawCaption(const Layout& layout, const schema::FormDefinition& form, const Entries& entries,
                     const QDateTime& printedAt)
{
    if (layout.laws.empty())
        return form.law;
    QString day = printedAt.toOffsetFromUtc(base::Clock::istOffsetSeconds).toString(Qt::ISODate);
    for (const QString& path : layout.lawDay) {
        if (const auto found = entries.find(entries.record(), path); !found.empty()) {
            day = found.front().value.toString();
            break;
        }
    }
    const LawCaption* chosen = nullptr;
    for (const LawCaption& caption : layout.laws) {
        if (caption.from <= day && (!chosen || chosen->from <= caption.from))
            chosen = &caption;
    }
    return chosen ? chosen->text : form.law;
}

FrameTexts frameTexts(const Paper& paper, const Layout& layout, const PaperWords& words, const Composer& composer,
                      Entries& entries)
{
    FrameTexts texts;
    const QString form = composer.both(layout.headRight);
    texts.headLeft = composer.both(layout.headLeft);
    texts.headRight = form;
    if (paper.isDraft) {
        texts.marks.append(slashed(words.draft));
        texts.across.append(slashed(words.draft));
    }
    for (const std::vector<Mark>* marks : {&words.marks, &layout.marks}) {
        for (const Mark& mark : *marks) {
            const auto found = entries.find(entries.record(), mark.field);
            if (found.empty() || !found.front().value.toBool())
                continue;
            entries.setPrinted(found.front());
            texts.marks.append(slashed(mark.text));
            if (mark.across)
                texts.across.append(slashed(mark.text));
        }
    }
    const QString hash = QString::fromLatin1(base::contentHash(paper.payload).toHex().left(hashLetters));
    const QString uid = paper.uid.toString(QUuid::WithoutBraces);
    const auto named = [&](const Bilingual& label, const QString& value) {
        return value.isEmpty() ? QString() : composer.both(label) + u": "_s + value;
    };
    const auto line = [](QStringList parts) {
        parts.removeAll(QString());
        return parts.join(u"  ·  "_s);
    };
    const QString record = paper.key.isEmpty() ? paper.kind : paper.kind + u' ' + paper.key;
    texts.page = slashed(words.page);
    texts.foot = {
        line({named(words.record, record), named(words.revision, QString::number(paper.revision))}),
        line({named(words.printedBy, paper.printedBy), named(words.printedAt, printedMoment(paper.printedAt))}),
        line({uid, named(words.check, hash)})};
    texts.code = u"EKATRA1 %1 %2 %3 r%4 sha256:%5"_s.arg(paper.kind, paper.key.isEmpty() ? u"-"_s : paper.key, uid,
                                                         QString::number(paper.revision), hash);
    return texts;
}

cairo_status_t appendTo(void* closure, const unsigned char* data, unsigned int length)
{
    static_cast<QByteArray*>(closure)->append(reinterpret_cast<const char*>(data), static_cast<qsizetype>(length));
    return CAIRO_STATUS_SUCCESS;
}

struct Document {
    const PageFrame& frame;
    const std::vector<Page>& pages;
    QString title;
    QDateTime made;
};

Result<QByteArray> drawn(const Document& document)
{
    QByteArray pdf;
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
        cairo_pdf_surface_create_for_stream(appendTo, &pdf, sheet::width, sheet::height), cairo_surface_destroy);
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, document.title.toUtf8().constData());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "Ekatra " EKATRA_VERSION);
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                   document.made.toUTC().toString(Qt::ISODate).toUtf8().constData());
    const std::unique_ptr<cairo_t, decltype(&cairo_destroy)> page(cairo_create(surface.get()), cairo_destroy);
    const int count = static_cast<int>(document.pages.size());
    int number = 0;
    for (const Page& placed : document.pages) {
        cairo_save(page.get());
        document.frame.drawBehind(page.get());
        document.frame.drawHead(page.get());
        cairo_translate(page.get(), sheet::margin, sheet::bodyTop);
        for (const Placed& one : placed)
            one.piece->draw(page.get(), one.y, one.edges);
        cairo_restore(page.get());
        document.frame.drawFoot(page.get(), ++number, count);
        cairo_show_page(page.get());
    }
    cairo_surface_finish(surface.get());
    for (const cairo_status_t status : {cairo_status(page.get()), cairo_surface_status(surface.get())}) {
        if (status != CAIRO_STATUS_SUCCESS)
            return error(ErrorKind::Internal, "print.failed",
                         {{u"detail"_s, QString::fromUtf8(cairo_status_to_string(status))}});
    }
    return pdf;
}

} // namespace

Paper paperOf(const records::RecordDetails& details)
{
    const domain::Record& record = details.record;
    Paper paper;
    paper.kind = record.kind;
    paper.key = record.naturalKey;
    paper.number = record.number;
    paper.uid = record.uid;
    paper.revision = record.version;
    paper.isDraft = record.state == domain::RecordState::Draft;
    paper.payload = paper.isDraft && details.draft ? details.draft->payload : record.payload;
    return paper;
}

Result<QByteArray> renderPdf(const Paper& paper, const session::Tables& tables)
{
    auto words = paperWords();
    if (!words)
        return words.error();
    const schema::FormDefinition form = formOfKind(paper.kind, tables);
    auto layout = layoutOf(form.id);
    if (!layout)
        return layout.error();
    const Typesetter typesetter;
    if (!typesetter.canSetHindi())
        return error(ErrorKind::Internal, "print.no_font");

    Entries entries(paper.payload, form);
    const ValueText values(tables, *words, paper.language);
    const PieceMaker maker(typesetter, sheet::bodyHeight);
    const Bilingual law = lawCaption(*layout, form, entries, paper.printedAt);
    Composer composer({form, *layout, *words, law}, values, entries, maker, sheet::bodyWidth);
    const PageFrame frame(typesetter, frameTexts(paper, *layout, *words, composer, entries));
    const std::vector<Piece> pieces = composer.compose();
    const std::vector<Page> pages = paginate(pieces, sheet::bodyHeight);
    return drawn({frame, pages, form.title.in(paper.language) + u' ' + paper.number, paper.printedAt});
}

} // namespace ekatra::print
