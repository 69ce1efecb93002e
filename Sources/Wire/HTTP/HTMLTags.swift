/// Walks over the start tags of a page. Every step moves forward, so time grows with the length only.
struct HTMLTags {
    struct Tag {
        /// Lower case.
        let name: String
        /// What stands between the name and the closing bracket.
        let inside: ArraySlice<UInt8>
    }

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Tag? {
        while let open = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            position = open + 1
            if bytes[position...].starts(with: "!--".utf8) {
                position = end(of: Array("-->".utf8), from: min(position + 3, bytes.count))
                continue
            }
            let name = bytes[position...].prefix(20).prefix { $0.isNameByte }
            guard !name.isEmpty else { continue }
            let inside = bytes[name.endIndex...].prefix(4_096).prefix { $0 != UInt8(ascii: ">") }
            position = min(inside.endIndex + 1, bytes.count)
            return Tag(name: String(decoding: name, as: UTF8.self).lowercased(), inside: inside)
        }
        return nil
    }

    /// Everything up to the end tag of this name, or all that is left.
    mutating func content(until name: String) -> ArraySlice<UInt8> {
        let start = position
        let pattern = Array("/\(name)".utf8)
        while let open = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            position = open + 1
            let found = bytes[position...].prefix(pattern.count)
            if found.elementsEqual(pattern, by: { $0 == $1 || $0 | 0x20 == $1 }) { return bytes[start..<open] }
        }
        position = bytes.count
        return bytes[start...]
    }

    private func end(of pattern: [UInt8], from start: Int) -> Int {
        var index = start
        while index < bytes.count, !bytes[index...].starts(with: pattern) { index += 1 }
        return min(index + pattern.count, bytes.count)
    }
}

extension HTMLTags.Tag {
    /// The value of an attribute, with or without quotes; `nil` where it is not given.
    func attribute(_ name: String) -> ArraySlice<UInt8>? {
        var rest = inside
        while true {
            rest = rest.drop { $0.isSpace || $0 == UInt8(ascii: "/") }
            let key = rest.prefix { !$0.isSpace && $0 != UInt8(ascii: "=") }
            rest = rest.dropFirst(key.count).drop { $0.isSpace }
            var value: ArraySlice<UInt8> = []
            if rest.first == UInt8(ascii: "=") {
                (value, rest) = Self.value(after: rest.dropFirst())
            } else if key.isEmpty {
                return nil
            }
            if String(decoding: key, as: UTF8.self).lowercased() == name { return value }
        }
    }

    private static func value(
        after equals: ArraySlice<UInt8>
    ) -> (value: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) {
        let text = equals.drop { $0.isSpace }
        guard let quote = text.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            let value = text.prefix { !$0.isSpace }
            return (value, text.dropFirst(value.count))
        }
        let value = text.dropFirst().prefix { $0 != quote }
        return (value, text.dropFirst(value.count + 2))
    }
}

extension UInt8 {
    fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    fileprivate var isNameByte: Bool { (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20) }
}
