/// Package URLs of packages whose list names only their kind: `pkg:deb/openssh-server`, of whichever distribution.
enum PackageName {
    /// Empty where the kind is none the catalogue tells apart.
    static func url(_ kind: String, _ name: String) -> String {
        guard ["deb", "rpm"].contains(kind), !name.isEmpty else { return "" }
        return "pkg:\(kind)/" + name.unicodeScalars.map { isPlain($0) ? String($0) : encoded($0) }.joined()
    }

    /// Package URL specification, "character encoding".
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", ".", "-", "_", "~": true
        default: false
        }
    }

    private static func encoded(_ scalar: Unicode.Scalar) -> String {
        String(scalar).utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
    }
}
