import Transport
import Wire

/// XMPP between client and server or between servers (RFC 6120 5): open a stream, read its features, ask.
struct XMPPSTARTTLS: STARTTLSDialogue {
    let host: String
    let namespace: String

    func begin(on conversation: Conversation) async throws {
        var stream = Tags(conversation)
        try await conversation.send(XMPPStream.opening(to: host, namespace: namespace))
        guard try await isOffered(&stream) else { throw STARTTLSError.notOffered }
        try await conversation.send(XMPPStream.startTLS)
        let answer = try await stream.next()
        switch answer.name {
        case "proceed" where answer.kind != .closing:
            if answer.kind == .opening { _ = try await stream.next() }
        case "failure": throw STARTTLSError.refused("failure")
        case "error": throw STARTTLSError.refused(try await stream.condition())
        default: throw unexpected("answer to starttls", answer)
        }
        guard stream.isDrained else { throw STARTTLSError.followedByPlainText }
    }

    private func isOffered(_ stream: inout Tags) async throws -> Bool {
        var first = try await stream.next()
        if first.kind == .declaration { first = try await stream.next() }
        guard first.kind == .opening, first.name == "stream" else { throw unexpected("stream header", first) }
        let second = try await stream.next()
        guard second.name != "error" else { throw STARTTLSError.turnedAway(try await stream.condition()) }
        guard second.name == "features", second.kind != .closing else { throw unexpected("stream features", second) }
        guard second.kind == .opening else { return false }
        return try await features(&stream).contains("starttls")
    }

    /// The names directly inside `<stream:features>`.
    private func features(_ stream: inout Tags) async throws -> Set<String> {
        var names: Set<String> = []
        var depth = 1
        while depth > 0 {
            let tag = try await stream.next()
            if depth == 1, tag.kind != .closing { names.insert(tag.name) }
            switch tag.kind {
            case .opening: depth += 1
            case .closing: depth -= 1
            case .empty, .declaration: break
            }
        }
        return names
    }

    private func unexpected(_ field: String, _ tag: XMPPTag) -> WireError {
        .unexpected(field: field, of: "XMPP stream", found: "<\(tag.name)>")
    }

    /// The tags of a stream as they arrive, up to a limit.
    private struct Tags {
        private let conversation: Conversation
        private var reader = XMPPTagReader()
        private var received = 0

        init(_ conversation: Conversation) { self.conversation = conversation }

        var isDrained: Bool { reader.isDrained }

        mutating func next() async throws -> XMPPTag {
            while true {
                if let tag = try reader.next() { return tag }
                guard received <= PlainTextLimits.messageBytes else {
                    throw NetworkError.tooLong(limit: PlainTextLimits.messageBytes)
                }
                let bytes = try await conversation.receive()
                guard !bytes.isEmpty else { throw NetworkError.closed }
                received += bytes.count
                reader.add(bytes)
            }
        }

        /// What a stream error says: the element inside it, `host-unknown`.
        mutating func condition() async throws -> String { "stream error \(try await next().name)".stableReply }
    }
}
