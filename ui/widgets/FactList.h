// FactList.h
// Blocks of two-line rows under bold headings: who is in a record, which property, who else knows of it. The preview
// and the side of a record page are made of it. GUI thread.
#pragma once

#include "Context.h"
#include "widgets/Labels.h"

class QVBoxLayout;

namespace ekatra::ui {

struct ChipFace;

class FactList : public QWidget {
    Q_OBJECT

public:
    FactList(const Context& context, QWidget* parent);

    void addSection(const QString& title, const QString& count = {});
    void addLine(const QString& icon, const QString& text, const QString& below, const QString& source = {});
    // A row whose text is a link.
    QPushButton* addLink(const QString& icon, const QString& text, const QString& below);
    // A row with a chip at its end.
    void addStanding(const QString& icon, const QString& text, const QString& below, const ChipFace& chip);
    // A link in one line, with quiet words at its end.
    QPushButton* addPaper(const QString& icon, const QString& text, const QString& end);
    QPushButton* addMore(const QString& text);
    void addNote(const QString& text);

    void addPeople(const domain::Extract& extract, std::size_t most);
    void addProperty(const domain::Extract& extract, std::size_t most);
    void addMentions(const std::vector<records::Mention>& mentions);

private:
    struct Line {
        QWidget* widget;
        QVBoxLayout* words;
    };
    Line beginLine(const QString& icon);
    void endLine(const Line& line, const QString& below, const QString& source);

    const Context& m_context;
    QVBoxLayout* m_column;
};

} // namespace ekatra::ui
