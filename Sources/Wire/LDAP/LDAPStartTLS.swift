/// The LDAP request to start TLS (RFC 4511 4.14.1): an extended operation without a value.
package enum LDAPStartTLS {
    package static let name = "1.3.6.1.4.1.1466.20037"
    /// Ours for the one question we ask.
    package static let messageID = 1

    package static var request: [UInt8] {
        let id = BERElement(BERElement.integer, [UInt8(messageID)])
        let operation = BERElement(0x77, BERElement(0x80, Array(name.utf8)).bytes)
        return BERElement(BERElement.sequence, id.bytes + operation.bytes).bytes
    }
}

/// A server's answer to an extended operation, or its notice of disconnection (RFC 4511 4.12, 4.4.1).
package struct LDAPExtendedResponse: Sendable, Equatable {
    /// 0 where the server speaks unasked.
    package let messageID: Int
    package let resultCode: Int
    /// For people; hostile text.
    package let diagnosticMessage: String
    /// The operation it answers; empty where the server leaves it out.
    package let name: String

    /// A whole LDAP message.
    package init(parsing bytes: [UInt8]) throws(WireError) {
        var outer = ByteReader(bytes, of: "LDAP extended response")
        var message = ByteReader(try outer.element(BERElement.sequence, "message"), of: outer.message)
        try outer.finish()
        messageID = try message.integer(BERElement.integer, "message id")
        var response = ByteReader(try message.element(Self.tag, "operation"), of: outer.message)
        resultCode = try response.integer(BERElement.enumerated, "result code")
        _ = try response.element(BERElement.octetString, "matched name")
        diagnosticMessage = String(visible: try response.element(BERElement.octetString, "diagnostic message"))
        var name = ""
        while !response.isAtEnd {
            let element = try response.element("response name or value")
            if element.tag == 0x8A { name = String(visible: element.content) }
        }
        self.name = name
    }

    /// `52 unavailable: TLS not available`.
    package var description: String {
        let words = [Self.resultNames[resultCode].map { "\(resultCode) \($0)" } ?? "\(resultCode)", diagnosticMessage]
        return words.filter { !$0.isEmpty }.joined(separator: ": ")
    }

    /// [APPLICATION 24], constructed.
    private static let tag: UInt8 = 0x78

    /// RFC 4511 4.1.9, those an answer to StartTLS may carry.
    private static let resultNames: [Int: String] = [
        0: "success", 1: "operationsError", 2: "protocolError", 3: "timeLimitExceeded", 8: "strongerAuthRequired",
        10: "referral", 13: "confidentialityRequired", 50: "insufficientAccessRights", 51: "busy", 52: "unavailable",
        53: "unwillingToPerform", 80: "other",
    ]
}
