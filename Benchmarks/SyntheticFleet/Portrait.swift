import Model

/// What a kind of server shows to one probe: rows made once for all of them, rows with places for names, certificates.
struct Portrait: Sendable {
    private let fixed: [String: [FactRow]]
    private let named: [String: [RowTemplate]]
    let certificates: CertificateRows?

    init(_ facts: Facts, _ vocabulary: Vocabulary) {
        certificates = CertificateRows(facts.rows, vocabulary)
        let ownTables = certificates == nil ? [] : CertificateRows.tables
        var (fixed, named): ([String: [FactRow]], [String: [RowTemplate]]) = ([:], [:])
        for (table, rows) in facts.rows where !ownTables.contains(table) {
            let templates = rows.map(RowTemplate.init)
            if templates.allSatisfy(\.isFixed) { fixed[table] = rows } else { named[table] = templates }
        }
        (self.fixed, self.named) = (fixed, named)
    }

    /// The same portrait for a server of this name with this certificate.
    func facts(_ names: Names, _ certificate: Certificate?) -> Facts {
        var rows = fixed
        for (table, templates) in named { rows[table] = templates.map { $0.filled(names) } }
        if let certificate { certificates?.add(certificate, to: &rows) }
        return Facts(rows: rows)
    }
}

/// One portrait and how it looks after a small change.
struct PortraitSet: Sendable {
    let plain: Portrait
    /// With a header more, or less; `nil` where there are none.
    let otherHeader: Portrait?
    /// The next version of the software; `nil` where none is told.
    let updated: Portrait?
    /// With a stapled OCSP response; `nil` where there is no TLS.
    let stapling: Portrait?

    init(_ facts: Facts, _ vocabulary: Vocabulary) {
        let retouching = Retouching(facts, vocabulary)
        plain = Portrait(facts, vocabulary)
        otherHeader = retouching.withOtherHeader().map { Portrait($0, vocabulary) }
        updated = retouching.updated().map { Portrait($0, vocabulary) }
        stapling = retouching.stapling().map { Portrait($0, vocabulary) }
    }

    /// How it looks after a change, and with a certificate that may come with an OCSP response.
    func portrait(after change: NightlyChange?, _ certificate: Certificate?) -> Portrait {
        let changed: Portrait? =
            switch change {
            case .header: otherHeader
            case .version: updated
            default: nil
            }
        return changed ?? (certificate?.isStapled == true ? stapling : nil) ?? plain
    }
}
