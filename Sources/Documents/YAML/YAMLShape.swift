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

    /// A mapping whose keys are ids chosen by the author, in the order written.
    package func table(keyedBy key: YAMLShape<String>) -> YAMLShape<[(key: Placed<String>, value: Value)]> {
        let schema: JSONValue = [
            "type": "object", "propertyNames": key.schema, "additionalProperties": schema,
        ]
        return YAMLShape<[(key: Placed<String>, value: Value)]>(schema: schema) { node, log in
            guard let entries = node.entries else {
                log.error(at: node.place, "expected a mapping of ids, found \(node.kind)")
                return nil
            }
            return entries.compactMap { entry in
                let id = key.read(YAMLNode(.scalar(entry.key), at: entry.keyPlace), log)
                let value = read(entry.value, log)
                guard let id, let value else { return nil }
                return (Placed(id, at: entry.keyPlace), value)
            }
        }
    }
}
