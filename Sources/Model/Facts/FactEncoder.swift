/// Turns a `Fact` into the row of its table. A property the table does not declare is our own mistake.
struct FactEncoder: Encoder {
    let box: Box
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// Collects the values of one fact while it encodes itself.
    final class Box {
        var values: [String: FactValue] = [:]
    }

    static func row(of fact: some Fact, in table: FactTable) -> FactRow {
        let encoder = FactEncoder(box: Box())
        do {
            try fact.encode(to: encoder)
        } catch {
            preconditionFailure("\(table.name): \(error)")
        }
        for name in encoder.box.values.keys {
            precondition(table.columns.contains { $0.name == name }, "\(table.name) declares no column \(name)")
        }
        return FactRow(
            table.columns.map { column in
                let value = encoder.box.values[column.name] ?? .absent
                precondition(column.accepts(value), "\(table.name).\(column.name) cannot hold \(value)")
                return value
            })
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(Container<Key>(box: box))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer { preconditionFailure("a fact is one flat row") }
    func singleValueContainer() -> any SingleValueEncodingContainer { preconditionFailure("a fact is one flat row") }

    private struct Container<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let box: Box
        var codingPath: [any CodingKey] { [] }

        private func set(_ value: FactValue, for key: Key) { box.values[key.stringValue.snakeCased] = value }

        func encodeNil(forKey key: Key) throws { set(.absent, for: key) }
        func encode(_ value: Bool, forKey key: Key) throws { set(.boolean(value), for: key) }
        func encode(_ value: String, forKey key: Key) throws { set(.text(value), for: key) }
        func encode(_ value: Int, forKey key: Key) throws { set(.integer(value), for: key) }

        func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
            if let raw = value as? any RawRepresentable<String> { return set(.text(raw.rawValue), for: key) }
            preconditionFailure("a fact column holds text, an integer or a boolean, not \(T.self)")
        }

        func nestedContainer<N: CodingKey>(keyedBy: N.Type, forKey key: Key) -> KeyedEncodingContainer<N> {
            preconditionFailure("a fact is one flat row")
        }
        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            preconditionFailure("a fact is one flat row")
        }
        func superEncoder() -> any Encoder { preconditionFailure("a fact is one flat row") }
        func superEncoder(forKey key: Key) -> any Encoder { preconditionFailure("a fact is one flat row") }
    }
}

extension String {
    /// `notAfter` becomes `not_after`: the vocabulary's spelling of a property.
    var snakeCased: String {
        var bytes: [UInt8] = []
        for byte in utf8 {
            let isUpperCase = (0x41...0x5A).contains(byte)
            if isUpperCase { bytes.append(UInt8(ascii: "_")) }
            bytes.append(isUpperCase ? byte | 0x20 : byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
