/// The first line of a news server's answer (RFC 3977 3.2): `200 ready, posting allowed`.
package struct NNTPStatusLine: Sendable, Equatable {
    package let code: Int
    package let text: String

    /// The line without its end.
    package init(parsing line: [UInt8]) throws(WireError) {
        guard let code = StatusCode.read(line) else {
            throw .unexpected(field: "code", of: "NNTP answer", found: String(visible: line.prefix(60)))
        }
        guard line.count == 3 || line[3...].first == UInt8(ascii: " ") else {
            throw .unexpected(field: "separator", of: "NNTP answer", found: String(visible: line.prefix(60)))
        }
        self.code = code
        text = String(visible: line.dropFirst(4)).spacesFolded
    }
}
