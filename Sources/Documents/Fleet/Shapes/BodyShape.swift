import Model

/// One entry of `bodies:`
enum BodyKeys {
    static let id = YAMLKey.required("id", YAMLShape.slug.placed, "short name, part of file names")
    static let name = YAMLKey.required("name", .text, "as it stands in reports")
    static let kind = YAMLKey.required("type", YAMLShape<Body.Kind>.word, "what kind of body it is")
    static let ags = YAMLKey.optional("ags", .ags, "official municipality key, in quotes")
    static let ars = YAMLKey.optional("ars", .ars, "official regional key, in quotes")
    static let owner = YAMLKey.required("owner", YAMLShape.identifier.placed, "contact that answers for its systems")
    static let reportTo = YAMLKey.optional(
        "report_to", YAMLShape.identifier.placed.list, "contacts that receive its report")
    static let authorisation = YAMLKey.required(
        "authorisation", YAMLShape.identifier.placed, "signed permission to ask its systems")
    static let tlp = YAMLKey.optional("tlp", YAMLShape<TLP>.word, "stricter marking than the cooperation's")
    static let domains = YAMLKey.optional("domains", DomainKeys.shape.list, "its domains")
    static let networks = YAMLKey.optional(
        "networks", NetworkKeys.shape.list, "its networks; an address outside is never contacted")
    static let hosts = YAMLKey.optional("hosts", HostKeys.shape.list, "its hosts and what speaks on them")
    static let exclude = YAMLKey.optional(
        "exclude", ExclusionKeys.shape.list, "what is never contacted, whatever else the file says")
    static let children = YAMLKey.optional("children", YAMLShape.slug.placed.list, "bodies inside this one")
    static let members = YAMLKey.optional("members", YAMLShape.slug.placed.list, "bodies an association consists of")
    static let window = YAMLKey.optional(
        "window", YAMLShape.window, "local time in which packets may be sent; the default's if absent")

    static let mapping = YAMLMapping(
        "a body",
        [
            id.declaration, name.declaration, kind.declaration, ags.declaration, ars.declaration, owner.declaration,
            reportTo.declaration, authorisation.declaration, tlp.declaration, domains.declaration,
            networks.declaration, hosts.declaration, exclude.declaration, children.declaration, members.declaration,
            window.declaration,
        ])

    static let shape = YAMLShape<Written<Body>>.written(mapping) { fields, _ in
        guard let id = fields[id], let name = fields[name], let kind = fields[kind], let owner = fields[owner],
            let authorisation = fields[authorisation]
        else { return nil }
        return Body(
            id: id.value, name: name, kind: kind, ags: fields[ags], ars: fields[ars], owner: owner.value,
            reportTo: values(fields[reportTo]), authorisation: authorisation.value, tlp: fields[tlp],
            children: values(fields[children]), members: values(fields[members]),
            domains: fields[domains]?.map(\.value) ?? [], networks: fields[networks]?.map(\.value) ?? [],
            hosts: fields[hosts]?.map(\.value) ?? [], exclusions: fields[exclude] ?? [], window: fields[window])
    }

    private static func values(_ placed: [Placed<String>]?) -> [String] { placed?.map(\.value) ?? [] }
}
