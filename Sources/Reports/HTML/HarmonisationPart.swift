import Model

/// The pages on harmonisation; the raw value is the end of the file's name.
enum HarmonisationPart: String, Sendable, CaseIterable {
    case overview = ""
    case lists = "-arbeitslisten"
    case path = "-ziel"
    case contracts = "-vertraege"
    case dependencies = "-abhaengigkeiten"
    case drift = "-abweichungen"

    var title: LocalizedText {
        switch self {
        case .overview: LocalizedText(de: "Stand der Harmonisierung", en: "State of harmonisation")
        case .lists: LocalizedText(de: "Listen und Messung", en: "Lists and measurement")
        case .path: LocalizedText(de: "Weg zum Ziel", en: "Way to the target")
        case .contracts: LocalizedText(de: "Verträge", en: "Contracts")
        case .dependencies: LocalizedText(de: "Abhängigkeiten", en: "Dependencies")
        case .drift: LocalizedText(de: "Einstellungen und Versionen", en: "Configurations and versions")
        }
    }
}

extension PageName {
    /// The entry of the menu a page stands under.
    var menuEntry: PageName {
        if case .harmonisation = self { .harmonisation(.overview) } else { self }
    }
}
