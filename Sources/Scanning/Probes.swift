import Model

/// The list of all probes: a new probe is one folder and one line here.
package enum Probes {
    package static let all: [any Probe] = [
        DNSProbe(),
        SSHProbe(),
    ]

    package static var vocabulary: Vocabulary {
        Vocabulary(probes: all.map { ($0.name, $0.facts) }, scopes: Scopes.all)
    }
}
