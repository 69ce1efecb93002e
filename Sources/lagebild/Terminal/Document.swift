import Documents

/// JSON answers: each says which schema it follows and which program wrote it.
enum Document {
    static func print(_ name: String, version: Int = 1, _ members: KeyValuePairs<String, JSONValue?>) {
        print(name, version: version, members: members.compactMap { name, value in value.map { JSONMember(name, $0) } })
    }

    static func print(_ name: String, version: Int = 1, members: [JSONMember]) {
        let head: [JSONMember] = [
            JSONMember("schema", .string("lagebild/\(name)/\(version)")),
            JSONMember("tool", ["name": "lagebild", "version": .string(Lagebild.version)]),
        ]
        Swift.print(JSONValue.object(head + members).text(.pretty))
    }
}

/// Rows as the format asks: a table for people, JSON objects or CSV for tools.
struct Listing {
    /// Names the JSON document, and the list in it unless `list` does.
    let name: String
    var list: String?
    let columns: [String]
    let rows: [[JSONValue]]

    func print(as format: FormatOptions.Format) {
        switch format {
        case .text:
            let table = TextTable(
                head: columns.map { $0.uppercased().replacing("_", with: " ") }, rows: rows.map { $0.map(\.plain) },
                width: Environment.columns)
            for line in table.lines { Swift.print(line) }
        case .json:
            let objects = rows.map { row in
                JSONValue.object(zip(columns, row).map { JSONMember($0, $1) })
            }
            Document.print(name, [list ?? name: .array(objects)])
        case .csv:
            Swift.print(CSV.text(head: columns, rows: rows.map { $0.map(\.plain) }), terminator: "")
        }
    }
}

extension JSONValue {
    /// The value as one cell of text.
    var plain: String {
        switch self {
        case .null: ""
        case .boolean(let flag): flag ? "yes" : "no"
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .string(let text): text
        case .array(let items): items.map(\.plain).joined(separator: ", ")
        case .object(let members): members.map { "\($0.name)=\($0.value.plain)" }.joined(separator: " ")
        }
    }
}
