import Model

/// A service list: which body offers which service where.
enum ServiceListKeys {
    static let offers = YAMLKey.required("offers", OnlineOfferKeys.shape.list, "one entry for each body and service")

    static let mapping = YAMLMapping("a service list", [offers.declaration])
}

/// One entry of `offers:` in a service list.
enum OnlineOfferKeys {
    static let body = YAMLKey.required("body", YAMLShape.slug.placed, "body that offers it")
    static let service = YAMLKey.required(
        "service", YAMLShape.slug.placed, "its id in the service catalogue, 'lagebild services list' shows them")
    static let url = YAMLKey.required("url", .webAddress, "where it is offered")
    static let declared = YAMLKey.optional(
        "trust_level", YAMLShape<TrustLevel>.word, "what the body says its sign-in is worth")
    static let platform = YAMLKey.optional("platform", .slug, "product it runs on, by its id in the software catalogue")

    static let shape = YAMLShape<Written<OnlineOffer>>.written(
        YAMLMapping(
            "an offer",
            [
                body.declaration, service.declaration, url.declaration, declared.declaration, platform.declaration,
            ])
    ) { fields, _ in
        guard let body = fields[body], let service = fields[service], let url = fields[url] else { return nil }
        return OnlineOffer(
            body: body.value, service: service.value, url: url, declared: fields[declared], platform: fields[platform])
    }
}
