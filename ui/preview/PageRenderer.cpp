#include "preview/PageRenderer.h"

#include <poppler-qt6.h>

namespace ekatra::ui {

PageRenderer::PageRenderer(const session::Tables& tables) : m_tables(tables) { }

PageRenderer::~PageRenderer() = default;

void PageRenderer::print(const print::Paper& paper)
{
    auto pdf = print::renderPdf(paper, m_tables);
    if (pdf)
        open(*pdf);
    else
        Q_EMIT failed(pdf.error());
}

void PageRenderer::open(const QByteArray& pdf)
{
    m_document = Poppler::Document::loadFromData(pdf);
    if (!m_document || m_document->isLocked()) {
        m_document.reset();
        Q_EMIT failed(error(ErrorKind::BadInput, "print.not_shown"));
        return;
    }
    m_document->setRenderHint(Poppler::Document::Antialiasing);
    m_document->setRenderHint(Poppler::Document::TextAntialiasing);
    Q_EMIT opened(pdf, m_document->numPages());
}

void PageRenderer::render(int page, double dots, quint64 ticket)
{
    const auto one = m_document ? m_document->page(page) : nullptr;
    if (one)
        Q_EMIT rendered(one->renderToImage(dots, dots), ticket);
}

} // namespace ekatra::ui
