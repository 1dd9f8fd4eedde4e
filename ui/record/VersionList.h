// VersionList.h
// How a record came to be as it is: its versions, newest first, each with who made it, when and why, and what became of
// which field. Rows take the keyboard one by one. Owned by the record page. GUI thread.
#pragma once

#include "Context.h"

#include <QScrollArea>

class QVBoxLayout;

namespace ekatra::ui {

class FieldWords;

class VersionList : public QScrollArea {
    Q_OBJECT

public:
    VersionList(const Context& context, QWidget* parent);

    void show(const session::Desk::Details& details, const std::vector<records::Revision>& revisions);
    using QWidget::show;

private:
    void addVersion(QVBoxLayout& column, QWidget* parent, const FieldWords& words, std::size_t at);
    [[nodiscard]] QString madeBy(const QString& author) const;

    const Context& m_context;
    session::Desk::Details m_details;
    std::vector<records::Revision> m_revisions; // oldest first; each tells what replaced it
    int m_rows = 0;
};

} // namespace ekatra::ui
