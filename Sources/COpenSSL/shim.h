#ifndef LAGEBILD_COPENSSL_H
#define LAGEBILD_COPENSSL_H

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/dsa.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/objects.h>
#include <openssl/ocsp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/sha.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

// Swift imports neither function-like macros nor composite constants: each one used gets a function of its own.

static inline int lagebild_SSL_CTX_set_min_proto_version(SSL_CTX *context, int version) {
    return SSL_CTX_set_min_proto_version(context, version);
}
static inline int lagebild_SSL_CTX_set_max_proto_version(SSL_CTX *context, int version) {
    return SSL_CTX_set_max_proto_version(context, version);
}
static inline int lagebild_SSL_CTX_set1_groups_list(SSL_CTX *context, const char *list) {
    return (int)SSL_CTX_set1_groups_list(context, list);
}
static inline int lagebild_SSL_CTX_set1_sigalgs_list(SSL_CTX *context, const char *list) {
    return (int)SSL_CTX_set1_sigalgs_list(context, list);
}
static inline void lagebild_SSL_CTX_set_session_cache_off(SSL_CTX *context) {
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
}
static inline void lagebild_SSL_CTX_set_max_cert_list(SSL_CTX *context, long bytes) {
    SSL_CTX_set_max_cert_list(context, bytes);
}
static inline uint64_t lagebild_tolerant_options(void) {
    return SSL_OP_LEGACY_SERVER_CONNECT | SSL_OP_IGNORE_UNEXPECTED_EOF | SSL_OP_NO_COMPRESSION;
}
static inline int lagebild_SSL_set_tlsext_host_name(SSL *session, const char *name) {
    return (int)SSL_set_tlsext_host_name(session, name);
}
static inline int lagebild_SSL_request_ocsp(SSL *session) {
    return (int)SSL_set_tlsext_status_type(session, TLSEXT_STATUSTYPE_ocsp);
}
static inline long lagebild_SSL_ocsp_response_length(SSL *session) {
    unsigned char *response = NULL;
    return SSL_get_tlsext_status_ocsp_resp(session, &response);
}
static inline int lagebild_SSL_extended_master_secret(SSL *session) {
    return (int)SSL_get_extms_support(session);
}
static inline int lagebild_SSL_secure_renegotiation(SSL *session) {
    return (int)SSL_get_secure_renegotiation_support(session);
}
static inline int lagebild_SSL_negotiated_group(SSL *session) {
    return (int)SSL_get_negotiated_group(session);
}
/// The group of the server's key in a key exchange before TLS 1.3; the caller frees it.
static inline EVP_PKEY *lagebild_SSL_peer_key(SSL *session) {
    EVP_PKEY *key = NULL;
    return SSL_get_peer_tmp_key(session, &key) == 1 ? key : NULL;
}
static inline void lagebild_SSL_allow_unsafe_renegotiation(SSL *session) {
    SSL_set_options(session, SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION);
}
static inline EVP_PKEY *lagebild_generate_x25519(void) { return EVP_PKEY_Q_keygen(NULL, NULL, "X25519"); }
static inline EVP_PKEY *lagebild_generate_ec(const char *curve) { return EVP_PKEY_Q_keygen(NULL, NULL, "EC", curve); }
static inline void lagebild_OPENSSL_free(void *memory) { OPENSSL_free(memory); }
static inline void lagebild_SSL_set_no_ticket(SSL *session) { SSL_set_options(session, SSL_OP_NO_TICKET); }
static inline void lagebild_BIO_return_retry_at_end(BIO *bio) { BIO_set_mem_eof_return(bio, -1); }
static inline size_t lagebild_BIO_pending(BIO *bio) { return BIO_ctrl_pending(bio); }

static inline int lagebild_certificate_count(const STACK_OF(X509) *chain) { return chain ? sk_X509_num(chain) : 0; }
static inline X509 *lagebild_certificate_at(const STACK_OF(X509) *chain, int position) {
    return sk_X509_value(chain, position);
}
static inline STACK_OF(X509) *lagebild_certificates_new(void) { return sk_X509_new_null(); }
/// Takes a reference of its own; 0 when that failed.
static inline int lagebild_certificates_add(STACK_OF(X509) *chain, X509 *certificate) {
    if (!X509_up_ref(certificate)) return 0;
    if (sk_X509_push(chain, certificate) > 0) return 1;
    X509_free(certificate);
    return 0;
}
static inline void lagebild_certificates_free(STACK_OF(X509) *chain) { sk_X509_pop_free(chain, X509_free); }

