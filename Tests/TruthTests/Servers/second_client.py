"""Second client: finds out what a TLS server takes without any of the scanner's code, and prints one line for each.

Usage: second_client.py PORT tls|postgresql|mysql NAME VERSION...
    suite VERSION CODE   in the order chosen when all accepted suites are offered
    group VERSION CODE   chosen when it is the first (and else the only) group offered
    order VERSION server|client
Hellos are written by hand here from RFC 8446, 5246 and 6101. Every accepted suite is taken out of the offer until the
server refuses the rest; every group is asked on its own.
"""
import os
import socket
import struct
import sys

VERSIONS = {"SSLv3": 0x0300, "TLSv1.0": 0x0301, "TLSv1.1": 0x0302, "TLSv1.2": 0x0303, "TLSv1.3": 0x0304}
SCHEMES = [0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080A, 0x080B, 0x0401, 0x0501,
           0x0601, 0x081A, 0x081B, 0x081C, 0x0402, 0x0502, 0x0602, 0x0303, 0x0301, 0x0302, 0x0203, 0x0201, 0x0202]
COMMON = [29, 23, 24, 25, 30]
BEFORE_13 = [26, 27, 28] + list(range(22, 0, -1))
SINCE_13 = list(range(31, 42)) + [256, 257, 258, 259, 260, 0x11EB, 0x11EC, 0x11ED, 0x11EE, 0x200, 0x201, 0x202]
CODES = (list(range(0x0001, 0x00FF)) + list(range(0x1301, 0x1308)) + list(range(0xC001, 0xC0B8))
         + list(range(0xCC13, 0xCC16)) + list(range(0xCCA8, 0xCCAF)) + list(range(0xD001, 0xD006))
         + [0xFEFE, 0xFEFF, 0xFFE0, 0xFFE1])


def groups_of(version):
    return COMMON + (SINCE_13 if version == "TLSv1.3" else BEFORE_13)


def offered(version):
    """With the finite fields, on which newer servers make DHE depend (RFC 7919)."""
    return groups_of(version) + ([] if version == "TLSv1.3" else [256, 257, 258, 259, 260])


def words(values):
    body = b"".join(struct.pack(">H", value) for value in values)
    return struct.pack(">H", len(body)) + body


def extension(kind, body):
    return struct.pack(">HH", kind, len(body)) + body


def to_tls(connection, service):
    """Databases are asked in their own words to begin TLS (PostgreSQL's SSLRequest, MySQL's Protocol::SSLRequest)."""
    if service == "postgresql":
        connection.sendall(struct.pack(">II", 8, 80877103))
        connection.recv(1)
    if service == "mysql":
        connection.recv(4096)
        connection.sendall(b"\x20\0\0\1" + struct.pack("<IIB", 0x8A00, 1 << 24, 45) + bytes(23))


def hello(version, codes, groups):
    wanted = VERSIONS[version]
    legacy = min(wanted, 0x0303)
    body = struct.pack(">H", legacy) + os.urandom(32)
    body += b"\x20" + os.urandom(32) if wanted == 0x0304 else b"\x00"
    body += words(list(codes) + [0x00FF]) + b"\x01\x00"
    if wanted > 0x0300:
        name = sys.argv[3].encode()
        extensions = extension(0, struct.pack(">HBH", len(name) + 3, 0, len(name)) + name)
        extensions += extension(10, words(groups)) + extension(11, b"\x01\x00") + extension(23, b"")
        if wanted >= 0x0303:
            extensions += extension(13, words(SCHEMES))
        if wanted == 0x0304:
            extensions += extension(43, b"\x02\x03\x04") + extension(45, b"\x01\x01") + extension(51, b"\x00\x00")
        body += struct.pack(">H", len(extensions)) + extensions
    message = b"\x01" + struct.pack(">I", len(body))[1:] + body
    return struct.pack(">BHH", 22, min(legacy, 0x0301), len(message)) + message


