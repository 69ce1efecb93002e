/// What a client says to bring an XMPP stream to the point where TLS begins (RFC 6120 4.2, 5.4).
package enum XMPPStream {
    /// `namespace` is `jabber:client` or `jabber:server`.
    package static func opening(to host: String, namespace: String) -> [UInt8] {
        Array(
            """
            <?xml version='1.0'?><stream:stream to='\(escaped(host))' version='1.0' xmlns='\(namespace)' \
            xmlns:stream='http://etherx.jabber.org/streams'>
            """.utf8)
    }

    package static let startTLS = Array("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>".utf8)

    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "'": result += "&apos;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
    }
}
