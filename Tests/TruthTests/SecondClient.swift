import Foundation
import ProcessTesting
import TLSTesting
import Wire

/// Clients that are not ours: a few lines of Python that ask by hand, and nmap.
struct SecondClient {
    let port: UInt16
    /// tls, postgresql or mysql: how TLS begins.
    let start: String
    let serverName: String

    private static let here = URL(filePath: #filePath).deletingLastPathComponent()

    static func file(_ name: String) -> String { here.appending(path: "Servers/\(name)").path }

    /// What a server takes when asked suite by suite and group by group, without the scanner's code.
    ///
    /// It asks only the versions the configuration allows; that the others are refused is not its business.
    func ask(_ versions: [String]) async throws -> (suites: [String: [String]], rest: Set<String>) {
        let said = try await Child.run(
            try Python.interpreter(), [Self.file("second_client.py"), "\(port)", start, serverName] + versions,
            in: Self.here)
        var suites: [String: [String]] = [:]
        var rest: Set<String> = []
        for line in said.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 3 else { continue }
            let code = UInt16(words[2], radix: 16)
            switch words[0] {
            case "suite": suites[words[1], default: []].append(code.map { CipherSuite(rawValue: $0).name } ?? words[2])
            case "group": rest.insert("\(words[1]) group \(code.map { NamedGroup(rawValue: $0).name } ?? words[2])")
            case "order": rest.insert("\(words[1]) order of the \(words[2])")
            default: rest.insert(String(line))
            }
        }
        return (suites, rest)
    }
}

/// What nmap's `ssl-enum-ciphers` says: suites and whose order decides, by version. It asks no groups.
struct Nmap {
    var statements: Set<String> = []

    init(port: UInt16) async throws {
        let said = try await Child.run(
            "/usr/bin/nmap",
            ["-sT", "-Pn", "-n", "-p", "\(port)", "--script", "+ssl-enum-ciphers", "127.0.0.1"],
            in: FileManager.default.temporaryDirectory)
        self.init(said)
    }

    init(_ text: String) {
        var version = ""
        for line in text.split(separator: "\n") where line.hasPrefix("|") {
            let words = line.split(separator: " ").map(String.init)
            guard words.count > 1 else { continue }
            if words[1].hasSuffix(":"), ["SSLv3:", "TLSv1.0:", "TLSv1.1:", "TLSv1.2:", "TLSv1.3:"].contains(words[1]) {
                version = String(words[1].dropLast())
                statements.insert("\(version) accepted")
            } else if words[1].hasPrefix("TLS_") || words[1].hasPrefix("SSL_") {
                statements.insert("\(version) suite \(Self.iana(words[1]))")
            } else if words[1...].starts(with: ["cipher", "preference:"]), words.count == 4 {
                statements.insert("\(version) order of the \(words[3])")
            }
        }
    }

    /// nmap writes TLS 1.3's suites with the key exchange they do not have, and has names of its own for two others.
    private static func iana(_ name: String) -> String {
        name.replacing("TLS_AKE_WITH_", with: "TLS_").replacing("TLS_NULL_SHA256", with: "TLS_SHA256_SHA256")
            .replacing("SHA256-draft", with: "SHA256_OLD")
    }
}
