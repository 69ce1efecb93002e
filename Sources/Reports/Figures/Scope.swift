import Model

/// Which bodies a figure counts: all of them, or one with everything below it.
struct Scope: Sendable, Equatable {
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
        let own = findings.filter { scope.contains($0.body) }
        let kept = own + findings.compactMap { $0.inherited(in: scope) }
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
            }, balances: balances.filter { $0.body == id }.compactMap(\.ofEverything),
            movements: movements.filter { scope.contains($0.body) },
            commonEvents: commonEvents.compactMap { $0.limited(to: scope, findings: Set(own.map(\.id))) },
            shared: shared.compactMap { $0.limited(to: scope, picture: self) },
            controls: controls.map(\.uncounted), onlineServices: onlineServices?.limited(to: scope),
            processes: processes.compactMap { $0.limited(to: scope) },
            chains: chains.compactMap { $0.limited(to: scope) }, neighbours: names(around: scope, kept))
    }

    /// Who runs systems for the bodies of a scope, inherits from them or passes on to them.
    private func names(around scope: Scope, _ findings: [Finding]) -> [String: String] {
        let inside = bodies.filter { scope.contains($0.id) }
        let hosts = endpoints.filter { scope.contains($0.body) }.compactMap(\.hostedBy)
        let providers = shared.filter { $0.thing.kind == .provider && $0.bodies.contains(where: scope.contains) }
        let mentioned =
            inside.flatMap(\.providers) + inside.compactMap(\.parent) + hosts + providers.map(\.thing.value)
            + findings.flatMap { $0.affects + [$0.body] }
        let names = Set(mentioned).subtracting(scope.bodies).compactMap { id in body(id).map { (id, $0.name) } }
        return Dictionary(names, uniquingKeysWith: { first, _ in first })
    }
}

extension Picture.Exception {
    fileprivate func limited(to scope: Scope, findings kept: Set<String>) -> Self? {
        let covered = bodies.filter(scope.contains)
        guard !covered.isEmpty else { return nil }
        return Self(
            id: id, rule: rule, bodies: covered, subject: subject, reason: reason, compensating: compensating,
            requestedBy: requestedBy, acceptedBy: acceptedBy, approvedOn: approvedOn, expires: expires,
            findings: findings.filter(kept.contains), standing: standing, residualRisk: residualRisk,
            planWhat: planWhat, planBy: planBy)
    }
}

extension Picture.Finding {
    /// A finding of another body that bodies of the scope inherit; whom else it concerns is left out.
    fileprivate func inherited(in scope: Scope) -> Self? {
        let felt = affects.filter(scope.contains)
        guard !felt.isEmpty, !scope.contains(body) else { return nil }
        return Self(
            id: id, rule: rule, endpoint: endpoint, address: address, body: body, severity: severity, state: state,
            measured: measured, gap: gap, exception: exception, openedRun: openedRun, opened: opened, cause: cause,
            due: due, closed: closed, evidence: evidence, owner: owner, affects: felt, possible: possible,
            events: events)
    }
}

extension Picture.Balance {
    fileprivate var ofEverything: Self? { Self(counted, before: before, steps: steps, after: after) }
}

extension Picture.CommonEvent {
    fileprivate func limited(to scope: Scope, findings kept: Set<String>) -> Self? {
        let inside = bodies.filter(scope.contains)
        // At one body alone it is no longer an event of several.
        guard inside.count > 1 else { return nil }
        return Self(
            kind: kind, rule: rule, day: day, bodies: inside, findings: findings.filter(kept.contains), shared: shared)
    }
}

extension Picture.SharedThing {
    fileprivate func limited(to scope: Scope, picture: Picture) -> Self? {
        let inside = bodies.filter(scope.contains)
        guard !inside.isEmpty else { return nil }
        let places = Set(picture.endpoints.filter { scope.contains($0.body) }.map(\.label))
        let own = Set(picture.findings.filter { scope.contains($0.body) }.map(\.id))
        return Self(
            thing, bodies: inside, endpoints: endpoints.filter(places.contains),
            openFindings: openFindings.filter(own.contains), others: others + bodies.count - inside.count)
    }
}

extension Picture.Control {
    fileprivate var uncounted: Self {
        Self(framework: framework, id: id, support: support, note: note, rules: rules)
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
        Self(
            text: text, verdicts: [:], error: error, hints: hints.filter { scope.contains($0.body) },
            judgedSince: judgedSince)
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
