/// One tag of an XMPP stream (RFC 6120): its kind and its name without prefix.
package struct XMPPTag: Sendable, Equatable {
    package enum Kind: Sendable { case opening, closing, empty, declaration }

    package let kind: Kind
    package let name: String

    /// What stands between `<` and `>`. Comments, document types and CDATA have no place in XMPP (RFC 6120 11.1).
    package init(parsing bytes: [UInt8]) throws(WireError) {
        guard let first = bytes.first, let last = bytes.last else { throw .missing(field: "name", of: "XMPP tag") }
        if first == UInt8(ascii: "?") {
            guard bytes.starts(with: "?xml".utf8), last == UInt8(ascii: "?") else {
                throw .unexpected(field: "declaration", of: "XMPP tag", found: String(visible: bytes.prefix(60)))
            }
            (kind, name) = (.declaration, "xml")
            return
        }
        let isClosing = first == UInt8(ascii: "/")
        kind = isClosing ? .closing : last == UInt8(ascii: "/") ? .empty : .opening
        let full = bytes.dropFirst(isClosing ? 1 : 0).prefix { !Self.isSpace($0) && $0 != UInt8(ascii: "/") }
        let local = full.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).last ?? []
        guard !local.isEmpty, full.allSatisfy(Self.isNamePart) else {
            throw .unexpected(field: "name", of: "XMPP tag", found: String(visible: bytes.prefix(60)))
        }
        name = String(decoding: local, as: UTF8.self)
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: ":"):
            true
        default: false
        }
    }
}

/// Takes the bytes of an XMPP stream as they come and gives its tags one by one.
///
/// Text is passed over inside elements, and is an error where only elements may stand.
package struct XMPPTagReader: Sendable {
    private var waiting: [UInt8] = []
    private var position = 0
    /// The tag begun, without `<`; `nil` between tags.
    private var tag: [UInt8]?
    private var quote: UInt8?
    private var depth = 0

    package init() {}

    /// Nothing was received beyond the tags given.
    package var isDrained: Bool { position == waiting.count && tag == nil }

    package mutating func add(_ bytes: [UInt8]) {
        waiting = waiting[position...] + bytes
        position = 0
    }

    /// `nil` until there is a whole one.
    package mutating func next() throws(WireError) -> XMPPTag? {
        while position < waiting.count {
            let byte = waiting[position]
            position += 1
            if var begun = tag {
                tag = nil  // so that it is not copied
                if ends(byte) { return try finished(begun) }
                begun.append(byte)
                tag = begun
            } else if byte == UInt8(ascii: "<") {
                tag = []
            } else if depth < 2, !XMPPTag.isSpace(byte) {
                let found = String(visible: waiting[(position - 1)...].prefix(60))
                throw .unexpected(field: "tag", of: "XMPP stream", found: found)
            }
        }
        return nil
    }

    /// A `>` in an attribute's value does not end a tag.
    private mutating func ends(_ byte: UInt8) -> Bool {
        if let open = quote {
            if byte == open { quote = nil }
            return false
        }
        if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") { quote = byte }
        return byte == UInt8(ascii: ">")
    }

    private mutating func finished(_ bytes: [UInt8]) throws(WireError) -> XMPPTag {
        let tag = try XMPPTag(parsing: bytes)
        switch tag.kind {
        case .opening: depth += 1
        case .closing: depth -= 1
        case .empty, .declaration: break
        }
        return tag
    }
}
