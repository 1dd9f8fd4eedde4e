// Figures.h
// What measurements come to: percentiles of times, and rows of the Markdown tables that benches print.
#pragma once

#include <QElapsedTimer>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace ekatra::bench {

class Times {
public:
    void add(double milliseconds) { m_all.push_back(milliseconds); }
    template <class Work>
    void measure(Work work)
    {
        QElapsedTimer clock;
        clock.start();
        work();
        add(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    void add(const Times& other) { m_all.insert(m_all.end(), other.m_all.begin(), other.m_all.end()); }

    [[nodiscard]] std::size_t count() const { return m_all.size(); }
    [[nodiscard]] double at(double share) const
    {
        if (m_all.empty())
            return 0;
        std::vector<double> sorted = m_all;
        std::sort(sorted.begin(), sorted.end());
        const auto place = static_cast<std::size_t>(share * static_cast<double>(sorted.size()));
        return sorted[std::min(place, sorted.size() - 1)];
    }
    [[nodiscard]] double median() const { return at(0.5); }
    [[nodiscard]] double p95() const { return at(0.95); }
    [[nodiscard]] double most() const { return at(1.0); }

private:
    std::vector<double> m_all;
};

inline QString ms(double milliseconds)
{
    return QString::number(milliseconds, 'f', milliseconds < 10 ? 2 : 0);
}
inline QString ratio(double one, double other)
{
    return other > 0 ? QString::number(one / other, 'f', 2) : QStringLiteral("-");
}

inline void print(const QString& line)
{
    const QByteArray utf8 = line.toUtf8();
    std::printf("%s\n", utf8.constData());
    std::fflush(stdout);
}
inline void row(const QStringList& cells)
{
    print(QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |"));
}
inline void head(const QStringList& cells)
{
    row(cells);
    row(QStringList(cells.size(), QStringLiteral("---")));
}

} // namespace ekatra::bench
