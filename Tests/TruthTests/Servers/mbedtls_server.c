/* Mbed TLS with everything Debian's build has, a pre-shared key too.
 *
 * Usage: mbedtls_server CERTIFICATE KEY CERTIFICATE KEY; prints what the library's own tables say, then its port. */
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/ssl.h>
#include <mbedtls/ssl_ciphersuites.h>

static const char *versions[] = {"SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2"};

static void describe(void) {
    for (const int *id = mbedtls_ssl_list_ciphersuites(); *id; id++) {
        const mbedtls_ssl_ciphersuite_t *suite = mbedtls_ssl_ciphersuite_from_id(*id);
        for (int minor = 1; minor <= 3; minor++)
            if (suite->min_minor_ver <= minor && minor <= suite->max_minor_ver)
                printf("suite %s %04X %d\n", versions[minor], *id, suite->key_exchange);
    }
    for (const mbedtls_ecp_curve_info *curve = mbedtls_ecp_curve_list(); curve->grp_id; curve++)
        printf("group %04X\n", curve->tls_id);
}

int main(int count, char **files) {
    if (count != 5) return 64;
    signal(SIGPIPE, SIG_IGN); /* A scanner leaves half-way. */
    mbedtls_entropy_context entropy;
    mbedtls_ctr_drbg_context random;
    mbedtls_ssl_config settings;
    mbedtls_x509_crt certificates[2];
    mbedtls_pk_context keys[2];
    mbedtls_entropy_init(&entropy);
    mbedtls_ctr_drbg_init(&random);
    mbedtls_ssl_config_init(&settings);
    int failed = mbedtls_ctr_drbg_seed(&random, mbedtls_entropy_func, &entropy, NULL, 0);
    failed |= mbedtls_ssl_config_defaults(
        &settings, MBEDTLS_SSL_IS_SERVER, MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT);
    mbedtls_ssl_conf_rng(&settings, mbedtls_ctr_drbg_random, &random);
    mbedtls_ssl_conf_min_version(&settings, MBEDTLS_SSL_MAJOR_VERSION_3, MBEDTLS_SSL_MINOR_VERSION_1);
    mbedtls_ssl_conf_ciphersuites(&settings, mbedtls_ssl_list_ciphersuites());
    for (int i = 0; i < 2; i++) {
        mbedtls_x509_crt_init(&certificates[i]);
        mbedtls_pk_init(&keys[i]);
        failed |= mbedtls_x509_crt_parse_file(&certificates[i], files[1 + 2 * i]);
        failed |= mbedtls_pk_parse_keyfile(&keys[i], files[2 + 2 * i], NULL);
        failed |= mbedtls_ssl_conf_own_cert(&settings, &certificates[i], &keys[i]);
    }
    failed |= mbedtls_ssl_conf_psk(&settings, (const unsigned char *)"0123456789abcdef", 16, (const unsigned char *)"a", 1);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    failed |= bind(listener, (struct sockaddr *)&address, size) | listen(listener, 64);
    failed |= getsockname(listener, (struct sockaddr *)&address, &size);
    if (failed) return 70;
    describe();
    printf("port %d\n", ntohs(address.sin_port));
    fflush(stdout);
    for (;;) {
        mbedtls_net_context client = {accept(listener, NULL, NULL)};
        mbedtls_ssl_context session;
        mbedtls_ssl_init(&session);
        mbedtls_ssl_setup(&session, &settings);
        mbedtls_ssl_set_bio(&session, &client, mbedtls_net_send, mbedtls_net_recv, NULL);
        mbedtls_ssl_handshake(&session);
        mbedtls_ssl_close_notify(&session);
        mbedtls_ssl_free(&session);
        mbedtls_net_free(&client);
    }
}
