/// An absolute http or https URL, taken apart as far as a request and a scope check need it.
package struct HTTPURL: Sendable, Hashable, CustomStringConvertible {
    package enum Scheme: String, Sendable {
        case http, https

        package var port: UInt16 { self == .http ? 80 : 443 }
    }

    package let scheme: Scheme
    /// Lower case, without the brackets of an IPv6 address.
    package let host: String
    package let port: UInt16
    /// Path and query as they go into the request line: never empty, printable ASCII without spaces.
    package let target: String

    package init(scheme: Scheme, host: String, port: UInt16, target: String = "/") {
        self.scheme = scheme
        self.host = host.lowercased()
        self.port = port
        self.target = target
    }

    /// `nil` for other schemes and for text that has no usable host or port.
    package init?(parsing text: String) {
        guard let colon = text.firstIndex(of: ":"), let scheme = Scheme(rawValue: text[..<colon].lowercased()) else {
            return nil
        }
        let rest = text[text.index(after: colon)...]
        guard rest.hasPrefix("//") else { return nil }
        let end = rest.dropFirst(2).firstIndex { "/?#\\".contains($0) } ?? rest.endIndex
        let authority = rest[..<end].dropFirst(2)
        guard let place = Self.place(authority.split(separator: "@", omittingEmptySubsequences: false).last ?? "")
        else {
            return nil
        }
        self.init(
            scheme: scheme, host: place.host, port: place.port ?? scheme.port, target: Self.target(rest[end...]))
    }

    /// What a Location field means at this URL (RFC 3986 5.2); `nil` where it leads out of HTTP.
    package func resolving(_ reference: String) -> HTTPURL? {
        let reference = reference.spacesFolded
        if reference.hasPrefix("//") { return HTTPURL(parsing: "\(scheme.rawValue):\(reference)") }
        if let colon = reference.firstIndex(of: ":"), reference[..<colon].allSatisfy(Self.isSchemeLetter) {
            return HTTPURL(parsing: reference)
        }
        let path = target.prefix { $0 != "?" }
        let joined: String
        switch reference.first {
        case nil, "#": joined = target
        case "/": joined = reference
        case "?": joined = path + reference
        default: joined = path[...(path.lastIndex(of: "/") ?? path.startIndex)] + reference
        }
        return HTTPURL(scheme: scheme, host: host, port: port, target: Self.target(joined[...]))
    }

    package var description: String { "\(scheme.rawValue)://\(authority)\(target)" }

    /// The Host field: the port only where it is not the scheme's own.
    package var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == scheme.port ? name : "\(name):\(port)"
    }

    private static func place(_ authority: Substring) -> (host: String, port: UInt16?)? {
        var host = authority
        var port: Substring = ""
        if authority.first == "[", let end = authority.firstIndex(of: "]") {
            host = authority[authority.index(after: authority.startIndex)..<end]
            port = authority[authority.index(after: end)...]
        } else if let colon = authority.firstIndex(of: ":") {
            host = authority[..<colon]
            port = authority[colon...]
        }
        if host.last == "." { host = host.dropLast() }
        let isUsable = (1...253).contains(host.utf8.count) && host.utf8.allSatisfy(isHostByte)
        let hasEmptyLabel = host.first == "." || host.last == "." || host.contains("..")
        guard isUsable, !hasEmptyLabel, port.isEmpty || port.first == ":" else { return nil }
        guard port.count > 1 else { return (String(host), nil) }
        guard let number = UInt16(port.dropFirst()), number > 0 else { return nil }
        return (String(host), number)
    }

    /// Path and query: starts with a slash, no fragment, dot segments removed, everything unusual percent-encoded.
    private static func target(_ text: Substring) -> String {
        let whole = text.prefix { $0 != "#" }
        let path = whole.prefix { $0 != "?" }
        let query = whole.dropFirst(path.count)
        return encoded(withoutDotSegments(path)) + encoded(String(query))
    }

    private static func withoutDotSegments(_ path: Substring) -> String {
        var kept: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).drop { $0.isEmpty }
        for segment in segments {
            switch segment {
            case ".": continue
            case "..": _ = kept.popLast()
            default: kept.append(segment)
            }
        }
        if let last = segments.last, last == "." || last == ".." { kept.append("") }
        return "/" + kept.joined(separator: "/")
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { result, byte in
            if (0x21...0x7E).contains(byte), !"\"<>\\^`{|}".utf8.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        (0x30...0x3A).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || byte == 0x2D || byte == 0x2E || byte == 0x5F
    }

    private static func isSchemeLetter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "+-.".contains(character))
    }
}
