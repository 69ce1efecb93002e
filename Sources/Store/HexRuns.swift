/// Hex digits of digests and keys as the bytes they mean: zlib would need 8 bits for each digit of a short text.
///
/// In the packed form a run is 0x01, the number of its bytes, and these. Texts must hold no 0x01, as JSON never does; what
/// was never packed unpacks to itself. The form is part of the store's format.
package enum HexRuns {
    private static let mark: UInt8 = 1
    private static let fewest = 8
    private static let most = 255

    /// Runs of 16 lower-case digits and more.
    package static func packed(_ text: [UInt8]) -> [UInt8] {
        precondition(!text.contains(mark), "a text with the mark of a run")
        var packed: [UInt8] = []
        packed.reserveCapacity(text.count)
        var position = 0
        while position < text.count {
            let end = text[position...].firstIndex { digit($0) == nil } ?? text.count
            let pairs = (end - position) / 2
            if pairs < fewest {
                let next = min(text.count, end + 1)
                packed += text[position..<next]
                position = next
                continue
            }
            for start in stride(from: 0, to: pairs, by: most) {
                let numbers = start..<min(start + most, pairs)
                packed += [mark, UInt8(numbers.count)]
                for number in numbers {
                    let high = digit(text[position + 2 * number]) ?? 0
                    let low = digit(text[position + 2 * number + 1]) ?? 0
                    packed.append(high << 4 | low)
                }
            }
            position += 2 * pairs
        }
        return packed
    }

    /// A run that is cut off ends with what there is.
    package static func unpacked(_ packed: [UInt8]) -> [UInt8] {
        guard packed.contains(mark) else { return packed }
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(packed.count * 2)
        var position = 0
        while position < packed.count {
            if packed[position] != mark {
                text.append(packed[position])
                position += 1
                continue
            }
            let count = position + 1 < packed.count ? Int(packed[position + 1]) : 0
            for byte in packed[(position + 1)...].dropFirst().prefix(count) {
                text += [digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
            }
            position += 2 + count
        }
        return text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
