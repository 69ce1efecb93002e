import Wire

/// Takes out of header fields, cookies and URLs what differs from one visit to the next, so that two observations of
/// an unchanged server are equal.
enum Volatile {
    /// Fields that say when or for whom an answer was made, not how the server is set up. `location` and `set-cookie`
    /// have tables of their own.
    static func isDropped(_ name: String) -> Bool {
        dropped.contains(name) || name.hasSuffix("-request-id") || name.hasSuffix("-trace-id")
            || name.hasSuffix("-correlation-id") || name.hasPrefix("x-b3-") || name.hasPrefix("x-ratelimit-")
            || name.hasPrefix("ratelimit")
    }

    private static let dropped: Set<String> = [
        "age", "alt-used", "cf-cache-status", "cf-ray", "connection", "content-length", "content-md5", "date", "digest",
        "etag", "expires", "keep-alive", "last-modified", "location", "nel", "report-to", "request-id", "retry-after",
        "server-timing", "set-cookie", "set-cookie2", "traceparent", "tracestate", "x-amz-cf-id", "x-amz-cf-pop",
        "x-amz-id-2", "x-backend-server", "x-cache", "x-cache-hits", "x-cache-lookup", "x-cache-status", "x-csrf-token",
        "x-debug-token", "x-debug-token-link", "x-drupal-cache", "x-drupal-dynamic-cache", "x-feserver",
        "x-page-speed", "x-proxy-cache", "x-response-time", "x-runtime", "x-served-by", "x-timer", "x-transaction",
        "x-varnish",
    ]

    /// A header value without nonces; of other fields only those are masked that are random as a whole.
    static func masked(_ value: String, of name: String) -> String {
        var text = String(value.prefix(4_096))
        if name.hasPrefix("content-security-policy") { text = masking("'nonce-", upTo: "'", in: text) }
        if name == "www-authenticate" || name == "proxy-authenticate" {
            text = masking("nonce=\"", upTo: "\"", in: text)
            text = masking("opaque=\"", upTo: "\"", in: text)
        }
        return name.hasPrefix("x-") && isRandom(text) ? "*" : text
    }

    /// A cookie's name; classic ASP and some balancers put a random part into it.
    static func masked(cookie name: String) -> String {
        let visible = String(name.prefix(200))
        if visible.hasPrefix("ASPSESSIONID") { return "ASPSESSIONID*" }
        return masking(randomRunsIn: visible)
    }

    /// A URL with the values of session, state and other random parameters and path segments masked.
    static func masked(url: String) -> String {
        let parts = url.prefix(1_000).split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts[0].split(separator: "/", omittingEmptySubsequences: false).map { segment in
            let pieces = segment.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
            let name = masking(randomRunsIn: String(pieces[0]))
            return pieces.count > 1 ? name + ";*" : name
        }
        let start = path.joined(separator: "/")
        guard parts.count > 1 else { return start }
        let query = parts[1].split(separator: "&", omittingEmptySubsequences: false).map { pair in
            let words = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard words.count > 1 else { return masking(randomRunsIn: String(pair)) }
            let isSecret = secrets.contains(words[0].lowercased())
            return "\(words[0])=" + (isSecret ? "*" : masking(randomRunsIn: String(words[1])))
        }
        return start + "?" + query.joined(separator: "&")
    }

    private static let secrets: Set<String> = [
        "code_challenge", "jsessionid", "nonce", "phpsessid", "relaystate", "samlrequest", "session", "session_id",
        "sessionid", "sid", "sigalg", "signature", "state", "ts", "time", "timestamp", "token",
    ]

    /// Long, of letters and digits mixed: an identifier, not a word.
    static func isRandom(_ text: some StringProtocol) -> Bool {
        guard text.utf8.count >= 16, text.utf8.allSatisfy({ $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x5F })
        else { return false }
        let digits = text.utf8.count { $0.isDigit }
        return digits >= 3 && text.utf8.count { $0.isLetter } >= 3
    }

    private static func masking(randomRunsIn text: String) -> String {
        var result = ""
        var rest = text[...]
        while !rest.isEmpty {
            let run = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
            result += isRandom(run) ? "*" : String(run)
            rest = rest.dropFirst(run.count)
            if let other = rest.popFirst() { result.append(other) }
        }
        return result
    }

    private static func masking(_ start: String, upTo end: Character, in text: String) -> String {
        var result = ""
        var rest = text[...]
        while let found = rest.firstRange(of: start) {
            result += rest[..<found.upperBound] + "*"
            rest = rest[found.upperBound...].drop { $0 != end }
        }
        return result + rest
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
    fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}
