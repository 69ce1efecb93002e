/// The first line of an FTP reply (RFC 959 4.2): `220 ready`, or `211-Features:` with more lines to come.
package struct FTPReplyLine: Sendable, Equatable {
    package let code: Int
    /// A hyphen after the code says that more lines follow.
    package let isLast: Bool
    package let text: String

    /// The line without its end.
    package init(parsing line: [UInt8]) throws(WireError) {
        guard let code = StatusCode.read(line) else {
            throw .unexpected(field: "code", of: "FTP reply", found: String(visible: line.prefix(60)))
        }
        let mark = line.dropFirst(3).first ?? UInt8(ascii: " ")
        guard mark == UInt8(ascii: " ") || mark == UInt8(ascii: "-") else {
            throw .unexpected(field: "separator", of: "FTP reply", found: String(visible: line.prefix(60)))
        }
        self.code = code
        isLast = mark == UInt8(ascii: " ")
        text = String(visible: line.dropFirst(4)).spacesFolded
    }

    /// Whether a later line is the last of the reply this one began: lines between need no code.
    package func isEnded(by line: [UInt8]) -> Bool {
        StatusCode.read(line) == code && (line.count == 3 || line[3...].first == UInt8(ascii: " "))
    }
}

/// Three digits at the start of a line, 100 to 599, as FTP and NNTP number their answers.
enum StatusCode {
    static func read(_ line: [UInt8]) -> Int? {
        let digits = line.prefix(3)
        guard digits.count == 3, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let code = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return (100..<600).contains(code) ? code : nil
    }
}
