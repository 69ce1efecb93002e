/// What a server says to a hello.
package enum HelloAnswer: Sendable, Equatable {
    case flight(ServerFlight)
    case alert(TLSAlert)
}

/// Waits in the bytes a server sends for its answer to a hello; passes over warnings.
package struct HelloAnswerReader: Sendable {
    /// How far to listen.
    package enum End: Sendable {
        /// To the ServerHello.
        case hello
        /// To the point where the server waits for the client; in TLS 1.3 that is the ServerHello as well.
        case flight
    }

    private let end: End
    private var records = TLSRecordReader()
    private var handshake = HandshakeReader()
    private var alerts = TLSAlertReader()
    private var remarks = 0
    /// What came before the answer was whole: worth having when the server breaks off.
    package private(set) var soFar: ServerFlight?

    package init(until end: End = .hello) { self.end = end }

    /// The answer as soon as it is whole; `nil` while more bytes are needed.
    package mutating func answer(adding bytes: [UInt8]) throws(WireError) -> HelloAnswer? {
        records.append(bytes)
        while let record = try records.next() {
            if let answer = try answer(in: record) { return answer }
        }
        return nil
    }

    private mutating func answer(in record: TLSRecord) throws(WireError) -> HelloAnswer? {
        switch record.type {
        case .alert:
            alerts.append(record.body)
            while let alert = try alerts.next() {
                if endsTheConversation(alert) { return ended(by: alert) }
            }
            return nil
        case .handshake:
            handshake.append(record.body)
            while let message = try handshake.next() {
                if let answer = try answer(after: message) { return answer }
            }
            return nil
        case .changeCipherSpec where soFar != nil:
            soFar?.isResumption = true
            return soFar.map(HelloAnswer.flight)
        case .changeCipherSpec, .applicationData, .heartbeat:
            throw .unexpected(
                field: soFar == nil ? "first message" : "next message", of: "TLS handshake",
                found: "a record of type \(record.type.rawValue)")
        }
    }

    private mutating func answer(after message: HandshakeMessage) throws(WireError) -> HelloAnswer? {
        guard soFar != nil else {
            // A server may ask for a hello it has already been sent (RFC 5246 section 7.4.1.1).
            if message.type == HandshakeMessage.helloRequest, isBearable() { return nil }
            let flight = ServerFlight(hello: try serverHello(message))
            soFar = flight
            return end == .hello || flight.isDone ? .flight(flight) : nil
        }
        soFar?.add(message)
        guard let flight = soFar, flight.isDone || !isBearable(limit: 32) else { return nil }
        return .flight(flight)
    }

    /// A warning (unrecognized_name comes before the ServerHello) does not, but an endless row of them does.
    private mutating func endsTheConversation(_ alert: TLSAlert) -> Bool {
        !isBearable() || alert.isFatal || alert.code == TLSAlert.closeNotify
    }

    private mutating func isBearable(limit: Int = 8) -> Bool {
        remarks += 1
        return remarks <= limit
    }

    private mutating func ended(by alert: TLSAlert) -> HelloAnswer {
        soFar?.alert = alert
        return soFar.map(HelloAnswer.flight) ?? .alert(alert)
    }

    private func serverHello(_ message: HandshakeMessage) throws(WireError) -> ServerHello {
        guard message.type == HandshakeMessage.serverHello else {
            throw .unexpected(
                field: "first message", of: "TLS handshake", found: "a message of type \(message.type)")
        }
        return try ServerHello(parsing: message.body)
    }
}
