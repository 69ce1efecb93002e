/// Walks through a JSON text (RFC 8259) without building it: says where it breaks the grammar and where values stand.
///
/// The library's reader names no place, lets a comma pass before a closing bracket, and nests deeper than a task's stack.
struct JSONGrammar {
    /// What is wrong, and at which byte.
    struct Fault: Error, Equatable {
        let offset: Int
        let reason: String
    }

    private let bytes: [UInt8]
    private var offset = 0
    /// Pointers (RFC 6901) to look out for, with all that lead to them.
    private let wanted: Set<String>
    /// Byte at which the value of a pointer begins.
    private(set) var places: [String: Int] = [:]

    init(_ bytes: [UInt8], lookingFor pointers: Set<String> = []) {
        self.bytes = bytes
        wanted = pointers.reduce(into: []) { all, pointer in
            all.formUnion(pointer.indices.filter { pointer[$0] == "/" }.map { String(pointer[..<$0]) } + [pointer])
        }
    }

    mutating func document() throws(Fault) {
        skipSpace()
        try value(wanted.isEmpty ? nil : "", depth: 0)
        skipSpace()
        guard offset == bytes.count else { throw fault("goes on after its end") }
    }

    /// `pointer` is `nil` where nobody looks for it or what is in it.
    private mutating func value(_ pointer: String?, depth: Int) throws(Fault) {
        if let pointer { places[pointer] = offset }
        switch peek {
        case UInt8(ascii: "{"): try object(pointer, depth: depth)
        case UInt8(ascii: "["): try array(pointer, depth: depth)
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        case UInt8(ascii: "-"): try number()
        case _ where isDigit: try number()
        default: throw fault("a value is missing")
        }
    }

    private mutating func object(_ pointer: String?, depth: Int) throws(Fault) {
        try members(until: "}", depth: depth) { (walk: inout JSONGrammar, _) throws(Fault) in
            let start = walk.offset
            guard walk.peek == UInt8(ascii: "\"") else { throw walk.fault("a name in quotation marks is missing") }
            try walk.string()
            let name =
                pointer == nil ? "" : String(decoding: walk.bytes[(start + 1)..<(walk.offset - 1)], as: UTF8.self)
            walk.skipSpace()
            guard walk.peek == UInt8(ascii: ":") else { throw walk.fault("a colon is missing") }
            walk.offset += 1
            walk.skipSpace()
            try walk.value(walk.inside(pointer, name), depth: depth + 1)
        }
    }

    private mutating func array(_ pointer: String?, depth: Int) throws(Fault) {
        try members(until: "]", depth: depth) { (walk: inout JSONGrammar, number) throws(Fault) in
            try walk.value(walk.inside(pointer, String(number)), depth: depth + 1)
        }
    }

    private func inside(_ pointer: String?, _ name: String) -> String? {
        guard let inner = pointer.map({ "\($0)/\(name)" }), wanted.contains(inner) else { return nil }
        return inner
    }

    private mutating func members(
        until end: Unicode.Scalar, depth: Int, _ member: (inout JSONGrammar, Int) throws(Fault) -> Void
    ) throws(Fault) {
        guard depth < JSONValue.deepestNesting else {
            throw fault("nested deeper than \(JSONValue.deepestNesting) levels")
        }
        offset += 1
        skipSpace()
        if peek == UInt8(ascii: end) { return offset += 1 }
        var number = 0
        while true {
            try member(&self, number)
            number += 1
            skipSpace()
            if peek == UInt8(ascii: end) { return offset += 1 }
            guard peek == UInt8(ascii: ",") else { throw fault("a comma or '\(end)' is missing") }
            let comma = offset
            offset += 1
            skipSpace()
            if peek == UInt8(ascii: end) {
                throw Fault(offset: comma, reason: "a comma before the end of a list or object")
            }
        }
    }

    private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func skipSpace() {
        while let byte = peek, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { offset += 1 }
    }

    private mutating func word(_ word: String) throws(Fault) {
        guard bytes[offset...].starts(with: word.utf8) else { throw fault("a value is missing") }
        offset += word.utf8.count
    }

    private mutating func number() throws(Fault) {
        if peek == UInt8(ascii: "-") { offset += 1 }
        if peek == UInt8(ascii: "0") { offset += 1 } else { try digits() }
        if peek == UInt8(ascii: ".") {
            offset += 1
            try digits()
        }
        if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
            offset += 1
            if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { offset += 1 }
            try digits()
        }
    }

    private mutating func digits() throws(Fault) {
        guard isDigit else { throw fault("a digit is missing") }
        while isDigit { offset += 1 }
    }

    private var isDigit: Bool { peek.map { (0x30...0x39).contains($0) } ?? false }

    private mutating func string() throws(Fault) {
        let start = offset
        offset += 1
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""): return offset += 1
            case UInt8(ascii: "\\"): try escape()
            case 0..<0x20: throw fault("a control character in a text")
            default: offset += 1
            }
        }
        throw Fault(offset: start, reason: "a text is not closed")
    }

    private mutating func escape() throws(Fault) {
        let start = offset
        offset += 1
        guard let sign = peek else { return }
        offset += 1
        if "\"\\/bfnrt".utf8.contains(sign) { return }
        guard sign == UInt8(ascii: "u"), let unit = unit() else {
            throw Fault(offset: start, reason: "a '\\' before a sign that needs none")
        }
        guard UTF16.isSurrogate(unit) else { return }
        let isPair =
            UTF16.isLeadSurrogate(unit) && bytes[offset...].starts(with: "\\u".utf8)
            && {
                offset += 2
                return self.unit().map(UTF16.isTrailSurrogate) ?? false
            }()
        guard isPair else { throw Fault(offset: start, reason: "half a character: '\\u' of a pair alone") }
    }

    private mutating func unit() -> UInt16? {
        guard offset + 4 <= bytes.count, bytes[offset..<(offset + 4)].allSatisfy(Self.isHex) else { return nil }
        offset += 4
        return UInt16(String(decoding: bytes[(offset - 4)..<offset], as: UTF8.self), radix: 16)
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }

    private func fault(_ reason: String) -> Fault {
        Fault(offset: offset, reason: offset < bytes.count ? reason : "the document ends too early")
    }
}
