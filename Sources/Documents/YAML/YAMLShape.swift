/// What may stand at a place of a file, declared once: how it is read, and the JSON Schema that says the same.
///
/// `read` reports what is wrong to the log and answers `nil`; it never stops at the first fault.
package struct YAMLShape<Value: Sendable>: Sendable {
    package let schema: JSONValue
    package let read: @Sendable (YAMLNode, DiagnosticLog) -> Value?

    package init(schema: JSONValue, read: @escaping @Sendable (YAMLNode, DiagnosticLog) -> Value?) {
        self.schema = schema
        self.read = read
    }

    /// The same, remembering where it stood.
    package var placed: YAMLShape<Placed<Value>> {
        YAMLShape<Placed<Value>>(schema: schema) { node, log in
            read(node, log).map { Placed($0, at: node.place) }
        }
    }

    /// The same, turned into another type; answers `nil` after reporting where that is not possible.
    package func map<Other: Sendable>(
        schema: JSONValue? = nil, _ turn: @escaping @Sendable (Value, Place, DiagnosticLog) -> Other?
    ) -> YAMLShape<Other> {
        YAMLShape<Other>(schema: schema ?? self.schema) { node, log in
            read(node, log).flatMap { turn($0, node.place, log) }
        }
    }

    /// A list; what is wrong with one item does not hide the others.
    package var list: YAMLShape<[Value]> {
        YAMLShape<[Value]>(schema: ["type": "array", "items": schema]) { node, log in
            guard let items = node.items else {
                log.error(
                    at: node.place, "expected a list, found \(node.kind)", hint: "write [a, b] or one '- a' a line")
                return nil
            }
            return items.compactMap { read($0, log) }
        }
    }

    /// A list of at least one item.
    package var someList: YAMLShape<[Value]> {
        YAMLShape<[Value]>(schema: ["type": "array", "minItems": 1, "items": schema]) { node, log in
            if node.items?.isEmpty == true { log.error(at: node.place, "the list is empty", hint: "name at least one") }
            return list.read(node, log)
        }
    }

    /// A mapping whose keys are ids chosen by the author, in the order written; each entry knows its id.
    package static func table<Item: Sendable>(
        keyedBy key: YAMLShape<String>, of entry: @escaping @Sendable (Placed<String>) -> YAMLShape<Item>
    ) -> YAMLShape where Value == [Item] {
        let sample = Placed("id", at: Place(file: "", line: 1, column: 1))
        let schema: JSONValue = [
            "type": "object", "propertyNames": key.schema, "additionalProperties": entry(sample).schema,
        ]
        return YAMLShape(schema: schema) { node, log in
            guard let entries = node.entries else {
                log.error(at: node.place, "expected a mapping of ids, found \(node.kind)")
                return nil
            }
            return entries.compactMap { pair in
                // A wrong id is reported and still used, so that what stands behind it is read too.
                let id = key.read(YAMLNode(.scalar(pair.key), at: pair.keyPlace), log) ?? pair.key.text
                return entry(Placed(id, at: pair.keyPlace)).read(pair.value, log)
            }
        }
    }
}
