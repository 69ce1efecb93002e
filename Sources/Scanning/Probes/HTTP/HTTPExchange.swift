import Cryptography
import Model
import Transport
import Wire

/// One request and its answer over a connection of its own.
struct HTTPExchange {
    /// Header fields together, and the part of a page worth looking at.
    private static let headBytes = 65_536
    private static let bodyBytes = 262_144

    let url: HTTPURL
    let endpoint: Endpoint
    /// Also looks where the page leads.
    var readsLinks = false

    func answer(using dialer: some Dialer) async throws -> HTTPAnswer {
        let conversation = try await dialer.connect(to: endpoint)
        defer { conversation.close() }
        if url.scheme == .https {
            try await conversation.startTLS(
                TLSClientOptions(serverName: endpoint.serverNameIndication, alpn: ["http/1.1"]))
        }
        try await conversation.send(HTTPRequest(url: url, userAgent: dialer.userAgent).bytes)
        let head = try await head(on: conversation)
        guard let body = try await body(after: head, on: conversation) else {
            return HTTPAnswer(url: url, endpoint: endpoint, head: head, page: nil, links: nil)
        }
        return HTTPAnswer(
            url: url, endpoint: endpoint, head: head, page: HTMLPage(scanning: body, charset: head.charset),
            links: readsLinks ? HTMLLinks(scanning: body, charset: head.charset) : nil)
    }

    /// Interim answers (100, 103) are passed over.
    private func head(on conversation: Conversation) async throws -> HTTPResponseHead {
        for _ in 0..<5 {
            let head = try HTTPResponseHead(parsing: try await headLines(on: conversation))
            if head.status >= 200 || head.status == 101 { return head }
        }
        throw WireError.missing(field: "final status", of: "HTTP answer")
    }

    private func headLines(on conversation: Conversation) async throws -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var left = Self.headBytes
        while left > 0 {
            let line = try await conversation.receiveLine(limit: min(left, 32_768))
            if line.isEmpty && !lines.isEmpty { return lines }
            // Another protocol's greeting is recognised by its first line, before anyone waits for a second.
            if lines.isEmpty { _ = try HTTPResponseHead(parsing: [line]) }
            lines.append(line)
            left -= line.count + 2
        }
        throw NetworkError.tooLong(limit: Self.headBytes)
    }

    /// Only pages are read, and of a long one only the beginning. A page that breaks off is read as far as it came.
    private func body(after head: HTTPResponseHead, on conversation: Conversation) async throws -> [UInt8]? {
        guard head.mediaType == "text/html" || head.mediaType == "application/xhtml+xml",
            !(300..<400).contains(head.status)
        else { return nil }
        var body: [UInt8] = []
        do {
            switch head.framing {
            case .none: return nil
            case .length(let length): try await read(min(length, Self.bodyBytes), into: &body, from: conversation)
            case .untilClose: try await read(Self.bodyBytes, into: &body, from: conversation)
            case .chunked: try await readChunks(into: &body, from: conversation)
            }
        } catch let failure where failure is NetworkError || failure is WireError {
            // What came until then is a page all the same; status and fields are known.
        }
        return body
    }

    private func read(_ count: Int, into body: inout [UInt8], from conversation: Conversation) async throws {
        let end = min(body.count + count, Self.bodyBytes)
        while body.count < end {
            let part = try await conversation.receive(atMost: min(16_384, end - body.count))
            guard !part.isEmpty else { return }
            body += part
        }
    }

    private func readChunks(into body: inout [UInt8], from conversation: Conversation) async throws {
        while body.count < Self.bodyBytes {
            let size = try HTTPChunkSize(parsing: await conversation.receiveLine(limit: 1_024)).bytes
            guard size > 0 else { return }
            let before = body.count
            try await read(size, into: &body, from: conversation)
            guard body.count - before == size else { return }
            _ = try await conversation.receiveLine(limit: 2)
        }
    }
}

/// An answer with what was learned from its page.
struct HTTPAnswer: Sendable {
    let url: HTTPURL
    let endpoint: Endpoint
    let head: HTTPResponseHead
    /// `nil` for anything but HTML.
    let page: HTMLPage?
    /// `nil` where nobody asked for them, too.
    let links: HTMLLinks?

    /// The unresolved target of a redirect; `nil` where there is none.
    var location: String? {
        guard [301, 302, 303, 307, 308].contains(head.status) else { return nil }
        return head.values(of: "location").first
    }
}
