import Model

/// Every page of a report; links name pages through it, so none can lead nowhere.
enum PageName: Sendable, Hashable {
    case index, findings, changes, shared, inventory, software, certificates, exceptions, permissions, evidence, method
    case onlineServices, processes
    case harmonisation(HarmonisationPart)
    case body(String)
    case rule(String)
    case finding(String)

    /// What the menu offers, in its order.
    static let menu: [PageName] = [
        .index, .findings, .changes, .shared, .inventory, .software, .harmonisation(.overview), .onlineServices,
        .processes, .certificates,
        .exceptions, .permissions,
        .evidence, .method,
    ]

    func fileName(_ language: Language) -> String { stem + (language == .de ? ".html" : ".en.html") }

    private var stem: String {
        switch self {
        case .index: "index"
        case .findings: "befunde"
        case .changes: "aenderungen"
        case .shared: "gemeinsam"
        case .inventory: "inventar"
        case .software: "software"
        case .harmonisation(let part): "harmonisierung" + part.rawValue
        case .onlineServices: "online-dienste"
        case .processes: "prozesse"
        case .certificates: "zertifikate"
        case .exceptions: "ausnahmen"
        case .permissions: "freigaben"
        case .evidence: "nachweise"
        case .method: "methodik"
        case .body(let id): "stelle-" + FileSafeName.of(id)
        case .rule(let id): "regel-" + FileSafeName.of(id)
        case .finding(let id): "befund-" + FileSafeName.ofFinding(id)
        }
    }

    /// The word in the menu.
    var menuTitle: LocalizedText {
        switch self {
        case .index: LocalizedText(de: "Überblick", en: "Overview")
        case .findings: LocalizedText(de: "Arbeitsliste", en: "Work list")
        case .changes: LocalizedText(de: "Änderungen", en: "Changes")
        case .shared: LocalizedText(de: "Gemeinsame Risiken", en: "Shared risks")
        case .inventory: LocalizedText(de: "Inventar", en: "Inventory")
        case .software: LocalizedText(de: "Software", en: "Software")
        case .harmonisation: LocalizedText(de: "Harmonisierung", en: "Harmonisation")
        case .onlineServices: LocalizedText(de: "Online-Dienste", en: "Online services")
        case .processes: LocalizedText(de: "Prozesse", en: "Processes")
        case .certificates: LocalizedText(de: "Zertifikate", en: "Certificates")
        case .exceptions: LocalizedText(de: "Ausnahmen", en: "Exceptions")
        case .permissions: LocalizedText(de: "Freigaben", en: "Authorisations")
        case .evidence: LocalizedText(de: "Nachweise", en: "Evidence")
        case .method: LocalizedText(de: "Methodik", en: "Method")
        case .body: LocalizedText(de: "Stelle", en: "Body")
        case .rule: LocalizedText(de: "Regel", en: "Rule")
        case .finding: LocalizedText(de: "Befund", en: "Finding")
        }
    }
}

/// The files for tools, in `daten/`.
enum DataName: String, Sendable, CaseIterable {
    case findings = "befunde.csv"
    case endpoints = "endpunkte.csv"
    case certificates = "zertifikate.csv"
    case calendar = "zertifikate.ics"
    case software = "software.csv"
    case harmonisation = "harmonisierung.csv"
    case harmonisationTrend = "harmonisierung-verlauf.csv"
    case workLists = "harmonisierung-arbeitslisten.csv"
    case migrations = "umstellungen.csv"
    case burnDown = "umstellungen-monate.csv"
    case adoption = "uebernahme.csv"
    case contracts = "vertraege.csv"
    case buying = "gemeinsame-beschaffung.csv"
    case dependencies = "abhaengigkeiten.csv"
    case configurations = "einstellungen.csv"
    case versions = "versionsabstand.csv"
    case onlineServices = "online-dienste.csv"
    case processes = "prozesse.csv"
    case chains = "ketten.csv"
    case exceptions = "ausnahmen.csv"
    case changes = "aenderungen.csv"
    case balances = "bilanz.csv"
    case movements = "bewegungen.csv"
    case events = "verlauf.csv"
    case shared = "gemeinsam.csv"
    case evidence = "nachweise.csv"
    case findingsJSON = "befunde.json"
    case endpointsJSON = "endpunkte.json"
    case manifest = "manifest.json"

    var path: String { "daten/" + rawValue }
}
