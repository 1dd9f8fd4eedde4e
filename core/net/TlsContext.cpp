#include "net/TlsContext.h"

#include <Poco/Exception.h>
#include <Poco/Net/IPAddress.h>

#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

namespace ekatra::net {

namespace {

// OpenSSL hands the reason to a plain function; a handshake runs on one thread from end to end.
thread_local int lastRefusal = X509_V_OK;

int noteRefusal(int accepted, X509_STORE_CTX* chain)
{
    if (accepted == 0)
        lastRefusal = X509_STORE_CTX_get_error(chain);
    return accepted;
}

bool setExpectedName(SSL_CTX* context, const QString& host)
{
    X509_VERIFY_PARAM* checks = SSL_CTX_get0_param(context);
    Poco::Net::IPAddress ignored;
    const QByteArray name = host.toLatin1();
    if (Poco::Net::IPAddress::tryParse(name.toStdString(), ignored))
        return X509_VERIFY_PARAM_set1_ip_asc(checks, name.constData()) == 1;
    X509_VERIFY_PARAM_set_hostflags(checks, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    return X509_VERIFY_PARAM_set1_host(checks, name.constData(), 0) == 1;
}

Error badFiles(const QString& detail)
{
    return error(ErrorKind::BadUsage, "net.tls_files", {{QStringLiteral("detail"), detail}});
}

} // namespace

Result<Poco::Net::Context::Ptr> makeTlsContext(const QString& host, const TlsSettings& settings)
{
    using Poco::Net::Context;
    Context::Params params;
    params.caLocation = settings.caFile.toStdString();
    params.certificateFile = settings.certificateFile.toStdString();
    params.privateKeyFile = settings.keyFile.toStdString();
    params.loadDefaultCAs = settings.caFile.isEmpty();
    params.verificationMode = Context::VERIFY_STRICT;
    params.cipherList = "HIGH:!aNULL:!eNULL:!MD5:!RC4:!3DES";
    try {
        Context::Ptr context(new Context(Context::TLS_CLIENT_USE, params));
        context->requireMinimumProtocol(Context::PROTO_TLSV1_2);
        // Poco's own name check is looser (it lets a local host pass); OpenSSL's is asked instead.
        context->enableExtendedCertificateVerification(false);
        SSL_CTX* raw = context->sslContext();
        SSL_CTX_set_verify(raw, SSL_VERIFY_PEER, noteRefusal);
        SSL_CTX_set_mode(raw, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
        if (!setExpectedName(raw, host))
            return badFiles(host);
        return context;
    } catch (const Poco::Exception& problem) {
        return badFiles(QString::fromStdString(problem.displayText()));
    }
}

void clearTlsRefusal()
{
    lastRefusal = X509_V_OK;
}

Error tlsRefusal(const QString& host, const QString& detail)
{
    const char* code = "net.tls_untrusted";
    switch (lastRefusal) {
    case X509_V_OK:
        code = "net.tls_failed";
        break;
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        code = "net.tls_name";
        break;
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_CERT_NOT_YET_VALID:
        code = "net.tls_expired";
        break;
    default:
        break; // an int from OpenSSL: all other reasons come to the same for the operator
    }
    const QString reason =
        lastRefusal == X509_V_OK ? detail : QString::fromLatin1(X509_verify_cert_error_string(lastRefusal));
    return error(ErrorKind::Unreachable, code, {{QStringLiteral("host"), host}, {QStringLiteral("detail"), reason}});
}

} // namespace ekatra::net
