/// Turns the row of a table back into its `Fact`. A row that does not fit is our own mistake.
struct FactDecoder: Decoder {
    let values: [String: FactValue]
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    static func fact<F: Fact>(_ type: F.Type, from row: FactRow, in table: FactTable) -> F {
        precondition(row.values.count == table.columns.count, "\(table.name): a row has \(table.columns.count) columns")
        var values: [String: FactValue] = [:]
        for (column, value) in zip(table.columns, row.values) { values[column.name] = value }
        do {
            return try F(from: FactDecoder(values: values))
        } catch {
            preconditionFailure("\(table.name): \(error)")
        }
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Container<Key>(values: values))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw Mismatch(column: "array") }
    func singleValueContainer() throws -> any SingleValueDecodingContainer { throw Mismatch(column: "value") }

    struct Mismatch: Error { let column: String }

    private struct Container<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let values: [String: FactValue]
        var codingPath: [any CodingKey] { [] }
        var allKeys: [Key] { [] }

        private func value(_ key: Key) -> FactValue { values[key.stringValue.snakeCased] ?? .absent }

        func contains(_ key: Key) -> Bool { values[key.stringValue.snakeCased] != nil }
        func decodeNil(forKey key: Key) throws -> Bool { value(key) == .absent }

        func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
            guard case .boolean(let flag) = value(key) else { throw Mismatch(column: key.stringValue) }
            return flag
        }

        func decode(_ type: String.Type, forKey key: Key) throws -> String {
            guard case .text(let text) = value(key) else { throw Mismatch(column: key.stringValue) }
            return text
        }

        func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
            guard case .integer(let number) = value(key) else { throw Mismatch(column: key.stringValue) }
            return number
        }

        func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
            guard let raw = type as? any RawRepresentable<String>.Type,
                case .text(let text) = value(key),
                let result = raw.init(rawValue: text) as? T
            else { throw Mismatch(column: key.stringValue) }
            return result
        }

        func nestedContainer<N: CodingKey>(keyedBy: N.Type, forKey key: Key) throws -> KeyedDecodingContainer<N> {
            throw Mismatch(column: key.stringValue)
        }
        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
            throw Mismatch(column: key.stringValue)
        }
        func superDecoder() throws -> any Decoder { throw Mismatch(column: "super") }
        func superDecoder(forKey key: Key) throws -> any Decoder { throw Mismatch(column: key.stringValue) }
    }
}
