#include "schema/FormDefinition.h"

#include <algorithm>

namespace ekatra::schema {

const Field* Shape::field(QStringView id) const
{
    const auto found = std::lower_bound(byName.begin(), byName.end(), id,
                                        [&](std::size_t index, QStringView name) { return fields[index].id < name; });
    return found != byName.end() && fields[*found].id == id ? &fields[*found] : nullptr;
}

const Moment* FormDefinition::moment(QStringView id) const
{
    const auto found = std::find_if(moments.begin(), moments.end(), [&](const Moment& m) { return m.id == id; });
    return found == moments.end() ? nullptr : &*found;
}

} // namespace ekatra::schema
