import Foundation
import ProcessTesting
import TLSTesting
import Wire

/// NSS's `selfserv`: a list of suites it is given, in an order of its own.
enum NSSSpecimens {
    static let all = [old, modern]

    static let old = Specimen(
        name: "NSS selfserv: SSL 3.0 to TLS 1.2, RC4, DES, NULL, RSA and ECDSA",
        source: "-c, by the rules of each version",
        unknown: []
    ) { bench in
        try await opened(bench, range: "ssl3:tls1.2", versions: ["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2"])
    }

    static let modern = Specimen(
        name: "NSS selfserv: TLS 1.2 and 1.3, RSA and ECDSA", source: "-c, -I",
        unknown: []
    ) { bench in
        try await opened(bench, range: "tls1.2:tls1.3", versions: ["TLSv1.2", "TLSv1.3"])
    }

    /// In NSS's own order (`cipherSuites` of its ssl3con.c), which is the order it decides by.
    private static let codes: [UInt16] = [
        0x1301, 0x1303, 0x1302, 0xC02B, 0xC02F, 0xCCA9, 0xCCA8, 0xC02C, 0xC030, 0xC00A, 0xC009, 0xC013, 0xC023, 0xC027,
        0xC014, 0xC024, 0xC028, 0xC008, 0xC012, 0xC007, 0xC011, 0x009E, 0xCCAA, 0x009F, 0x0033, 0x0067, 0x0045, 0x0039,
        0x006B, 0x0088, 0x0016, 0xC004, 0xC005, 0xC003, 0xC002, 0x009C, 0x009D, 0x002F, 0x003C, 0x0041, 0x0035, 0x003D,
        0x0084, 0x0096, 0x000A, 0x0005, 0x0004, 0x0015, 0x0009, 0xC006, 0xC010, 0xC001, 0x0002, 0x003B, 0x0001,
    ]

    private static func opened(_ bench: Bench, range: String, versions: [String]) async throws -> Specimen.Opened {
        let (rsa, ec) = (try await bench.rsa(), try await bench.ec())
        let folder = try await database(bench, [rsa, ec])
        let port = try freePort()
        let list = codes.map { ":" + CipherSuite(rawValue: $0).code }.joined()
        let server = try await RealServer(
            "/usr/bin/selfserv",
            ["-n", "rsa.pem", "-e", "ec.pem", "-p", "\(port)", "-d", "sql:\(folder)", "-V", range, "-c", list]
                + ["-H", "1", "-W", "1", "-I", "P256,P384,P521,x25519,FF2048,FF3072", "-v"]
        ) { line in line.contains("About to call accept") ? port : nil }
        var groups: [String: Set<String>] = [:]
        for version in versions where version != "SSLv3" {
            groups[version] = ["secp256r1", "secp384r1", "secp521r1", "x25519"]
        }
        if versions.contains("TLSv1.3") { groups["TLSv1.3"]?.formUnion(["ffdhe2048", "ffdhe3072"]) }
        return Specimen.Opened(
            server: server,
            truth: Truth(
                suites: suites(versions), groups: groups, decides: "server",
                certificates: try await bench.fingerprints([rsa, ec])))
    }

    private static func suites(_ versions: [String]) -> [String: [String]] {
        let names = codes.map { CipherSuite(rawValue: $0).name }
        var found: [String: [String]] = [:]
        for version in versions { found[version] = names.filter { isSpoken($0, in: version) } }
        return found
    }

    /// Elliptic curves need an extension, which SSL 3.0 has not; AEAD and SHA-2 came with TLS 1.2.
    private static func isSpoken(_ name: String, in version: String) -> Bool {
        let isThirteen = !name.contains("_WITH_")
        if isThirteen || version == "TLSv1.3" { return isThirteen && version == "TLSv1.3" }
        if version == "TLSv1.2" { return true }
        let isNew = name.hasSuffix("_SHA256") || name.hasSuffix("_SHA384")
        return !isNew && !(version == "SSLv3" && name.contains("_ECDH"))
    }

    private static func database(_ bench: Bench, _ issued: [Workshop.Issued]) async throws -> String {
        let place = URL(fileURLWithPath: try await bench.workshop.path("nss-\(UUID().uuidString)"))
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try await Child.run(
            "/usr/bin/certutil", ["-N", "-d", "sql:\(place.path)", "--empty-password"], in: place)
        for each in issued {
            let file = try await bench.container(each, password: "changeit")
            try await Child.run(
                "/usr/bin/pk12util", ["-i", file, "-d", "sql:\(place.path)", "-W", "changeit"], in: place)
        }
        return place.path
    }
}
