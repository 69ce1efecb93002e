import Model

/// One host, and a port if given: what `check` looks at. Never a network.
package struct CheckTarget: Sendable, Equatable {
    package let host: String
    package let ports: [HostTarget.Port]
    /// The domain receives mail: its mail records and exchangers belong to the check.
    package let mail: Bool

    package enum Mistake: Error, Equatable {
        case network(String)
        case notAHost(String)
        case notAPort(String)
        case unknownService(UInt16)
    }

    /// `host`, `host:port`, `address`, `[v6]:port`. Without a port: the web on 80 and 443.
    package init(_ text: String, service: Service? = nil) throws(Mistake) {
        guard !text.contains("/") else { throw .network(text) }
        let (host, port) = try Self.split(text)
        guard IPAddress(host) != nil || Self.isName(host) else { throw .notAHost(host) }
        self.host = host.lowercased()
        mail = service == .mailDomain
        guard let port else {
            ports = mail ? [] : [.init(number: 80, service: .http), .init(number: 443, service: .https)]
            return
        }
        guard let service = service ?? Service.registered(port: port) else { throw .unknownService(port) }
        ports = [.init(number: port, service: service)]
    }

    private static func split(_ text: String) throws(Mistake) -> (String, UInt16?) {
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            let rest = text[text.index(after: end)...]
            let host = String(text[text.index(after: text.startIndex)..<end])
            return (host, rest.isEmpty ? nil : try number(String(rest.dropFirst())))
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        switch parts.count {
        case 1: return (text, nil)
        case 2: return (parts[0], try number(parts[1]))
        default: return (text, nil)
        }
    }

    private static func number(_ text: String) throws(Mistake) -> UInt16 {
        guard let port = UInt16(text), port > 0 else { throw .notAPort(text) }
        return port
    }

    private static func isName(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count)
                    && label.utf8.allSatisfy {
                        ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2d
                    }
            } && !labels.allSatisfy { Int($0) != nil }
    }
}
