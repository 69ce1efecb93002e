import Model

/// One entry of `exceptions:`
enum ExceptionKeys {
    static let id = YAMLKey.required("id", YAMLShape.identifier.placed, "reference of the decision")
    static let rule = YAMLKey.required("rule", YAMLShape.identifier.placed, "rule whose deviation is accepted")
    static let subject = YAMLKey.required("where", SubjectKeys.shape, "what it covers; every given part must match")
    static let reason = YAMLKey.required("reason", .reason, "why, in at least 20 characters")
    static let compensating = YAMLKey.optional("compensating", .statement, "what lowers the risk meanwhile")
    static let residualRisk = YAMLKey.required("residual_risk", .statement, "what can still happen")
    static let plan = YAMLKey.optional("plan", ReplacementKeys.shape, "what ends the deviation, and by when")
    static let requestedBy = YAMLKey.required("requested_by", YAMLShape.identifier.placed, "contact that asked for it")
    static let acceptedBy = YAMLKey.required(
        "accepted_by", YAMLShape.identifier.placed, "contact that decided; somebody else")
    static let approvedOn = YAMLKey.required("approved_on", .day, "day of the decision")
    static let expires = YAMLKey.required("expires", .day, "last day on which it holds")

    static let mapping = YAMLMapping(
        "an exception",
        [
            id.declaration, rule.declaration, subject.declaration, reason.declaration, compensating.declaration,
            residualRisk.declaration, plan.declaration, requestedBy.declaration, acceptedBy.declaration,
            approvedOn.declaration, expires.declaration,
        ])

    static let shape = YAMLShape<Written<FleetException>>.written(mapping) { fields, _ in
        guard let id = fields[id], let rule = fields[rule], let subject = fields[subject],
            let reason = fields[reason], let residualRisk = fields[residualRisk],
            let requestedBy = fields[requestedBy], let acceptedBy = fields[acceptedBy],
            let approvedOn = fields[approvedOn], let expires = fields[expires]
        else { return nil }
        return FleetException(
            id: id.value, rule: rule.value, subject: subject.value, reason: reason,
            compensating: fields[compensating], residualRisk: residualRisk, plan: fields[plan]?.value,
            requestedBy: requestedBy.value, acceptedBy: acceptedBy.value, approvedOn: approvedOn, expires: expires)
    }
}

/// `where:` of an exception.
enum SubjectKeys {
    static let body = YAMLKey.optional("body", YAMLShape.slug.placed, "body whose endpoints it covers")
    static let host = YAMLKey.optional("host", .hostName, "name it covers")
    static let port = YAMLKey.optional("port", YAMLShape.integer(in: 1...65_535), "port it covers")
    static let software = YAMLKey.optional(
        "software", .statement, "product it covers, named as in the fact table software: nginx")

    static let shape = YAMLShape<Written<FleetException.Subject>>.written(
        YAMLMapping(
            "the subject of an exception",
            [body.declaration, host.declaration, port.declaration, software.declaration])
    ) { fields, log in
        if !fields.contains(body), !fields.contains(host), !fields.contains(software) {
            log.error(
                at: fields.place, "an exception needs a 'body', a 'host' or a 'software' it covers",
                hint: "where: {host: www.example.org, port: 443}")
        }
        return FleetException.Subject(
            body: fields[body]?.value, host: fields[host], port: fields[port].flatMap { UInt16(exactly: $0) },
            software: fields[software])
    }
}

/// `plan:` of an exception.
enum ReplacementKeys {
    static let what = YAMLKey.required("what", .statement, "what ends the deviation")
    static let by = YAMLKey.required("by", .day, "day by which it is done")

    static let shape = YAMLShape<Written<FleetException.Plan>>.written(
        YAMLMapping("a plan", [what.declaration, by.declaration])
    ) { fields, _ in
        guard let what = fields[what], let by = fields[by] else { return nil }
        return FleetException.Plan(what: what, by: by)
    }
}

/// What somebody answers for with their name.
extension YAMLShape where Value == String {
    /// Text that was filled in: the dots of a pasted block say nothing.
    static let statement = text.map { text, place, log in
        if text.contains(where: { $0.isLetter || $0.isNumber }) { return text }
        log.error(at: place, "'\(text.excerpt)' says nothing", hint: "put words in place of the dots")
        return nil
    }

    /// Why, in at least 20 characters.
    static let reason = text.map(schema: ["type": "string", "minLength": 20]) { text, place, log in
        if text.count >= 20 { return text }
        log.error(
            at: place, "the reason '\(text.excerpt)' has \(text.count) characters, at least 20 are needed",
            hint: "write why, so that somebody else can decide")
        return nil
    }
}
