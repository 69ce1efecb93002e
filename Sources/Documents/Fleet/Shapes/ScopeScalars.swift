import Model

/// Names and addresses as the fleet writes them.
extension YAMLShape where Value == String {
    /// A DNS name of at least two labels, turned to lower case.
    static let domainName = text.map { text, place, log in
        if IPAddress(text) == nil, let name = DNSName(text) { return name.text }
        log.error(at: place, "'\(text.excerpt)' is not a DNS name", hint: DNSName.hint(for: text))
        return nil
    }

    /// A DNS name or an IP address; the address in its canonical form.
    static let hostName = text.map { text, place, log in
        if let address = IPAddress(text) { return address.description }
        if let name = DNSName(text) { return name.text }
        log.error(at: place, "'\(text.excerpt)' is neither a DNS name nor an IP address", hint: DNSName.hint(for: text))
        return nil
    }

    /// One label, as `www`.
    static let label = text.map { text, place, log in
        let label = text.lowercased()
        if DNSName.isLabel(label) { return label }
        let hint = text.contains(".") ? "write only what stands before the domain, as www" : DNSName.hint(for: text)
        log.error(at: place, "'\(text.excerpt)' is not a label of a DNS name", hint: hint)
        return nil
    }

    /// `address` or `address@port`.
    static let resolver = text.map { text, place, log in
        let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        if parts.count <= 2, IPAddress(parts[0]) != nil,
            parts.count == 1 || (Int(parts[1]).map((1...65_535).contains) == true)
        {
            return text
        }
        log.error(
            at: place, "'\(text.excerpt)' is not a resolver", hint: "write an address, as 192.0.2.53 or 192.0.2.53@5353"
        )
        return nil
    }
}

extension YAMLShape where Value == Network {
    /// CIDR notation without host bits, not wider than anybody's own network can be.
    static let network: YAMLShape<Network> = YAMLShape<String>.text.map(schema: [
        "type": "string", "pattern": "^[0-9a-fA-F:.]+/[0-9]{1,3}$",
    ]) {
        text, place, log in
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let address = IPAddress(parts[0]) else {
            log.error(at: place, "'\(text.excerpt)' is not a network", hint: "write it as 192.0.2.0/24")
            return nil
        }
        guard parts.count == 2 else {
            let single = Network(address)
            log.error(at: place, "'\(text.excerpt)' has no prefix length", hint: "for a single address write \(single)")
            return nil
        }
        return network(address, length: parts[1], text, place, log)
    }

    private static func network(
        _ address: IPAddress, length: String, _ text: String, _ place: Place, _ log: DiagnosticLog
    ) -> Network? {
        guard length.utf8.count <= 3, length.utf8.allSatisfy({ (48...57).contains($0) }), let bits = Int(length),
            let network = Network(containing: address, prefixLength: bits)
        else {
            let most = address.bytes.count * 8
            log.error(
                at: place, "'\(text.excerpt)' is not a network: the prefix length must be 0 to \(most)",
                hint: "for a single address write \(Network(address))")
            return nil
        }
        guard network.base == address else {
            log.error(at: place, "'\(text.excerpt)' has host bits set", hint: "the network is \(network)")
            return nil
        }
        let least = address.isIPv6 ? 19 : 8
        guard bits >= least else {
            log.error(at: place, "'\(text.excerpt)' is too wide for one body", hint: "the shortest prefix is /\(least)")
            return nil
        }
        return network
    }
}

/// A DNS name in lower case: letters, digits, hyphens and dots (RFC 952, RFC 1123), no final dot.
struct DNSName: Equatable {
    let text: String

    init?(_ written: String) {
        let name = written.lowercased()
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard name.utf8.count <= 253, labels.count >= 2, labels.allSatisfy({ DNSName.isLabel(String($0)) }),
            labels.last?.allSatisfy(\.isNumber) == false
        else { return nil }
        text = name
    }

    static func isLabel(_ label: String) -> Bool {
        let bytes = Array(label.utf8)
        let isWord = bytes.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
        return (1...63).contains(bytes.count) && isWord && bytes.first != UInt8(ascii: "-")
            && bytes.last != UInt8(ascii: "-")
    }

    static func hint(for written: String) -> String {
        if written.contains("://") { return "leave out '\(written.prefix(while: { $0 != ":" }))://' and the path" }
        if written.hasSuffix(".") { return "leave out the final dot" }
        if written.allSatisfy({ $0.isNumber || $0 == "." }) { return "an IPv4 address has four parts from 0 to 255" }
        if written.contains("_") { return "a host name has no '_'" }
        if written.contains("*") { return "list the names one by one" }
        if !written.utf8.allSatisfy({ $0 < 128 }) { return "write an international name in its xn-- form" }
        if written.contains(":") { return "the port goes into 'ports'" }
        if !written.contains(".") { return "write the full name, as www.example.org" }
        return "a name has letters, digits, '-' and '.'"
    }
}
