import Model

/// One entry of `exceptions:`
enum ExceptionKeys {
    static let id = YAMLKey.required("id", YAMLShape.identifier.placed, "reference of the decision")
    static let rule = YAMLKey.required("rule", .identifier, "rule whose deviation is accepted")
    static let subject = YAMLKey.required("where", SubjectKeys.shape, "what it covers; every given part must match")
    static let reason = YAMLKey.required("reason", reasonShape, "why, in at least 20 characters")
    static let compensating = YAMLKey.optional("compensating", .text, "what is done instead")
    static let requestedBy = YAMLKey.optional("requested_by", YAMLShape.identifier.placed, "contact that asked for it")
    static let acceptedBy = YAMLKey.required(
        "accepted_by", YAMLShape.identifier.placed, "contact that decided; somebody else")
    static let approvedOn = YAMLKey.required("approved_on", .day, "day of the decision")
    static let expires = YAMLKey.required("expires", .day, "last day on which it holds")

    static let mapping = YAMLMapping(
        "an exception",
        [
            id.declaration, rule.declaration, subject.declaration, reason.declaration, compensating.declaration,
            requestedBy.declaration, acceptedBy.declaration, approvedOn.declaration, expires.declaration,
        ])

    static let shape = YAMLShape<Written<FleetException>>.written(mapping) { fields, _ in
        guard let id = fields[id], let rule = fields[rule], let subject = fields[subject],
            let reason = fields[reason], let acceptedBy = fields[acceptedBy], let approvedOn = fields[approvedOn],
            let expires = fields[expires]
        else { return nil }
        return FleetException(
            id: id.value, rule: rule, subject: subject.value, reason: reason, compensating: fields[compensating],
            requestedBy: fields[requestedBy]?.value, acceptedBy: acceptedBy.value, approvedOn: approvedOn,
            expires: expires)
    }

    private static let reasonShape = YAMLShape.text.map(schema: ["type": "string", "minLength": 20]) {
        text, place, log in
        if text.count >= 20 { return text }
        log.error(at: place, "the reason '\(text.excerpt)' has \(text.count) characters, at least 20 are needed")
        return nil
    }
}

/// `where:` of an exception.
enum SubjectKeys {
    static let body = YAMLKey.optional("body", YAMLShape.slug.placed, "body whose endpoints it covers")
    static let host = YAMLKey.optional("host", .hostName, "name it covers")
    static let port = YAMLKey.optional("port", YAMLShape.integer(in: 1...65_535), "port it covers")

    static let shape = YAMLShape<Written<FleetException.Subject>>.written(
        YAMLMapping("the subject of an exception", [body.declaration, host.declaration, port.declaration])
    ) { fields, log in
        if !fields.contains(body) && !fields.contains(host) {
            log.error(at: fields.place, "an exception needs a 'body' or a 'host' it covers")
        }
        return FleetException.Subject(
            body: fields[body]?.value, host: fields[host], port: fields[port].flatMap { UInt16(exactly: $0) })
    }
}
