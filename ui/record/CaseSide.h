// CaseSide.h
// Beside the time line of a case: who is in it and how they stand, its property, its papers, the cases it is linked to.
// Long lists begin short and can be laid open. Owned by the case page. GUI thread.
#pragma once

#include "Context.h"
#include "records/CaseReader.h"

#include <QScrollArea>
#include <QSet>

namespace ekatra::ui {

class FactList;

class CaseSide : public QScrollArea {
    Q_OBJECT

public:
    CaseSide(const Context& context, QWidget* parent);

    void show(const session::Desk::Case& details);
    using QWidget::show;

Q_SIGNALS:
    void recordWanted(qint64 record);
    void caseWanted(qint64 record);

private:
    enum class Part { People, Property, Papers };

    void fill();
    void addPeople(FactList& facts);
    void addProperty(FactList& facts);
    void addPapers(FactList& facts);
    void addCases(FactList& facts);
    // How many of `count` rows to show; the last row of a part that is cut opens it.
    [[nodiscard]] std::size_t shown(Part part, std::size_t count) const;
    void addMore(FactList& facts, Part part, std::size_t count);

    const Context& m_context;
    session::Desk::Case m_case;
    QSet<int> m_open; // parts laid open
};

} // namespace ekatra::ui
