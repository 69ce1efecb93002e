"""A hundred TLS servers on loopback: nginx, Apache httpd and `openssl s_server` in six configurations."""
import pathlib, subprocess, time, socket

NGINX_SSL = {
    "nginx-intermediate": (40, "ssl_protocols TLSv1.2 TLSv1.3; ssl_certificate rsa.pem; ssl_certificate_key rsa.key;"
                               " ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:"
                               "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305;"),
    "nginx-two-certificates": (15, "ssl_protocols TLSv1.2 TLSv1.3; ssl_prefer_server_ciphers on; ssl_ciphers HIGH:!aNULL;"
                                   " ssl_certificate rsa.pem; ssl_certificate_key rsa.key; ssl_certificate ec.pem; ssl_certificate_key ec.key;"),
    "nginx-modern": (15, "ssl_protocols TLSv1.3; ssl_certificate ec.pem; ssl_certificate_key ec.key;"),
    "nginx-old": (15, "ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; ssl_prefer_server_ciphers on; ssl_dhparam dh.pem;"
                      " ssl_ciphers ALL:!aNULL:!eNULL:@SECLEVEL=0; ssl_certificate rsa.pem; ssl_certificate_key rsa.key;"),
}
APACHE = ("apache", 10)
S_SERVER = ("openssl-old", 5)


class Servers:
    """Started in a folder, ended with `stop`; `addresses` by kind, all on port 443."""

    def __init__(self, folder, first="127.77.0."):
        self.folder, self.children, self.addresses = pathlib.Path(folder), [], {}
        self.free = iter(f"{first}{number}" for number in range(1, 255))
        self.keys()
        self.nginx()
        self.apache()
        self.s_server()
        for address in self.all: wait_for(address)

    @property
    def all(self): return [address for group in self.addresses.values() for address in group]

    def take(self, kind, count):
        self.addresses[kind] = [next(self.free) for _ in range(count)]
        return self.addresses[kind]

    def keys(self):
        def openssl(*words): subprocess.run(["openssl", *words], cwd=self.folder, check=True, capture_output=True)
        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "90", "-subj", "/CN=Bench CA", "-keyout", "ca.key", "-out", "ca.pem")
        for name, kind in (("rsa", ["rsa:2048"]), ("ec", ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"])):
            openssl("req", "-x509", "-newkey", *kind, "-nodes", "-days", "90", "-subj", "/CN=www.example.org", "-CA", "ca.pem", "-CAkey", "ca.key",
                    "-addext", "subjectAltName=DNS:www.example.org", "-addext", "basicConstraints=critical,CA:FALSE", "-keyout", f"{name}.key", "-out", f"{name}.pem")
            (self.folder / f"{name}.pem").write_text((self.folder / f"{name}.pem").read_text() + (self.folder / "ca.pem").read_text())
        openssl("dhparam", "-dsaparam", "-out", "dh.pem", "2048")

    def nginx(self):
        blocks = ""
        for kind, (count, lines) in NGINX_SSL.items():
            listens = " ".join(f"listen {address}:443 ssl http2;" for address in self.take(kind, count))
            blocks += f"server {{ {listens} {lines} return 200 'x'; }}\n"
        temporary = "".join(f"{name}_temp_path {self.folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (self.folder / "nginx.conf").write_text(
            f"daemon off; worker_processes 2; pid {self.folder}/nginx.pid; error_log {self.folder}/nginx.log; user root;\n"
            f"events {{ worker_connections 8192; }}\nhttp {{ access_log off; {temporary}\n{blocks}}}\n")
        self.start("nginx", "-p", str(self.folder), "-e", f"{self.folder}/nginx.log", "-c", f"{self.folder}/nginx.conf")

    def apache(self):
        modules = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"
                          for name in ("mpm_event", "ssl", "socache_shmcb", "authz_core", "http2"))
        listens = "".join(f"Listen {address}:443\n" for address in self.take(*APACHE))
        (self.folder / "apache.conf").write_text(
            f"ServerRoot {self.folder}\nServerName www.example.org\nPidFile apache.pid\nErrorLog apache.log\nDefaultRuntimeDir {self.folder}\n{modules}{listens}"
            f"Protocols h2 http/1.1\nSSLSessionCache shmcb:{self.folder}/cache\n<VirtualHost *:443>\nSSLEngine on\n"
            "SSLProtocol all -SSLv3\nSSLCipherSuite HIGH:!aNULL\nSSLCertificateFile rsa.pem\nSSLCertificateKeyFile rsa.key\n</VirtualHost>\n")
        self.start("apache2", "-d", str(self.folder), "-f", f"{self.folder}/apache.conf", "-DFOREGROUND")

    def s_server(self):
        for address in self.take(*S_SERVER):
            self.start("openssl", "s_server", "-accept", f"{address}:443", "-www", "-no_tls1_3", "-cert", "rsa.pem", "-key", "rsa.key",
                       "-dcert", "ec.pem", "-dkey", "ec.key", "-cipher", "ALL:COMPLEMENTOFALL:@SECLEVEL=0")

    def start(self, *words):
        self.children.append(subprocess.Popen(words, cwd=self.folder, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

    def stop(self):
        for child in self.children: child.terminate()
        for child in self.children: child.wait()


def wait_for(address):
    for _ in range(100):
        try:
            socket.create_connection((address, 443), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"Error: no server on {address}:443")
