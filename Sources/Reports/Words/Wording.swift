import Model

/// Writes for one language: both texts stand side by side where they are used, so neither can be forgotten.
struct Wording: Sendable {
    let language: Language

    /// `say("Befunde", "Findings")`: the text in this language.
    ///
    /// Disfavoured, so that a sentence with links in it is never taken for a string and printed as a description.
    @_disfavoredOverload
    func callAsFunction(_ de: String, _ en: String) -> String { language == .de ? de : en }
    func callAsFunction(_ de: HTML, _ en: HTML) -> HTML { language == .de ? de : en }
    func callAsFunction(_ text: LocalizedText) -> String { text[language] }

    /// The form that agrees with a number: `agree(1, "läuft", "laufen")`.
    func agree(_ count: Int, _ singular: String, _ plural: String) -> String { count == 1 ? singular : plural }

    /// A number and its noun: `7 Befunde`, `1 finding`.
    func count(_ count: Int, _ noun: Noun) -> String { "\(number(count))\u{A0}\(noun(count, language))" }

    /// 1.284 in German, 1,284 in English.
    func number(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var text = value < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += self(".", ",") }
            text.append(digit)
        }
        return text
    }

    /// Share of a whole with one decimal, 97,9 %; only the whole itself is 100 %.
    func share(_ share: Share) -> String {
        let tenths = share.tenthsOfPercent
        if tenths == 1_000 { return "100\u{A0}%" }
        return "\(number(tenths / 10))\(self(",", "."))\(tenths % 10)\u{A0}%"
    }

    /// Numbers up to twelve as words, as headings are written.
    func spelled(_ value: Int) -> String {
        let german = [
            "null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
        ]
        let english = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        ]
        let words = language == .de ? german : english
        return words.indices.contains(value) ? words[value] : number(value)
    }

    /// Texts as an enumeration: `a, b und c`.
    func enumeration(_ parts: [HTML]) -> HTML {
        guard let last = parts.last, parts.count > 1 else { return .joined(parts, "") }
        return "\(HTML.joined(Array(parts.dropLast()), ", ")) \(self("und", "and")) \(last)"
    }
}

/// A part of a whole.
struct Share: Sendable, Equatable {
    let part: Int
    let whole: Int

    /// Rounded, but 99.96 % stays below 100 % and 0.04 % above zero: a gap must not be rounded away.
    var tenthsOfPercent: Int {
        guard whole > 0 else { return 1_000 }
        let rounded = (part * 1_000 + whole / 2) / whole
        if part < whole, rounded >= 1_000 { return 999 }
        return part > 0 && rounded == 0 ? 1 : rounded
    }

    func isBelow(percent: Int) -> Bool { part * 100 < whole * percent }
}

/// A noun in both languages and numbers.
struct Noun: Sendable {
    let de: (one: String, many: String)
    let en: (one: String, many: String)

    init(_ one: String, _ many: String, _ englishOne: String, _ englishMany: String) {
        de = (one, many)
        en = (englishOne, englishMany)
    }

    func callAsFunction(_ count: Int, _ language: Language) -> String {
        let forms = language == .de ? de : en
        return count == 1 ? forms.one : forms.many
    }

    static let finding = Noun("Befund", "Befunde", "finding", "findings")
    static let urgentFinding = Noun("dringender Befund", "dringende Befunde", "urgent finding", "urgent findings")
    static let body = Noun("Stelle", "Stellen", "body", "bodies")
    static let serviceDative = Noun("Dienst", "Diensten", "service", "services")
    static let service = Noun("Dienst", "Dienste", "service", "services")
    static let system = Noun("System", "Systeme", "system", "systems")
    static let systemDative = Noun("System", "Systemen", "system", "systems")
    static let certificate = Noun("Zertifikat", "Zertifikate", "certificate", "certificates")
    static let product = Noun("Produkt", "Produkte", "product", "products")
    static let exception = Noun("Ausnahme", "Ausnahmen", "exception", "exceptions")
    static let day = Noun("Tag", "Tage", "day", "days")
    static let dayDative = Noun("Tag", "Tagen", "day", "days")
    static let county = Noun("Landkreis", "Landkreise", "county", "counties")
    static let row = Noun("Zeile", "Zeilen", "row", "rows")
    static let rule = Noun("Regel", "Regeln", "rule", "rules")
    static let connection = Noun("Verbindung", "Verbindungen", "connection", "connections")
    static let action = Noun("Maßnahme", "Maßnahmen", "action", "actions")
}
