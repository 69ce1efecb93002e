"""tlslite-ng with every version, cipher, key exchange and group it has.

Usage: tlslite_server.py rsa|ecdsa|anon [CERTIFICATE KEY]; prints what its own tables say it speaks, then its port.
"""
import socket
import sys

from tlslite.api import HandshakeSettings, TLSConnection, X509CertChain, parsePEMKey
from tlslite.constants import CipherSuite, GroupName
from tlslite.handshakesettings import (
    ALL_CIPHER_NAMES, ALL_CURVE_NAMES, ALL_DH_GROUP_NAMES, ALL_MAC_NAMES, KEY_EXCHANGE_NAMES)

VERSIONS = {"SSLv3": (3, 0), "TLSv1.0": (3, 1), "TLSv1.1": (3, 2), "TLSv1.2": (3, 3), "TLSv1.3": (3, 4)}
KINDS = {
    "rsa": [CipherSuite.getEcdheCertSuites, CipherSuite.getDheCertSuites, CipherSuite.getCertSuites],
    "ecdsa": [CipherSuite.getEcdsaSuites],
    "anon": [CipherSuite.getAnonSuites, CipherSuite.getEcdhAnonSuites],
}


def everything():
    settings = HandshakeSettings()
    settings.minVersion, settings.maxVersion = (3, 0), (3, 4)
    settings.versions = [(3, 4), (3, 3), (3, 2), (3, 1), (3, 0)]
    # The first draft of ChaCha20 has numbers that were never assigned; nothing else speaks it.
    settings.cipherNames = [name for name in ALL_CIPHER_NAMES if "draft" not in name]
    settings.macNames = list(ALL_MAC_NAMES)
    settings.keyExchangeNames = list(KEY_EXCHANGE_NAMES)
    settings.eccCurves = list(ALL_CURVE_NAMES)
    settings.dhGroups = list(ALL_DH_GROUP_NAMES)
    return settings.validate()


def describe(kind, settings):
    for name, version in VERSIONS.items():
        suites = CipherSuite.getTLS13Suites(settings, version) if version == (3, 4) and kind != "anon" else []
        if version < (3, 4):
            suites = [suite for list_of in KINDS[kind] for suite in list_of(settings, version)]
        suites = CipherSuite.filterForVersion(suites, minVersion=version, maxVersion=version)
        for suite in suites:
            print(f"suite {name} {suite:04X}")
    for group in settings.eccCurves + settings.dhGroups:
        print(f"group {getattr(GroupName, group):04X}")


def serve(listener, settings, arguments):
    while True:
        plain, _ = listener.accept()
        plain.settimeout(5)
        connection = TLSConnection(plain)
        try:
            connection.handshakeServer(settings=settings, **arguments)
        except Exception as failure:  # A scanner leaves half-way; the next one is served all the same.
            print(type(failure).__name__, failure, file=sys.stderr)
        plain.close()


def main():
    kind, files = sys.argv[1], sys.argv[2:]
    settings = everything()
    arguments = {"anon": True}
    if kind != "anon":
        chain = X509CertChain()
        chain.parsePemList(open(files[0], encoding="ascii").read())
        key = parsePEMKey(open(files[1], encoding="ascii").read(), private=True)
        arguments = {"certChain": chain, "privateKey": key}
    describe(kind, settings)
    listener = socket.create_server(("127.0.0.1", 0), backlog=64)
    print(f"port {listener.getsockname()[1]}", flush=True)
    serve(listener, settings, arguments)


main()
