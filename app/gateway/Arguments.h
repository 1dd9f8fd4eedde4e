// Arguments.h
// The command line of ekatra-gateway as a value. Parsing only: nothing is opened.
#pragma once

#include "base/Result.h"
#include "gateway/Faults.h"

#include <QString>
#include <QStringList>

namespace ekatra::gateway {

struct Arguments {
    bool help = false;
    bool version = false;
    QString data; // "practice" or a folder
    quint64 seed = 1;
    int size = 2000;
    int stations = 0; // 0: as many as the practice district has
    int dirty = 0; // percent
    QString storePath; // empty: in memory
    QString listen = QStringLiteral("127.0.0.1:0");
    QString portFile;
    QString tlsCertificate;
    QString tlsKey;
    QString clientCa;
    QString tokenFile;
    bool allowTest = false;
    std::vector<FaultRule> faults;
};

// `words` without the program's name. Errors: BadUsage gateway.unknown_option {option}, gateway.option_needs_value
// {option}, gateway.bad_option {option, value}, gateway.data_missing, gateway.not_this_version {option},
// gateway.tls_pair, gateway.bad_fault_rule {rule}.
[[nodiscard]] Result<Arguments> parseArguments(const QStringList& words);

[[nodiscard]] QString helpText();

} // namespace ekatra::gateway
