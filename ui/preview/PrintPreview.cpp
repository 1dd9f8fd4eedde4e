#include "preview/PrintPreview.h"

#include "preview/PageRenderer.h"
#include "widgets/Banner.h"

#include <QFileDialog>
#include <QKeyEvent>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>

namespace ekatra::ui {

namespace {

constexpr double sheetInches = 8.27; // width of A4
constexpr double leastDots = 40;
constexpr double mostDots = 300;
constexpr int printerDots = 300;

} // namespace

PrintPreview::PrintPreview(const Context& context, QWidget* parent) : Page(parent), m_context(context)
{
    setObjectName(QStringLiteral("printPreview"));
    setProperty("look", QStringLiteral("page"));
    build();
    connectRenderer();
    retranslate();
}

PrintPreview::~PrintPreview()
{
    m_thread.quit();
    m_thread.wait();
}

void PrintPreview::connectRenderer()
{
    auto* renderer = new PageRenderer(m_context.tables);
    renderer->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, renderer, &QObject::deleteLater);
    connect(this, &PrintPreview::printAsked, renderer, &PageRenderer::print);
    connect(this, &PrintPreview::openAsked, renderer, &PageRenderer::open);
    connect(this, &PrintPreview::pageAsked, renderer, &PageRenderer::render);
    connect(renderer, &PageRenderer::failed, this, &PrintPreview::tell);
    connect(renderer, &PageRenderer::opened, this, [this](const QByteArray& pdf, int pages) {
        m_pdf = pdf;
        m_pages = pages;
        turnTo(0);
    });
    connect(renderer, &PageRenderer::rendered, this, [this](const QImage& image, quint64 ticket) {
        if (ticket == m_printTicket)
            printPage(image);
        else if (ticket == m_ticket) {
            QPixmap picture = QPixmap::fromImage(image);
            picture.setDevicePixelRatio(devicePixelRatioF());
            m_sheet->setPixmap(picture);
            m_sheet->setFixedSize(picture.deviceIndependentSize().toSize());
        }
    });
    m_thread.setObjectName(QStringLiteral("preview"));
    m_thread.start();
}

void PrintPreview::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildBar());
    m_banner = new Banner(m_context.theme, "previewBanner", this);
    column->addWidget(m_banner);
    m_area = new QScrollArea(this);
    m_area->setObjectName(QStringLiteral("previewArea"));
    m_area->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_area->setFocusPolicy(Qt::StrongFocus);
    m_area->installEventFilter(this);
    m_sheet = new QLabel;
    m_sheet->setObjectName(QStringLiteral("previewSheet"));
    m_area->setWidget(m_sheet);
    column->addWidget(m_area, 1);
    const auto on = [this](const QKeySequence& keys, void (PrintPreview::*act)()) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    on(QKeySequence::Print, &PrintPreview::askForPrinter);
    on(QKeySequence::Save, &PrintPreview::askForFile);
    on(QKeySequence(Qt::Key_Escape), &PrintPreview::closeWanted);
    on(QKeySequence::ZoomIn, &PrintPreview::larger);
    on(QKeySequence::ZoomOut, &PrintPreview::smaller);
}

QToolButton* PrintPreview::addTool(QLayout* row, const QString& icon, const char* name, void (PrintPreview::*act)())
{
    QToolButton* button = makeIconButton(this, m_context.theme, icon, name);
    row->addWidget(button);
    connect(button, &QToolButton::clicked, this, act);
    return button;
}

QFrame* PrintPreview::buildBar()
{
    QFrame* bar = makeFrame(this, "bar");
    bar->setFixedHeight(size::actionBar);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(space::l, 0, space::l, 0);
    row->setSpacing(space::s);
    m_previous = addTool(row, QStringLiteral("back"), "previewPrevious", &PrintPreview::previous);
    m_place = makeLabel(bar);
    m_place->setObjectName(QStringLiteral("previewPlace"));
    row->addWidget(m_place);
    m_next = addTool(row, QStringLiteral("forward"), "previewNext", &PrintPreview::next);
    row->addSpacing(space::l);
    m_smaller = addTool(row, QStringLiteral("less"), "previewSmaller", &PrintPreview::smaller);
    m_larger = addTool(row, QStringLiteral("add"), "previewLarger", &PrintPreview::larger);
    m_fit = makeButton(bar, "link", "previewFit");
    row->addWidget(m_fit);
    row->addStretch(1);
    m_save = makeButton(bar, "secondary", "previewSave");
    m_print = makeButton(bar, "primary", "previewPrint");
    row->addWidget(m_save);
    row->addWidget(m_print);
    connect(m_fit, &QPushButton::clicked, this, &PrintPreview::fitWidth);
    connect(m_save, &QPushButton::clicked, this, &PrintPreview::askForFile);
    connect(m_print, &QPushButton::clicked, this, &PrintPreview::askForPrinter);
    return bar;
}

void PrintPreview::print(const print::Paper& paper, const QString& title)
{
    begin(title);
    Q_EMIT printAsked(paper);
}

void PrintPreview::show(const QByteArray& pdf, const QString& title)
{
    begin(title);
    Q_EMIT openAsked(pdf);
}

void PrintPreview::begin(const QString& title)
{
    m_title = title;
    m_pdf.clear();
    m_pages = 0;
    m_failure.reset();
    m_banner->hide();
    fill();
    Q_EMIT titleChanged();
}

void PrintPreview::tell(const Error& error)
{
    m_failure = error;
    m_banner->tell(m_context.messages.text(error, m_context.language.code()), {});
}

void PrintPreview::takeFocus()
{
    m_area->setFocus();
}

void PrintPreview::turnTo(int page)
{
    m_page = std::clamp(page, 0, std::max(0, m_pages - 1));
    m_area->verticalScrollBar()->setValue(0);
    askPage();
    fill();
}

