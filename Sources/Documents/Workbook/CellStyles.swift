import Model

/// Which cells hold days: a workbook stores a day as a number and only its format says so.
struct CellStyles {
    private var datedStyles: Set<Int> = []
    private let firstDay: Day

    init(_ styles: XMLElement?, starts1904: Bool) {
        // Day 60 of the older calendar, 1900-02-29, never was.
        firstDay = starts1904 ? Day(year: 1904, month: 1, day: 1) : Day(year: 1899, month: 12, day: 30)
        let own = (styles?.child("numFmts")?.children(named: "numFmt") ?? []).filter {
            CellStyles.isDate($0["formatCode"] ?? "")
        }
        let formats = CellStyles.builtIn.union(own.compactMap { $0["numFmtId"].flatMap(Int.init) })
        for (number, style) in (styles?.child("cellXfs")?.children(named: "xf") ?? []).enumerated()
        where style["numFmtId"].flatMap(Int.init).map(formats.contains) == true {
            datedStyles.insert(number)
        }
    }

    /// A number as a person sees it: `4.0999999999999996` is 4.1, and a day is YYYY-MM-DD.
    func text(of number: String, style: Int) -> String {
        guard let value = Double(number), value.isFinite else { return number }
        if datedStyles.contains(style), (0..<2_958_466).contains(value) {
            return Day(number: firstDay.number + Int(value)).description
        }
        if value.rounded() == value, abs(value) < 1e15 { return String(Int(value)) }
        return String(value)
    }

    /// ECMA-376 part 1, 18.8.30.
    private static let builtIn = Set(Array(14...17) + [22] + Array(27...31) + [36] + Array(50...54) + [57, 58])

    /// Year or day outside quotes and brackets.
    private static func isDate(_ format: String) -> Bool {
        let bare = format.replacing(#/"[^"]*"|\[[^\]]*\]|\\./#, with: "").lowercased()
        return bare.contains("y") || bare.contains("d") || bare.contains("jj") || bare.contains("tt")
    }
}
