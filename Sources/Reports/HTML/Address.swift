import Model

/// Where a link leads: a page or file of this report, or an address outside that was looked at first.
struct Address: Sendable, Hashable {
    let text: String

    private init(_ text: String) { self.text = text }

    static func page(_ page: PageName, _ anchor: Anchor? = nil, in language: Language) -> Address {
        Address(page.fileName(language) + (anchor.map { "#\($0.id)" } ?? ""))
    }

    static func here(_ anchor: Anchor) -> Address { Address("#\(anchor.id)") }

    /// A file under `daten/`.
    static func data(_ name: DataName) -> Address { Address(name.path) }

    /// An address from a rule, a fleet or the network: only `http`, `https` and `mailto`, written plainly.
    static func external(_ text: String) -> Address? {
        let allowed = ["https://", "http://", "mailto:"]
        guard allowed.contains(where: { text.lowercased().hasPrefix($0) }),
            text.unicodeScalars.allSatisfy({
                (0x21...0x7E).contains($0.value) && !"\"'<>\\`{}|^".unicodeScalars.contains($0)
            })
        else { return nil }
        return Address(text)
    }
}

/// A place on a page; `id` is also the element's id.
struct Anchor: Sendable, Hashable {
    let id: String

    static let content = Anchor(id: "inhalt")
    static let situation = Anchor(id: "lage")
    static let decisions = Anchor(id: "entscheiden")
    static let bodies = Anchor(id: "stellen")
    static let certificates = Anchor(id: "zertifikate")
    static let overdue = Anchor(id: "frist")
    static let urgent = Anchor(id: "dringend")
    static let workList = Anchor(id: "arbeitsliste")
    static let active = Anchor(id: "gueltig")
    static let notScanned = Anchor(id: "nicht-geprueft")
    static let openList = Anchor(id: "offen")
    static let possible = Anchor(id: "zu-pruefen")
    static let inherited = Anchor(id: "geerbt")
    static let balance = Anchor(id: "bilanz")

    static func finding(_ id: String) -> Anchor { Anchor(id: "befund-" + FileSafeName.of(id)) }
    static func action(_ number: Int) -> Anchor { Anchor(id: "aktion-\(number)") }
    static func cause(_ cause: Picture.Cause?) -> Anchor { Anchor(id: "ursache-" + (cause?.rawValue ?? "unbekannt")) }
    static func movement(_ kind: Picture.Movement.Kind) -> Anchor { Anchor(id: "bewegung-\(kind.rawValue)-titel") }
    static func balance(_ counted: Picture.Balance.Counted) -> Anchor { Anchor(id: "bilanz-" + counted.rawValue) }
    static func exception(_ id: String) -> Anchor { Anchor(id: "ausnahme-" + FileSafeName.of(id)) }
    static func control(_ control: Picture.Control) -> Anchor {
        Anchor(id: "n-" + FileSafeName.of(control.framework.rawValue + " " + control.id))
    }
    static func common(_ kind: Picture.Common.Kind) -> Anchor { Anchor(id: "gemeinsam-" + kind.rawValue) }
    static func event(_ number: Int) -> Anchor { Anchor(id: "ereignis-\(number)") }
    static func definition(_ figure: Figure) -> Anchor { Anchor(id: "k-" + figure.rawValue) }
}