void PrintPreview::fitWidth()
{
    m_dots = 0;
    askPage();
}

void PrintPreview::zoomBy(double factor)
{
    const double now = m_dots > 0 ? m_dots : m_sheet->width() / sheetInches;
    m_dots = std::clamp(now * factor, leastDots, mostDots);
    askPage();
}

void PrintPreview::askPage()
{
    if (m_pages == 0)
        return;
    const double room = m_area->viewport()->width() - 2.0 * space::l;
    const double dots = m_dots > 0 ? m_dots : std::clamp(room / sheetInches, leastDots, mostDots);
    Q_EMIT pageAsked(m_page, dots * devicePixelRatioF(), ++m_ticket);
}

void PrintPreview::fill()
{
    const bool there = m_pages > 0;
    m_place->setText(there ? tr("Page %1 of %2").arg(m_page + 1).arg(m_pages) : tr("The paper is being made …"));
    m_sheet->setAccessibleName(m_title + QStringLiteral(", ") + m_place->text());
    m_area->setAccessibleName(m_sheet->accessibleName());
    m_previous->setEnabled(m_page > 0);
    m_next->setEnabled(m_page + 1 < m_pages);
    for (QAbstractButton* button : {static_cast<QAbstractButton*>(m_smaller), static_cast<QAbstractButton*>(m_larger),
                                    static_cast<QAbstractButton*>(m_fit), static_cast<QAbstractButton*>(m_save),
                                    static_cast<QAbstractButton*>(m_print)})
        button->setEnabled(there);
}

void PrintPreview::retranslate()
{
    nameButton(m_previous, tr("Previous page"), QStringLiteral("PgUp"));
    nameButton(m_next, tr("Next page"), QStringLiteral("PgDn"));
    nameButton(m_smaller, tr("Smaller"), QStringLiteral("Ctrl+−"));
    nameButton(m_larger, tr("Larger"), QStringLiteral("Ctrl++"));
    const auto word = [](QPushButton* button, const QString& text, const QString& keys) {
        button->setText(text);
        nameButton(button, text, keys);
    };
    word(m_fit, tr("Fit to width"), {});
    word(m_save, tr("Save as PDF"), QStringLiteral("Ctrl+S"));
    word(m_print, tr("Print"), QStringLiteral("Ctrl+P"));
    if (m_failure)
        tell(*m_failure);
    fill();
}

void PrintPreview::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Page::changeEvent(event);
}

void PrintPreview::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    if (m_dots <= 0)
        askPage();
}

bool PrintPreview::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_area && event->type() == QEvent::KeyPress && turnByKey(static_cast<QKeyEvent*>(event)->key()))
        return true;
    return Page::eventFilter(watched, event);
}

// Page keys scroll within a page that is higher than the window, and turn at its end.
bool PrintPreview::turnByKey(int key)
{
    const QScrollBar* bar = m_area->verticalScrollBar();
    if (key == Qt::Key_Home)
        turnTo(0);
    else if (key == Qt::Key_End)
        turnTo(m_pages - 1);
    else if (key == Qt::Key_PageDown && bar->value() == bar->maximum())
        next();
    else if (key == Qt::Key_PageUp && bar->value() == bar->minimum())
        previous();
    else
        return false;
    return true;
}

void PrintPreview::askForFile()
{
    if (m_pages == 0)
        return;
    QString name = m_title;
    name.replace(QLatin1Char('/'), QLatin1Char('-'));
    auto* dialog = new QFileDialog(this, tr("Save as PDF"), QString(), QStringLiteral("PDF (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(name + QStringLiteral(".pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, &PrintPreview::saveTo);
    dialog->open();
}

void PrintPreview::saveTo(const QString& file)
{
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly) || target.write(m_pdf) != m_pdf.size() || !target.commit())
        tell(error(ErrorKind::DiskFull, "print.not_written",
                   {{QStringLiteral("file"), file}, {QStringLiteral("detail"), target.errorString()}}));
}

void PrintPreview::askForPrinter()
{
    if (m_pages == 0 || m_printer)
        return;
    m_printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    m_printer->setResolution(printerDots);
    m_printer->setDocName(m_title);
    m_printer->setPageSize(QPageSize(QPageSize::A4));
    m_printer->setFullPage(true);
    m_printer->setFromTo(1, m_pages);
    auto* dialog = new QPrintDialog(m_printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange);
    dialog->setMinMax(1, m_pages);
    connect(dialog, &QDialog::finished, this, [this](int result) {
        if (result != QDialog::Accepted) {
            m_printer.reset();
            return;
        }
        m_painter = std::make_unique<QPainter>();
        if (!m_painter->begin(m_printer.get())) {
            m_painter.reset();
            m_printer.reset();
            tell(error(ErrorKind::DiskFull, "print.printer"));
            return;
        }
        m_printed = std::max(1, m_printer->fromPage()) - 1;
        m_printTicket = ++m_ticket;
        Q_EMIT pageAsked(m_printed, printerDots, m_printTicket);
        askPage(); // the screen's page again, under a ticket of its own
    });
    dialog->open();
}

// One page after the other, so that the window stays alive between them.
void PrintPreview::printPage(const QImage& image)
{
    m_painter->drawImage(m_printer->paperRect(QPrinter::DevicePixel), image);
    const int last = m_printer->toPage() > 0 ? std::min(m_printer->toPage(), m_pages) : m_pages;
    if (++m_printed < last && m_printer->newPage()) {
        Q_EMIT pageAsked(m_printed, printerDots, m_printTicket);
        return;
    }
    m_printTicket = 0;
    m_painter->end();
    m_painter.reset();
    m_printer.reset();
}

} // namespace ekatra::ui
