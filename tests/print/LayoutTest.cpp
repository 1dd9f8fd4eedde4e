// The layout files: that they can be read, and that what they name is there.
#include "base/Resources.h"
#include "print/Entries.h"
#include "support/TempStore.h"

using namespace ekatra;
using namespace ekatra::print;
using namespace ekatra::test;
using namespace Qt::Literals::StringLiterals;

namespace {

class NameCheck {
public:
    explicit NameCheck(const schema::FormDefinition& form) : m_form(form), m_entries(m_nothing, form) { }

    void look(const std::vector<Block>& blocks, const Row& row) const
    {
        for (const Block& block : blocks) {
            const bool isRow = block.kind == Block::Kind::Table || block.kind == Block::Kind::Each;
            known(block.field, row);
            known(block.when.field, row);
            const schema::Field* field = isRow ? m_entries.fieldAt(row, block.field) : nullptr;
            const Row inner = isRow ? Row{{}, {}, field ? field->shape.get() : nullptr} : row;
            for (const Cell& cell : block.cells) {
                for (const QString& path : cell.fields)
                    known(path, inner);
            }
            look(block.inner, inner);
            for (const auto& option : block.options)
                look(option.second, row);
            for (const auto& column : block.columns)
                look(column, row);
        }
    }

private:
    void known(const QString& path, const Row& row) const
    {
        BOOST_TEST((path.isEmpty() || m_entries.fieldAt(row, path)),
                   m_form.id.toStdString() << ": no field " << path.toStdString());
    }

    const schema::FormDefinition& m_form;
    QJsonObject m_nothing;
    Entries m_entries;
};

} // namespace

BOOST_AUTO_TEST_SUITE(print_layout)

BOOST_AUTO_TEST_CASE(each_layout_names_fields_that_its_form_has)
{
    int layouts = 0;
    for (const schema::FormDefinition* form : tables()->forms.all()) {
        const Layout layout = take(layoutOf(form->id));
        layouts += layout.plain ? 0 : 1;
        NameCheck(*form).look(layout.blocks, {{}, {}, &form->root});
    }
    BOOST_TEST(layouts >= 3);
}

BOOST_AUTO_TEST_CASE(each_file_of_layouts_belongs_to_a_form)
{
    for (const QString& file : base::listResources(u"print"_s, u".json"_s)) {
        const QString name = file.chopped(5);
        BOOST_TEST((name == "plain"_L1 || name == "paper"_L1 || tables()->forms.find(name)), name.toStdString());
    }
}

BOOST_AUTO_TEST_CASE(a_form_without_a_layout_takes_the_plain_one)
{
    for (const QString& name : {u"no_such_form"_s, QString(), u"../print/iif1"_s})
        BOOST_TEST(take(layoutOf(name)).plain, name.toStdString());
}

BOOST_AUTO_TEST_SUITE_END()
