/// One line of an SMTP server's reply (RFC 5321 4.2): `250-SIZE 10240000`.
package struct SMTPReplyLine: Sendable, Equatable {
    package let code: Int
    /// A hyphen after the code says that more lines follow.
    package let isLast: Bool
    package let text: String

    /// The line without its end.
    package init(parsing line: [UInt8]) throws(WireError) {
        let digits = line.prefix(3)
        guard digits.count == 3, digits.allSatisfy({ (0x30...0x39).contains($0) }),
            let code = Int(String(decoding: digits, as: UTF8.self)), (200..<600).contains(code)
        else { throw .unexpected(field: "code", of: "SMTP reply", found: String(visible: line.prefix(60))) }
        let mark = line.dropFirst(3).first ?? UInt8(ascii: " ")
        guard mark == UInt8(ascii: " ") || mark == UInt8(ascii: "-") else {
            throw .unexpected(field: "separator", of: "SMTP reply", found: String(visible: line.prefix(60)))
        }
        self.code = code
        isLast = mark == UInt8(ascii: " ")
        text = String(visible: line.dropFirst(4))
    }
}
