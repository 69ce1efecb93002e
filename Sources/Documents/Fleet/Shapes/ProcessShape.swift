import Model

/// One entry of `processes:`
enum ProcessKeys {
    static let body = YAMLKey.required("body", YAMLShape.slug.placed, "body whose process it is")
    static let service = YAMLKey.required(
        "service", YAMLShape.slug.placed, "service it is about, by its id in the service catalogue")
    static let file = YAMLKey.required(
        "file", YAMLShape.relativePath.placed, "BPMN 2.0 file, as a modelling tool exports it")

    static let shape = YAMLShape<Written<ProcessFile>>.written(
        YAMLMapping("a process", [body.declaration, service.declaration, file.declaration])
    ) { fields, _ in
        guard let body = fields[body], let service = fields[service], let file = fields[file] else { return nil }
        return ProcessFile(body: body.value, service: service.value, file: file.value)
    }
}
