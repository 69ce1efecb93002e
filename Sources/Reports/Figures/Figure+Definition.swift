import Model

extension Figure {
    /// What the figure is called.
    var title: LocalizedText {
        switch self {
        case .known: LocalizedText(de: "bekannte Dienste", en: "known services")
        case .measured: LocalizedText(de: "geprüft", en: "measured")
        case .unanswered: LocalizedText(de: "antworteten nicht", en: "did not answer")
        case .notAuthorised: LocalizedText(de: "Freigabe fehlt", en: "not authorised")
        case .bodies: LocalizedText(de: "Stellen", en: "bodies")
        case .open: LocalizedText(de: "offene Befunde", en: "open findings")
        case .urgent: LocalizedText(de: "dringend", en: "urgent")
        case .overdue: LocalizedText(de: "über Frist", en: "overdue")
        case .affected: LocalizedText(de: "betroffene Landkreise oder Stellen", en: "affected counties or bodies")
        case .fixed: LocalizedText(de: "behoben", en: "fixed")
        case .added: LocalizedText(de: "hinzugekommen", en: "added")
        case .worsened: LocalizedText(de: "echte Verschlechterung", en: "change for the worse")
        case .newRule: LocalizedText(de: "aus neuen Regeln", en: "from new rules")
        case .newTarget: LocalizedText(de: "aus neu erfassten Systemen", en: "from newly recorded systems")
        case .firstMeasured: LocalizedText(de: "erstmals gemessen", en: "measured for the first time")
        case .reopened: LocalizedText(de: "aus wieder aufgetretenen Mängeln", en: "from faults that came back")
        case .exceptionExpired: LocalizedText(de: "aus abgelaufenen Ausnahmen", en: "from expired exceptions")
        case .expiring: LocalizedText(de: "ablaufende Zertifikate", en: "certificates about to expire")
        case .expired: LocalizedText(de: "abgelaufene Zertifikate", en: "expired certificates")
        case .unattended:
            LocalizedText(de: "ohne erkennbare automatische Erneuerung", en: "without recognisable automatic renewal")
        case .software: LocalizedText(de: "erkannte Produkte", en: "recognised products")
        case .exceptions: LocalizedText(de: "genehmigte Ausnahmen", en: "approved exceptions")
        case .exceptionsEnding: LocalizedText(de: "bis Jahresende ablaufend", en: "ending this year")
        case .need: LocalizedText(de: "Handlungsbedarf", en: "need for action")
        case .trend: LocalizedText(de: "Verlauf", en: "trend")
        case .median: LocalizedText(de: "behoben nach (Median)", en: "fixed after (median)")
        case .action: LocalizedText(de: "Maßnahme", en: "action")
        case .balance: LocalizedText(de: "Bilanz", en: "balance")
        case .inherited: LocalizedText(de: "geerbt", en: "inherited")
        case .possible: LocalizedText(de: "zu prüfen", en: "to be checked")
        case .commonEvent: LocalizedText(de: "ein Ereignis", en: "one event")
        case .shared: LocalizedText(de: "gemeinsam genutzt", en: "shared")
        case .serviceCoverage, .serviceLive, .adoptable, .trustBelow, .mediaBreak, .similarity, .weakestLink:
            serviceTitle
        case .harmonisationIndex, .usageCoverage, .targetShare, .migrationsLeft, .installations, .declaredObserved,
            .adoptionRank, .buyingWindow, .failing, .drift, .skew:
            harmonisationTitle
        }
    }

