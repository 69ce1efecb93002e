import Model

extension Wording {
    /// 0,47 in German, 0.47 in English.
    func index(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100)\(self(",", "."))\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }

    /// Mai 2027.
    func month(_ month: Month) -> String {
        let (year, number, _) = month.first.civil
        return "\(self(Self.germanMonths, Self.englishMonths)[number - 1]) \(year)"
    }

    /// 05/27, for narrow columns.
    func shortMonth(_ month: Month) -> String {
        let (year, number, _) = month.first.civil
        return "\(number < 10 ? "0" : "")\(number)/\(String(year).suffix(2))"
    }

    private func callAsFunction(_ de: [String], _ en: [String]) -> [String] { language == .de ? de : en }

    private static let germanMonths = [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
        "Dezember",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    func stage(_ stage: MigrationStage) -> String {
        switch stage {
        case .open: self("noch nicht entschieden", "not decided yet")
        case .evaluating: self("in Prüfung", "evaluating")
        case .planned: self("geplant", "planned")
        case .bought: self("beschafft", "bought")
        case .pilot: self("im Pilotbetrieb", "in a pilot")
        case .live: self("am Ziel, Altes läuft noch", "arrived, the old one still runs")
        case .retired: self("abgeschlossen", "completed")
        }
    }

    func noIndex(_ reason: Picture.Harmonisation.NoIndex?) -> String {
        switch reason {
        case .tooFew: self("weniger als zwei haben ein Produkt", "fewer than two have a product")
        case .coverage, nil: self("weniger als die Hälfte hat geantwortet", "fewer than half have answered")
        }
    }
}

extension Noun {
    static let domain = Noun("Fachbereich", "Fachbereiche", "domain", "domains")
    static let domainDative = Noun("Fachbereich", "Fachbereichen", "domain", "domains")
    static let migration = Noun("Umstellung", "Umstellungen", "migration", "migrations")
    static let installation = Noun("Installation", "Installationen", "installation", "installations")
    static let answer = Noun("Antwort", "Antworten", "answer", "answers")
    static let contract = Noun("Vertrag", "Verträge", "contract", "contracts")
    static let neighbour = Noun("Nachbarstelle", "Nachbarstellen", "neighbour", "neighbours")
}
