import Model

/// The words of the model as people read them.
extension Wording {
    func severity(_ severity: Severity) -> String {
        switch severity {
        case .critical: self("kritisch", "critical")
        case .high: self("hoch", "high")
        case .medium: self("mittel", "medium")
        case .low: self("gering", "low")
        case .info: self("Hinweis", "info")
        }
    }

    func verdict(_ verdict: Verdict) -> String {
        switch verdict {
        case .conforms: self("erfüllt", "conforms")
        case .deviates: self("weicht ab", "deviates")
        case .possible: self("möglich", "possible")
        case .phaseOut: self("läuft aus", "phase-out")
        case .notListed: self("nicht gelistet", "not listed")
        case .notApplicable: self("nicht anwendbar", "not applicable")
        case .notMeasured: self("nicht gemessen", "not measured")
        }
    }

    /// How asking ended; `nil` means that nothing was asked.
    func outcome(_ outcome: Outcome?) -> String {
        switch outcome {
        case .answered: self("geantwortet", "answered")
        case .refused: self("Verbindung abgelehnt", "connection refused")
        case .silent: self("keine Antwort", "no answer")
        case .reset: self("Verbindung abgebrochen", "connection reset")
        case .otherProtocol: self("spricht anders als erwartet", "speaks another protocol")
        case .blocked: self("blockiert uns", "blocks us")
        case .outOfScope: self("außerhalb der Freigabe", "out of scope")
        case .failed: self("Messung fehlgeschlagen", "measurement failed")
        case nil: self("nicht gefragt", "not asked")
        }
    }

    func consent(_ consent: Consent) -> String {
        switch consent {
        case .passive: self("passiv", "passive")
        case .light: self("leicht", "light")
        case .full: self("voll", "full")
        case .intrusive: self("eindringlich", "intrusive")
        }
    }

    func kind(_ kind: Body.Kind) -> String {
        switch kind {
        case .county: self("Landkreis", "County")
        case .municipality: self("Gemeinde", "Municipality")
        case .associationOfMunicipalities: self("Gemeindeverband", "Association of municipalities")
        case .specialPurposeAssociation: self("Zweckverband", "Special-purpose association")
        case .itProvider: self("IT-Dienstleister", "IT provider")
        case .other: self("Sonstige Stelle", "Other body")
        }
    }

    func confidence(_ word: String) -> String {
        switch word {
        case "certain": self("sicher", "certain")
        case "likely": self("wahrscheinlich", "likely")
        case "possible": self("möglich", "possible")
        default: word
        }
    }

    func status(_ status: RuleText.Status) -> String {
        switch status {
        case .active: self("aktiv", "active")
        case .trial: self("Probe: wird gezeigt, zählt nicht", "trial: shown, not counted")
        case .retired: self("zurückgezogen", "retired")
        }
    }
}
