import Model

/// A table of data: caption, column heads with scope, sorting by script, and never more rows than a browser bears.
///
/// Above the row limit the rest waits as JSON in the page, a hundred rows at a time; the CSV file has all of them.
struct Listing {
    struct Column {
        let title: String
        var numeric = false
        var figure: Figure?
    }

    struct Row {
        let cells: [Cell]
        var anchor: Anchor?
    }

    struct Cell: ExpressibleByStringLiteral {
        let content: HTML
        /// What the column is sorted by, where that is not the text.
        var sortKey: String?

        init(_ content: HTML, sortKey: String? = nil) {
            self.content = content
            self.sortKey = sortKey
        }

        init(stringLiteral value: String) { self.init(.text(value)) }
    }

    let id: String
    let caption: String
    let columns: [Column]
    let rows: [Row]
    /// The CSV file with every row.
    var file: DataName?
    var filterable = false
    var sortable = true
    /// The most rows as elements; a page with several tables gives each its share.
    var limit = Listing.rowLimit
    /// Narrow enough for a telephone without scrolling aside.
    var slim = false
    /// The first column stays in sight when the others are scrolled.
    var matrix = false

    /// Measured: 500 rows print well and load at once, 5,000 take seconds (UX research).
    static let rowLimit = 500
    /// Rows in the page beyond which only the file is complete.
    static let islandLimit = 20_000

    /// The place of the table on its page.
    var anchor: Anchor { Anchor(id: id + "-titel") }

    func html(_ edition: Edition) -> HTML {
        guard !rows.isEmpty else { return .nothing }
        return .group([filterable ? filter(edition) : .nothing, table(edition), remainder(edition)])
    }

    private func table(_ edition: Edition) -> HTML {
        var attributes: [Attribute] = []
        if sortable { attributes.append(.data(.sort, edition.say("Sortieren nach", "Sort by"))) }
        if filterable || rows.count > limit { attributes.append(.data(.listing, id)) }
        let captionID = anchor.id
        let styles = (matrix ? [Style.matrix] : []) + (slim || columns.count <= 3 ? [.slim] : [])
        if !styles.isEmpty { attributes.append(.class(styles)) }
        let table = HTML.tag(
            .table, attributes,
            [
                .tag(.caption, [.id(captionID)], [.text(caption)]),
                .tag(.thead, [], [.tag(.tr, [], columns.map { head($0, edition) })]),
                .tag(.tbody, [], rows.prefix(limit).map(row)),
            ])
        return .tag(.div, [.class(.scroll), .role(.region), .labelledBy(captionID), .reachableByKeyboard], [table])
    }

    private func head(_ column: Column, _ edition: Edition) -> HTML {
        let title = HTML.text(column.title)
        let linked = column.figure.map { HTML.link(edition.address(.method, .definition($0)), title) } ?? title
        return .tag(.th, [.scope(.col)] + (column.numeric ? [.class(.numeric)] : []), [linked])
    }

    private func row(_ row: Row) -> HTML {
        let cells = row.cells.enumerated().map { index, cell -> HTML in
            var attributes: [Attribute] = index == 0 ? [.scope(.row)] : []
            if columns.indices.contains(index), columns[index].numeric { attributes.append(.class(.numeric)) }
            if let key = cell.sortKey { attributes.append(.data(.v, key)) }
            return .tag(index == 0 ? .th : .td, attributes, [cell.content])
        }
        return .tag(.tr, row.anchor.map { [.id($0.id)] } ?? [], cells)
    }

    private func filter(_ edition: Edition) -> HTML {
        .tag(
            .div, [.class(.filter), .hidden],
            [
                .tag(.label, [.for(id + "-filter")], [.text(edition.say("Zeilen filtern", "Filter rows"))]),
                .tag(.input, [.searchField, .id(id + "-filter"), .noAutocomplete], []),
                .tag(
                    .p,
                    [
                        .class(.quiet), .id(id + "-anzahl"), .polite,
                        .data(.found, edition.say("Zeilen passen", "rows match")),
                    ], []),
            ])
    }

    private func remainder(_ edition: Edition) -> HTML {
        let rest = rows.dropFirst(limit)
        guard !rest.isEmpty else { return .nothing }
        let texts = rest.prefix(Self.islandLimit).map { row in
            JSONText.array(row.cells.map { .string($0.content.plainText) })
        }
        let say = edition.say
        let complete =
            file.map { HTML.link(.data($0), .text($0.rawValue)) }
            ?? .text(say("die Dateien unter daten/", "the files in daten/"))
        return .group([
            .tag(
                .p, [.class(.quiet)],
                [
                    say(
                        "\(say.count(rest.count, .row)) mehr, vollständig: \(complete).",
                        "\(say.count(rest.count, .row)) more; complete: \(complete).")
                ]),
            .tag(
                .button, [.buttonType, .class(.more), .id(id + "-knopf"), .hidden],
                [.text(say("100 weitere Zeilen zeigen", "Show 100 more rows"))]),
            .raw(.script, [.jsonType, .id(id + "-mehr")], JSONText.array(Array(texts)).island),
        ])
    }
}
