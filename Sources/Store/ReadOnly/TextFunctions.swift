/// What the project's SQL functions compute, as plain Swift. The texts come over the wire.
enum TextFunctions {
    static func underDomain(_ name: String, _ domain: String) -> Bool {
        let name = canonical(name)
        let domain = canonical(domain)
        guard !domain.isEmpty else { return false }
        return name == domain || name.ends(with: ".\(domain)".utf8)
    }

    /// A slash, perhaps a v, and a digit: `nginx/1.22.1`.
    static func hasVersion(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.indices.contains { index in
            guard bytes[index] == UInt8(ascii: "/") else { return false }
            var rest = bytes[(index + 1)...]
            if rest.first == UInt8(ascii: "v") || rest.first == UInt8(ascii: "V") { rest = rest.dropFirst() }
            return rest.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
        }
    }

    static func hasDirective(_ header: String, _ name: String) -> Bool { directive(header, name) != nil }

    static func directiveSeconds(_ header: String, _ name: String) -> Int? {
        guard let value = directive(header, name) else { return nil }
        let digits = value.utf8.filter { $0 != UInt8(ascii: "\"") }
        guard !digits.isEmpty, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        // RFC 6797 sets no upper limit: what does not fit is simply very long.
        return Int(String(decoding: digits, as: UTF8.self)) ?? Int.max
    }

    /// The value of the first directive of that name: what follows `=` or white space.
    private static func directive(_ header: String, _ name: String) -> String? {
        let wanted = name.lowercased()
        for part in header.split(whereSeparator: { $0 == ";" || $0 == "," }) {
            let text = part.drop(while: \.isWhitespace)
            let found = text.prefix { $0 != "=" && !$0.isWhitespace }
            if found.lowercased() == wanted { return String(text.dropFirst(found.count)).trimmed }
        }
        return nil
    }

    private static func canonical(_ name: String) -> String {
        let lower = name.lowercased()
        return lower.hasSuffix(".") ? String(lower.dropLast()) : lower
    }
}

extension String {
    fileprivate func ends(with suffix: some Collection<UInt8>) -> Bool {
        utf8.count >= suffix.count && utf8.suffix(suffix.count).elementsEqual(suffix)
    }

    fileprivate var trimmed: String {
        let start = drop { $0.isWhitespace || $0 == "=" }
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
