/// Bytes of a page as text a person can read: character set and entities undone, white space folded.
struct HTMLText {
    private let isLatin1: Bool

    init(_ page: [UInt8], charset: String) {
        let stated = charset.isEmpty ? Self.statedInPage(page) : charset.lowercased()
        isLatin1 = ["iso-8859-1", "windows-1252", "latin1"].contains { stated.hasPrefix($0) }
    }

    func readable(_ bytes: ArraySlice<UInt8>, limit: Int) -> String {
        let part = bytes.prefix(4_096)
        let text = isLatin1 ? Self.latin1(part) : String(decoding: part, as: UTF8.self)
        return String(String(visible: Self.withoutEntities(text)).spacesFolded.prefix(limit))
    }

    private static func latin1(_ bytes: ArraySlice<UInt8>) -> String {
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: bytes.map { Unicode.Scalar($0) })
        return String(scalars)
    }

    private static func statedInPage(_ page: [UInt8]) -> String {
        let start = String(decoding: page.prefix(1_024), as: UTF8.self).lowercased()
        guard let found = start.firstRange(of: "charset=") else { return "" }
        return start[found.upperBound...].prefix(16).filter { $0 != "\"" && $0 != "'" }
    }

    private static func withoutEntities(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let ampersand = rest.firstIndex(of: "&") {
            result += rest[..<ampersand]
            rest = rest[ampersand...].dropFirst()
            let name = rest.prefix(10).prefix { $0 != ";" && $0 != "&" }
            if rest.dropFirst(name.count).first == ";", let character = character(String(name)) {
                result.append(character)
                rest = rest.dropFirst(name.count + 1)
            } else {
                result.append("&")
            }
        }
        return result + rest
    }

    private static func character(_ name: String) -> Character? {
        if name.hasPrefix("#x") || name.hasPrefix("#X") { return scalar(UInt32(name.dropFirst(2), radix: 16)) }
        if name.hasPrefix("#") { return scalar(UInt32(name.dropFirst())) }
        return named[name]
    }

    private static func scalar(_ number: UInt32?) -> Character? {
        number.flatMap(Unicode.Scalar.init).map(Character.init)
    }

    private static let named: [String: Character] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "auml": "ä", "ouml": "ö", "uuml": "ü",
        "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "ndash": "–", "mdash": "—",
        "laquo": "«", "raquo": "»", "bdquo": "„", "ldquo": "“", "rdquo": "”", "sbquo": "‚", "lsquo": "‘", "rsquo": "’",
        "middot": "·", "bull": "•", "hellip": "…", "copy": "©", "reg": "®", "trade": "™", "euro": "€", "sect": "§",
        "shy": "\u{AD}",
    ]
}
