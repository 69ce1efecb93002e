import Model

/// Something several bodies depend on, and through which domain or service.
package struct Dependency: Sendable, Hashable, Comparable {
    package enum Kind: String, Sendable, CaseIterable {
        case provider, certificate, key
        case nameServer = "name-server"
        case mailHost = "mail-host"
    }

    package let kind: Kind
    /// What is depended on: a body's id, a fingerprint, a host.
    package let on: String
    package let body: String
    /// Domain, service or host that needs it.
    package let what: String

    package init(kind: Kind, on: String, body: String, what: String) {
        self.kind = kind
        self.on = on
        self.body = body
        self.what = what
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.kind.rawValue, left.on, left.body, left.what) < (right.kind.rawValue, right.on, right.body, right.what)
    }
}

/// Who depends on what.
package struct DependencyMap: Sendable, Equatable {
    package let dependencies: [Dependency]

    package init(_ dependencies: [Dependency]) { self.dependencies = Set(dependencies).sorted() }

    /// Things two or more bodies depend on, those most depend on first.
    package var shared: [(kind: Dependency.Kind, on: String, bodies: [String])] {
        Dictionary(grouping: dependencies) { [$0.kind.rawValue, $0.on] }.values.compactMap { group in
            let bodies = Set(group.map(\.body)).sorted()
            return bodies.count < 2 ? nil : (group[0].kind, group[0].on, bodies)
        }
        .sorted { ($1.bodies.count, $0.kind.rawValue, $0.on) < ($0.bodies.count, $1.kind.rawValue, $1.on) }
    }

    /// What falls if one thing falls: what depends on it, and what depends on a provider that falls in that domain.
    ///
    /// A provider falls for its consumers only in what it needed: a centre that buys finance from P loses finance.
    package func falls(with thing: String) -> [Dependency] {
        var fallen: Set<Dependency> = []
        var waiting = dependencies.filter { $0.on == thing }
        while let next = waiting.popLast() {
            guard fallen.insert(next).inserted else { continue }
            waiting += dependencies.filter {
                $0.kind == .provider && $0.on == next.body && $0.what == next.what && $0.body != next.body
            }
        }
        return fallen.sorted()
    }
}

extension SoftwareComparison {
    /// Dependencies on centres and providers, from what is in use; the centres' own usage lists count too.
    package func providerDependencies(alsoOf centres: [String] = []) -> [Dependency] {
        domains.flatMap { domain in
            (bodies + centres).flatMap { body in
                position(of: body, in: domain).inUse.compactMap { usage in
                    usage.operation.providerID.map {
                        Dependency(kind: .provider, on: $0, body: body, what: domain)
                    }
                }
            }
        }
    }
}

extension Fleet {
    /// Dependencies on shared services and on hosts that somebody else runs.
    package var serviceDependencies: [Dependency] {
        relations.map {
            Dependency(
                kind: .provider, on: $0.provider, body: $0.consumer, what: $0.service.isEmpty ? $0.host : $0.service)
        }
    }

    /// Bodies that answer for their own software.
    package var comparedBodies: [String] {
        bodies.filter(\.kind.isCompared).map(\.id)
    }

    package func comparison(on day: Day, imported: [Usage] = []) -> SoftwareComparison {
        SoftwareComparison(bodies: comparedBodies, usages: usages, targets: targets, imported: imported, on: day)
    }
}
