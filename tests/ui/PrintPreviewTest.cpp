#include "preview/PrintPreview.h"
#include "ui/ScriptedDesk.h"
#include "ui/WindowFixture.h"

#include <QFile>
#include <QToolButton>

using namespace ekatra;
using namespace ekatra::test;

namespace {

print::Paper paper()
{
    print::Paper paper;
    paper.kind = QStringLiteral("fir");
    paper.payload = QJsonObject{{QStringLiteral("contents"),
                                 QString(9000, QLatin1Char('x')).replace(QStringLiteral("xx"), QStringLiteral("क "))}};
    paper.uid = domain::newUid(1);
    paper.printedAt = QDateTime(QDate(2024, 7, 14), QTime(5, 0), Qt::UTC);
    return paper;
}

// A preview on a page of nobody's window.
class ShownPreview {
public:
    ShownPreview()
    {
        preview.resize(900, 700);
        preview.QWidget::show();
    }

private:
    ScriptedDesk m_desk;
    ScriptedFormDesk m_forms;
    ScriptedSyncDesk m_sync;
    session::Messages m_messages = take(session::Messages::load());
    ui::Theme m_theme{*qApp};
    ui::Language m_language{*qApp};
    ui::Context m_context{m_desk, m_forms, m_sync, *tables(), m_messages, m_theme, m_language};

public:
    ui::PrintPreview preview{m_context, nullptr};
};

QString textOf(const ui::PrintPreview& preview, const char* name)
{
    const auto* label = preview.findChild<QLabel*>(QString::fromLatin1(name));
    BOOST_REQUIRE(label);
    return label->text();
}

} // namespace

BOOST_AUTO_TEST_SUITE(ui_print_preview)

BOOST_AUTO_TEST_CASE(a_record_is_shown_page_by_page_and_saved_as_it_is)
{
    ShownPreview shown;
    ui::PrintPreview& preview = shown.preview;
    preview.print(paper(), QStringLiteral("FIR 0045/2024"));
    WindowFixture::waitFor([&] { return preview.pageCount() > 1; }, "the paper");
    const auto* sheet = preview.findChild<QLabel*>(QStringLiteral("previewSheet"));
    WindowFixture::waitFor([&] { return !sheet->pixmap().isNull(); }, "its first page");
    BOOST_TEST(textOf(preview, "previewPlace").contains(QStringLiteral("1")));
    BOOST_TEST(sheet->accessibleName().contains(QStringLiteral("FIR 0045/2024")));

    preview.takeFocus();
    auto* area = preview.findChild<QWidget*>(QStringLiteral("previewArea"));
    QTest::keyClick(area, Qt::Key_End);
    BOOST_TEST(preview.page() == preview.pageCount() - 1);
    BOOST_TEST(!preview.findChild<QToolButton*>(QStringLiteral("previewNext"))->isEnabled());
    QTest::keyClick(area, Qt::Key_Home);
    BOOST_TEST(preview.page() == 0);

    const QTemporaryDir dir;
    const QString file = dir.filePath(QStringLiteral("fir.pdf"));
    preview.saveTo(file);
    QFile saved(file);
    BOOST_REQUIRE(saved.open(QIODevice::ReadOnly));
    BOOST_TEST(saved.readAll().startsWith("%PDF"));
    preview.saveTo(dir.filePath(QStringLiteral("missing/fir.pdf")));
    BOOST_TEST(preview.findChild<QWidget*>(QStringLiteral("previewBanner"))->isVisible());
}

BOOST_AUTO_TEST_CASE(what_is_no_paper_is_said_and_escape_closes)
{
    ShownPreview shown;
    ui::PrintPreview& preview = shown.preview;
    bool closed = false;
    QObject::connect(&preview, &ui::Page::closeWanted, &preview, [&] { closed = true; });
    preview.show(QByteArray("no paper"), QStringLiteral("x"));
    const auto* banner = preview.findChild<QWidget*>(QStringLiteral("previewBanner"));
    WindowFixture::waitFor([&] { return banner->isVisible(); }, "the reason");
    preview.takeFocus();
    QTest::keyClick(preview.findChild<QWidget*>(QStringLiteral("previewArea")), Qt::Key_Escape);
    WindowFixture::waitFor([&] { return closed; }, "its closing");
}

BOOST_AUTO_TEST_SUITE_END()
