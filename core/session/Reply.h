// Reply.h
// Where the answer to a question goes: called on any thread, once; the receiver's function runs on the GUI thread, or
// not at all when the receiver is gone by then.
#pragma once

#include "base/Result.h"

#include <QCoreApplication>
#include <QPointer>

#include <functional>

namespace ekatra::session {

template <class T>
class Reply {
public:
    // Made on the GUI thread. `receiver` outlives nothing: it may be deleted while the question is being answered.
    Reply(QObject* receiver, std::function<void(Result<T>)> take) : m_receiver(receiver), m_take(std::move(take)) { }

    void operator()(Result<T> answer) const
    {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [receiver = m_receiver, take = m_take, answer = std::move(answer)] {
                if (receiver)
                    take(answer);
            },
            Qt::QueuedConnection);
    }

private:
    QPointer<QObject> m_receiver;
    std::function<void(Result<T>)> m_take;
};

} // namespace ekatra::session
