import Model

/// Every page of a report; links name pages through it, so none can lead nowhere.
enum PageName: Sendable, Hashable {
    case index, findings, changes, inventory, software, certificates, exceptions, permissions, method
    case body(String)
    case rule(String)

    /// What the menu offers, in its order.
    static let menu: [PageName] = [
        .index, .findings, .changes, .inventory, .software, .certificates, .exceptions, .permissions, .method,
    ]

    func fileName(_ language: Language) -> String { stem + (language == .de ? ".html" : ".en.html") }

    private var stem: String {
        switch self {
        case .index: "index"
        case .findings: "befunde"
        case .changes: "aenderungen"
        case .inventory: "inventar"
        case .software: "software"
        case .certificates: "zertifikate"
        case .exceptions: "ausnahmen"
        case .permissions: "freigaben"
        case .method: "methodik"
        case .body(let id): "stelle-" + FileSafeName.of(id)
        case .rule(let id): "regel-" + FileSafeName.of(id)
        }
    }

    /// The word in the menu.
    var menuTitle: LocalizedText {
        switch self {
        case .index: LocalizedText(de: "Überblick", en: "Overview")
        case .findings: LocalizedText(de: "Arbeitsliste", en: "Work list")
        case .changes: LocalizedText(de: "Änderungen", en: "Changes")
        case .inventory: LocalizedText(de: "Inventar", en: "Inventory")
        case .software: LocalizedText(de: "Software", en: "Software")
        case .certificates: LocalizedText(de: "Zertifikate", en: "Certificates")
        case .exceptions: LocalizedText(de: "Ausnahmen", en: "Exceptions")
        case .permissions: LocalizedText(de: "Freigaben", en: "Authorisations")
        case .method: LocalizedText(de: "Methodik", en: "Method")
        case .body: LocalizedText(de: "Stelle", en: "Body")
        case .rule: LocalizedText(de: "Regel", en: "Rule")
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
    case exceptions = "ausnahmen.csv"
    case changes = "aenderungen.csv"
    case findingsJSON = "befunde.json"
    case endpointsJSON = "endpunkte.json"
    case manifest = "manifest.json"

    var path: String { "daten/" + rawValue }
}
