/// A value built from a mapping, with the mapping's fields: checks that need places read them there.
package struct Written<Value: Sendable>: Sendable {
    package let value: Value
    package let fields: YAMLFields

    package var place: Place { fields.place }
}

extension YAMLShape {
    /// A mapping whose fields are kept beside the value built from them.
    package static func written<Built: Sendable>(
        _ mapping: YAMLMapping, _ build: @escaping @Sendable (YAMLFields, DiagnosticLog) -> Built?
    ) -> YAMLShape where Value == Written<Built> {
        .mapping(mapping) { fields, log in build(fields, log).map { Written(value: $0, fields: fields) } }
    }
}
