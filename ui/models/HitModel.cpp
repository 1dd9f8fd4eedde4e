#include "models/HitModel.h"

#include "Context.h"
#include "models/Format.h"

namespace ekatra::ui {

void HitModel::replace(const search::SearchAnswer& answer)
{
    beginResetModel();
    m_hits = answer.hits;
    m_cursor = answer.nextCursor;
    m_asked = false;
    endResetModel();
}

void HitModel::append(const search::SearchAnswer& answer)
{
    m_cursor = answer.nextCursor;
    m_asked = false;
    if (answer.hits.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(answer.hits.size()) - 1);
    m_hits.insert(m_hits.end(), answer.hits.begin(), answer.hits.end());
    endInsertRows();
}

const search::Hit* HitModel::hit(const QModelIndex& index) const
{
    return index.isValid() && index.row() < rowCount() ? &m_hits[static_cast<std::size_t>(index.row())] : nullptr;
}

int HitModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant HitModel::data(const QModelIndex& index, int role) const
{
    const search::Hit* row = hit(index);
    if (!row || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole))
        return {};
    const QString title = search::joined(row->title, row->law).text;
    if (role == Qt::ToolTipRole)
        return row->snippet.isEmpty() ? title : title + QLatin1Char('\n') + row->snippet.text;
    const QString& language = m_context.language.code();
    return QStringList{kindText(m_context.tables.kinds, row->kind, language),
                       row->number,
                       title,
                       dateText(row->date),
                       m_context.tables.stations.name(row->station, language),
                       sourcesText(row->sources)}
        .join(QStringLiteral(", "));
}

bool HitModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && hasMore() && !m_asked;
}

void HitModel::fetchMore(const QModelIndex&)
{
    if (m_asked || !hasMore())
        return;
    m_asked = true;
    Q_EMIT moreWanted(m_cursor);
}

} // namespace ekatra::ui
