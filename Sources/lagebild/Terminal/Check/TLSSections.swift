import Model

/// What the TLS probe saw, ordered as people read it: versions, suites, key exchange, features.
struct TLSSections {
    let facts: SeenFacts
    let language: Language

    var all: [CheckSection] { [versions, suites, keyExchange, features].filter { !$0.lines.isEmpty } }

    private var versions: CheckSection {
        var section = CheckSection(word("VERSIONEN", "VERSIONS"))
        for row in facts.rows("starttls") where row.text("answer") != "accepted" {
            section.add("STARTTLS", "\(row.text("answer")): \(row.text("reason"))")
        }
        let rows = facts.rows("tls_protocol").reversed()
        func named(_ answer: String, reasons: Bool) -> [String] {
            rows.filter { $0.text("answer") == answer }.map { row in
                reasons && !row.text("reason").isEmpty
                    ? "\(row.text("protocol")) (\(row.text("reason")))" : row.text("protocol")
            }
        }
        section.add(word("angenommen", "accepted"), named("accepted", reasons: false))
        section.add(word("abgelehnt", "refused"), named("refused", reasons: false))
        section.add(word("unbekannt", "unknown"), named("unknown", reasons: true))
        return section
    }

    private var suites: CheckSection {
        var section = CheckSection(word("CHIFFREN-SUITEN", "CIPHER SUITES"))
        for version in accepted {
            let rows = facts.rows("tls_cipher_suite").filter { $0.text("protocol") == version }
                .sorted {
                    ($0.int("position") ?? .max, $0.text("code")) < ($1.int("position") ?? .max, $1.text("code"))
                }
            guard !rows.isEmpty else { continue }
            let isRanked = rows.allSatisfy { $0.int("position") != nil }
            section.add(line: "\(version)\(order(of: version, isRanked: isRanked))")
            for row in rows { section.add(line: suite(row)) }
            let unknown = facts.rows("tls_cipher_suite_unknown").filter { $0.text("protocol") == version }
            if let first = unknown.first {
                section.add(
                    line: word(
                        "  \(unknown.count) weitere offen: \(reason(first))",
                        "  \(unknown.count) more open: \(reason(first))"))
            }
        }
        return section
    }

    private func suite(_ row: SeenRow) -> String {
        var remarks: [String] = []
        if !row.flag("forward_secrecy") { remarks.append(word("ohne Vorwärtsgeheimnis", "no forward secrecy")) }
        if let bits = row.int("encryption_bits"), bits < 128 { remarks.append("\(bits) bit") }
        let name = "  \(row.text("code"))  \(row.text("name"))"
        return remarks.isEmpty ? name : name.padded(to: 54) + " " + remarks.joined(separator: ", ")
    }

    private func order(of version: String, isRanked: Bool) -> String {
        let decides = facts.rows("tls_preference").first { $0.text("protocol") == version }?.text("decides")
        return switch decides {
        case "server" where isRanked: word(" – Reihenfolge des Servers", " – in the server's order")
        case "server":
            word(
                " – der Server entscheidet, seine Reihenfolge ist nicht ganz bekannt",
                " – the server decides, its order is not wholly known")
        case "client": word(" – die Reihenfolge des Clients gilt", " – the client's order decides")
        default: ""
        }
    }

    private var keyExchange: CheckSection {
        var section = CheckSection(word("SCHLÜSSELAUSTAUSCH", "KEY EXCHANGE"))
        for version in accepted {
            let groups = facts.rows("tls_group").filter { $0.text("protocol") == version }
            section.add(
                "\(version)",
                groups.filter { $0.text("answer") == "accepted" }.map { $0.text("name") } + open("group", version))
        }
        for version in accepted {
            let schemes = facts.rows("tls_signature_scheme").filter { $0.text("protocol") == version }
            section.add(
                word("Signatur", "signed") + " " + version,
                schemes.filter { $0.text("answer") == "accepted" }.map { $0.text("name") }
                    + (schemes.isEmpty ? [] : open("signature_scheme", version)))
        }
        section.add(word("DH-Parameter", "DH parameters"), finiteFields)
        let reused = facts.rows("tls_ephemeral_key").filter { $0.flag("reused") }.map { $0.text("key_exchange") }
        section.add(word("wiederverwendet", "reused keys"), Set(reused).sorted())
        return section
    }

    /// A last item for a list that is not known to be whole.
    private func open(_ subject: String, _ version: String) -> [String] {
        let rows = facts.rows("tls_enumeration").filter {
            $0.text("subject") == subject && $0.text("protocol") == version && $0.text("answer") == "incomplete"
        }
        return rows.prefix(1).map { _ in word("weitere offen", "more open") }
    }

    /// What a budget is, and where there is more, is nobody's everyday knowledge.
    private func reason(_ row: SeenRow) -> String {
        guard row.text("reason") == "budget" else { return row.text("reason") }
        return word(
            "40 Verbindungen verbraucht (consent: full sieht mehr)", "40 connections spent (consent: full sees more)")
    }

    private var finiteFields: [String] {
        let texts = facts.rows("tls_ephemeral_key").filter { $0.text("key_exchange") == "DHE" }.map { row in
            let name = row.text("prime_name")
            return "\(row.int("bits") ?? 0) bit" + (name.isEmpty ? "" : " (\(name))")
        }
        return Set(texts).sorted()
    }

    private var features: CheckSection {
        var section = CheckSection(word("MERKMALE", "FEATURES"))
        for (answer, label) in [
            ("yes", word("ja", "yes")), ("no", word("nein", "no")), ("unknown", word("unbekannt", "unknown")),
        ] {
            let rows = facts.rows("tls_feature").filter { $0.text("answer") == answer }
            let names = rows.map { row in
                let detail = row.text("detail")
                return detail.isEmpty ? row.text("feature") : "\(row.text("feature")) (\(detail))"
            }
            section.add(label, Set(names).sorted())
        }
        for row in facts.rows("tls_session_ticket") {
            let early = row.int("early_data_bytes") ?? 0
            section.add(
                word("Ticket", "ticket") + " " + row.text("protocol"),
                "\(row.int("lifetime_seconds") ?? 0) s" + (early > 0 ? ", 0-RTT \(early) bytes" : ""))
        }
        for row in facts.rows("tls_weakness") {
            section.add(row.text("weakness"), [row.text("answer"), row.text("detail")].filter { !$0.isEmpty })
        }
        return section
    }

    /// The newest first.
    private var accepted: [String] {
        facts.rows("tls_protocol").filter { $0.text("answer") == "accepted" }.map { $0.text("protocol") }.reversed()
    }

    private func word(_ german: String, _ english: String) -> String { language == .de ? german : english }
}
