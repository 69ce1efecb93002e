/* wolfSSL, TLS 1.2 and 1.3, with the list of suites it is given.
 *
 * Usage: wolfssl_server CERTIFICATE KEY SUITES; SUITES in wolfSSL's names, colon-separated; "" for all it has.
 * Prints the names of all suites of this build, then its port. */
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#include <wolfssl/options.h>
#include <wolfssl/ssl.h>

int main(int count, char **arguments) {
    if (count != 4) return 64;
    signal(SIGPIPE, SIG_IGN); /* A scanner leaves half-way. */
    wolfSSL_Init();
    WOLFSSL_CTX *settings = wolfSSL_CTX_new(wolfSSLv23_server_method());
    int good = settings != NULL;
    good = good && wolfSSL_CTX_use_certificate_chain_file(settings, arguments[1]) == WOLFSSL_SUCCESS;
    good = good && wolfSSL_CTX_use_PrivateKey_file(settings, arguments[2], WOLFSSL_FILETYPE_PEM) == WOLFSSL_SUCCESS;
    if (good && *arguments[3]) good = wolfSSL_CTX_set_cipher_list(settings, arguments[3]) == WOLFSSL_SUCCESS;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    good = good && !bind(listener, (struct sockaddr *)&address, size) && !listen(listener, 64);
    good = good && !getsockname(listener, (struct sockaddr *)&address, &size);
    if (!good) return 70;
    for (int i = 0; wolfSSL_get_cipher_list(i); i++) printf("cipher %s\n", wolfSSL_get_cipher_list(i));
    printf("port %d\n", ntohs(address.sin_port));
    fflush(stdout);
    for (;;) {
        int client = accept(listener, NULL, NULL);
        WOLFSSL *session = wolfSSL_new(settings);
        wolfSSL_set_fd(session, client);
        wolfSSL_accept(session);
        wolfSSL_shutdown(session);
        wolfSSL_free(session);
        close(client);
    }
}
