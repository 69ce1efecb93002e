/// A protocol version as the wire carries it; unknown numbers and GREASE stay what they are.
package struct TLSVersion: RawRepresentable, Sendable, Hashable, Comparable, CustomStringConvertible {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// As the field of an SSLv2 hello carries it; no TLS hello ever does.
    package static let ssl2 = TLSVersion(rawValue: 0x0002)
    package static let ssl3 = TLSVersion(rawValue: 0x0300)
    package static let tls10 = TLSVersion(rawValue: 0x0301)
    package static let tls11 = TLSVersion(rawValue: 0x0302)
    package static let tls12 = TLSVersion(rawValue: 0x0303)
    package static let tls13 = TLSVersion(rawValue: 0x0304)

    /// Those that begin with a TLS record, from old to new.
    package static let known: [TLSVersion] = [.ssl3, .tls10, .tls11, .tls12, .tls13]

    /// The vocabulary's name; the four hex digits of a version nobody has named.
    package var description: String {
        switch self {
        case .ssl2: "SSLv2"
        case .ssl3: "SSLv3"
        case .tls10: "TLSv1.0"
        case .tls11: "TLSv1.1"
        case .tls12: "TLSv1.2"
        case .tls13: "TLSv1.3"
        default: rawValue.fourHexDigits
        }
    }

    package static func < (left: TLSVersion, right: TLSVersion) -> Bool { left.rawValue < right.rawValue }
}

extension UInt16 {
    /// How code points are written everywhere: four hex digits, upper case.
    package var fourHexDigits: String {
        let digits = String(self, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
