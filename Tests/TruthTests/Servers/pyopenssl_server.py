"""The newest OpenSSL, as Python's cryptography bundles it: hybrid key exchange with ML-KEM, and ML-DSA.

Usage: pyopenssl_server.py GROUPS CIPHERS CERTIFICATE KEY ...; GROUPS "" for the library's own default.
Prints the library's version and, for versions before TLS 1.3, its own list of ciphers, then its port.
"""
import socket
import sys
import threading

from OpenSSL import SSL


def serve(context, plain):
    connection = SSL.Connection(context, plain)
    connection.set_accept_state()
    plain.settimeout(None)
    try:
        connection.do_handshake()
        connection.shutdown()
    except SSL.Error:
        pass  # A scanner leaves half-way.
    plain.close()


def main():
    groups, ciphers, files = sys.argv[1], sys.argv[2], sys.argv[3:]
    context = SSL.Context(SSL.TLS_SERVER_METHOD)
    if ciphers:
        context.set_cipher_list(ciphers.encode())
    # pyOpenSSL has no method for the list of groups; the function beneath is there in the pinned version.
    if groups and SSL._lib.SSL_CTX_set1_curves_list(context._context, groups.encode()) != 1:
        sys.exit("a group is unknown")
    for certificate, key in zip(files[::2], files[1::2]):
        context.use_certificate_chain_file(certificate)
        context.use_privatekey_file(key)
    print(f"library {SSL.OpenSSL_version(0).decode()}")
    for name in SSL.Connection(context).get_cipher_list():
        print(f"cipher {name}")
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    print(f"port {listener.getsockname()[1]}", flush=True)
    while True:
        plain, _ = listener.accept()
        threading.Thread(target=serve, args=(context, plain), daemon=True).start()


main()
