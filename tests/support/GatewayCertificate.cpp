#include "support/GatewayCertificate.h"

#include <QFile>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <memory>
#include <stdexcept>

namespace ekatra::test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr long lifetimeSeconds = 86'400;

void demand(bool done)
{
    if (!done)
        throw std::runtime_error("certificate: OpenSSL refused");
}

void extend(X509* certificate, int what, const char* value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, what, value);
    demand(extension != nullptr);
    X509_add_ext(certificate, extension, -1);
    X509_EXTENSION_free(extension);
}

template <class Write>
void writePem(const QString& path, const Write& write)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(QFile::encodeName(path).constData(), "w"),
                                                               &std::fclose);
    demand(file && write(file.get()) == 1);
}

} // namespace

GatewayCertificate GatewayCertificate::make(const QString& folder, const QString& name)
{
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), &X509_free);
    demand(key && certificate);
    X509* x509 = certificate.get();
    X509_set_version(x509, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(x509), 1);
    X509_gmtime_adj(X509_getm_notBefore(x509), -lifetimeSeconds);
    X509_gmtime_adj(X509_getm_notAfter(x509), lifetimeSeconds);
    X509_set_pubkey(x509, key.get());
    const QByteArray commonName = name.toUtf8();
    X509_NAME* subject = X509_get_subject_name(x509);
    X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(commonName.constData()), -1, -1, 0);
    X509_set_issuer_name(x509, subject);
    extend(x509, NID_basic_constraints, "critical,CA:TRUE");
    extend(x509, NID_subject_alt_name, "IP:127.0.0.1,DNS:localhost");
    demand(X509_sign(x509, key.get(), EVP_sha256()) > 0);

    GatewayCertificate made{folder + u'/' + name + u".pem"_s, folder + u'/' + name + u"-key.pem"_s};
    writePem(made.certificate, [&](std::FILE* file) { return PEM_write_X509(file, x509); });
    writePem(made.key, [&](std::FILE* file) {
        return PEM_write_PrivateKey(file, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    });
    return made;
}

} // namespace ekatra::test
