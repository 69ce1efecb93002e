import Foundation

extension JSONValue {
    package static let deepestNesting = 64

    /// Reads a document; `source` names it in messages. Members are sorted by name, their order is not kept.
    package static func read(
        _ text: String, source: String, longest: Int = 64 * 1_024 * 1_024
    ) throws(Diagnostic) -> JSONValue {
        let place = Place(file: source, line: 1, column: 1)
        guard text.utf8.count <= longest else {
            throw Diagnostic(at: place, "the document has \(text.utf8.count) bytes, more than \(longest)")
        }
        let outline = JSONOutline(of: text.utf8)
        guard outline.deepest <= deepestNesting else {
            throw Diagnostic(at: place, "nested deeper than \(deepestNesting) levels")
        }
        guard !outline.hasTrailingComma else {
            throw Diagnostic(at: place, "not valid JSON: a comma before the end of a list or object")
        }
        do {
            return try JSONDecoder().decode(Read.self, from: Data(text.utf8)).value
        } catch {
            throw Diagnostic(at: place, "not valid JSON: \(reason(of: error))")
        }
    }

    private static func reason(of error: any Error) -> String {
        guard case DecodingError.dataCorrupted(let context) = error else { return error.localizedDescription }
        let inner = (context.underlyingError as? NSError)?.userInfo[NSDebugDescriptionErrorKey] as? String
        return (inner ?? context.debugDescription).trimmingCharacters(in: ["."]).excerpt
    }

    /// How the library hands values over: it is asked for each kind in turn.
    private struct Read: Decodable {
        let value: JSONValue

        init(from decoder: any Decoder) throws {
            if let object = try? decoder.container(keyedBy: Name.self) {
                value = .object(
                    try object.allKeys.sorted { $0.stringValue.utf8.lexicographicallyPrecedes($1.stringValue.utf8) }
                        .map { JSONMember($0.stringValue, try object.decode(Read.self, forKey: $0).value) })
            } else if var array = try? decoder.unkeyedContainer() {
                var items: [JSONValue] = []
                while !array.isAtEnd { items.append(try array.decode(Read.self).value) }
                value = .array(items)
            } else {
                value = try Read.scalar(decoder.singleValueContainer())
            }
        }

        private static func scalar(_ container: any SingleValueDecodingContainer) throws -> JSONValue {
            if container.decodeNil() { return .null }
            if let text = try? container.decode(String.self) { return .string(text) }
            if let flag = try? container.decode(Bool.self) { return .boolean(flag) }
            if let number = try? container.decode(Int.self) { return .integer(number) }
            return .number(try container.decode(Double.self))
        }
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

/// What must be known before the library reads: its own nesting limit is too deep for the stack of a task, and it
/// lets a comma pass before a closing bracket.
private struct JSONOutline {
    private(set) var deepest = 0
    private(set) var hasTrailingComma = false
    private var depth = 0
    private var inString = false
    private var escaped = false
    private var lastSign: UInt8 = 0

    init(of bytes: String.UTF8View) {
        for byte in bytes { inString ? readInString(byte) : read(byte) }
    }

    private mutating func readInString(_ byte: UInt8) {
        if escaped {
            escaped = false
        } else if byte == UInt8(ascii: "\\") {
            escaped = true
        } else if byte == UInt8(ascii: "\"") {
            inString = false
        }
    }

    private mutating func read(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): return
        case UInt8(ascii: "\""): inString = true
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            depth += 1
            deepest = max(deepest, depth)
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            depth -= 1
            if lastSign == UInt8(ascii: ",") { hasTrailingComma = true }
        default: break
        }
        lastSign = byte
    }
}
