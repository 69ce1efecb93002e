import Model

@testable import Reports

extension ExamplePicture {
    /// What a host runs, by short words the list below is written with.
    private static let kinds: [String: (port: Int, service: Service, probes: [String])] = [
        "http": (80, .http, ["http"]), "https": (443, .https, ["tls", "http"]), "smtp": (25, .smtp, ["smtp", "tls"]),
        "submission": (587, .submission, ["smtp", "tls"]), "imaps": (993, .imaps, ["imap", "tls"]),
        "ssh": (22, .ssh, ["ssh"]), "dns": (0, .mailDomain, ["dns"]),
    ]

    private static let hosts: [(body: String, name: String, address: String, services: [String])] = [
        ("lk-bernkastel-wittlich", "bernkastel-wittlich.example", "", ["dns"]),
        ("lk-bernkastel-wittlich", "www.bernkastel-wittlich.example", "198.51.100.10", ["http", "https"]),
        ("lk-bernkastel-wittlich", "portal.bernkastel-wittlich.example", "198.51.100.11", ["http", "https", "ssh"]),
        ("lk-bernkastel-wittlich", "termine.bernkastel-wittlich.example", "198.51.100.12", ["http", "https"]),
        (
            "lk-bernkastel-wittlich", "mail.bernkastel-wittlich.example", "198.51.100.20",
            ["smtp", "submission", "imaps"]
        ),
        ("lk-bernkastel-wittlich", "geo.bernkastel-wittlich.example", "203.0.113.70", ["http", "https"]),
        ("vg-wittlich-land", "vg-wittlich-land.example", "", ["dns"]),
        ("vg-wittlich-land", "www.vg-wittlich-land.example", "203.0.113.71", ["http", "https"]),
        ("stadt-wittlich", "www.stadt-wittlich.example", "203.0.113.72", ["http", "https"]),
        ("lk-cochem-zell", "cochem-zell.example", "", ["dns"]),
        ("lk-cochem-zell", "www.cochem-zell.example", "203.0.113.10", ["http", "https"]),
        ("lk-cochem-zell", "serviceportal.cochem-zell.example", "203.0.113.11", ["http", "https", "ssh"]),
        ("lk-cochem-zell", "mail.cochem-zell.example", "203.0.113.20", ["smtp", "imaps"]),
        ("lk-vulkaneifel", "vulkaneifel.example", "", ["dns"]),
        ("lk-vulkaneifel", "www.vulkaneifel.example", "203.0.113.130", ["http", "https"]),
        ("lk-vulkaneifel", "karte.vulkaneifel.example", "203.0.113.131", ["https", "ssh"]),
        ("lk-vulkaneifel", "mail.vulkaneifel.example", "203.0.113.140", ["smtp", "submission"]),
        ("eifelkreis-bitburg-pruem", "bitburg-pruem.example", "", ["dns"]),
        ("eifelkreis-bitburg-pruem", "www.bitburg-pruem.example", "198.51.100.130", ["http", "https"]),
        ("eifelkreis-bitburg-pruem", "jobs.bitburg-pruem.example", "198.51.100.131", ["http", "https"]),
        ("zv-abfall-muster", "kunden.abfall-muster.example", "203.0.113.73", ["http", "https"]),
        ("it-krz-muster", "hosting.krz-muster.example", "203.0.113.65", ["https", "ssh"]),
    ]

    static let endpoints: [Picture.Endpoint] =
        hosts.flatMap { host in
            host.services.compactMap { service -> Picture.Endpoint? in
                guard let kind = kinds[service] else { return nil }
                return endpoint(host.body, host.name, host.address, kind.port, kind.service, kind.probes)
            }
        } + special

    private static func endpoint(
        _ body: String, _ name: String, _ address: String, _ port: Int, _ service: Service, _ probes: [String]
    ) -> Picture.Endpoint {
        Picture.Endpoint(
            label: port == 0 ? name : "\(name):\(port)", address: address, port: port, service: service, body: body,
            hostedBy: address.hasPrefix("203.0.113.7") ? "it-krz-muster" : nil, authorised: true,
            probes: probes.map { Picture.ProbeOutcome(probe: $0, outcome: .answered) },
            lastMeasured: time("2026-11-23T04:15:00Z"))
    }

    /// One host that never answers, one in part, one outside the authorised networks.
    private static let special = [
        Picture.Endpoint(
            label: "katwarn.vulkaneifel.example:443", address: "203.0.113.150", port: 443, service: .https,
            body: "lk-vulkaneifel",
            softwareDomain: "Leitstelle und Katastrophenschutz", authorised: true,
            probes: [
                Picture.ProbeOutcome(probe: "tls", outcome: .silent, reason: "timeout"),
                Picture.ProbeOutcome(probe: "http", outcome: .silent, reason: "timeout"),
            ], lastMeasured: time("2026-11-09T04:15:00Z")),
        Picture.Endpoint(
            label: "mail.stadt-wittlich.example:587", address: "203.0.113.72", port: 587, service: .submission,
            body: "stadt-wittlich", hostedBy: "it-krz-muster", authorised: true,
            probes: [
                Picture.ProbeOutcome(probe: "smtp", outcome: .answered),
                Picture.ProbeOutcome(probe: "tls", outcome: .otherProtocol, reason: "STARTTLS not offered"),
            ], lastMeasured: time("2026-11-23T04:15:00Z")),
        Picture.Endpoint(
            label: "archiv.vulkaneifel.example:443", address: "203.0.113.200", port: 443, service: .https,
            body: "lk-vulkaneifel", authorised: true,
            probes: [
                Picture.ProbeOutcome(
                    probe: "tls", outcome: .outOfScope, reason: "203.0.113.200 lies outside every authorised network")
            ],
            lastMeasured: nil),
    ]

