// Passphrase.h
// Where the passphrase comes from: a file, standard input, or a terminal with its echo off. It goes straight into
// locked memory and through no other buffer of ours. Main thread.
#pragma once

#include "base/Result.h"
#include "cli/Interrupt.h"
#include "crypto/SecretBytes.h"

#include <QString>

namespace ekatra::cli {

// Whether askPassphrase() could ask anybody.
[[nodiscard]] bool canAsk();

// `path`, or standard input for "-", less one line end. Errors: BadInput cli.passphrase_file {file},
// cli.passphrase_empty, cli.passphrase_long.
[[nodiscard]] Result<crypto::SecretBytes> readPassphrase(const QString& path);

// What is typed after `prompt`; may be empty. Errors: Cancelled cli.stopped.
[[nodiscard]] Result<crypto::SecretBytes> askPassphrase(const QString& prompt, const Interrupt& interrupt);

} // namespace ekatra::cli
