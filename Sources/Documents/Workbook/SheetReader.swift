/// Puts the cells of a sheet together, row by row.
struct SheetReader {
    static let mostColumns = 500

    let strings: [String]
    let styles: CellStyles
    private var cells: [String] = []
    private var number = 0
    private var column = -1
    private var kind = ""
    private var style = 0
    private var text = ""
    private var isInValue = false
    private var isInPhonetic = false

    init(strings: [String], styles: CellStyles) {
        self.strings = strings
        self.styles = styles
    }

    /// The row that an event ends.
    mutating func take(_ event: XMLEvent) -> (cells: [String], number: Int)? {
        switch event {
        case .start(let tag): start(tag)
        case .text(let piece): if isInValue, !isInPhonetic { text += piece }
        case .end("v"), .end("t"): isInValue = false
        case .end("rPh"): isInPhonetic = false
        case .end("c"): finishCell()
        case .end("row"): return cells.isEmpty ? nil : (cells, number)
        case .end: break
        }
        return nil
    }

    private mutating func start(_ tag: XMLTag) {
        switch tag.name {
        case "row":
            number = tag["r"].flatMap(Int.init) ?? number + 1
            cells = []
            column = -1
        case "c":
            column = tag["r"].flatMap(SheetReader.column) ?? column + 1
            kind = tag["t"] ?? "n"
            style = tag["s"].flatMap(Int.init) ?? 0
            text = ""
        case "v", "t": isInValue = true
        case "rPh": isInPhonetic = true
        default: break
        }
    }

    private mutating func finishCell() {
        guard (0..<Self.mostColumns).contains(column), !text.isEmpty else { return }
        while cells.count <= column { cells.append("") }
        cells[column] = value
    }

    private var value: String {
        switch kind {
        case "s": Int(text).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
        case "b": text == "1" ? "true" : "false"
        case "e": ""
        case "n": styles.text(of: text, style: style)
        default: text
        }
    }

    /// `AB12` is column 27.
    private static func column(of reference: String) -> Int? {
        let letters = reference.utf8.prefix { (0x41...0x5A).contains($0) }
        guard (1...3).contains(letters.count) else { return nil }
        return letters.reduce(0) { $0 * 26 + Int($1) - 0x40 } - 1
    }
}
