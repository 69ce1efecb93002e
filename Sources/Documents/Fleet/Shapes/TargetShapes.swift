import Model

/// One entry of a body's `domains:`
enum DomainKeys {
    static let name = YAMLKey.required("name", .domainName, "the domain")
    static let mail = YAMLKey.optional("mail", .boolean, "whether mail is received here; false if absent")
    static let enumerate = YAMLKey.optional(
        "enumerate", YAMLShape.label.list, "labels of web hosts under it, asked on ports 80 and 443")

    static let shape = YAMLShape<Written<DomainTarget>>.written(
        YAMLMapping("a domain", [name.declaration, mail.declaration, enumerate.declaration])
    ) { fields, _ in
        fields[name].map {
            DomainTarget(name: $0, mail: fields[mail] ?? false, enumerate: fields[enumerate] ?? [])
        }
    }
}

/// One entry of a body's `networks:`
enum NetworkKeys {
    static let cidr = YAMLKey.required("cidr", YAMLShape.network, "the network, as 192.0.2.0/24")
    static let name = YAMLKey.optional("name", .text, "what it is called")
    static let level = YAMLKey.optional("level", YAMLShape<Consent>.word, "consent level; the default's if absent")

    static let shape = YAMLShape<Written<NetworkTarget>>.written(
        YAMLMapping("a network", [cidr.declaration, name.declaration, level.declaration])
    ) { fields, _ in
        fields[cidr].map { NetworkTarget(network: $0, name: fields[name], consent: fields[level]) }
    }
}

/// One entry of a body's `hosts:`
enum HostKeys {
    static let name = YAMLKey.required("name", .hostName, "DNS name or IP address")
    static let ports = YAMLKey.required("ports", PortKeys.shape.someList, "what speaks there")
    static let softwareDomain = YAMLKey.optional(
        "software_domain", YAMLShape.identifier.placed, "what the software on it is for")
    static let hostedBy = YAMLKey.optional(
        "hosted_by", YAMLShape.slug.placed, "body in whose networks it may also stand")

    static let shape = YAMLShape<Written<HostTarget>>.written(
        YAMLMapping(
            "a host", [name.declaration, ports.declaration, softwareDomain.declaration, hostedBy.declaration])
    ) { fields, log in
        guard let name = fields[name], let ports = fields[ports] else { return nil }
        var seen: Set<UInt16> = []
        for port in ports where !seen.insert(port.value.number).inserted {
            log.error(
                at: port.place, "port \(port.value.number) is given twice",
                hint: "one service speaks there: keep that one")
        }
        return HostTarget(
            name: name, ports: ports.map(\.value), softwareDomain: fields[softwareDomain]?.value,
            hostedBy: fields[hostedBy]?.value)
    }
}

/// One entry of a body's `exclude:`
enum ExclusionKeys {
    static let cidr = YAMLKey.optional("cidr", YAMLShape.network, "the network, as 192.0.2.8/29")
    static let host = YAMLKey.optional("host", .hostName, "DNS name or IP address")
    static let reason = YAMLKey.required("reason", .text, "why it must not be contacted")
    static let until = YAMLKey.optional("until", .day, "when somebody looks at this again; it holds on afterwards")

    static let shape = YAMLShape<Exclusion>.mapping(
        YAMLMapping(
            "an exclusion", [cidr.declaration, host.declaration, reason.declaration, until.declaration])
    ) { fields, log in
        if fields.contains(cidr) == fields.contains(host) {
            log.error(
                at: fields.place, "an exclusion needs either 'cidr' or 'host'",
                hint: "cidr: 192.0.2.8/29 for a network, host: www.example.org for one machine")
        }
        return fields[reason].map {
            Exclusion(network: fields[cidr], host: fields[host], reason: $0, until: fields[until])
        }
    }
}
