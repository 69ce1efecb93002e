/// Status line and header fields of an answer (RFC 9112 4 and 5).
package struct HTTPResponseHead: Sendable, Equatable {
    /// One header field; several of one name stay several.
    package struct Field: Sendable, Equatable {
        /// Lower case.
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package let status: Int
    package private(set) var fields: [Field] = []

    /// Lines without their ends, up to the empty one; the first is the status line.
    package init(parsing lines: [[UInt8]]) throws(WireError) {
        guard let first = lines.first else { throw .missing(field: "status line", of: "HTTP answer") }
        status = try Self.status(parsing: first)
        for line in lines.dropFirst() {
            if let start = line.first, start == 0x20 || start == 0x09, let last = fields.popLast() {
                // Folded over two lines: obsolete, still sent (RFC 9112 5.2).
                let value = (last.value + " " + String(visible: line)).spacesFolded
                fields.append(Field(name: last.name, value: value))
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), Self.isToken(line[..<colon]) {
                let value = String(visible: line[(colon + 1)...])
                fields.append(
                    Field(name: String(decoding: line[..<colon], as: UTF8.self).lowercased(), value: value.trimmed))
            }
        }
    }

    /// The values of every field of a name, in order.
    package func values(of name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// How the end of the body is told (RFC 9112 6.3).
    package var framing: HTTPBodyFraming {
        if (100..<200).contains(status) || status == 204 || status == 304 { return .none }
        if let coding = values(of: "transfer-encoding").last?.lowercased() {
            return coding.hasSuffix("chunked") ? .chunked : .untilClose
        }
        if let text = values(of: "content-length").first, let length = Int(text), length >= 0 { return .length(length) }
        return .untilClose
    }

    /// `text/html`, without parameters; empty where none is stated.
    package var mediaType: String {
        (values(of: "content-type").first ?? "").prefix { $0 != ";" }.lowercased().trimmed
    }

    /// The charset parameter of Content-Type; empty without.
    package var charset: String {
        let type = (values(of: "content-type").first ?? "").lowercased()
        guard let found = type.firstRange(of: "charset=") else { return "" }
        return type[found.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" }.trimmed
    }

    private static func status(parsing line: [UInt8]) throws(WireError) -> Int {
        let words = line.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: false)
        let found = String(visible: line.prefix(60))
        guard words.count >= 2, words[0].count == 8, words[0].starts(with: Array("HTTP/1.".utf8)) else {
            throw .unexpected(field: "status line", of: "HTTP answer", found: found)
        }
        guard words[1].count == 3, words[1].allSatisfy({ (0x30...0x39).contains($0) }),
            let status = Int(String(decoding: words[1], as: UTF8.self)), (100..<1000).contains(status)
        else { throw .unexpected(field: "status code", of: "HTTP answer", found: found) }
        return status
    }

    private static func isToken(_ name: ArraySlice<UInt8>) -> Bool {
        !name.isEmpty
            && name.allSatisfy { (0x21...0x7E).contains($0) && !"\"(),/:;<=>?@[\\]{}".utf8.contains($0) }
    }
}

/// How the end of a body is told.
package enum HTTPBodyFraming: Sendable, Equatable {
    case none, chunked, untilClose
    case length(Int)
}

extension String {
    /// Without spaces at both ends.
    package var trimmed: String {
        var part = self[...]
        while part.first == " " { part.removeFirst() }
        while part.last == " " { part.removeLast() }
        return String(part)
    }
}
