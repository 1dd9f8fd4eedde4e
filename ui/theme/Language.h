// Language.h
// Which of the two languages the window speaks. English is the source text; Hindi comes from translations/ekatra_hi.
// Owned by main, outlives every widget. GUI thread. A change reaches widgets as QEvent::LanguageChange.
#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

class QCoreApplication;

namespace ekatra::ui {

class Language : public QObject {
    Q_OBJECT

public:
    explicit Language(QCoreApplication& application);

    // "hi" or "en"; anything else is taken as "en". False: the Hindi texts could not be loaded, English stays.
    bool choose(const QString& code);
    [[nodiscard]] const QString& code() const { return m_code; }
    [[nodiscard]] bool isHindi() const { return m_code == QLatin1String("hi"); }

Q_SIGNALS:
    // After the new texts are in place and before any widget hears of them.
    void changed();

private:
    QCoreApplication& m_application;
    QString m_code = QStringLiteral("en");
    QTranslator m_hindi;
    bool m_loaded = false;
};

} // namespace ekatra::ui
