import Documents

/// Tells a file's format by what is in it, never by its name.
enum FormatDetection {
    private static let longestPart = 1 << 16

    static func format(of bytes: [UInt8], file: String) throws -> ImportFormat {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .xlsx }
        let start = Array(bytes.prefix(longestPart))
        guard let text = TextEncoding.guess(from: start).decode(evenly(start)), !text.allSatisfy(\.isWhitespace) else {
            throw problem(file, "the file is empty or no text")
        }
        switch text.first(where: { !$0.isWhitespace }) {
        case "<": return try xml(bytes, file)
        case "{", "[": return try json(bytes, file)
        default: return list(text)
        }
    }

    private static func xml(_ bytes: [UInt8], _ file: String) throws -> ImportFormat {
        struct Found: Error {}
        var root: XMLTag?
        do {
            try XMLReading.events(of: bytes, file: file, limits: .stream) { event in
                if case .start(let tag) = event { root = tag }
                throw Found()
            }
        } catch is Found {}
        switch root?.name {
        case "bom": return .cyclonedx
        case "nmaprun": return .nmap
        case "REQUEST": return .ocs
        case "report", "get_reports_response": return .greenbone
        default: throw problem(file, "<\(root?.name.excerpt ?? "")> is the root of no format that can be imported")
        }
    }

    /// By the names that only one format has; a long file is looked at in its first and last parts, as some producers
    /// write the name of the format at the end.
    private static func json(_ bytes: [UInt8], _ file: String) throws -> ImportFormat {
        let encoding = TextEncoding.guess(from: Array(bytes.prefix(4)))
        let text =
            encoding == .utf16
            ? encoding.decode(bytes) ?? ""
            : [bytes.prefix(longestPart), bytes.suffix(longestPart)].map { String(decoding: $0, as: UTF8.self) }
                .joined()
        let marks: [(String, ImportFormat)] = [
            ("\"bomFormat\"", .cyclonedx), ("\"spdxVersion\"", .spdx), ("schema.oparl.org", .oparl),
            ("\"deviceid\"", .glpi), ("\"itemtype\"", .glpi), ("\"softwares\"", .glpi),
        ]
        if let mark = marks.first(where: { text.contains($0.0) }) { return mark.1 }
        if text.contains("\"name\"") { return .osquery }
        throw problem(file, "JSON of no format that can be imported")
    }

    private static func list(_ text: String) -> ImportFormat {
        let lines = text.split(whereSeparator: \.isNewline).prefix(40).map(String.init)
        let head = lines.prefix(3).joined(separator: "\n")
        if head.contains("SPDXVersion:") { return .spdx }
        if head.contains("DisplayName"), head.contains("DisplayVersion") || head.contains("Publisher") {
            return .windows
        }
        if head.contains("NVT OID") || head.contains("NVT Name") { return .greenbone }
        if lines.contains(where: { $0.hasPrefix("Desired=") }) || lines.allSatisfy(PackageListReader.isDpkg) {
            return .dpkg
        }
        if lines.allSatisfy(PackageListReader.isRPM) { return .rpm }
        return .csv
    }

    private static func evenly(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.first != 0xFE, bytes.first != 0xFF else { return bytes }
        // A character may be cut off at the end of the first part.
        return bytes.lastIndex(of: UInt8(ascii: "\n")).map { Array(bytes[...$0]) } ?? bytes
    }

    private static func problem(_ file: String, _ message: String) -> Diagnostic {
        let formats = ImportFormat.allCases.map(\.rawValue).joined(separator: ", ")
        return Diagnostic(at: Place(file: file, line: 1, column: 1), message, hint: "'--as' takes \(formats)")
    }
}
