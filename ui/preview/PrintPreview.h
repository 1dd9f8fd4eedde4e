// PrintPreview.h
// A paper on the screen before it is printed: one page at a time, as large as wanted; from here to the printer or into
// a file. One tab. Owned by the shell. GUI thread; pages are made on a thread of their own, which ends with the page.
#pragma once

#include "print/Paper.h"
#include "shell/Page.h"

#include <QImage>
#include <QThread>

#include <memory>
#include <optional>

class QLabel;
class QLayout;
class QPainter;
class QPrinter;
class QPushButton;
class QScrollArea;
class QToolButton;

namespace ekatra::ui {

class Banner;
class PageRenderer;

class PrintPreview : public Page {
    Q_OBJECT

public:
    PrintPreview(const Context& context, QWidget* parent);
    ~PrintPreview() override;

    // Shows a record as paper, or a PDF that is there already, under `title`. The last one counts.
    void print(const print::Paper& paper, const QString& title);
    void show(const QByteArray& pdf, const QString& title);
    using QWidget::show;
    void tell(const Error& error);

    [[nodiscard]] QString title() const override { return m_title; }
    [[nodiscard]] QString icon() const override { return QStringLiteral("print"); }
    void takeFocus() override;

    [[nodiscard]] int page() const { return m_page; } // from 0
    [[nodiscard]] int pageCount() const { return m_pages; }
    // Writes the PDF whole or not at all; a failure stands in the banner.
    void saveTo(const QString& file);

Q_SIGNALS:
    void printAsked(const ekatra::print::Paper& paper);
    void openAsked(const QByteArray& pdf);
    void pageAsked(int page, double dots, quint64 ticket);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    QFrame* buildBar();
    QToolButton* addTool(QLayout* row, const QString& icon, const char* name, void (PrintPreview::*act)());
    void connectRenderer();
    void retranslate();
    void begin(const QString& title);
    void turnTo(int page);
    void previous() { turnTo(m_page - 1); }
    void next() { turnTo(m_page + 1); }
    void larger() { zoomBy(1.25); }
    void smaller() { zoomBy(0.8); }
    void fitWidth();
    void zoomBy(double factor);
    void askPage();
    void fill();
    [[nodiscard]] bool turnByKey(int key);
    void askForFile();
    void askForPrinter();
    void printPage(const QImage& image);

    const Context& m_context;
    QThread m_thread;
    QString m_title;
    QByteArray m_pdf;
    int m_page = 0;
    int m_pages = 0;
    double m_dots = 0; // to the inch; 0: as wide as the page has room
    quint64 m_ticket = 0;
    std::optional<Error> m_failure;

    std::unique_ptr<QPrinter> m_printer; // while it prints
    std::unique_ptr<QPainter> m_painter;
    int m_printed = 0;
    quint64 m_printTicket = 0;

    Banner* m_banner;
    QLabel* m_place;
    QToolButton* m_previous;
    QToolButton* m_next;
    QToolButton* m_smaller;
    QToolButton* m_larger;
    QPushButton* m_fit;
    QPushButton* m_print;
    QPushButton* m_save;
    QScrollArea* m_area;
    QLabel* m_sheet;
};

} // namespace ekatra::ui
