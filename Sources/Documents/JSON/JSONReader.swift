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
        try checkGrammar(Array(text.utf8), source)
        do {
            return try JSONDecoder().decode(Read.self, from: Data(text.utf8)).value
        } catch {
            throw Diagnostic(at: place, "not valid JSON: \(reason(of: error))")
        }
    }

    private static func checkGrammar(_ bytes: [UInt8], _ source: String) throws(Diagnostic) {
        var grammar = JSONGrammar(bytes)
        do {
            try grammar.document()
        } catch {
            throw Diagnostic(
                at: Place(file: source, offset: error.offset, in: bytes), "not valid JSON: \(error.reason)")
        }
    }

    /// The lines at which the values of some pointers (RFC 6901) begin, in a text that was read.
    package static func lines(of pointers: Set<String>, in bytes: [UInt8]) -> [String: Int] {
        var grammar = JSONGrammar(bytes, lookingFor: pointers)
        guard !pointers.isEmpty, (try? grammar.document()) != nil else { return [:] }
        let starts = grammar.places.filter { pointers.contains($0.key) }.sorted { $0.value < $1.value }
        var (line, offset) = (1, 0)
        return starts.reduce(into: [:]) { lines, start in
            line += bytes[offset..<start.value].count { $0 == UInt8(ascii: "\n") }
            offset = start.value
            lines[start.key] = line
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