    static let certificates: [Picture.Certificate] = {
        let list: [(String, String, String, String, Int, String)] = [
            (
                "serviceportal.cochem-zell.example:443", "lk-cochem-zell", "Telesec ServerPass (Beispiel)",
                "2026-11-26", 2_048, "k1"
            ),
            (
                "portal.bernkastel-wittlich.example:443", "lk-bernkastel-wittlich", "R12, Let's Encrypt", "2026-12-01",
                256, "k2"
            ),
            (
                "www.bernkastel-wittlich.example:443", "lk-bernkastel-wittlich", "R12, Let's Encrypt", "2026-12-12",
                256, "k3"
            ),
            (
                "mail.bernkastel-wittlich.example:993", "lk-bernkastel-wittlich", "Telesec ServerPass (Beispiel)",
                "2026-12-18", 4_096, "k4"
            ),
            (
                "mail.bernkastel-wittlich.example:25", "lk-bernkastel-wittlich", "Telesec ServerPass (Beispiel)",
                "2026-12-18", 4_096, "k4"
            ),
            ("www.cochem-zell.example:443", "lk-cochem-zell", "R12, Let's Encrypt", "2027-01-08", 256, "k5"),
            ("www.vulkaneifel.example:443", "lk-vulkaneifel", "R12, Let's Encrypt", "2027-01-09", 256, "k6"),
            ("karte.vulkaneifel.example:443", "lk-vulkaneifel", "karte.vulkaneifel.example", "2027-06-30", 2_048, "k7"),
            ("mail.vulkaneifel.example:25", "lk-vulkaneifel", "R12, Let's Encrypt", "2027-01-21", 2_048, "k8"),
            (
                "www.bitburg-pruem.example:443", "eifelkreis-bitburg-pruem", "R12, Let's Encrypt", "2027-01-24", 256,
                "k9"
            ),
            (
                "jobs.bitburg-pruem.example:443", "eifelkreis-bitburg-pruem", "R12, Let's Encrypt", "2027-02-02", 256,
                "k10"
            ),
            ("www.vg-wittlich-land.example:443", "vg-wittlich-land", "KRZ Muster CA", "2027-02-11", 3_072, "k11"),
            ("www.stadt-wittlich.example:443", "stadt-wittlich", "KRZ Muster CA", "2027-02-10", 3_072, "k11"),
            ("kunden.abfall-muster.example:443", "zv-abfall-muster", "KRZ Muster CA", "2026-11-02", 3_072, "k12"),
            ("hosting.krz-muster.example:443", "it-krz-muster", "KRZ Muster CA", "2027-03-30", 3_072, "k13"),
        ]
        return list.map { endpoint, body, issuer, end, bits, key in
            let name = endpoint.split(separator: ":").first.map(String.init) ?? endpoint
            return Picture.Certificate(
                endpoint: endpoint, body: body, sha256: String(repeating: key, count: 8) + end, subject: "CN=\(name)",
                names: [name], issuer: "CN=\(issuer)", notBefore: time("2026-09-01T00:00:00Z"),
                notAfter: time("\(end)T12:00:00Z"), keyType: bits < 1_000 ? "EC" : "RSA", keyBits: bits,
                keySHA256: String(repeating: key, count: 8))
        }
    }()

    static let software: [Picture.Software] = [
        ("nginx", "1.22.1", "www.bernkastel-wittlich.example:443", "lk-bernkastel-wittlich", "Server: nginx/1.22.1"),
        ("nginx", "1.22.1", "portal.bernkastel-wittlich.example:443", "lk-bernkastel-wittlich", "Server: nginx/1.22.1"),
        ("nginx", "", "www.cochem-zell.example:443", "lk-cochem-zell", "Server: nginx"),
        (
            "apache-httpd", "2.4.62", "serviceportal.cochem-zell.example:443", "lk-cochem-zell",
            "Server: Apache/2.4.62 (Debian)"
        ),
        ("apache-httpd", "2.4.41", "karte.vulkaneifel.example:443", "lk-vulkaneifel", "Server: Apache/2.4.41 (Ubuntu)"),
        (
            "geoserver", "2.19.2", "karte.vulkaneifel.example:443", "lk-vulkaneifel",
            "<meta name=\"generator\" content=\"GeoServer 2.19.2\">"
        ),
        (
            "typo3", "", "www.vulkaneifel.example:443", "lk-vulkaneifel",
            "<meta name=\"generator\" content=\"TYPO3 CMS\">"
        ),
        (
            "typo3", "", "www.bitburg-pruem.example:443", "eifelkreis-bitburg-pruem",
            "<meta name=\"generator\" content=\"TYPO3 CMS\">"
        ),
        (
            "postfix", "", "mail.bernkastel-wittlich.example:25", "lk-bernkastel-wittlich",
            "220 mail.bernkastel-wittlich.example ESMTP Postfix"
        ),
        (
            "postfix", "", "mail.vulkaneifel.example:25", "lk-vulkaneifel",
            "220 mail.vulkaneifel.example ESMTP Postfix (Debian/GNU)"
        ),
        (
            "openssh", "9.2p1", "portal.bernkastel-wittlich.example:22", "lk-bernkastel-wittlich",
            "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3"
        ),
        ("openssh", "7.4", "karte.vulkaneifel.example:22", "lk-vulkaneifel", "SSH-2.0-OpenSSH_7.4"),
    ].map { product, version, endpoint, body, evidence in
        Picture.Software(
            product: product, version: version, endpoint: endpoint, body: body, evidence: evidence,
            confidence: version.isEmpty ? "likely" : "certain")
    }
}
