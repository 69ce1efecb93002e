import Model

/// One entry of `services:`
enum SharedServiceKeys {
    static let id = YAMLKey.required("id", YAMLShape.slug.placed, "short name")
    static let name = YAMLKey.required("name", .text, "as it stands in reports")
    static let provider = YAMLKey.required("provider", YAMLShape.slug.placed, "body that runs it")
    static let consumers = YAMLKey.required("consumers", YAMLShape.slug.placed.list, "bodies that use it")
    static let softwareDomain = YAMLKey.optional(
        "software_domain", YAMLShape.identifier.placed, "what its software is for")
    static let hosts = YAMLKey.optional(
        "hosts", YAMLShape.hostName.placed.someList,
        "hosts of the provider that run it; all its hosts and domains if absent")

    static let mapping = YAMLMapping(
        "a shared service",
        [
            id.declaration, name.declaration, provider.declaration, consumers.declaration,
            softwareDomain.declaration, hosts.declaration,
        ])

    static let shape = YAMLShape<Written<SharedService>>.written(mapping) { fields, _ in
        guard let id = fields[id], let name = fields[name], let provider = fields[provider],
            let consumers = fields[consumers]
        else { return nil }
        return SharedService(
            id: id.value, name: name, provider: provider.value, consumers: consumers.map(\.value),
            softwareDomain: fields[softwareDomain]?.value, hosts: fields[hosts]?.map(\.value) ?? [])
    }
}
