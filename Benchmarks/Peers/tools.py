"""The scanners compared: how each is called for one endpoint and for many, and how much it found."""
import json, pathlib, re, subprocess


class Tool:
    name = ""
    limit = 10_000
    """How many endpoints are bearable in a fleet."""

    def __init__(self, paths, folder): self.paths, self.folder = paths, pathlib.Path(folder)

    def one(self, address): return self.many([address])

    def many(self, addresses): raise NotImplementedError

    def starts(self): return True

    def found(self):
        """(version, suite) pairs, groups and certificate chains, summed over the endpoints of the last call."""
        return None

    def file(self, name, lines):
        path = self.folder / name
        path.write_text("".join(f"{line}\n" for line in lines))
        return str(path)


class Lagebild(Tool):
    name = "Lagebild scan"

    def many(self, addresses):
        hosts = "".join(f"      - {{name: \"{address}\", ports: [{{port: 443, service: tls}}]}}\n" for address in addresses)
        (self.folder / "letter.txt").write_text("authorised\n")
        (self.folder / "fleet.yaml").write_text(FLEET + hosts)
        for old in self.folder.glob("bench.db*"): old.unlink()
        return [self.paths["lagebild"], "scan", "--config", str(self.folder / "fleet.yaml"), "--db", str(self.folder / "bench.db"),
                "--rules", self.paths["rules"], "--quiet", "--min-coverage", "0"]

    def found(self):
        import sqlite3
        with sqlite3.connect(self.folder / "bench.db") as db:
            def count(sql):
                try: return db.execute(sql).fetchone()[0]
                except sqlite3.OperationalError: return 0
            return (count("SELECT count(*) FROM tls_cipher_suite"), count("SELECT count(*) FROM tls_group WHERE answer = 'accepted'"),
                    count("SELECT count(*) FROM served_chain"))


class Check(Tool):
    name = "Lagebild check"
    limit = 1

    def many(self, addresses):
        return [self.paths["lagebild"], "check", f"{addresses[0]}:443", "--service", "tls", "--authorised", "--rules", self.paths["rules"], "--format", "json"]


class Nmap(Tool):
    name = "nmap ssl-enum-ciphers"

    def many(self, addresses):
        return ["nmap", "-sT", "-Pn", "-n", "-T4", "-p", "443", "--script", "ssl-enum-ciphers", "-oN", str(self.folder / "nmap.txt"),
                "-iL", self.file("nmap.targets", addresses)]

    def found(self):
        text = (self.folder / "nmap.txt").read_text()
        return (len(re.findall(r"^\|\s+TLS_\S+ ", text, re.M)), 0, 0)


class SSLScan(Tool):
    name = "sslscan"

    def many(self, addresses):
        """One process for each endpoint, four at once: it has no parallel mode of its own."""
        for old in self.folder.glob("sslscan-*"): old.unlink()
        targets = self.file("sslscan.targets", addresses)
        return ["xargs", "-a", targets, "-P", "4", "-I", "{}", "sslscan", "--no-colour", f"--xml={self.folder}/sslscan-{{}}.xml", "{}:443"]

    def found(self):
        text = "".join(path.read_text(errors="replace") for path in self.folder.glob("sslscan-*.xml"))
        return (len(re.findall(r"<cipher ", text)), len(re.findall(r"<group ", text)), len(re.findall(r"<certificate ", text)))


class SSLyze(Tool):
    name = "sslyze"

    def many(self, addresses):
        targets = self.file("sslyze.targets", [f"{address}:443" for address in addresses])
        return [self.paths["sslyze"], "--targets_in", targets, f"--json_out={self.folder}/sslyze.json"]

    def found(self):
        suites = groups = chains = 0
        for server in json.loads((self.folder / "sslyze.json").read_text())["server_scan_results"]:
            results = server["scan_result"] or {}
            for key, part in results.items():
                result = part.get("result") or {}
                if key.endswith("_cipher_suites"): suites += len(result.get("accepted_cipher_suites", []))
                if key == "elliptic_curves": groups += len(result.get("supported_curves") or [])
                if key == "certificate_info": chains += len(result.get("certificate_deployments", []))
        return (suites, groups, chains)


class TestSSL(Tool):
    name = "testssl.sh"
    limit = 4

    def many(self, addresses):
        for old in self.folder.glob("testssl-*"): old.unlink()
        targets = self.file("testssl.targets", addresses)
        return ["xargs", "-a", targets, "-P", "2", "-I", "{}", "testssl", "--quiet", "--color", "0", "--warnings", "batch", "--nodns", "none",
                "--jsonfile", f"{self.folder}/testssl-{{}}.json", "{}:443"]

    def found(self):
        suites = groups = chains = 0
        for path in self.folder.glob("testssl-*.json"):
            for row in json.loads(path.read_text()):
                if row["id"].startswith("cipher-tls") or row["id"].startswith("cipher_x") or row["id"].startswith("cipher-ssl"): suites += 1
                if row["id"] == "FS_ECDHE_curves": groups += len(row["finding"].split())
                if row["id"].startswith("cert_serialNumber") and "Number" + "Len" not in row["id"]: chains += 1
        return (suites, groups, chains)


class CryptoLyzer(Tool):
    name = "cryptolyzer"
    limit = 4

    def starts(self):
        """oscrypto 1.3.0 does not recognise an OpenSSL whose patch number has two digits, and then nothing runs."""
        return subprocess.run([self.paths["cryptolyze"], "--help"], capture_output=True).returncode == 0

    def many(self, addresses):
        targets = self.file("cryptolyzer.targets", addresses)
        return ["xargs", "-a", targets, "-P", "2", "-I", "{}", self.paths["cryptolyze"], "tls", "all", "{}:443"]


ALL = [Lagebild, Check, Nmap, SSLScan, SSLyze, TestSSL, CryptoLyzer]

FLEET = """apiVersion: lagebild/1
kind: Fleet
cooperation: {id: bench, name: Bench, language: en, timezone: Europe/Berlin, tlp: AMBER, scanner: {contact: bench@example.org, info_url: "https://example.org/"}}
defaults:
  level: light
  rate: {per_address: 1000/s, per_address_at_once: 4, total: 100000/s, at_once: 500}
  timeout: 5s
  retries: 1
  window: "00:00-24:00"
  due: {critical: 3d, high: 14d, medium: 60d, low: 180d, info: 365d}
  rules: {packs: [], extra: []}
contacts:
  bench: {name: Bench, role: security-officer, email: bench@example.org}
authorisations:
  BENCH: {granted_by: Bench, signed_by: bench, document: letter.txt, valid_from: 2026-01-01, valid_until: 2030-12-31, level: light}
bodies:
  - id: bench
    name: Bench
    type: it-provider
    owner: bench
    report_to: [bench]
    authorisation: BENCH
    networks: [{cidr: 127.77.0.0/24, name: loopback, level: light}]
    hosts:
"""
