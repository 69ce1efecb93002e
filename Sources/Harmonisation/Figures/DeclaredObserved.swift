import Model

/// Three work lists: what the lists say and what was seen.
package struct DeclaredObserved: Sendable, Equatable {
    package struct Declared: Sendable, Hashable, Comparable {
        package let body: String
        package let domain: String
        package let product: String
        package let version: String?

        package static func < (left: Self, right: Self) -> Bool {
            (left.body, left.domain, left.product) < (right.body, right.domain, right.product)
        }
    }

    /// Seen in another version than declared.
    package struct OtherVersion: Sendable, Equatable {
        package let declared: Declared
        package let seen: SeenInstallation
    }

    package let notSeen: [Declared]
    package let notDeclared: [SeenInstallation]
    package let otherVersion: [OtherVersion]
}

extension SoftwareComparison {
    /// What is in use on the day against what was seen. A body's software may be seen at the provider that runs it.
    package func declaredObserved(_ seen: [SeenInstallation]) -> DeclaredObserved {
        let usages = domains.flatMap { domain in
            bodies.flatMap { position(of: $0, in: domain).inUse }
        }
        let places = Dictionary(grouping: seen, by: \.body)
        var explained: Set<[String]> = []
        var notSeen: [DeclaredObserved.Declared] = []
        var otherVersion: [DeclaredObserved.OtherVersion] = []
        for usage in usages {
            guard let product = usage.product else { continue }
            let declared = DeclaredObserved.Declared(
                body: usage.body, domain: usage.domain, product: product, version: usage.version)
            let runners = [usage.body] + [usage.operation.providerID].compactMap { $0 }
            let found = runners.flatMap { places[$0] ?? [] }.filter { $0.product == product }
            for place in found { explained.insert([place.body, place.product]) }
            if found.isEmpty { notSeen.append(declared) }
            otherVersion += found.filter { !Self.agrees(usage.version, $0.version) }
                .map { DeclaredObserved.OtherVersion(declared: declared, seen: $0) }
        }
        return DeclaredObserved(
            notSeen: notSeen.sorted(),
            notDeclared: seen.filter { !explained.contains([$0.body, $0.product]) }
                .sorted { ($0.body, $0.product, $0.endpoint) < ($1.body, $1.product, $1.endpoint) },
            otherVersion: otherVersion.sorted { ($0.declared, $0.seen.endpoint) < ($1.declared, $1.seen.endpoint) })
    }

    /// `24.1` agrees with `24.1.3`, not with `24.10`; what one side does not know is no contradiction.
    private static func agrees(_ declared: String?, _ seen: String?) -> Bool {
        guard let declared, let seen else { return true }
        return declared == seen || seen.hasPrefix(declared + ".") || declared.hasPrefix(seen + ".")
    }
}
