import Model

/// A kind of server: which portrait answers which probe, and how often it is met among those of its service.
struct Machine: Sendable {
    let weight: Int
    /// Portraits by probe.
    let portraits: [String: String]

    /// The independent choices an endpoint of a service is made of.
    static func choices(for service: Service) -> [[Machine]] {
        switch service {
        case .https: [one("tls", secureSites), one("http", sites)]
        case .http: [one("http", plainSites)]
        case .smtp: [exchangers]
        case .submission: [pair(("smtp", "submission"), ("tls", "postfix-submission"))]
        case .submissions: [pair(("smtp", "submissions"), ("tls", "postfix-submissions"))]
        case .imap: [starttls("imap")]
        case .imaps: [pair(("imap", "dovecot"), ("tls", "dovecot"))]
        case .pop3: [starttls("pop3")]
        case .pop3s: [pair(("pop3", "dovecot"), ("tls", "dovecot"))]
        case .ssh: [one("ssh", ["openssh-hardened": 60, "openssh-default": 35, "openssh-old": 5])]
        case .domain: [one("dns", ["host": 65, "host-without-caa": 10, "host-signed": 25])]
        case .mailDomain: [one("dns", mailDomains)]
        default: []
        }
    }

    /// What malformed messages show, where they may be sent.
    static let weaknesses = one("tls_weakness", ["firm": 97, "alpaca": 3])

    private static let secureSites: KeyValuePairs = [
        "nginx-intermediate-ecdsa": 240, "nginx-intermediate-rsa": 130, "apache-intermediate-ecdsa": 120,
        "apache-intermediate-rsa": 80, "nginx-modern": 240, "nginx-one-suite": 30, "nginx-two-certificates": 40,
        "appliance": 30, "nginx-old": 30, "apache-default-self-signed": 20, "nginx-no-intermediate": 10,
        "nginx-unknown-root": 10, "nginx-wrong-name": 7, "nginx-disordered-chain": 8, "apache-ancient": 5,
    ]
    private static let sites: KeyValuePairs = [
        "nginx-plain": 400, "nginx-typo3": 200, "apache-wordpress": 120, "nginx-cookie": 100, "nginx-php": 50,
        "nginx-without-hsts": 50, "nginx-wordpress-bare": 30, "appliance": 20, "apache-intranet": 20,
        "apache-telling": 10,
    ]
    private static let plainSites: KeyValuePairs = [
        "redirect-nginx": 700, "redirect-apache": 200, "redirect-apache-telling": 40, "clear-typo3": 30,
        "clear-wordpress": 20, "clear-apache-telling": 10,
    ]
    private static let mailDomains: KeyValuePairs = [
        "mail-signed": 30, "mail-quarantine": 25, "mail-weak": 20, "mail-two-spf": 10, "mail-bare": 15,
    ]
    private static let exchangers = [
        Machine(weight: 70, portraits: ["smtp": "postfix", "tls": "postfix-ecdsa"]),
        Machine(weight: 27, portraits: ["smtp": "postfix", "tls": "postfix-self-signed"]),
        Machine(weight: 3, portraits: ["smtp": "postfix-without-starttls", "tls": "postfix-without-starttls"]),
    ]

    private static func starttls(_ probe: String) -> [Machine] {
        [("dovecot-starttls", 95), ("dovecot-without-starttls", 5)].map {
            Machine(weight: $1, portraits: [probe: $0, "tls": $0])
        }
    }

    private static func one(_ probe: String, _ portraits: KeyValuePairs<String, Int>) -> [Machine] {
        portraits.map { Machine(weight: $1, portraits: [probe: $0]) }
    }

    private static func pair(_ portraits: (probe: String, portrait: String)...) -> [Machine] {
        [Machine(weight: 1, portraits: Dictionary(uniqueKeysWithValues: portraits.map { ($0.probe, $0.portrait) }))]
    }
}
