/// The kinds of signal that name a product, and how sure they make it together that it runs: the one place that says so.
///
/// Two kinds of signal before *certain*: a header and a cookie, not two cookies, one of them strong. One strong kind, or
/// two weak ones, is *likely*; one weak kind is *possible*. What one probe saw and what another saw add up in any order.
package struct Corroboration: Sendable, Equatable {
    /// Kinds that bear the product's own name in a field made for it.
    package private(set) var strong: Set<String>
    /// Kinds with a sign others may show too.
    package private(set) var weak: Set<String>

    package init(strong: Set<String> = [], weak: Set<String> = []) {
        self.strong = strong
        self.weak = weak
    }

    /// As the fact table `software` writes them down: kinds with commas between them.
    package init(strong: String, weak: String) {
        self.init(strong: Self.kinds(in: strong), weak: Self.kinds(in: weak))
    }

    package var strongText: String { strong.sorted().joined(separator: ",") }
    package var weakText: String { weak.sorted().joined(separator: ",") }

    private static func kinds(in text: String) -> Set<String> { Set(text.split(separator: ",").map(String.init)) }

    package mutating func add(_ source: String, isStrong: Bool) {
        let kind = SoftwareSignal.kind(of: source)
        if isStrong { strong.insert(kind) } else { weak.insert(kind) }
    }

    package func adding(_ other: Corroboration) -> Corroboration {
        Corroboration(strong: strong.union(other.strong), weak: weak.union(other.weak))
    }

    package var isEmpty: Bool { strong.isEmpty && weak.isEmpty }

    package var confidence: SoftwareConfidence {
        switch (strong.union(weak).count > 1, !strong.isEmpty) {
        case (true, true): .certain
        case (true, false), (false, true): .likely
        case (false, false): .possible
        }
    }
}

/// Adds up what all probes saw at a host: the same rows give the same answer, whichever came first.
package struct HostCorroboration {
    /// Where signals support each other: the same body, server name and address, whatever the port.
    package struct Host: Hashable, Sendable {
        let body: String
        let name: String
        let address: String

        package init(body: String, name: String, address: String) {
            self.body = body
            self.name = name
            self.address = address
        }
    }

    private struct Key: Hashable {
        let host: Host
        let product: String
    }

    private var sums: [Key: Corroboration] = [:]

    package init() {}

    package mutating func add(_ signals: Corroboration, of product: String, at host: Host) {
        guard !signals.isEmpty else { return }
        let key = Key(host: host, product: product)
        sums[key] = sums[key]?.adding(signals) ?? signals
    }

    /// `nil` where nobody wrote down which signals named it: what was said then stays.
    package func confidence(of product: String, at host: Host) -> SoftwareConfidence? {
        sums[Key(host: host, product: product)]?.confidence
    }
}

extension HostCorroboration.Host {
    package init(of endpoint: Endpoint) {
        self.init(
            body: endpoint.body, name: endpoint.serverName, address: endpoint.address?.description ?? "")
    }
}
