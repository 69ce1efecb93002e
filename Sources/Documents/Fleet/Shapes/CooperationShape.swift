import Model

/// `cooperation:`
enum CooperationKeys {
    static let id = YAMLKey.required("id", .slug, "short name, part of file names")
    static let name = YAMLKey.required("name", .text, "as it stands in reports")
    static let language = YAMLKey.optional("language", YAMLShape<Language>.word, "of reports; de if absent")
    static let timezone = YAMLKey.optional(
        "timezone", .timezone, "IANA name; schedules and windows are local to it; Europe/Berlin if absent")
    static let tlp = YAMLKey.optional("tlp", YAMLShape<TLP>.word, "marking of every report; AMBER if absent")
    static let scanner = YAMLKey.required("scanner", ScannerKeys.shape, "how the scanner introduces itself")
    static let dns = YAMLKey.optional("dns", DNSAccessKeys.shape, "which resolver answers; the system's if absent")
    static let trustedRoots = YAMLKey.optional(
        "trusted_roots", YAMLShape.text.list, "PEM files with roots trusted beside the system's")

    static let mapping = YAMLMapping(
        "a cooperation",
        [
            id.declaration, name.declaration, language.declaration, timezone.declaration, tlp.declaration,
            scanner.declaration, dns.declaration, trustedRoots.declaration,
        ])

    static let shape = YAMLShape<Written<Cooperation>>.written(mapping) { fields, _ in
        guard let id = fields[id], let name = fields[name], let scanner = fields[scanner] else { return nil }
        return Cooperation(
            id: id, name: name, language: fields[language] ?? .de, timezone: fields[timezone] ?? "Europe/Berlin",
            tlp: fields[tlp] ?? .amber, scanner: scanner,
            dns: fields[dns] ?? DNSAccess(resolvers: [], trustAnchor: nil), trustedRoots: fields[trustedRoots] ?? [])
    }
}

/// `cooperation.scanner:`
private enum ScannerKeys {
    static let contact = YAMLKey.required("contact", .email, "mail address for complaints")
    static let page = YAMLKey.required("info_url", .webAddress, "page that says who scans and why")

    static let shape = YAMLShape<ScannerIdentity>.mapping(
        YAMLMapping("a scanner", [contact.declaration, page.declaration])
    ) { fields, _ in
        guard let contact = fields[contact], let page = fields[page] else { return nil }
        return ScannerIdentity(contact: contact, infoURL: page)
    }
}

/// `cooperation.dns:`
private enum DNSAccessKeys {
    static let resolvers = YAMLKey.optional(
        "resolvers", YAMLShape.resolver.list, "addresses, with @port where it is not 53; the system's if absent")
    static let trustAnchor = YAMLKey.optional(
        "trust_anchor", .text, "file in unbound's form; the system's root anchor if absent")

    static let shape = YAMLShape<DNSAccess>.mapping(
        YAMLMapping("a DNS access", [resolvers.declaration, trustAnchor.declaration])
    ) { fields, _ in
        DNSAccess(resolvers: fields[resolvers] ?? [], trustAnchor: fields[trustAnchor])
    }
}
