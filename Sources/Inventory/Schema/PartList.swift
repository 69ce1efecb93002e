import Store

/// The parts of a document as it is stored: numbers of seven bits a byte, the highest bit says that more follow (LEB128).
struct PartList {
    let numbers: [Int]

    init(_ numbers: [Int]) { self.numbers = numbers }

    /// From the columns `parts` and `part_list` of `h_document`: the first, a JSON list, is what older stores have.
    init(_ row: SQLRow) throws {
        if let text = try row.optionalText("parts") {
            numbers = try text.dropFirst().dropLast().split(separator: ",").map {
                guard let number = Int($0) else { throw SQLRow.missing("a readable list of parts") }
                return number
            }
        } else {
            numbers = try Self.numbers(in: row.bytes("part_list"))
        }
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        for number in numbers {
            var rest = UInt64(number)
            while rest > 0x7F {
                bytes.append(UInt8(rest & 0x7F) | 0x80)
                rest >>= 7
            }
            bytes.append(UInt8(rest))
        }
        return bytes
    }

    private static func numbers(in bytes: [UInt8]) throws -> [Int] {
        var numbers: [Int] = []
        var (number, shift) = (0, 0)
        for byte in bytes {
            guard shift < Int.bitWidth - 7 else { throw SQLRow.missing("a readable list of parts") }
            number |= Int(byte & 0x7F) << shift
            shift += 7
            if byte & 0x80 == 0 {
                numbers.append(number)
                (number, shift) = (0, 0)
            }
        }
        guard shift == 0 else { throw SQLRow.missing("a whole list of parts") }
        return numbers
    }
}
