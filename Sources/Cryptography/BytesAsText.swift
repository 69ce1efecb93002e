extension Sequence<UInt8> {
    /// Two lower-case hex digits for each byte.
    package var hex: String {
        var text: [UInt8] = []
        for byte in self {
            text.append(hexDigits[Int(byte >> 4)])
            text.append(hexDigits[Int(byte & 0x0F)])
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// RFC 4648 section 4, padded, in one line.
    package var base64: String {
        var text: [UInt8] = []
        var group: UInt32 = 0
        var held = 0
        for byte in self {
            group = group << 8 | UInt32(byte)
            held += 1
            guard held == 3 else { continue }
            text += base64Letters(of: group, bytes: 3)
            group = 0
            held = 0
        }
        if held > 0 { text += base64Letters(of: group << (8 * UInt32(3 - held)), bytes: held) }
        return String(decoding: text, as: UTF8.self)
    }
}

private let hexDigits = Array("0123456789abcdef".utf8)
private let base64Alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

/// Four letters for up to three bytes held in the low 24 bits.
private func base64Letters(of group: UInt32, bytes: Int) -> [UInt8] {
    (0..<4).map { index in
        index <= bytes ? base64Alphabet[Int(group >> (18 - 6 * UInt32(index)) & 0x3F)] : UInt8(ascii: "=")
    }
}
