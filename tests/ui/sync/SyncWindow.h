// SyncWindow.h
// The window on a station whose sources are a gateway in the same process. One at a time; the application's thread.
#pragma once

#include "integration/sync/SyncFixture.h"
#include "sync/RowTable.h"
#include "ui/WindowFixture.h"

#include <QAbstractButton>
#include <QJsonArray>

namespace ekatra::test {

// A list as it is read out.
struct RowList {
    QListView& view;

    [[nodiscard]] int count() const { return view.isVisible() ? view.model()->rowCount() : 0; }
    [[nodiscard]] QString text(int row) const { return view.model()->index(row, 0).data().toString(); }
    [[nodiscard]] int find(const QString& words) const
    {
        for (int row = 0; row < count(); ++row) {
            if (text(row).contains(words))
                return row;
        }
        return -1;
    }
    void press(int row, Qt::Key key) const
    {
        view.setFocus();
        view.setCurrentIndex(view.model()->index(row, 0));
        QTest::keyClick(&view, key);
    }
};

class SyncWindow : public StationWindow {
public:
    explicit SyncWindow(const GatewaySetUp& setUp = {.firs = 20})
        : StationWindow(std::vector<QJsonObject>()), gateway(setUp)
    {
        beforehand([this](session::Services& services) {
            done(services.sources().update(at("cas", "/sources/cas")));
            done(services.sources().add(at("icjs", "/icjs/v1")));
        });
    }

    // On the store before the window has it.
    void beforehand(const std::function<void(session::Services&)>& act)
    {
        store.reopen();
        act(*store);
        store.close();
    }

    // Opens, unlocks and goes to the page whose rail button is `rail`; `list` is its list.
    RowList enter(const char* rail, const char* list, const QString& language = QStringLiteral("en"))
    {
        open(language);
        unlock();
        child<QAbstractButton>(rail).click();
        return RowList{child<QListView>(list)};
    }

    // A FIR that the centre refused, in the outbox.
    void addRefused()
    {
        beforehand([](session::Services& services) {
            QJsonObject wrong = fir(501);
            wrong.insert(QStringLiteral("laws"), QJsonArray());
            wrong.insert(QStringLiteral("accused"),
                         QJsonArray{QJsonObject{{QStringLiteral("name"), QStringLiteral("रमेश कुमार")}}});
            submit(services, wrong);
            take(services.push({}));
        });
    }

    static domain::Record submit(session::Services& services, const QJsonObject& payload)
    {
        const QString author = QStringLiteral("rampal");
        const auto draft = take(services.records().saveDraft(QStringLiteral("fir"), {}, payload, author, {}));
        return take(services.records().submit(draft.uid, payload, author, {}));
    }

    Gateway gateway;

private:
    storage::Source at(const char* id, const char* path)
    {
        const QString name = QString::fromLatin1(id);
        return {name, name, {{QStringLiteral("url"), gateway.url(QString::fromLatin1(path))}}};
    }
};

} // namespace ekatra::test
