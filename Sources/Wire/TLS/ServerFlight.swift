/// What a server says in the clear after a hello: up to ServerHelloDone in TLS 1.2 and older, one message in TLS 1.3.
package struct ServerFlight: Sendable, Equatable {
    package let hello: ServerHello
    /// In DER, as served; `nil` where no Certificate message came.
    package private(set) var certificates: [[UInt8]]?
    /// Size of the Certificate message without its header; 0 where none came.
    package private(set) var certificateMessageBytes = 0
    /// The stapled OCSP response of the server's own certificate, in DER.
    package private(set) var certificateStatus: [UInt8]?
    package private(set) var serverKeyExchange: ServerKeyExchange?
    package private(set) var certificateRequest: CertificateRequest?
    /// In the clear only where a session is resumed.
    package private(set) var sessionTicket: NewSessionTicket?
    /// The server waits for the client now: ServerHelloDone came, or ServerHello in TLS 1.3.
    package private(set) var isDone = false
    /// The server went on to encryption at once: it resumed the session it was asked for.
    package internal(set) var isResumption = false
    /// What ended it before it was done.
    package internal(set) var alert: TLSAlert?
    /// Messages that came and could not be read.
    package private(set) var unreadable: [WireError] = []

    package init(hello: ServerHello) {
        self.hello = hello
        isDone = hello.version >= .tls13
    }

    mutating func add(_ message: HandshakeMessage) {
        do {
            try read(message)
        } catch {
            // A server may send anything for as long as it is listened to.
            if unreadable.count < 8 { unreadable.append(error) }
        }
    }

    private mutating func read(_ message: HandshakeMessage) throws(WireError) {
        let version = hello.version
        switch message.type {
        case HandshakeMessage.certificate:
            certificateMessageBytes = message.body.count
            certificates = try CertificateMessage(parsing: message.body, version: version).certificates
        case HandshakeMessage.certificateStatus:
            let response = try CertificateStatus(parsing: message.body).responses.first ?? []
            certificateStatus = response.isEmpty ? nil : response
        case HandshakeMessage.serverKeyExchange:
            serverKeyExchange = ServerKeyExchange(parsing: message.body, suite: hello.cipherSuite, version: version)
        case HandshakeMessage.certificateRequest:
            certificateRequest = try CertificateRequest(parsing: message.body, version: version)
        case HandshakeMessage.newSessionTicket:
            sessionTicket = try NewSessionTicket(parsing: message.body, version: version)
        case HandshakeMessage.serverHelloDone:
            isDone = true
        default:
            throw .unexpected(field: "message type", of: "server flight", found: String(message.type))
        }
    }
}
