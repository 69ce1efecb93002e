"""A mail server that keeps what came in plain text behind STARTTLS (CVE-2011-0411), on loopback, for tests.

It imitates the flaw from its public description: one line buffer for before and after the handshake.

    weak_starttls.py CERTIFICATE KEY smtp|imap|pop3 keep|drop TIMES

"keep" has the flaw for TIMES connections, "drop" and every later connection throw the buffer away.
"""
import socket
import ssl
import sys

certificate, key, protocol, manner, times = sys.argv[1:6]
left = int(times) if manner == "keep" else 0
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)


class Lines:
    def __init__(self, stream):
        self.stream = stream
        self.buffer = b""

    def next(self):
        while b"\n" not in self.buffer:
            part = self.stream.recv(4096)
            if not part:
                raise ConnectionError
            self.buffer += part
        line, self.buffer = self.buffer.split(b"\n", 1)
        return line.decode().strip()

    def say(self, text):
        self.stream.sendall(text.encode() + b"\r\n")


def answer(line):
    """The answer, and whether it is the last."""
    words = line.upper().split()
    if protocol == "smtp":
        if words[0] == "EHLO":
            return "250-mail.example\r\n250 STARTTLS", False
        return ("221 bye", True) if words[0] == "QUIT" else ("250 ok", False)
    if protocol == "imap":
        tag = line.split()[0]
        if words[1] == "CAPABILITY":
            return f"* CAPABILITY IMAP4rev1 STARTTLS\r\n{tag} OK", False
        return (f"* BYE\r\n{tag} OK", True) if words[1] == "LOGOUT" else (f"{tag} OK", False)
    if words[0] == "CAPA":
        return "+OK\r\nSTLS\r\n.", False
    return ("+OK bye", True) if words[0] == "QUIT" else ("-ERR log in first", False)


def serve(peer):
    global left
    lines = Lines(peer)
    lines.say({"smtp": "220 mail.example", "imap": "* OK ready", "pop3": "+OK ready"}[protocol])
    while True:
        line = lines.next()
        if "STARTTLS" in line.upper() or line.upper() == "STLS":
            lines.say({"smtp": "220 go", "imap": line.split()[0] + " OK go", "pop3": "+OK go"}[protocol])
            left -= 1
            if left < 0:
                lines.buffer = b""
            lines.stream = context.wrap_socket(peer, server_side=True)
            continue
        reply, is_last = answer(line)
        lines.say(reply)
        if is_last:
            lines.stream.close()
            return


listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen(16)
print(f"ACCEPT 127.0.0.1:{listener.getsockname()[1]}", flush=True)
while True:
    peer, _ = listener.accept()
    try:
        serve(peer)
    except Exception as error:  # whatever the client did wrong ends its connection, and nothing else
        print(type(error).__name__, error, file=sys.stderr, flush=True)
    finally:
        peer.close()
