/// What a server says to a hello, as far as a version probe listens.
package enum HelloAnswer: Sendable, Equatable {
    case hello(ServerHello)
    case alert(TLSAlert)
}

/// Waits in the bytes a server sends for its answer to a hello; passes over warnings.
package struct HelloAnswerReader: Sendable {
    private var records = TLSRecordReader()
    private var handshake = HandshakeReader()
    private var warnings = 0

    package init() {}

    /// The answer as soon as it is whole; `nil` while more bytes are needed.
    package mutating func answer(adding bytes: [UInt8]) throws(WireError) -> HelloAnswer? {
        records.append(bytes)
        while let record = try records.next() {
            switch record.type {
            case .alert:
                let alert = try TLSAlert(parsing: record.body)
                if endsTheConversation(alert) { return .alert(alert) }
            case .handshake:
                handshake.append(record.body)
                if let message = try handshake.next() { return .hello(try serverHello(message)) }
            case .changeCipherSpec, .applicationData, .heartbeat:
                throw .unexpected(
                    field: "first message", of: "TLS handshake", found: "a record of type \(record.type.rawValue)")
            }
        }
        return nil
    }

    /// A warning (unrecognized_name comes before the ServerHello) does not, but an endless row of them does.
    private mutating func endsTheConversation(_ alert: TLSAlert) -> Bool {
        warnings += 1
        return alert.isFatal || alert.code == TLSAlert.closeNotify || warnings > 8
    }

    private func serverHello(_ message: HandshakeMessage) throws(WireError) -> ServerHello {
        guard message.type == HandshakeMessage.serverHello else {
            throw .unexpected(
                field: "first message", of: "TLS handshake", found: "a message of type \(message.type)")
        }
        return try ServerHello(parsing: message.body)
    }
}