class Answer:
    """What came of one hello: the suite, the group where it is shown, or how it ended."""

    def __init__(self):
        self.version = self.suite = self.group = None
        self.ended = "closed"

    def read(self, stream, wants_group):
        """True when there is nothing more to wait for."""
        plain = b""
        while len(stream) >= 5:
            kind, _, length = struct.unpack(">BHH", stream[:5])
            if len(stream) < 5 + length:
                break
            if kind == 21:
                self.ended = f"alert {stream[6]}"
                return True
            plain += stream[5:5 + length] if kind == 22 else b""
            stream = stream[5 + length:]
        while len(plain) >= 4 and len(plain) >= 4 + int.from_bytes(plain[1:4], "big"):
            length = int.from_bytes(plain[1:4], "big")
            kind, body, plain = plain[0], plain[4:4 + length], plain[4 + length:]
            if kind == 2:
                self.read_hello(body)
                if not wants_group or self.version == 0x0304:
                    return True
            if kind == 12:
                self.read_exchange(body)
            if kind in (12, 14):
                return True
        return False

    def read_exchange(self, body):
        """A named curve; with a pre-shared key a hint stands before it."""
        if body[:1] != b"\x03" and len(body) > 2:
            body = body[2 + struct.unpack(">H", body[:2])[0]:]
        if body[:1] == b"\x03":
            self.group = struct.unpack(">H", body[1:3])[0]

    def read_hello(self, body):
        self.version = struct.unpack(">H", body[:2])[0]
        at = 35 + body[34]
        self.suite = struct.unpack(">H", body[at:at + 2])[0]
        at += 5
        while at + 4 <= len(body):
            kind, length = struct.unpack(">HH", body[at:at + 4])
            value = struct.unpack(">H", body[at + 4:at + 6])[0] if length >= 2 else 0
            if kind == 43:
                self.version = value
            if kind == 51:
                self.group = value
            at += 4 + length


def ask_once(port, data, wants_group):
    answer, stream = Answer(), b""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
            to_tls(connection, sys.argv[2])
            connection.sendall(data)
            while not answer.read(stream, wants_group):
                chunk = connection.recv(65536)
                if not chunk:
                    break
                stream += chunk
    except OSError as failure:
        answer.ended = type(failure).__name__
    return answer


def ask(port, version, codes, groups, wants_group=False):
    """Again, when the end proves nothing."""
    for _ in range(4):
        answer = ask_once(port, hello(version, codes, groups), wants_group)
        if answer.suite or (answer.ended.startswith("alert") and answer.ended != "alert 80"):
            return answer
    return answer


def eliminate(port, version, offer):
    left, taken = list(offer), []
    while left:
        answer = ask(port, version, left, offered(version))
        if answer.version != VERSIONS[version] or answer.suite not in left:
            return taken, answer
        taken.append(answer.suite)
        left.remove(answer.suite)
    return taken, None


def suites(port, version):
    found = []
    for start in range(0, len(CODES), 60):
        taken, last = eliminate(port, version, CODES[start:start + 60])
        found += taken
        if last and not last.suite and not last.ended.startswith("alert"):
            print(f"odd {version} {last.ended}")
    return found


def takes(port, version, codes, group):
    """A group alone; before TLS 1.3 also first with others behind, which an ECDSA certificate may need."""
    offers = [(codes, [group])]
    if version != "TLSv1.3":
        curves = [code for code in codes if code >> 8 in (0xC0, 0xCC)]
        offers += [(curves, [group]), (curves, [group] + [other for other in (23, 24, 25, 26, 27, 28) if other != group])]
    for some, groups in offers:
        if some:
            answer = ask(port, version, some, groups, True)
            if answer.version == VERSIONS[version] and answer.group == group:
                return True
    return False


def main():
    port = int(sys.argv[1])
    for version in sys.argv[4:]:
        found = suites(port, version)
        ranked, _ = eliminate(port, version, found)
        for code in ranked:
            print(f"suite {version} {code:04X}")
        if len(ranked) > 1:
            reverse = ask(port, version, ranked[::-1], offered(version)).suite
            print(f"order {version} {'server' if reverse == ranked[0] else 'client'}")
        if version != "SSLv3":
            for group in groups_of(version):
                if found and takes(port, version, found, group):
                    print(f"group {version} {group:04X}")


main()
