import Model

/// Words of online services, processes and chains.
extension Wording {
    func level(_ level: TrustLevel) -> String {
        switch level {
        case .none: self("keins", "none")
        case .basic: self("normal", "basic")
        case .substantial: self("substanziell", "substantial")
        case .high: self("hoch", "high")
        }
    }

    /// As the probe names it; a word nobody knows stays as it is.
    func signIn(_ kind: String) -> String {
        switch kind {
        case "bundid": "BundID"
        case "unternehmenskonto": self("Mein Unternehmenskonto", "company account")
        case "eid": self("Online-Ausweis", "eID card")
        case "own_password": self("eigenes Passwort", "password of its own")
        default: kind
        }
    }

    func medium(_ medium: Medium?) -> String {
        switch medium {
        case .system: self("System", "system")
        case .paper: self("Papier", "paper")
        case nil: self("nicht gesagt", "not said")
        }
    }

    func link(_ state: LinkState) -> String {
        switch state {
        case .missing: self("fehlt", "missing")
        case .unknown: self("nicht bekannt", "not known")
        case .notLive: self("nicht in Betrieb", "not in use")
        case .unsupported: self("ohne Unterstützung", "no longer supported")
        case .atRisk: self("dringender Befund", "urgent finding")
        case .ending: self("läuft aus", "ending")
        case .sound: self("trägt", "holds")
        }
    }

    /// A number between 0 and 1 with two digits: 0,73.
    func hundredths(_ value: Double) -> String {
        let hundredths = Int((min(max(value, 0), 1) * 100).rounded())
        let digits = hundredths % 100
        return "\(hundredths / 100)\(self(",", "."))\(digits < 10 ? "0" : "")\(digits)"
    }
}

extension Noun {
    static let onlineService = Noun("Leistung", "Leistungen", "service", "services")
    static let onlineServiceDative = Noun("Leistung", "Leistungen", "service", "services")
    static let step = Noun("Schritt", "Schritte", "step", "steps")
    static let stepDative = Noun("Schritt", "Schritten", "step", "steps")
    static let role = Noun("Rolle", "Rollen", "role", "roles")
    static let mediaBreak = Noun("Medienbruch", "Medienbrüche", "media break", "media breaks")
    static let mediaBreakDative = Noun("Medienbruch", "Medienbrüchen", "media break", "media breaks")
    static let bodyDative = Noun("Stelle", "Stellen", "body", "bodies")
}

extension Sign {
    static func offer(_ state: ServiceState, _ say: Wording) -> HTML {
        switch state {
        case .live: sign("●", .good, say("online", "live"))
        case .listed: sign("◐", .unknown, say("gelistet", "listed"))
        case .failing: sign("▲", .critical, say("Fehler", "failing"))
        case .adoptable: sign("✚", .medium, say("übernehmbar", "adoptable"))
        case .elsewhere: sign("○", .unknown, say("anderswo", "elsewhere"))
        case .missing: sign("–", .unknown, say("fehlt", "missing"))
        }
    }

    static func trustBelow(_ say: Wording) -> HTML { sign("▲", .high, say("Niveau zu niedrig", "level too low")) }

    static func link(_ state: LinkState, _ say: Wording) -> HTML {
        let word = say.link(state)
        return switch state {
        case .missing, .unsupported: sign("▲", .critical, word)
        case .atRisk: sign("▲", .high, word)
        case .unknown: sign("◇", .unknown, word)
        case .notLive, .ending: sign("■", .medium, word)
        case .sound: sign("●", .good, word)
        }
    }
}
