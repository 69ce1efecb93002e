"""A TLS 1.2 server with one old flaw, on loopback, for the tests of the probe tls_weakness.

It imitates: tlslite-ng (PyPI) does the protocol, and one function of it is replaced by a wrong one, written from the
public description of the flaw. It is no copy of any product that had it.

    weak_tls.py CERTIFICATE KEY FLAW TIMES

FLAW is one of the names below, or "none". TIMES is how often it shows; afterwards the server is sound.
"""
import os
import socket
import sys

from tlslite.api import HandshakeSettings, TLSConnection, X509CertChain, parsePEMKey
from tlslite.constants import AlertDescription, ContentType
from tlslite.errors import TLSBadRecordMAC, TLSDecryptionFailed, TLSIllegalParameterException
from tlslite.keyexchange import RSAKeyExchange
from tlslite.messages import Heartbeat, ServerHello
from tlslite.recordlayer import RecordLayer

certificate, key_file, flaw, times = sys.argv[1:5]
left = int(times)


def shows():
    """Whether the flaw shows once more."""
    global left
    left -= 1
    return left >= 0


def heartbleed():
    """CVE-2014-0160: as much payload as the request claims, whatever it carries."""

    def parse(self, parser):
        self.message_type = parser.get(1)
        claimed = parser.get(2)
        rest = bytearray(parser.getFixBytes(parser.getRemainingLength()))
        if claimed > len(rest) and shows():
            self.payload = (rest + bytearray(b"memory" * 11000))[:claimed]
            self.padding = bytearray(16)
        else:
            self.payload = rest[:claimed]
            self.padding = rest[claimed:]
        return self

    Heartbeat.parse = parse


def ccs_injection():
    """CVE-2014-0224: an early ChangeCipherSpec switches to keys of zeros, and the next record cannot be read."""
    original = TLSConnection._getNextRecordFromSocket

    def next_record(self):
        early = 0
        while True:
            for result in original(self):
                if result in (0, 1):
                    yield result
                else:
                    break
            header, parser = result
            waiting = self.session is None and not self._recordLayer._pendingReadState.encContext
            if header.type != ContentType.change_cipher_spec or not waiting or (early == 0 and not shows()):
                yield header, parser
                return
            early += 1
            if early == 2:
                for result in self._sendError(AlertDescription.bad_record_mac):
                    yield result

    TLSConnection._getNextRecordFromSocket = next_record


def robot(complains):
    """CVE-2017-13099 and others: an alert for padding that `complains` does not like."""
    original = RSAKeyExchange.processClientKeyExchange

    def process(self, message):
        block = self.privateKey._raw_private_key_op_bytes(message.encryptedPreMasterSecret)
        if complains(bytes(block)) and shows():
            raise TLSIllegalParameterException("wrong padding")
        return original(self, message)

    RSAKeyExchange.processClientKeyExchange = process


def wrong_start(block):
    return block[:2] != b"\x00\x02"


def wrong_anywhere(block):
    return wrong_start(block) or b"\x00" not in block[10:-48] or len(block) - block.index(b"\x00", 2) - 1 != 48


def ticketbleed():
    """CVE-2016-9244: the session id comes back with 32 bytes, the last of them from memory."""
    original = ServerHello.create

    def create(self, version, random, session_id, *rest, **more):
        if session_id and len(session_id) < 32 and shows():
            session_id = bytearray(session_id) + os.urandom(32 - len(session_id))
        return original(self, version, random, session_id, *rest, **more)

    ServerHello.create = create


def block_parts(layer, data):
    """What `_decryptThenMAC` begins with: the plain text without its explicit IV."""
    block = layer._readState.encContext.block_size
    if len(data) % block:
        raise TLSDecryptionFailed()
    data = layer._readState.encContext.decrypt(data)
    return data[block:] if layer.version >= (3, 2) else data


def is_padded(data):
    count = data[-1] + 1
    return len(data) >= count and all(byte == data[-1] for byte in data[-count:])


def code_is_right(layer, kind, data, sequence):
    size = layer._readState.macContext.digest_size
    end = len(data) - data[-1] - 1
    if end < size:
        return False
    content, code = data[: end - size], data[end - size : end]
    return layer.calculateMAC(layer._readState.macContext.copy(), sequence, kind, content) == code


def cbc(looks_at_padding, wrong_padding):
    """What to do about wrong padding: nothing (CVE-2014-8730), or something else than about a wrong MAC."""

    def decrypt(self, kind, data):
        if not self._readState.encContext:
            return data
        data = block_parts(self, data)
        sequence = self._readState.getSeqNumBytes()
        if not is_padded(data) and (looks_at_padding or code_is_right(self, kind, data, sequence)):
            if not shows():
                raise TLSBadRecordMAC()
            if wrong_padding:
                raise wrong_padding()
        elif not code_is_right(self, kind, data, sequence):
            raise TLSBadRecordMAC()
        return data[: -(data[-1] + 1 + self._readState.macContext.digest_size)]

    RecordLayer._decryptThenMAC = decrypt


FLAWS = {
    "none": lambda: None,
    "heartbleed": heartbleed,
    "ccs_injection": ccs_injection,
    "robot_strong": lambda: robot(wrong_start),
    "robot_weak": lambda: robot(wrong_anywhere),
    "ticketbleed": ticketbleed,
    "tls_poodle": lambda: cbc(False, None),
    "cbc_padding_oracle": lambda: cbc(True, TLSDecryptionFailed),
}
FLAWS[flaw]()

settings = HandshakeSettings()
settings.minVersion = (3, 1)
settings.maxVersion = (3, 3)
settings.ticketKeys = [bytearray(range(32))]
settings.use_heartbeat_extension = True
chain = X509CertChain()
chain.parsePemList(open(certificate).read())
key = parsePEMKey(open(key_file).read(), private=True)

listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen(16)
print(f"ACCEPT 127.0.0.1:{listener.getsockname()[1]}", flush=True)
while True:
    peer, _ = listener.accept()
    connection = TLSConnection(peer)
    try:
        connection.handshakeServer(certChain=chain, privateKey=key, settings=settings)
        while connection.read(1, 1):
            pass
        connection.close()
    except Exception as error:  # whatever the client did wrong ends its connection, and nothing else
        print(type(error).__name__, error, file=sys.stderr, flush=True)
    finally:
        peer.close()
