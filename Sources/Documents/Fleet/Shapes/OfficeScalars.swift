import Foundation
import Model

/// What an administration writes about itself: keys, addresses, times.
extension YAMLShape where Value == String {
    static let email = matching(
        pattern: "^[^@\\s]+@[^@\\s]+$", called: "a mail address", hint: "write it as name@example.org"
    ) { text in
        let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        let forbidden = " <>()[],;:\\\"\t\n"
        return parts.count == 2 && (1...64).contains(parts[0].utf8.count)
            && !parts[0].contains(where: forbidden.contains)
            && DNSName(parts[1]) != nil
    }

    static let webAddress = matching(
        pattern: "^https?://[^\\s]+$", called: "a web address", hint: "write it as https://scan.example.org/info"
    ) { text in
        guard text.hasPrefix("https://") || text.hasPrefix("http://"), !text.contains(where: \.isWhitespace),
            let host = URL(string: text)?.host
        else { return false }
        return DNSName(host) != nil || IPAddress(host) != nil
    }

    static let timezone = text.map { text, place, log in
        if TimeZone(identifier: text) != nil { return text }
        let near = Suggestion.closest(to: text, among: TimeZone.knownTimeZoneIdentifiers)
        let hint = near.map { "did you mean '\($0)'?" } ?? "write an IANA name, as Europe/Berlin"
        log.error(at: place, "'\(text.excerpt)' is not a time zone", hint: hint)
        return nil
    }

    /// Official municipality key: 5 digits for a county, 8 for a municipality.
    static let ags = digits([5, 8], called: "an AGS", example: "07231")

    /// Official regional key: 9 digits for an association of municipalities, 12 for a municipality.
    static let ars = digits([9, 12], called: "an ARS", example: "072315001001")

    static let sha256 = matching(
        pattern: "^[0-9a-f]{64}$", called: "a SHA-256", hint: "64 lower-case hexadecimal digits, as sha256sum prints"
    ) { text in text.utf8.count == 64 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) } }

    /// A path below the fleet file's folder.
    static let relativePath = matching(
        pattern: "^[^/]", called: "a path inside the fleet file's folder", hint: "write it relative, without '..'"
    ) { text in !text.hasPrefix("/") && !text.split(separator: "/").contains("..") && !text.contains("\0") }

    private static func digits(_ lengths: [Int], called name: String, example: String) -> YAMLShape {
        let counts = lengths.map(String.init)
        let pattern = "^(" + counts.map { "[0-9]{\($0)}" }.joined(separator: "|") + ")$"
        return matching(
            pattern: pattern, called: name,
            hint:
                "it has \(counts.joined(separator: " or ")) digits and starts with the Land, "
                + "01 to 16, as \"\(example)\""
        ) { text in
            let land = Int(text.prefix(2)) ?? 0
            return lengths.contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
                && (1...16).contains(land)
        }
    }
}

extension YAMLShape where Value == Int {
    /// `01:30`, as minutes since midnight.
    static let timeOfDay: YAMLShape<Int> = YAMLShape<String>.text.map(schema: [
        "type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$",
    ]) {
        text, place, log in
        if let minutes = minutes(text), minutes < 1_440 { return minutes }
        log.error(at: place, "'\(text.excerpt)' is not a time of day", hint: "write it as \"01:30\"")
        return nil
    }

    /// `24:00` is the end of the day.
    fileprivate static func minutes(_ text: some StringProtocol) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"),
            [0, 1, 3, 4].allSatisfy({ (48...57).contains(bytes[$0]) }),
            let hour = Int(text.prefix(2)), let minute = Int(text.suffix(2)), minute < 60,
            hour * 60 + minute <= 1_440
        else { return nil }
        return hour * 60 + minute
    }
}

extension YAMLShape where Value == ScanWindow {
    /// `01:00-05:30`, local time; may cross midnight.
    static let window: YAMLShape<ScanWindow> = YAMLShape<String>.text.map(
        schema: ["type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]$"]
    ) { text, place, log in
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        if parts.count == 2, let from = YAMLShape<Int>.minutes(parts[0]), let to = YAMLShape<Int>.minutes(parts[1]),
            from < 1_440, from != to
        {
            return ScanWindow(from: from, to: to)
        }
        log.error(at: place, "'\(text.excerpt)' is not a time range", hint: "write it as \"01:00-05:30\"")
        return nil
    }
}
