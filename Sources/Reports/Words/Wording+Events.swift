import Model

/// What happened, as people say it.
extension Wording {
    func event(_ kind: Picture.Event.Kind) -> String {
        switch kind {
        case .opened: self("geöffnet", "opened")
        case .changed: self("Beleg geändert", "evidence changed")
        case .fixed: self("behoben: eine Messung zeigt es nicht mehr", "fixed: a measurement no longer shows it")
        case .reopened: self("wieder aufgetreten", "came back")
        case .excepted: self("Ausnahme genehmigt", "exception approved")
        case .exceptionEnded: self("Ausnahme abgelaufen, zählt wieder", "exception over, counts again")
        case .notMeasured: self("nicht gemessen, bleibt offen", "not measured, stays open")
        case .measuredAgain: self("wieder gemessen", "measured again")
        case .severity: self("anders eingestuft", "rated differently")
        case .possible: self("Verdacht: zu prüfen", "suspicion: to be checked")
        case .confirmed: self("Verdacht bestätigt", "suspicion confirmed")
        case .ruleRetired: self("Regel urteilt nicht mehr", "rule no longer judges")
        case .ruleRestored: self("Regel urteilt wieder", "rule judges again")
        }
    }

    func movement(_ kind: Picture.Movement.Kind) -> String {
        switch kind {
        case .certificateReplaced: self("Ersetzte Zertifikate", "Certificates replaced")
        case .certificateNew: self("Neue Zertifikate", "New certificates")
        case .certificateGone: self("Nicht mehr ausgelieferte Zertifikate", "Certificates no longer presented")
        case .softwareChanged: self("Andere Software oder Version", "Other software or version")
        case .softwareSeen: self("Neu gesehene Software", "Software newly seen")
        case .softwareGone: self("Nicht mehr gesehene Software", "Software no longer seen")
        case .endpointAdded: self("Neu erfasste Dienste", "Services newly recorded")
        case .endpointGone: self("Entfallene Dienste", "Services gone")
        case .exceptionBegun: self("Begonnene Ausnahmen", "Exceptions begun")
        case .exceptionChanged: self("Neu entschiedene Ausnahmen", "Exceptions decided anew")
        case .exceptionEnded: self("Abgelaufene Ausnahmen", "Exceptions over")
        case .exceptionRemoved: self("Gestrichene Ausnahmen", "Exceptions removed")
        case .measuredAgain: self("Wieder geprüfte Dienste", "Services measured again")
        case .noLongerMeasured: self("Nicht mehr geprüfte Dienste", "Services no longer measured")
        }
    }

    /// A shared thing in the singular, as a heading of what several bodies rest on.
    func common(_ kind: Picture.Common.Kind) -> String {
        switch kind {
        case .certificate: self("Dasselbe Zertifikat", "The same certificate")
        case .key: self("Derselbe Schlüssel", "The same key")
        case .provider: self("Derselbe Dienstleister", "The same provider")
        case .address: self("Dieselbe Adresse", "The same address")
        case .nameServer: self("Derselbe Nameserver", "The same name server")
        case .mailHost: self("Derselbe Mailserver", "The same mail host")
        }
    }

    /// What follows from sharing it.
    func risk(_ kind: Picture.Common.Kind) -> String {
        switch kind {
        case .certificate:
            self(
                "Läuft es ab oder wird es gesperrt, fallen alle zugleich aus.",
                "When it expires or is revoked, all of them fail at once.")
        case .key:
            self(
                "Kommt der Schlüssel an einer Stelle abhanden, ist er überall verloren.",
                "If the key leaks at one place, it is lost everywhere.")
        case .provider:
            self(
                "Fällt er aus oder wird er angegriffen, trifft es alle, die er betreibt.",
                "If it fails or is attacked, all it serves are hit.")
        case .address:
            self(
                "Was dort ausfällt oder angegriffen wird, trifft alle zugleich.",
                "What fails or is attacked there hits all of them at once.")
        case .nameServer:
            self(
                "Ohne ihn sind die Namen aller nicht auffindbar.",
                "Without it, nobody finds the names of any of them.")
        case .mailHost:
            self(
                "Fällt er aus, kommt bei allen keine Mail an.",
                "If it fails, mail reaches none of them.")
        }
    }

    func standing(_ standing: ExceptionStanding) -> String {
        switch standing {
        case .ended: self("abgelaufen", "over")
        case .endingSoon: self("endet bald", "ends soon")
        case .unmatched: self("passt zu nichts", "matches nothing")
        case .idle: self("wird nicht mehr gebraucht", "no longer needed")
        case .notMeasured: self("nicht gemessen", "not measured")
        case .active: self("gültig", "valid")
        }
    }

    func framework(_ framework: Control.Framework) -> String {
        switch framework {
        case .grundschutz2023: self("IT-Grundschutz-Kompendium 2023", "IT-Grundschutz Compendium 2023")
        case .grundschutzPlusPlus: "Grundschutz++"
        case .wiba: self("WiBA-Checklisten", "WiBA checklists")
        }
    }

    func support(_ support: Control.Support) -> String {
        switch support {
        case .measured: self("messbar", "measurable")
        case .partly: self("teilweise messbar", "partly measurable")
        case .people: self("nur durch Menschen", "by people only")
        }
    }
}