static inline int lagebild_names_count(const GENERAL_NAMES *names) { return sk_GENERAL_NAME_num(names); }
static inline const GENERAL_NAME *lagebild_name_at(const GENERAL_NAMES *names, int position) {
    return sk_GENERAL_NAME_value(names, position);
}
/// The text of a dNSName or the octets of an iPAddress; NULL for every other kind.
static inline const ASN1_STRING *lagebild_name_value(const GENERAL_NAME *name) {
    if (name->type == GEN_DNS) return name->d.dNSName;
    if (name->type == GEN_IPADD) return name->d.iPAddress;
    return NULL;
}
static inline unsigned long lagebild_rfc4514_flags(void) {
    return (XN_FLAG_RFC2253 & ~(unsigned long)ASN1_STRFLGS_ESC_MSB);
}
/// The extension of a certificate that came late: a ClientHello asks for it with an empty body.
static inline int lagebild_SSL_CTX_ask_for_timestamps(SSL_CTX *context) {
    return SSL_CTX_add_custom_ext(
        context, TLSEXT_TYPE_signed_certificate_timestamp,
        SSL_EXT_CLIENT_HELLO | SSL_EXT_TLS1_2_SERVER_HELLO | SSL_EXT_TLS1_3_CERTIFICATE, NULL, NULL, NULL, NULL, NULL);
}
static inline void lagebild_SSL_set_message_listener(
    SSL *session,
    void (*listener)(int, int, int, const void *, size_t, SSL *, void *), void *listening) {
    SSL_set_msg_callback(session, listener);
    SSL_set_msg_callback_arg(session, listening);
}

static inline int lagebild_objects_count(const EXTENDED_KEY_USAGE *objects) { return sk_ASN1_OBJECT_num(objects); }
static inline ASN1_OBJECT *lagebild_object_at(const EXTENDED_KEY_USAGE *objects, int position) {
    return sk_ASN1_OBJECT_value(objects, position);
}
static inline int lagebild_features_count(const TLS_FEATURE *features) { return sk_ASN1_INTEGER_num(features); }
static inline long lagebild_feature_at(const TLS_FEATURE *features, int position) {
    return ASN1_INTEGER_get(sk_ASN1_INTEGER_value(features, position));
}
static inline int lagebild_policies_count(const CERTIFICATEPOLICIES *policies) { return sk_POLICYINFO_num(policies); }
static inline ASN1_OBJECT *lagebild_policy_at(const CERTIFICATEPOLICIES *policies, int position) {
    return sk_POLICYINFO_value(policies, position)->policyid;
}
/// The first URI among the names; NULL where there is none.
static inline const ASN1_STRING *lagebild_first_uri(const GENERAL_NAMES *names) {
    for (int i = 0; i < sk_GENERAL_NAME_num(names); i++) {
        const GENERAL_NAME *name = sk_GENERAL_NAME_value(names, i);
        if (name->type == GEN_URI) return name->d.uniformResourceIdentifier;
    }
    return NULL;
}
/// The first URI of the first distribution point that has one.
static inline const ASN1_STRING *lagebild_first_crl_uri(const CRL_DIST_POINTS *points) {
    for (int i = 0; i < sk_DIST_POINT_num(points); i++) {
        const DIST_POINT *point = sk_DIST_POINT_value(points, i);
        if (!point->distpoint || point->distpoint->type != 0) continue;
        const ASN1_STRING *uri = lagebild_first_uri(point->distpoint->name.fullname);
        if (uri) return uri;
    }
    return NULL;
}
/// The first URI at which OCSP is answered.
static inline const ASN1_STRING *lagebild_first_ocsp_uri(const AUTHORITY_INFO_ACCESS *accesses) {
    for (int i = 0; i < sk_ACCESS_DESCRIPTION_num(accesses); i++) {
        const ACCESS_DESCRIPTION *access = sk_ACCESS_DESCRIPTION_value(accesses, i);
        if (OBJ_obj2nid(access->method) != NID_ad_OCSP || access->location->type != GEN_URI) continue;
        return access->location->d.uniformResourceIdentifier;
    }
    return NULL;
}
/// Whether reading PEM stopped because nothing more was there.
static inline int lagebild_is_end_of_pem(unsigned long code) {
    return ERR_GET_LIB(code) == ERR_LIB_PEM && ERR_GET_REASON(code) == PEM_R_NO_START_LINE;
}

#endif
