import TLSTesting

/// JSSE with its lists of disabled algorithms emptied: SSL 3.0, RC4, NULL, anonymous, EXPORT.
enum JavaSpecimens {
    static let all = [everything]

    static let everything = Specimen(
        name: "JSSE of JDK 17: everything it has, RSA and ECDSA",
        source: "getEnabledCipherSuites, by the versions JSSE knows a suite in",
        unknown: [
            "TLSv1.2 every signature_scheme: answered without a scheme of the hello",
            "TLSv1.3 every group: alert 10 unexpected_message",
            "TLSv1.3 other groups: alert 10 unexpected_message",
        ], budget: 1_000, mostConnections: 500
    ) { bench in
        let (rsa, ec) = (try await bench.rsa(), try await bench.ec())
        var files: [String] = []
        for issued in [rsa, ec] { files.append(try await bench.container(issued, password: "changeit")) }
        let groups = ["x25519", "secp256r1", "secp384r1", "secp521r1", "x448", "ffdhe2048", "ffdhe3072"]
        let server = try await bench.started(
            "/usr/bin/java",
            ["-XX:TieredStopAtLevel=1", "-Djdk.tls.namedGroups=\(groups.joined(separator: ","))"]
                + [SecondClient.file("JSSEServer.java")] + files)
        let versions = ["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"]
        var suites: [String: [String]] = [:]
        var allowed: [String: Set<String>] = [:]
        for version in versions {
            suites[version] = names(server.said).filter { isSpoken($0, in: version) }
            if version != "SSLv3" {
                allowed[version] = Set(groups.filter { version == "TLSv1.3" || !$0.hasPrefix("ffdhe") })
            }
        }
        return Specimen.Opened(
            server: server,
            truth: Truth(
                suites: suites, groups: allowed, decides: "server",
                certificates: try await bench.fingerprints([rsa, ec])))
    }

    /// Java writes the older names with SSL_.
    private static func names(_ said: String) -> [String] {
        said.split(separator: "\n").filter { $0.hasPrefix("suite ") && !$0.hasSuffix("_SCSV") }
            .map { String($0.dropFirst("suite ".count)).replacing("SSL_", with: "TLS_") }
            .filter { !$0.contains("_DSS_") }
    }

    /// sun.security.ssl.CipherSuite: EXPORT ends with TLS 1.0, single DES with TLS 1.1, SHA-2 and AEAD begin with 1.2.
    private static func isSpoken(_ name: String, in version: String) -> Bool {
        let isThirteen = !name.contains("_WITH_")
        if isThirteen || version == "TLSv1.3" { return isThirteen && version == "TLSv1.3" }
        if name.hasSuffix("_SHA256") || name.hasSuffix("_SHA384") { return version == "TLSv1.2" }
        if name.contains("_EXPORT_") { return version <= "TLSv1.0" }
        if name.contains("_WITH_DES_CBC_") { return version <= "TLSv1.1" }
        return true
    }
}
