/// The identification string of an SSH server (RFC 4253 4.2): `SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u7`.
package struct SSHIdentification: Sendable, Equatable {
    package let protocolVersion: String
    package let software: String
    package let comments: String

    package init(parsing line: [UInt8]) throws(WireError) {
        let text = String(visible: line)
        let parts = text.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "SSH", Self.isVersion(parts[1]) else {
            throw .unexpected(field: "protocol version", of: "SSH identification", found: String(text.prefix(60)))
        }
        let words = parts[2].split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        protocolVersion = String(parts[1])
        software = String(words.first ?? "")
        comments = words.count > 1 ? String(words[1]).spacesFolded : ""
    }

    /// 1.99 is a server that speaks version 2 and the broken version 1 (RFC 4253 5.1).
    package var speaksVersion2: Bool { protocolVersion == "2.0" || protocolVersion == "1.99" }

    private static func isVersion(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } }
    }
}
