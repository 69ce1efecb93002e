/// An id as part of a file name or anchor: small letters, digits and hyphens stay, everything else becomes `_` and hex,
/// so that two ids never share a name and none can leave the folder.
enum FileSafeName {
    static func of(_ id: String) -> String {
        var name = ""
        for byte in id.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                name.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16)
                name += "_" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        // A file system takes 255 bytes; the fleet and the rules keep ids far shorter.
        return String(name.prefix(200))
    }

    /// `F-12` as people say it; any other id as above.
    static func ofFinding(_ id: String) -> String {
        let digits = id.dropFirst(2)
        let isPlain = id.hasPrefix("F-") && (1...18).contains(digits.count) && digits.allSatisfy(\.isASCIIDigit)
        return isPlain ? id : of(id)
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
