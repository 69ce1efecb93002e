import Model

/// The list of all probes: a new probe is one folder and one line here.
package enum Probes {
    package static func all(trust: Trust) -> [any Probe] {
        [
            DNSProbe(),
            HTTPProbe(),
            IMAPProbe(),
            POP3Probe(),
            SMTPProbe(),
            SSHProbe(),
            TLSProbe(trust: trust),
            TLSWeaknessProbe(),
        ]
    }

    package static var vocabulary: Vocabulary {
        Vocabulary(probes: all(trust: .none).map { ($0.name, $0.facts) }, scopes: Scopes.all)
    }
}
