/// Refuses, before the library expands them, files that refer to their own anchors over and over.
///
/// Every anchor is refused afterwards with its place; this only keeps the library from comparing billions of
/// values first ("billion laughs").
enum AliasGuard {
    private static let most = 16

    static func check(_ text: String, file: String) throws(Diagnostic) {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return }
        let bytes = Array(text.utf8)
        let anchors = Set(names(after: UInt8(ascii: "&"), in: bytes).map(\.name))
        guard !anchors.isEmpty else { return }
        let aliases = names(after: UInt8(ascii: "*"), in: bytes).filter { anchors.contains($0.name) }
        guard aliases.count > most, let first = aliases.first else { return }
        throw Diagnostic(
            at: Place(file: file, line: first.line, column: first.column),
            "anchors and aliases are not supported: '*\(first.name)'", hint: "write the value out")
    }

    private static func names(after sign: UInt8, in bytes: [UInt8]) -> [(name: String, line: Int, column: Int)] {
        var found: [(name: String, line: Int, column: Int)] = []
        var line = 1
        var lineStart = 0
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\n") {
                line += 1
                lineStart = index + 1
            } else if byte == sign {
                let name = bytes[(index + 1)...].prefix(64).prefix(while: isNameByte)
                guard !name.isEmpty else { continue }
                found.append((String(decoding: name, as: UTF8.self), line, index - lineStart + 1))
            }
        }
        return found
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
