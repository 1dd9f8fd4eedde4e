// GatewayCertificate.h
// A certificate of its own signature for 127.0.0.1 and localhost, made afresh for a test: it serves as the server's, as
// the authority that a client trusts, and as a client's own.
#pragma once

#include <QString>

namespace ekatra::test {

struct GatewayCertificate {
    QString certificate; // PEM files
    QString key;

    // Writes NAME.pem and NAME-key.pem into `folder`.
    static GatewayCertificate make(const QString& folder, const QString& name);
};

} // namespace ekatra::test
