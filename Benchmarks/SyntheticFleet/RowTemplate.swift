import Model

/// Who an endpoint is, for the places a portrait leaves open.
struct Names {
    let host: String
    let domain: String
    let address: String
    let digest: String
}

/// A row as one server showed it, with places for the names of another one: `https://{host}/`.
struct RowTemplate: Sendable {
    private enum Piece: Sendable {
        case text(String)
        case host, domain, address, digest
    }

    private static let places: [(text: String, piece: Piece)] = [
        ("{host}", .host), ("{domain}", .domain), ("{address}", .address), ("{digest}", .digest),
    ]

    private let row: FactRow
    private let open: [(column: Int, pieces: [Piece])]

    init(_ row: FactRow) {
        self.row = row
        open = row.values.enumerated().compactMap { column, value in
            guard case .text(let text) = value else { return nil }
            let pieces = Self.pieces(of: text)
            return pieces.contains { if case .text = $0 { false } else { true } } ? (column, pieces) : nil
        }
    }

    /// The same for every server.
    var isFixed: Bool { open.isEmpty }

    func filled(_ names: Names) -> FactRow {
        if open.isEmpty { return row }
        var values = row.values
        for (column, pieces) in open {
            var text = ""
            for piece in pieces {
                switch piece {
                case .text(let fixed): text += fixed
                case .host: text += names.host
                case .domain: text += names.domain
                case .address: text += names.address
                case .digest: text += names.digest
                }
            }
            values[column] = .text(text)
        }
        return FactRow(values)
    }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while !rest.isEmpty {
            if let place = places.first(where: { rest.hasPrefix($0.text) }) {
                pieces.append(place.piece)
                rest = rest.dropFirst(place.text.count)
            } else {
                let next = rest.dropFirst().firstIndex(of: "{") ?? rest.endIndex
                pieces.append(.text(String(rest[..<next])))
                rest = rest[next...]
            }
        }
        return pieces
    }
}

extension FactRow {
    func setting(_ column: Int, _ value: FactValue) -> FactRow {
        var values = values
        values[column] = value
        return FactRow(values)
    }

    func text(_ column: Int) -> String {
        if case .text(let text) = values[column] { text } else { "" }
    }
}

extension FactTable {
    /// A column this generator fills; that it is gone is our own mistake.
    func position(_ column: String) -> Int {
        guard let position = columns.firstIndex(where: { $0.name == column }) else {
            preconditionFailure("\(name) has no column \(column)")
        }
        return position
    }
}

extension Vocabulary {
    /// A table this generator fills.
    func known(_ table: String) -> FactTable {
        guard let known = self.table(table) else { preconditionFailure("no probe declares \(table)") }
        return known
    }

    /// Tables whose rows this generator writes from nothing have these columns and no others.
    func require(_ table: String, columns: [String]) {
        precondition(known(table).columns.map(\.name) == columns, "\(table) has other columns than \(columns)")
    }
}
