import Model

/// Whether the name exists and what DNSSEC says of it.
struct DNSNameFact: Fact {
    let status: String
    let validation: String
    let reason: String

    static let table = FactTable(
        "dns_name", "Whether a name exists and whether its answers validate; one row for each name asked.",
        [
            .text("status", "exists or nxdomain."),
            .text(
                "validation",
                "secure (DNSSEC chain to the trust anchor), insecure (unsigned), bogus (validation failed) or unknown (the resolver passes on no keys for the trust anchor)."
            ),
            .text("reason", "Why validation failed; empty unless bogus."),
        ])
}

/// Which question got a definite answer: only `absent` proves that a record is missing.
struct DNSLookupFact: Fact {
    let record: String
    let answer: String
    let reason: String

    static let table = FactTable(
        "dns_lookup", "What became of each question: only 'absent' proves that a record does not exist.",
        [
            .text("record", "A, AAAA, MX, CAA, TLSA, SPF, DMARC, MTA-STS or TLSRPT."),
            .text("answer", "found, absent (proven: NXDOMAIN or empty answer) or unknown."),
            .text("reason", "Why it is unknown: servfail, timeout, bogus, ...; else empty."),
        ])
}

struct DNSAddressFact: Fact {
    let family: String
    let address: String

    static let table = FactTable(
        "dns_address", "Addresses of the name.",
        [.text("family", "ipv4 or ipv6."), .text("address", "The address in canonical text form.")])
}

struct DNSMXFact: Fact {
    let preference: Int
    let host: String

    static let table = FactTable(
        "dns_mx", "Mail exchangers of the domain (RFC 5321); a null MX (RFC 7505) has the host '.'.",
        [.integer("preference", "Lower is asked first."), .text("host", "Host name without final dot, lower case.")])
}

struct DNSNSFact: Fact {
    let zone: String
    let host: String

    static let table = FactTable(
        "dns_ns", "Name servers of the zone the name lies in, found by climbing; top-level domains are not asked.",
        [
            .text("zone", "Where the records stand: the name itself or a parent."),
            .text("host", "Host name without final dot, lower case."),
        ])
}

struct DNSCAAFact: Fact {
    let name: String
    let flags: Int
    let tag: String
    let value: String

    static let table = FactTable(
        "dns_caa", "CAA records that apply to the name, found by climbing towards the root (RFC 8659).",
        [
            .text("name", "Where the records stand: the name itself or a parent."),
            .integer("flags", "128 is critical."), .text("tag", "issue, issuewild, iodef, ..."),
            .text("value", "As stated."),
        ])
}

struct DNSSPFFact: Fact {
    let record: String
    let all: String
    let lookups: Int

    static let table = FactTable(
        "dns_spf", "SPF records of the domain (RFC 7208); more than one row is a permanent error there.",
        [
            .text("record", "The whole record."),
            .text(
                "all",
                "The qualifier of the final all, also through redirect: '-', '~', '?', '+', or empty without one."),
            .integer("lookups", "Terms that need a DNS query, counted through include and redirect; 10 are allowed."),
        ])
}

struct DNSDMARCFact: Fact {
    let name: String
    let record: String
    let policy: String
    let subdomainPolicy: String
    let testing: Bool
    let rua: String

    static let table = FactTable(
        "dns_dmarc", "The DMARC record that applies to the domain, found by climbing (RFC 9989).",
        [
            .text("name", "Where it stands, without the _dmarc label."), .text("record", "The whole record."),
            .text("policy", "none, quarantine or reject; none where p is missing or unknown."),
            .text("subdomain_policy", "The sp tag; the policy itself where absent."),
            .boolean("testing", "t=y: the policy is lowered by one step."),
            .text("rua", "Where aggregate reports go; empty where nowhere."),
        ])
}

struct DNSPolicyRecordFact: Fact {
    let kind: String
    let record: String

    static let table = FactTable(
        "dns_mail_policy", "Further records on mail transport.",
        [.text("kind", "MTA-STS (RFC 8461) or TLSRPT (RFC 8460)."), .text("record", "The whole record.")])
}

struct DNSTLSAFact: Fact {
    let host: String
    let port: Int
    let usage: Int
    let selector: Int
    let matching: Int
    let data: String
    let secure: Bool

    static let table = FactTable(
        "dns_tlsa", "TLSA records (RFC 6698) of the name's services and of its mail exchangers.",
        [
            .text("host", "Host name the record is for."), .integer("port", "TCP port."),
            .integer("usage", "0 PKIX-TA, 1 PKIX-EE, 2 DANE-TA, 3 DANE-EE."),
            .integer("selector", "0 whole certificate, 1 public key."),
            .integer("matching", "0 exact, 1 SHA-256, 2 SHA-512."), .text("data", "Hex, lower case."),
            .boolean("secure", "The answer validated with DNSSEC; only then it counts."),
        ])
}
