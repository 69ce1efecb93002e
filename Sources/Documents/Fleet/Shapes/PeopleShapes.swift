import Model

/// One entry of `contacts:`
enum ContactKeys {
    static let name = YAMLKey.required("name", .text, "person or office")
    static let role = YAMLKey.required("role", YAMLShape<Contact.Role>.word, "what they answer for")
    static let email = YAMLKey.required("email", .email, "where reports and questions go")
    static let phone = YAMLKey.optional("phone", .text, "for urgent findings")

    static let mapping = YAMLMapping(
        "a contact", [name.declaration, role.declaration, email.declaration, phone.declaration])

    @Sendable static func shape(_ id: Placed<String>) -> YAMLShape<Written<Contact>> {
        .written(mapping) { fields, _ in
            guard let name = fields[name], let role = fields[role], let email = fields[email] else { return nil }
            return Contact(id: id.value, name: name, role: role, email: email, phone: fields[phone])
        }
    }
}

/// One entry of `authorisations:`
enum AuthorisationKeys {
    static let grantedBy = YAMLKey.required("granted_by", .text, "the body that permits it")
    static let signedBy = YAMLKey.required("signed_by", YAMLShape.identifier.placed, "contact that signed")
    static let document = YAMLKey.required("document", .text, "the signed document")
    static let sha256 = YAMLKey.optional("sha256", .sha256, "checksum of the document")
    static let validFrom = YAMLKey.required("valid_from", .day, "first day on which it holds")
    static let validUntil = YAMLKey.required("valid_until", .day, "last day on which it holds")
    static let level = YAMLKey.required("level", YAMLShape<Consent>.word, "the most it allows")

    static let mapping = YAMLMapping(
        "an authorisation",
        [
            grantedBy.declaration, signedBy.declaration, document.declaration, sha256.declaration,
            validFrom.declaration, validUntil.declaration, level.declaration,
        ])

    @Sendable static func shape(_ id: Placed<String>) -> YAMLShape<Written<Authorisation>> {
        .written(mapping) { fields, log in
            guard let grantedBy = fields[grantedBy], let signedBy = fields[signedBy], let document = fields[document],
                let from = fields[validFrom], let until = fields[validUntil], let level = fields[level]
            else { return nil }
            if until < from {
                log.error(
                    at: fields.place(of: validUntil), "'\(until)' lies before valid_from '\(from)'",
                    hint: "valid_until is its last day")
            }
            return Authorisation(
                id: id.value, grantedBy: grantedBy, signedBy: signedBy.value, document: document,
                sha256: fields[sha256], validFrom: from, validUntil: until, consent: level)
        }
    }
}

/// One entry of `software_domains:`
enum SoftwareDomainKeys {
    static let name = YAMLKey.required("name", .text, "as it stands in reports")
    static let owner = YAMLKey.required("owner", YAMLShape.identifier.placed, "contact that answers for it")
    static let criticality = YAMLKey.required(
        "criticality", YAMLShape<SoftwareDomain.Criticality>.word, "how much depends on it")

    static let mapping = YAMLMapping(
        "a software domain", [name.declaration, owner.declaration, criticality.declaration])

    @Sendable static func shape(_ id: Placed<String>) -> YAMLShape<Written<SoftwareDomain>> {
        .written(mapping) { fields, _ in
            guard let name = fields[name], let owner = fields[owner], let criticality = fields[criticality] else {
                return nil
            }
            return SoftwareDomain(id: id.value, name: name, owner: owner.value, criticality: criticality)
        }
    }
}
