/// A key a mapping accepts: its name, what stands behind it, whether it must be there, and a sentence for the schema.
package struct YAMLKey<Value: Sendable>: Sendable {
    package let name: String
    package let shape: YAMLShape<Value>
    package let isRequired: Bool
    package let sentence: String

    package static func required(_ name: String, _ shape: YAMLShape<Value>, _ sentence: String) -> YAMLKey {
        YAMLKey(name: name, shape: shape, isRequired: true, sentence: sentence)
    }

    package static func optional(_ name: String, _ shape: YAMLShape<Value>, _ sentence: String) -> YAMLKey {
        YAMLKey(name: name, shape: shape, isRequired: false, sentence: sentence)
    }

    package var declaration: YAMLKeyDeclaration {
        YAMLKeyDeclaration(name: name, isRequired: isRequired, sentence: sentence, schema: shape.schema) {
            node, log in shape.read(node, log)
        }
    }
}

/// A key without the type of its value, so that keys of different types stand in one list.
package struct YAMLKeyDeclaration: Sendable {
    package let name: String
    package let isRequired: Bool
    package let sentence: String
    package let schema: JSONValue
    let read: @Sendable (YAMLNode, DiagnosticLog) -> (any Sendable)?
}

/// A mapping with declared keys. Any other key, a key given twice and a missing one are errors.
package struct YAMLMapping: Sendable {
    /// For messages, with its article: `a body`.
    package let what: String
    package let keys: [YAMLKeyDeclaration]

    package init(_ what: String, _ keys: [YAMLKeyDeclaration]) {
        self.what = what
        self.keys = keys
    }

    package var schema: JSONValue {
        let properties = keys.map { key in
            JSONMember(
                key.name, .object([JSONMember("description", .string(key.sentence))] + (key.schema.members ?? [])))
        }
        return .object([
            "type": "object", "additionalProperties": .boolean(false), "properties": .object(properties),
            "required": .array(keys.filter(\.isRequired).map { .string($0.name) }),
        ])
    }

    /// Reads every declared key; everything wrong is in the log afterwards.
    package func fields(of node: YAMLNode, _ log: DiagnosticLog) -> YAMLFields? {
        guard let entries = node.entries else {
            log.error(at: node.place, "expected \(what), found \(node.kind)", hint: keyHint)
            return nil
        }
        var fields = YAMLFields(place: node.place)
        for entry in entries { read(entry, into: &fields, log) }
        for key in keys where key.isRequired && fields.places[key.name] == nil && !fields.meant.contains(key.name) {
            log.error(at: node.place, "\(what) lacks the key '\(key.name)'", hint: "\(key.name): \(key.sentence)")
        }
        return fields
    }

    private func read(_ entry: YAMLEntry, into fields: inout YAMLFields, _ log: DiagnosticLog) {
        let name = entry.key.text
        guard let key = keys.first(where: { $0.name == name }) else {
            return reject(entry, into: &fields, log)
        }
        guard fields.places[name] == nil else {
            return log.error(at: entry.keyPlace, "key '\(name)' is given twice")
        }
        fields.places[name] = entry.value.place
        fields.keyPlaces[name] = entry.keyPlace
        fields.values[name] = key.read(entry.value, log)
    }

    private func reject(_ entry: YAMLEntry, into fields: inout YAMLFields, _ log: DiagnosticLog) {
        let names = keys.map(\.name)
        var hint = Suggestion.hint(for: entry.key.text, among: names)
        if let meant = Suggestion.closest(to: entry.key.text, among: names) {
            fields.meant.insert(meant)
        } else if entry.value.scalar?.text == "", entry.value.isNull {
            hint = "put text that contains a comma in quotes"
        }
        log.error(at: entry.keyPlace, "unknown key '\(entry.key.excerpt)'", hint: hint)
    }

    private var keyHint: String { "its keys are: \(keys.map(\.name).joined(separator: ", "))" }
}

/// The values of a mapping by their keys. A value is `nil` where the key is absent or its value was wrong.
package struct YAMLFields: Sendable {
    package let place: Place
    fileprivate(set) var places: [String: Place] = [:]
    fileprivate(set) var keyPlaces: [String: Place] = [:]
    /// Keys that are there but misspelt: they are not missing as well.
    fileprivate var meant: Set<String> = []
    fileprivate(set) var values: [String: any Sendable] = [:]

    fileprivate init(place: Place) { self.place = place }

    package subscript<Value>(_ key: YAMLKey<Value>) -> Value? { values[key.name] as? Value }

    /// Where the value stands, else where the mapping begins.
    package func place<Value>(of key: YAMLKey<Value>) -> Place { places[key.name] ?? place }

    package func contains<Value>(_ key: YAMLKey<Value>) -> Bool { places[key.name] != nil }
}

extension YAMLShape {
    /// A mapping with declared keys, built into a value; `build` answers `nil` where a required value is missing.
    package static func mapping(
        _ mapping: YAMLMapping, _ build: @escaping @Sendable (YAMLFields, DiagnosticLog) -> Value?
    ) -> YAMLShape {
        YAMLShape(schema: mapping.schema) { node, log in
            mapping.fields(of: node, log).flatMap { build($0, log) }
        }
    }
}
