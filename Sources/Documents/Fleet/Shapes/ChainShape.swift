import Model

/// One entry of `chains:`
enum ChainKeys {
    static let id = YAMLKey.required("id", YAMLShape.slug.placed, "short name")
    static let name = YAMLKey.required("name", .text, "as it stands in reports")
    static let links = YAMLKey.required(
        "links", ChainLinkKeys.shape.someList, "the systems in the order of the work")
    static let bodies = YAMLKey.optional(
        "bodies", YAMLShape.slug.placed.someList, "bodies whose work takes this way; all that are compared if absent")

    static let shape = YAMLShape<Written<ProcessChain>>.written(
        YAMLMapping("a chain", [id.declaration, name.declaration, links.declaration, bodies.declaration])
    ) { fields, _ in
        guard let id = fields[id], let name = fields[name], let links = fields[links] else { return nil }
        return ProcessChain(
            id: id.value, name: name, links: links.map(\.value), bodies: fields[bodies]?.map(\.value) ?? [])
    }
}

/// One entry of `links:` in a chain.
enum ChainLinkKeys {
    static let name = YAMLKey.required("name", .text, "as it stands in reports")
    static let domain = YAMLKey.required("domain", YAMLShape.slug.placed, "software domain, as usage lists name it")
    static let service = YAMLKey.optional(
        "service", YAMLShape.slug.placed, "shared service that runs it; else every one of its software domain")

    static let shape = YAMLShape<Written<ProcessChain.Link>>.written(
        YAMLMapping("a link of a chain", [name.declaration, domain.declaration, service.declaration])
    ) { fields, _ in
        guard let name = fields[name], let domain = fields[domain] else { return nil }
        return ProcessChain.Link(name: name, domain: domain.value, service: fields[service]?.value)
    }
}
