/// One element in the Basic Encoding Rules (X.690) as LDAP narrows them (RFC 4511 5.1): tags of one byte, definite
/// lengths.
package struct BERElement: Sendable, Equatable {
    package let tag: UInt8
    package let content: [UInt8]

    package init(_ tag: UInt8, _ content: [UInt8]) {
        self.tag = tag
        self.content = content
    }

    package static let integer: UInt8 = 0x02
    package static let octetString: UInt8 = 0x04
    package static let enumerated: UInt8 = 0x0A
    package static let sequence: UInt8 = 0x30

    package var bytes: [UInt8] {
        guard content.count > 127 else { return [tag, UInt8(content.count)] + content }
        let length = (0..<4).map { UInt8(truncatingIfNeeded: content.count >> (24 - 8 * $0)) }.drop { $0 == 0 }
        return [tag, 0x80 | UInt8(length.count)] + length + content
    }

    /// How many bytes of the length follow the first two of an element.
    package static func furtherLengthBytes(_ start: [UInt8], of message: String) throws(WireError) -> Int {
        guard start.count >= 2 else { throw .missing(field: "length", of: message) }
        guard start[1] > 0x7F else { return 0 }
        let count = Int(start[1] & 0x7F)
        guard (1...4).contains(count) else {
            throw .unexpected(field: "length", of: message, found: "a number of \(count) bytes")
        }
        return count
    }

    /// The length its head states.
    package static func contentLength(_ head: [UInt8], of message: String) throws(WireError) -> Int {
        let further = try furtherLengthBytes(head, of: message)
        guard further > 0 else { return Int(head[1]) }
        guard head.count >= 2 + further else { throw .missing(field: "length", of: message) }
        return head[2..<2 + further].reduce(0) { $0 << 8 | Int($1) }
    }
}

extension ByteReader {
    /// The next element, of this tag.
    mutating func element(_ tag: UInt8, _ field: String) throws(WireError) -> [UInt8] {
        let element = try element(field)
        guard element.tag == tag else {
            throw .unexpected(field: "tag of \(field)", of: message, found: String(element.tag, radix: 16))
        }
        return element.content
    }

    mutating func element(_ field: String) throws(WireError) -> BERElement {
        var head = try bytes(2, "tag and length of \(field)")
        guard head[0] & 0x1F != 0x1F else {
            throw .unexpected(field: "tag of \(field)", of: message, found: "a tag of several bytes")
        }
        head += try bytes(try BERElement.furtherLengthBytes(head, of: message), "length of \(field)")
        return BERElement(head[0], try bytes(try BERElement.contentLength(head, of: message), field))
    }

    /// A number of at most four bytes.
    mutating func integer(_ tag: UInt8, _ field: String) throws(WireError) -> Int {
        let content = try element(tag, field)
        guard let first = content.first, content.count <= 4 else {
            throw .unexpected(field: field, of: message, found: "\(content.count) bytes")
        }
        return content.dropFirst().reduce(Int(Int8(bitPattern: first))) { $0 << 8 | Int($1) }
    }
}
