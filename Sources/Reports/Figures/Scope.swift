import Model

/// Which bodies a figure counts: all of them, or one with everything below it.
struct Scope: Sendable {
    let bodies: Set<String>

    static func everything(in picture: Picture) -> Scope { Scope(bodies: Set(picture.bodies.map(\.id))) }

    /// A body and all its descendants; a ring of parents ends where it began.
    static func body(_ id: String, in picture: Picture) -> Scope {
        var found: Set<String> = [id]
        var waiting = [id]
        while let parent = waiting.popLast() {
            for child in picture.bodies where child.parent == parent && found.insert(child.id).inserted {
                waiting.append(child.id)
            }
        }
        return Scope(bodies: found)
    }

    func contains(_ body: String) -> Bool { bodies.contains(body) }
}

extension Picture {
    /// Bodies that belong to no other one here, in the order of the fleet.
    var topBodies: [Body] { bodies.filter { body in body.parent.flatMap { self.body($0) } == nil } }

    var topCounties: [Body] { topBodies.filter { $0.kind == .county } }

    func children(of id: String) -> [Body] { bodies.filter { $0.parent == id && $0.id != id } }

    /// The same picture with nothing but one body and what is below it: what is handed out to that body.
    package func limited(to id: String) -> Picture {
        let scope = Scope.body(id, in: self)
        let kept = findings.filter { scope.contains($0.body) }
        let permitted = Set(bodies.filter { scope.contains($0.id) }.map(\.authorisation))
        return Picture(
            cooperation: cooperation, run: run, packs: packs, probes: probes, method: method,
            bodies: bodies.filter { scope.contains($0.id) }, endpoints: endpoints.filter { scope.contains($0.body) },
            findings: kept, changes: changes.filter { scope.contains($0.body) },
            certificates: certificates.filter { scope.contains($0.body) },
            software: software.filter { scope.contains($0.body) },
            exceptions: exceptions.compactMap { $0.limited(to: scope, findings: Set(kept.map(\.id))) },
            authorisations: authorisations.filter { permitted.contains($0.id) }.map { $0.limited(to: scope) },
            exclusions: exclusions.filter { scope.contains($0.body) }, rules: rules.map { $0.limited(to: scope) },
            history: history.map { point in
                HistoryPoint(run: point.run, day: point.day, open: point.open.filter { scope.contains($0.key) })
            })
    }
}

extension Picture.Exception {
    fileprivate func limited(to scope: Scope, findings kept: Set<String>) -> Self? {
        let covered = bodies.filter(scope.contains)
        guard !covered.isEmpty else { return nil }
        return Self(
            id: id, rule: rule, bodies: covered, subject: subject, reason: reason, compensating: compensating,
            requestedBy: requestedBy, acceptedBy: acceptedBy, approvedOn: approvedOn, expires: expires,
            findings: findings.filter(kept.contains))
    }
}

extension Picture.Authorisation {
    fileprivate func limited(to scope: Scope) -> Self {
        Self(
            id: id, grantedBy: grantedBy, signedBy: signedBy, document: document, validFrom: validFrom,
            validUntil: validUntil, consent: consent, bodies: bodies.filter(scope.contains))
    }
}

extension Picture.Rule {
    /// Counts of verdicts are the whole cooperation's: other bodies' numbers are left out, so they go.
    fileprivate func limited(to scope: Scope) -> Self {
        Self(text: text, verdicts: [:], error: error, hints: hints.filter { scope.contains($0.body) })
    }
}

extension Figures {
    /// The units a whole is compared by: its counties, or what it consists of where there are none.
    var units: [(body: Picture.Body, scope: Scope)] {
        let counties = picture.topCounties
        return (counties.isEmpty ? picture.topBodies : counties)
            .filter { scope.contains($0.id) }
            .map { ($0, Scope.body($0.id, in: picture)) }
    }

    var unitsAreCounties: Bool { !picture.topCounties.isEmpty }

    func limited(to body: String) -> Figures { Figures(picture, scope: .body(body, in: picture)) }
}
