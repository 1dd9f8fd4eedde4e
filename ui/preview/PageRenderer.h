// PageRenderer.h
// Papers and their pages made into pictures, away from the GUI thread: lives on a thread of its own, is spoken to by
// queued signals and answers the same way. Owned by the preview, whose thread it is moved to.
#pragma once

#include "print/Paper.h"

#include <QImage>
#include <QObject>

#include <memory>

namespace Poppler {
class Document;
}

namespace ekatra::ui {

class PageRenderer : public QObject {
    Q_OBJECT

public:
    explicit PageRenderer(const session::Tables& tables);
    ~PageRenderer() override;

    // Makes the PDF of a record, then opens it.
    void print(const print::Paper& paper);
    void open(const QByteArray& pdf);
    // `page` from 0; `dots` to the inch.
    void render(int page, double dots, quint64 ticket);

Q_SIGNALS:
    void opened(const QByteArray& pdf, int pages);
    void failed(const ekatra::Error& error);
    void rendered(const QImage& image, quint64 ticket);

private:
    const session::Tables& m_tables;
    std::unique_ptr<Poppler::Document> m_document;
};

} // namespace ekatra::ui
