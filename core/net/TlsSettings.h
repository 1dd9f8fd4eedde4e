// TlsSettings.h
// Whom a connection trusts and who we are on it. File names only: keys stay in their files. Any thread.
#pragma once

#include <QString>

namespace ekatra::net {

struct TlsSettings {
    QString caFile; // PEM; empty: the certificates that the system trusts
    QString certificateFile; // PEM chain of ours, for mutual TLS; empty: none
    QString keyFile; // PEM key to it
};

} // namespace ekatra::net
