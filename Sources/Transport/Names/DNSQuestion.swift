/// A name and a record type; the name is compared in lower case without the last dot.
package struct DNSQuestion: Hashable, Sendable {
    package let name: String
    package let type: RecordType

    package init(_ name: String, _ type: RecordType) {
        let lower = name.lowercased()
        self.name = lower.hasSuffix(".") && lower != "." ? String(lower.dropLast()) : lower
        self.type = type
    }

    /// With the last dot, so that no search list is tried.
    var absoluteName: String { name == "." ? name : name + "." }

    /// Names come from hostile records too: what is not printable ASCII would be cut short or misread in C.
    var isAskable: Bool {
        !name.isEmpty && name.utf8.count <= 1_004 && name.utf8.allSatisfy { (0x21...0x7e).contains($0) }
    }
}
