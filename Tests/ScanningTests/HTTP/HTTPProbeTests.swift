import Model
import Testing
import Transport
import TransportTesting

@testable import Scanning

@Suite struct HTTPProbeTests {
    private static func answer(_ head: String..., body: String = "") -> Script {
        [.expectAnything, .answer(Array((head.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)), .close]
    }

    private func observe(_ scripts: [Script], at endpoint: Endpoint = .scripted(.http)) async throws -> (
        facts: Facts, dialer: ScriptedDialer
    ) {
        let dialer = ScriptedDialer(scripts)
        return (try await HTTPProbe(software: .shipped).observe(endpoint, using: dialer), dialer)
    }

    @Test func `reports status, fields, cookies, page and products`() async throws {
        let page = "<html><head><title>Kreis</title><meta name=generator content='TYPO3 CMS'></head></html>"
        let seen = try await observe([
            Self.answer(
                "HTTP/1.1 200 OK", "Server: nginx/1.22.1", "Date: Mon, 23 Nov 2026 12:00:10 GMT",
                "Set-Cookie: PHPSESSID=7abc; path=/; HttpOnly", "Content-Type: text/html; charset=utf-8",
                "Content-Security-Policy: script-src 'nonce-abc123' 'self'", "Content-Length: \(page.utf8.count)",
                body: page)
        ])
        #expect(
            seen.facts[HTTPResponseFact.self] == [
                HTTPResponseFact(position: 0, url: "http://host.example/", status: 200, location: "", followed: "final")
            ])
        #expect(
            seen.facts[HTTPHeaderFact.self].map { "\($0.name): \($0.value)" } == [
                "content-security-policy: script-src 'nonce-*' 'self'", "content-type: text/html; charset=utf-8",
                "server: nginx/1.22.1",
            ])
        #expect(
            seen.facts[HTTPCookieFact.self] == [
                HTTPCookieFact(name: "PHPSESSID", secure: false, httpOnly: true, sameSite: "")
            ])
        #expect(seen.facts[HTTPPageFact.self] == [HTTPPageFact(title: "Kreis", generator: "TYPO3 CMS")])
        #expect(seen.facts[SoftwareFact.self].map(\.product) == ["nginx", "php", "typo3"])
        #expect(
            seen.dialer.streams[0].sentText.hasPrefix(
                "GET / HTTP/1.1\r\nHost: host.example\r\nUser-Agent: Lagebild/test (+https://scan.example/info;"))
    }

    @Test func `two visits of an unchanged server are equal`() async throws {
        func visit(_ nonce: String, _ date: String) async throws -> Facts {
            try await observe([
                Self.answer(
                    "HTTP/1.1 302 Found", "Date: \(date)", "Set-Cookie: sid=\(nonce)", "X-Request-Id: \(nonce)",
                    "X-Trace: 5f3c\(nonce)0123456789ab", "Location: /login;jsessionid=\(nonce)?state=\(nonce)&a=b",
                    "Content-Security-Policy: default-src 'nonce-\(nonce)'", "ETag: \"\(nonce)\""),
                Self.answer("HTTP/1.1 200 OK", "Date: \(date)", "X-Y: z"),
            ]).facts
        }
        let first = try await visit("1b2c3d4e5f6a7b8c9d", "Mon, 23 Nov 2026 12:00:10 GMT")
        let second = try await visit("a9b8c7d6e5f4a3b2c1", "Tue, 24 Nov 2026 01:02:03 GMT")
        #expect(first == second)
        #expect(first[HTTPResponseFact.self].first?.location == "http://host.example/login;*?state=*&a=b")
    }

    @Test func `fields are those of the last answer from the endpoint itself`() async throws {
        let seen = try await observe([
            Self.answer("HTTP/1.1 301 Moved", "Location: /start", "X-A: first"),
            Self.answer("HTTP/1.1 301 Moved", "Location: https://host.example/", "X-A: second"),
            .connectFails(.refused),
        ])
        #expect(seen.facts[HTTPHeaderFact.self].map(\.value) == ["second"])
        #expect(seen.facts[HTTPResponseFact.self].map(\.followed) == ["yes", "failed: refused"])
        #expect(seen.dialer.endpoints.map(\.port) == [80, 80, 443])
        #expect(seen.dialer.endpoints.last?.service == .https)
    }

    @Test func `a redirect out of the scope is told and not followed`() async throws {
        let outside = DNSAnswer(records: [[203, 0, 113, 9]], nameExists: true, validation: .insecure)
        let dialer = ScriptedDialer(
            [Self.answer("HTTP/1.1 302 Found", "Location: https://elsewhere.example/x")],
            answers: [DNSQuestion("elsewhere.example", .a): .success(outside)],
            allows: { address, _ in address == IPAddress("192.0.2.1") })
        let facts = try await HTTPProbe(software: .shipped).observe(.scripted(.http), using: dialer)
        #expect(
            facts[HTTPResponseFact.self] == [
                HTTPResponseFact(
                    position: 0, url: "http://host.example/", status: 302, location: "https://elsewhere.example/x",
                    followed: "out of scope")
            ])
        #expect(dialer.endpoints.count == 1)
    }

    @Test func `a redirect to another name inside the scope is followed to an allowed address`() async throws {
        let answer = DNSAnswer(
            records: [[203, 0, 113, 9], [192, 0, 2, 7]], nameExists: true, validation: .insecure)
        let dialer = ScriptedDialer(
            [
                Self.answer("HTTP/1.1 302 Found", "Location: http://www.host.example/", "Server: a"),
                Self.answer("HTTP/1.1 200 OK", "Server: b"),
            ],
            answers: [DNSQuestion("www.host.example", .a): .success(answer)],
            allows: { address, _ in address.bytes.first == 192 })
        let facts = try await HTTPProbe(software: .shipped).observe(.scripted(.http), using: dialer)
        #expect(dialer.endpoints.map(\.address?.description) == ["192.0.2.1", "192.0.2.7"])
        #expect(facts[HTTPHeaderFact.self].map(\.value) == ["a"])
        #expect(facts[HTTPResponseFact.self].map(\.followed) == ["yes", "final"])
    }

    @Test(arguments: [
        ("http://host.example:22/", "other port"), ("http://other.example:8080/", "other port"),
        ("javascript:alert(1)", "failed: not a web address"),
    ])
    func `a redirect cannot send us anywhere it likes`(location: String, followed: String) async throws {
        let seen = try await observe([Self.answer("HTTP/1.1 302 Found", "Location: \(location)")])
        #expect(seen.facts[HTTPResponseFact.self].map(\.followed) == [followed])
        #expect(seen.dialer.endpoints.count == 1)
    }

    @Test func `a server that redirects for ever is left after five redirects`() async throws {
        let seen = try await observe([Script](repeating: Self.answer("HTTP/1.1 302 F", "Location: /"), count: 9))
        #expect(seen.facts[HTTPResponseFact.self].map(\.followed) == ["yes", "yes", "yes", "yes", "yes", "too many"])
        #expect(seen.dialer.endpoints.count == HTTPProbe(software: .shipped).connections)
    }

    @Test func `a chunked page is put together, and one that breaks off is read as far as it came`() async throws {
        let body = "9;x\r\n<title>Ei\r\n5\r\nfel</\r\n6\r\ntitle>\r\n0\r\n\r\n"
        for count in [body.utf8.count, 28] {
            let seen = try await observe([
                Self.answer(
                    "HTTP/1.1 200 OK", "Content-Type: text/html", "Transfer-Encoding: chunked",
                    body: String(body.prefix(count)))
            ])
            #expect(seen.facts[HTTPPageFact.self].first?.title.hasPrefix("Eif") == true)
        }
    }

    @Test func `interim answers are passed over`() async throws {
        let seen = try await observe([
            Self.answer("HTTP/1.1 103 Early Hints", "Link: x", "", "HTTP/1.1 204 No Content", "Server: a")
        ])
        #expect(seen.facts[HTTPResponseFact.self].map(\.status) == [204])
    }

    @Test func `an answer that breaks off in its head is no measurement`() async {
        let head = "HTTP/1.1 200 OK\r\nServer: nginx\r\n\r\n"
        for count in 0..<head.utf8.count {
            let script: Script = [.expectAnything, .answer(Array(head.utf8.prefix(count))), .close]
            await #expect(throws: (any Error).self) { try await observe([script]) }
        }
    }

    @Test(arguments: ["SSH-2.0-OpenSSH_9.2", "220 mail.example ESMTP", "* OK", "HTTP/2 200", "<html>"])
    func `another protocol is not understood, and nobody waits for a second line`(greeting: String) async {
        await #expect(throws: (any Error).self) { try await observe([[.line(greeting), .fails(.timeout)]]) }
    }

    @Test func `a head without end is left`() async {
        let endless =
            "HTTP/1.1 200 OK\r\n" + String(repeating: "X-Y: \(String(repeating: "z", count: 1_000))\r\n", count: 100)
        await #expect(throws: NetworkError.self) {
            try await observe([[.expectAnything, .answer(Array(endless.utf8)), .fails(.timeout)]])
        }
    }
}