    /// How it is counted, exactly.
    var definition: LocalizedText {
        switch self {
        case .known: Self.knownDefinition
        case .measured: Self.measuredDefinition
        case .unanswered: Self.unansweredDefinition
        case .notAuthorised: Self.notAuthorisedDefinition
        case .bodies:
            LocalizedText(
                de: "Alle Körperschaften, Verbände und Dienstleister, die die Flottendatei nennt.",
                en: "All bodies, associations and providers the fleet file names.")
        case .open:
            LocalizedText(
                de:
                    "Abweichungen von aktiven Regeln, die keine gültige Ausnahme deckt. Ein Befund schließt nur, wenn eine "
                    + "Messung ihn nicht mehr zeigt; wurde nicht gemessen, bleibt er offen.",
                en:
                    "Deviations from active rules that no valid exception covers. A finding closes only when a measurement "
                    + "no longer shows it; without a measurement it stays open.")
        case .urgent:
            LocalizedText(
                de: "Schwere kritisch oder hoch, offen, ohne gültige Ausnahme.",
                en: "Severity critical or high, open, without a valid exception.")
        case .overdue:
            LocalizedText(
                de: "Offene Befunde ohne gültige Ausnahme, deren Frist vor dem Tag des Prüflaufs liegt.",
                en: "Open findings without a valid exception whose due date lies before the day of the run.")
        case .affected:
            LocalizedText(
                de:
                    "Landkreise, bei denen oder deren zugehörigen Stellen ein dringender Befund offen ist. Gibt es keine "
                    + "Landkreise, zählen die Stellen, die keiner anderen angehören.",
                en:
                    "Counties with an urgent open finding at themselves or a body that belongs to them. Without counties, "
                    + "the bodies that belong to no other one are counted.")
        case .fixed, .added, .worsened, .newRule, .newTarget, .firstMeasured, .reopened, .exceptionExpired:
            changeDefinition
        case .expiring, .expired, .unattended: certificateDefinition
        case .software, .exceptions, .exceptionsEnding, .need, .trend, .median, .action: otherDefinition
        case .balance, .inherited, .possible, .commonEvent, .shared: relationDefinition
        case .serviceCoverage, .serviceLive, .adoptable, .trustBelow, .mediaBreak, .similarity, .weakestLink:
            serviceDefinition
        case .harmonisationIndex, .usageCoverage, .targetShare, .migrationsLeft, .installations, .declaredObserved,
            .adoptionRank, .buyingWindow, .failing, .drift, .skew:
            harmonisationDefinition
        }
    }

    private static let knownDefinition = LocalizedText(
        de: "Vorgesehene Dienste und solche, die mangels Freigabe nicht geprüft werden durften. Ein Dienst ist ein "
            + "Endpunkt: Adresse, Port und Name, oder eine Domain im DNS. Jede Adresse eines Namens zählt für sich.",
        en: "Planned services and those that could not be asked because no authorisation covers them. A service is an "
            + "endpoint: address, port and name, or a domain in the DNS. Each address of a name counts on its own.")

    private static let measuredDefinition = LocalizedText(
        de:
            "Vorgesehene Dienste ohne Lücke: Jede vorgesehene Messung bekam eine Antwort. Der Prozentwert ist der Anteil "
            + "an den bekannten Diensten; 100 % steht nur da, wenn nichts fehlt. Nicht geprüft zählt nie als in Ordnung.",
        en:
            "Planned services without a gap: every planned measurement got an answer. The percentage is the share of the "
            + "known services; 100 % is shown only when nothing is missing. Not measured never counts as fine.")

    private static let unansweredDefinition = LocalizedText(
        de: "Vorgesehene Dienste, an denen mindestens eine Messung keine verwertbare Antwort bekam: keine Antwort, "
            + "abgelehnt, abgebrochen, blockiert, anderes Protokoll, fehlgeschlagen oder nicht gefragt.",
        en:
            "Planned services at which at least one measurement got no usable answer: silence, refused, reset, blocked, "
            + "another protocol, failed or not asked.")

    private static let notAuthorisedDefinition = LocalizedText(
        de:
            "Bekannte Dienste ohne gültige Freigabe oder mit einer Adresse außerhalb der freigegebenen Netze. Sie wurden "
            + "nicht kontaktiert.",
        en:
            "Known services without a valid authorisation, or with an address outside the authorised networks. They were "
            + "not contacted.")
}
