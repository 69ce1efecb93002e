import Model

/// What the documentation and the notes of a step say in words of their own: `System: NAME [product-id]` names a system
/// it uses, `Medium: Papier` or `Medium: System` what it is done with.
///
/// One statement a line, in German or English, at the beginning of the line; everything else is text for people.
struct StepRemarks {
    private(set) var systems: [String] = []
    /// The last word counts; a word nobody knows says nothing.
    private(set) var medium: Medium?

    private static let mostLines = 200

    init(in texts: [String]) {
        for line in texts.flatMap({ $0.split(whereSeparator: \.isNewline).prefix(Self.mostLines) }) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = String(line[line.index(after: colon)...]).foldedSpaces
            switch String(line[..<colon]).foldedSpaces.lowercased() {
            case "system", "it-system", "software": if !value.isEmpty { systems.append(value) }
            case "medium": medium = Self.medium(value.lowercased()) ?? medium
            default: break
            }
        }
    }

    private static func medium(_ word: String) -> Medium? {
        switch word {
        case "papier", "paper", "brief", "letter", "fax", "von hand", "by hand": .paper
        case "system", "digital", "elektronisch", "electronic": .system
        default: nil
        }
    }
}

/// Gives every system named in a process one id: the product's in brackets, else one made of the name.
struct SystemRegistry {
    private(set) var systems: [ProcessSystem] = []

    mutating func id(of written: String) -> String {
        let name = Self.name(in: written)
        let given = Self.product(in: written)
        let id = given ?? Self.slug(name)
        if !systems.contains(where: { $0.id == id }) {
            systems.append(ProcessSystem(id: id, name: name, isCatalogued: given != nil))
        }
        return id
    }

    /// `Infoma newsystem [infoma-newsystem]` without the brackets.
    static func name(in written: String) -> String {
        guard product(in: written) != nil, let open = written.lastIndex(of: "[") else { return written.foldedSpaces }
        let name = String(written[..<open]).foldedSpaces
        return name.isEmpty ? written.foldedSpaces : name
    }

    private static func product(in written: String) -> String? {
        let text = written.foldedSpaces
        guard text.last == "]", let open = text.lastIndex(of: "[") else { return nil }
        let id = text[text.index(after: open)...].dropLast()
        let isID =
            (1...100).contains(id.utf8.count)
            && id.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
            }
        return isID ? String(id) : nil
    }

    private static func slug(_ name: String) -> String {
        let letters = name.lowercased().replacing("ä", with: "ae").replacing("ö", with: "oe")
            .replacing("ü", with: "ue").replacing("ß", with: "ss")
        return letters.split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    }
}
