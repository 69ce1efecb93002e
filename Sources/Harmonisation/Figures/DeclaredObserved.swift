import Model

/// Three work lists: what the lists say and what was seen.
package struct DeclaredObserved: Sendable, Equatable {
    package struct Declared: Sendable, Hashable, Comparable {
        package let body: String
        package let domain: String
        package let product: String
        /// Several, where lists say several; `nil` where one of them says none.
        package let version: String?

        package init(body: String, domain: String, product: String, version: String?) {
            self.body = body
            self.domain = domain
            self.product = product
            self.version = version
        }

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
    ///
    /// `lists` are further lists of the bodies, without days; where a usage list names the product too, it alone counts.
    package func declaredObserved(
        _ seen: [SeenInstallation], lists: [DeclaredObserved.Declared] = []
    ) -> DeclaredObserved {
        let places = Dictionary(grouping: seen, by: \.body)
        var explained: Set<[String]> = []
        var notSeen: [DeclaredObserved.Declared] = []
        var otherVersion: [DeclaredObserved.OtherVersion] = []
        for statement in statements(lists) {
            let declared = statement.declared
            let found = statement.runners.flatMap { places[$0] ?? [] }.filter { $0.product == declared.product }
            for place in found { explained.insert([place.body, place.product]) }
            if found.isEmpty { notSeen.append(declared) }
            otherVersion += found.filter { !statement.agrees(with: $0.version) }
                .map { DeclaredObserved.OtherVersion(declared: declared, seen: $0) }
        }
        return DeclaredObserved(
            notSeen: notSeen.sorted(),
            notDeclared: seen.filter { !explained.contains([$0.body, $0.product]) }
                .sorted { ($0.body, $0.product, $0.endpoint) < ($1.body, $1.product, $1.endpoint) },
            otherVersion: otherVersion.sorted { ($0.declared, $0.seen.endpoint) < ($1.declared, $1.seen.endpoint) })
    }

    private func statements(_ lists: [DeclaredObserved.Declared]) -> [Statement] {
        let usages = domains.flatMap { domain in bodies.flatMap { position(of: $0, in: domain).inUse } }
        let own = usages.compactMap { usage in
            usage.product.map { product in
                Statement(
                    DeclaredObserved.Declared(
                        body: usage.body, domain: usage.domain, product: product, version: usage.version),
                    runners: usage.runners)
            }
        }
        let known = Set(own.map { [$0.declared.body, $0.declared.product] })
        let other = lists.filter { !known.contains([$0.body, $0.product]) }.map { Statement($0, runners: [$0.body]) }
        return Dictionary(grouping: own + other, by: \.subject).values.compactMap(Statement.init(joining:))
    }
}

/// What lists say of one product of a body in a domain.
private struct Statement {
    let declared: DeclaredObserved.Declared
    /// Where it may be seen.
    let runners: [String]
    private let versions: [String?]

    init(_ declared: DeclaredObserved.Declared, runners: [String]) {
        self.declared = declared
        self.runners = runners
        versions = [declared.version]
    }

    init?(joining statements: [Statement]) {
        guard let first = statements.first?.declared else { return nil }
        versions = statements.flatMap(\.versions)
        let known = Set(versions.compactMap { $0 }).sorted()
        declared = DeclaredObserved.Declared(
            body: first.body, domain: first.domain, product: first.product,
            version: versions.contains(nil) || known.isEmpty ? nil : known.joined(separator: ", "))
        runners = Set(statements.flatMap(\.runners)).sorted()
    }

    var subject: [String] { [declared.body, declared.domain, declared.product] }

    func agrees(with seen: String?) -> Bool { versions.contains { Self.agrees($0, seen) } }

    /// `24.1` agrees with `24.1.3` and `24.1-2`, not with `24.10`; what one side does not know is no contradiction.
    private static func agrees(_ declared: String?, _ seen: String?) -> Bool {
        guard let declared = declared.map(withoutEpoch), let seen = seen.map(withoutEpoch) else { return true }
        return begins(seen, with: declared) || begins(declared, with: seen)
    }

    private static func begins(_ long: String, with short: String) -> Bool {
        long.hasPrefix(short) && long.dropFirst(short.count).first?.isNumber != true
    }

    /// Distributions put a number before a version whose way of counting changed: `1:9.2p1`.
    private static func withoutEpoch(_ version: String) -> String {
        let parts = version.split(separator: ":", maxSplits: 1)
        return parts.count == 2 && parts[0].allSatisfy(\.isNumber) ? String(parts[1]) : version
    }
}
