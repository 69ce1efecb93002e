import Model

/// The list of all probes: a new probe is one folder and one line here.
package enum Probes {
    /// `software` names the products in what servers say; its fingerprints are another stage's. `onlineServices` are the
    /// pages at which bodies offer services.
    package static func all(
        trust: Trust, software: any SoftwareRecogniser, onlineServices: [OnlineServiceTarget] = []
    ) -> [any Probe] {
        [
            DNSProbe(),
            HTTPProbe(software: software),
            IMAPProbe(software: software),
            POP3Probe(software: software),
            SMTPProbe(software: software),
            SSHProbe(software: software),
            TLSProbe(trust: trust, software: software),
            TLSWeaknessProbe(),
            // Last: it takes the connections the others leave.
            OnlineServiceProbe(targets: onlineServices, software: software),
        ]
    }

    package static var vocabulary: Vocabulary {
        Vocabulary(
            probes: all(trust: .none, software: NoSoftware()).map { ($0.name, $0.facts) }, scopes: Scopes.all,
            figures: HarmonisationTables.all)
    }
}
