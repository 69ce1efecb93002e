import Model

/// One section for each chain a server hands out.
struct CertificateSections {
    let facts: SeenFacts
    let language: Language
    let now: Timestamp

    var all: [CheckSection] {
        facts.rows("served_chain").sorted { ($0.int("chain") ?? 0) < ($1.int("chain") ?? 0) }.map(section)
    }

    private func section(_ chain: SeenRow) -> CheckSection {
        let number = chain.int("chain") ?? 0
        let asked = chain.flag("with_server_name") || number == 0 ? "" : word(", ohne Servername", ", without a name")
        var section = CheckSection(word("ZERTIFIKAT", "CERTIFICATE") + " (\(chain.text("key_type"))\(asked))")
        guard let leaf = rows("certificate", number).first(where: { $0.int("position") == 0 }) else { return section }
        section.add(word("Inhaber", "subject"), leaf.text("subject"))
        section.add(word("Aussteller", "issuer"), leaf.text("issuer"))
        section.add(word("Namen", "names"), names(number))
        section.add(
            word("Name passt", "name matches"), chain.flag("name_matches") ? word("ja", "yes") : word("NEIN", "NO"))
        section.add(word("gültig", "valid"), validity(leaf))
        section.add(word("Schlüssel", "key"), key(leaf))
        section.add(word("Signatur", "signature"), leaf.text("signature_algorithm"))
        section.add(word("Kette", "chain"), self.chain(number))
        // Certificates from a file have no version, and nobody staples anything to them.
        if !chain.text("protocol").isEmpty { section.add("OCSP", staple(number, leaf)) }
        section.add(word("Transparenz", "transparency"), timestamps(number))
        section.add(line: "SHA-256 \(leaf.text("sha256"))")
        return section
    }

    private func rows(_ table: String, _ chain: Int) -> [SeenRow] {
        facts.rows(table).filter { $0.int("chain") == chain }
    }

    private func names(_ chain: Int) -> String {
        let names = rows("certificate_name", chain).map { $0.text("name") }
        let more = names.count - 12
        return names.prefix(12).joined(separator: ", ")
            + (more > 0 ? word(" und \(more) weitere", " and \(more) more") : "")
    }

    private func validity(_ leaf: SeenRow) -> String {
        let (from, to) = (leaf.text("not_before").prefix(10), leaf.text("not_after").prefix(10))
        guard let end = Timestamp(rfc3339: leaf.text("not_after")) else { return "\(from) – \(to)" }
        let days = Int((Double(end.seconds - now.seconds) / 86_400).rounded(.down))
        let left = days < 0 ? word("abgelaufen", "expired") : word("noch \(days) Tage", "\(days) days left")
        return "\(from) – \(to) (\(left))"
    }

    private func key(_ leaf: SeenRow) -> String {
        let curve = leaf.text("key_curve")
        let weakness = leaf.text("key_weakness")
        return "\(leaf.text("key_type")) \(leaf.int("key_bits") ?? 0) bit" + (curve.isEmpty ? "" : " (\(curve))")
            + (weakness.isEmpty ? "" : word(", SCHWACH: ", ", WEAK: ") + weakness)
    }

    private func chain(_ chain: Int) -> String {
        let rows = rows("certificate_chain", chain)
        guard let first = rows.first else { return "" }
        let trusting = rows.filter { $0.flag("trusted") }.map { $0.text("store") }
        let count = first.int("length") ?? 0
        let length = word("\(count) Zertifikat\(count == 1 ? "" : "e")", "\(count) certificate\(count == 1 ? "" : "s")")
        let order = first.flag("in_order") ? "" : word(", falsche Reihenfolge", ", out of order")
        guard trusting.isEmpty else {
            return length + order + word(", vertraut von: ", ", trusted by: ") + trusting.joined(separator: ", ")
        }
        return length + order + word(", NICHT vertraut: ", ", NOT trusted: ") + first.text("error")
    }

    private func staple(_ chain: Int, _ leaf: SeenRow) -> String {
        let must = leaf.flag("must_staple") ? word(" (verlangt)", " (required)") : ""
        guard let row = rows("ocsp_staple", chain).first else {
            return word("keine Antwort angeheftet", "nothing stapled") + must
        }
        return word("angeheftet: ", "stapled: ") + row.text("status") + must
            + (row.flag("current") ? "" : word(", veraltet", ", out of date"))
    }

    private func timestamps(_ chain: Int) -> String {
        let rows = rows("certificate_timestamp", chain)
        guard !rows.isEmpty else { return word("keine Zeitstempel", "no timestamps") }
        let logs = Set(rows.map { $0.text("log_id") }).count
        let sources = Set(rows.map { $0.text("source") }).sorted().joined(separator: ", ")
        return word(
            "\(rows.count) Zeitstempel von \(logs) Logs (\(sources))",
            "\(rows.count) timestamps of \(logs) logs (\(sources))")
    }

    private func word(_ german: String, _ english: String) -> String { language == .de ? german : english }
}
