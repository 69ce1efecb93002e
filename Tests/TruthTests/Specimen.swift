import Foundation
import Model
import ProcessTesting
import TLSTesting
import Testing

/// A real server in one configuration, and what is known about it.
struct Specimen: Sendable, CustomTestStringConvertible {
    let name: String
    /// Where the truth comes from, for the table.
    let source: String
    /// What nmap does not see, or sees otherwise; its first word says which side: `misses` or `claims`.
    var nmap: NmapSight = .everything
    /// What the probe is expected not to know, with the reason it gives.
    var unknown: Set<String> = []
    /// Consent `full` has no limit of its own; servers with everything in five versions need more than usual.
    var budget = 400
    /// What is still wrong, in words; the test reminds when it is not any more.
    var pending: String?
    /// It closes the connection where others send an alert, which proves nothing.
    var refusesInSilence = false
    /// More connections than this are a bug.
    var mostConnections = 400
    let open: @Sendable (Bench) async throws -> Opened

    var testDescription: String { name }
    var unknownText: String { unknown.sorted().joined(separator: "; ") }

    struct Opened: Sendable {
        let server: RealServer
        let truth: Truth
        var serverName = "www.example"
        /// Where and how the probe asks.
        let service: Service
        let port: UInt16
        /// Where and how the other clients ask: at a port of the same server on which TLS begins at once, if it has one.
        let otherPort: UInt16
        let otherStart: String

        init(server: RealServer, truth: Truth) {
            self.server = server
            self.truth = truth
            service = .https
            port = server.port
            otherPort = server.port
            otherStart = "tls"
        }

        /// A server that begins in plain text.
        init(server: RealServer, truth: Truth, by service: Service, other: Service) throws {
            self.server = server
            self.truth = truth
            self.service = service
            port = try server.port(of: service)
            otherPort = try server.port(of: other)
            otherStart = service == other ? service.rawValue : "tls"
        }
    }
}

/// What nmap's `ssl-enum-ciphers` is able to see of a server. Groups and certificates it never asks for.
enum NmapSight: Sendable {
    /// Every version, every suite, whose order decides.
    case everything
    /// Statements of the truth it does not make, and statements that are not true.
    case except(misses: Set<String>, claims: Set<String>, why: String)
    /// It does not get to TLS at all.
    case nothing(why: String)
}

/// Keys, certificates and compiled servers, made once for all specimens.
actor Bench {
    static let shared = Bench()

    private var made: Workshop?
    private var certificates: [String: Workshop.Issued] = [:]
    private var programs: [String: String] = [:]

    var workshop: Workshop {
        get throws {
            if let made { return made }
            let workshop = try Workshop()
            made = workshop
            return workshop
        }
    }

    /// Self-signed for www.example; one for each kind of key.
    func certificate(_ name: String, _ key: Workshop.Key) async throws -> Workshop.Issued {
        if let issued = certificates[name] { return issued }
        let issued = try await workshop.issue(name, key: key, names: ["DNS:www.example"])
        certificates[name] = issued
        return issued
    }

    func rsa() async throws -> Workshop.Issued { try await certificate("rsa", .rsa(2048)) }
    func ec() async throws -> Workshop.Issued { try await certificate("ec", .ec("P-256")) }

    /// DSA with 1024 bits, which only old servers and security level 0 take.
    func dsa() async throws -> Workshop.Issued {
        if let issued = certificates["dsa"] { return issued }
        let workshop = try workshop
        let issued = Workshop.Issued(certificate: workshop.path("dsa.pem"), key: workshop.path("dsa.key"))
        let parameters = workshop.path("dsa.parameters")
        try await workshop.openssl(["dsaparam", "-out", parameters, "1024"])
        try await workshop.openssl(
            [
                "req", "-x509", "-newkey", "dsa:\(parameters)", "-nodes", "-keyout", issued.key, "-out",
                issued.certificate,
            ]
                + ["-subj", "/CN=dsa", "-addext", "subjectAltName=DNS:www.example", "-days", "9000"])
        certificates["dsa"] = issued
        return issued
    }

    /// For servers that read PKCS #12 only.
    func container(_ issued: Workshop.Issued, password: String) async throws -> String {
        let file = issued.certificate + ".p12"
        try await workshop.openssl(
            ["pkcs12", "-export", "-in", issued.certificate, "-inkey", issued.key, "-out", file]
                + [
                    "-name", String(issued.certificate.split(separator: "/").last ?? ""), "-passout",
                    "pass:\(password)",
                ])
        return file
    }

    func fingerprint(_ issued: Workshop.Issued) async throws -> String {
        let line = try await workshop.openssl(["x509", "-in", issued.certificate, "-noout", "-fingerprint", "-sha256"])
        let hex = line.split(separator: "=").last ?? ""
        return hex.filter(\.isHexDigit).lowercased()
    }

    func fingerprints(_ all: [Workshop.Issued]) async throws -> Set<String> {
        var found: Set<String> = []
        for issued in all { found.insert(try await fingerprint(issued)) }
        return found
    }

    /// A server of ours in C over somebody else's library.
    func compiled(_ name: String, _ libraries: [String]) async throws -> String {
        if let program = programs[name] { return program }
        let program = try workshop.path(name)
        try await Child.run(
            "/usr/bin/gcc", ["-O1", SecondClient.file("\(name).c"), "-o", program] + libraries.map { "-l\($0)" },
            in: URL(fileURLWithPath: try workshop.folder))
        programs[name] = program
        return program
    }

    /// A program that prints `port N` when it is ready.
    func started(_ program: String, _ arguments: [String]) async throws -> RealServer {
        try await RealServer(program, arguments) { line in
            line.hasPrefix("port ") ? UInt16(line.dropFirst(5)) : nil
        }
    }
}
