import Inventory
import Model
import Reports

// What the fleet file says: bodies, permissions, exceptions.
extension PictureMaker {
    var bodies: [Picture.Body] {
        fleet.bodies.map { body in
            Picture.Body(
                id: body.id, name: body.name, kind: body.kind, key: body.ags ?? body.ars,
                parent: fleet.bodies.first { $0.children.contains(body.id) }?.id, owner: name(ofContact: body.owner),
                reportTo: body.reportTo.map(name(ofContact:)), providers: providers(of: body),
                authorisation: body.authorisation, tlp: max(body.tlp ?? fleet.cooperation.tlp, fleet.cooperation.tlp))
        }
    }

    func name(ofContact id: String) -> String { fleet.contact(id)?.name ?? id }

    /// Who runs systems for a body: hosts it has elsewhere, services it consumes.
    private func providers(of body: Body) -> [String] {
        let hosts = body.hosts.compactMap(\.hostedBy)
        let services = fleet.sharedServices.filter { $0.consumers.contains(body.id) }.map(\.provider)
        return Set(hosts + services).subtracting([body.id]).sorted()
    }

    var authorisations: [Picture.Authorisation] {
        fleet.authorisations.map { authorisation in
            Picture.Authorisation(
                id: authorisation.id, grantedBy: authorisation.grantedBy,
                signedBy: name(ofContact: authorisation.signedBy), document: authorisation.document,
                validFrom: authorisation.validFrom, validUntil: authorisation.validUntil,
                consent: authorisation.consent,
                bodies: fleet.bodies.filter { $0.authorisation == authorisation.id }.map(\.id))
        }
    }

    var exclusions: [Picture.Exclusion] {
        fleet.bodies.flatMap { body in
            body.exclusions.map { exclusion in
                Picture.Exclusion(
                    body: body.id, what: exclusion.network?.description ?? exclusion.host ?? "",
                    reason: exclusion.reason, until: exclusion.until)
            }
        }
    }

    func exceptions() throws -> [Picture.Exception] {
        try workspace.exceptionReviews(inventory, on: run.started.day).map { review in
            let exception = review.exception
            let covered = try review.findings.map { try inventory.finding($0).endpoint.body }
            let place = [exception.subject.host, exception.subject.port.map(String.init)].compactMap { $0 }
            return Picture.Exception(
                id: exception.id, rule: exception.rule,
                bodies: exception.subject.body.map { [$0] } ?? Set(covered).sorted(),
                subject: place.isEmpty
                    ? exception.subject.software ?? exception.subject.body ?? "" : place.joined(separator: ":"),
                reason: exception.reason, compensating: exception.compensating,
                requestedBy: name(ofContact: exception.requestedBy), acceptedBy: name(ofContact: exception.acceptedBy),
                approvedOn: exception.approvedOn, expires: exception.expires, findings: review.findings,
                standing: review.standing, residualRisk: exception.residualRisk, planWhat: exception.plan?.what,
                planBy: exception.plan?.by)
        }
    }
}

extension ScanWindow {
    /// `01:00-05:30`.
    var asText: String { "\(from.asClock)-\(to.asClock)" }
}

extension Int {
    /// Minutes since midnight as `01:30`.
    var asClock: String {
        let (hours, minutes) = (self / 60, self % 60)
        return "\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
    }
}
