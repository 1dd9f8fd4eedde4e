#include "theme/Language.h"

#include <QCoreApplication>
#include <QEvent>

namespace ekatra::ui {

Language::Language(QCoreApplication& application) : QObject(nullptr), m_application(application)
{
    m_loaded = m_hindi.load(QStringLiteral(":/i18n/ekatra_hi.qm"));
}

bool Language::choose(const QString& code)
{
    const bool hindi = code == QLatin1String("hi");
    if (hindi && !m_loaded)
        return false;
    const QString wanted = hindi ? QStringLiteral("hi") : QStringLiteral("en");
    if (wanted == m_code)
        return true;
    m_code = wanted;
    if (hindi)
        m_application.installTranslator(&m_hindi);
    else
        m_application.removeTranslator(&m_hindi);
    Q_EMIT changed();
    return true;
}

} // namespace ekatra::ui
