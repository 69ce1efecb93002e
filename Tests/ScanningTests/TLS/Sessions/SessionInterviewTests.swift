import Cryptography
import Model
import TLSTesting
import Testing
import Transport
import Wire

@testable import Scanning

/// What servers remember of a session, against OpenSSL's own server and nginx on loopback.
@Suite struct SessionInterviewTests {
    let workshop: Workshop
    let leaf: Workshop.Issued

    init() async throws {
        workshop = try Workshop()
        leaf = try await workshop.issue("leaf", names: ["DNS:www.example"])
    }

    private struct Heard: Sendable {
        let features: [String]
        let tickets: [TLSSessionTicketFact]
        let connections: Int
    }

    /// Everything in one line each: `TLSv1.2 resumption_by_id yes`. The first handshake is made as the probe makes it.
    private func interview(
        _ server: RealServer, versions: [TLSVersion], alpn: [String] = ["h2", "http/1.1"]
    ) async throws -> Heard {
        let endpoint = Endpoint(
            body: "a", address: IPAddress("127.0.0.1"), port: server.port, serverName: "www.example", service: .https)
        return try await onLoopback { dialer in
            let counter = CountingDialer(dialer)
            let entrance = TLSEntrance(endpoint: endpoint, dialer: counter)
            let options = TLSClientOptions(serverName: "www.example", alpn: alpn)
            let first = try await entrance.visit(options)
            var portrait = ServerPortrait()
            for version in versions { portrait.versions[version] = .accepted }
            let answers = try await SessionInterview(entrance: entrance, options: options, portrait: portrait)
                .hold(after: first)
            let features = answers.features.map { fact in
                [fact.protocol, fact.feature, fact.answer, fact.detail].filter { !$0.isEmpty }.joined(separator: " ")
            }
            return Heard(features: features.sorted(), tickets: answers.tickets, connections: counter.connections)
        }
    }

    @Test func `OpenSSL remembers everything: PSK, id and ticket`() async throws {
        let server = try await RealServer.openssl(leaf)
        defer { server.stop() }
        let heard = try await interview(server, versions: [.tls12, .tls13])
        #expect(
            heard.features == [
                "TLSv1.2 resumption_by_id yes", "TLSv1.2 resumption_by_ticket yes", "TLSv1.3 early_data no",
                "TLSv1.3 resumption_psk yes", "alpn no",
            ])
        #expect(
            heard.tickets == [
                TLSSessionTicketFact(protocol: "TLSv1.3", lifetimeSeconds: 7_200, earlyDataBytes: 0),
                TLSSessionTicketFact(protocol: "TLSv1.2", lifetimeSeconds: 7_200, earlyDataBytes: 0),
            ])
        #expect(heard.connections == 6)
    }

    @Test func `the size of early data is read and never used`() async throws {
        let server = try await nginx("ssl_early_data on;")
        defer { server.stop() }
        let heard = try await interview(server, versions: [.tls13])
        #expect(heard.features == ["TLSv1.3 early_data yes", "TLSv1.3 resumption_psk yes", "alpn yes h2, http/1.1"])
        #expect(heard.tickets.map(\.earlyDataBytes) == [16_384])
        #expect(heard.connections == 2)
    }

    @Test func `without tickets TLS 1_3 has no PSK, and TLS 1_2 still has its ids`() async throws {
        let server = try await RealServer.openssl(leaf, ["-num_tickets", "0", "-no_ticket"])
        defer { server.stop() }
        let heard = try await interview(server, versions: [.tls12, .tls13])
        #expect(
            heard.features == [
                "TLSv1.2 resumption_by_id yes", "TLSv1.2 resumption_by_ticket no", "TLSv1.3 early_data no",
                "TLSv1.3 resumption_psk no", "alpn no",
            ])
        #expect(heard.tickets.isEmpty)
    }

    @Test func `a server without a cache gives ids nobody can use, or none`() async throws {
        let server = try await RealServer.openssl(leaf, ["-tls1_2", "-no_cache"])
        defer { server.stop() }
        let heard = try await interview(server, versions: [.tls12])
        #expect(
            heard.features == ["TLSv1.2 resumption_by_id no", "TLSv1.2 resumption_by_ticket yes", "alpn no"])
    }

    @Test(arguments: ["-tls1", "-tls1_1"])
    func `old versions are visited too`(option: String) async throws {
        let server = try await RealServer.openssl(leaf, [option, "-cipher", "ALL:@SECLEVEL=0"])
        defer { server.stop() }
        let version: TLSVersion = option == "-tls1" ? .tls10 : .tls11
        let heard = try await interview(server, versions: [version])
        #expect(
            heard.features == [
                "\(version) resumption_by_id yes", "\(version) resumption_by_ticket yes", "alpn no",
            ])
    }

    @Test func `nginx without a cache: tickets only, and the names of both protocols`() async throws {
        let server = try await nginx("")
        defer { server.stop() }
        let heard = try await interview(server, versions: [.tls12, .tls13])
        #expect(
            heard.features == [
                "TLSv1.2 resumption_by_id no", "TLSv1.2 resumption_by_ticket yes", "TLSv1.3 early_data no",
                "TLSv1.3 resumption_psk yes", "alpn yes h2, http/1.1",
            ])
        #expect(heard.tickets.map(\.lifetimeSeconds) == [300, 300])
    }

    @Test func `nginx with a cache and without tickets`() async throws {
        let server = try await nginx("ssl_session_cache shared:lagebild:1m; ssl_session_tickets off;")
        defer { server.stop() }
        let heard = try await interview(server, versions: [.tls12, .tls13])
        #expect(
            heard.features == [
                "TLSv1.2 resumption_by_id yes", "TLSv1.2 resumption_by_ticket no", "TLSv1.3 early_data no",
                "TLSv1.3 resumption_psk yes", "alpn yes h2, http/1.1",
            ])
    }

    @Test func `when no connection is left, what was not asked is unknown`() async throws {
        let server = try await RealServer.openssl(leaf)
        defer { server.stop() }
        let endpoint = Endpoint(
            body: "a", address: IPAddress("127.0.0.1"), port: server.port, serverName: "", service: .tls)
        let answers = try await onLoopback { dialer in
            var poor = dialer
            poor.budget = 0
            var portrait = ServerPortrait()
            for version in [TLSVersion.tls12, .tls13] { portrait.versions[version] = .accepted }
            let entrance = TLSEntrance(endpoint: endpoint, dialer: poor)
            return try await SessionInterview(entrance: entrance, options: TLSClientOptions(), portrait: portrait)
                .hold(after: nil).features.map { "\($0.feature) \($0.answer) \($0.detail)" }
        }
        #expect(
            answers == [
                "early_data unknown budget", "resumption_psk unknown budget", "resumption_by_id unknown budget",
                "resumption_by_ticket unknown budget",
            ])
    }

    private func nginx(_ settings: String) async throws -> RealServer {
        try await RealServer.nginx(
            in: workshop,
            "ssl_certificate \(leaf.certificate); ssl_certificate_key \(leaf.key); ssl_protocols TLSv1.2 TLSv1.3; "
                + settings)
    }
}

/// Asks which of the offered protocols a server takes, without a server.
@Suite struct ApplicationProtocolTests {
    @Test func `a server names one at a time, and silence answers for all that were offered`() {
        var protocols = ApplicationProtocols(["h2", "http/1.1"])
        #expect(protocols.feature == nil)
        protocols.record(chosen: "h2", of: protocols.nextOffer)
        #expect(protocols.nextOffer == ["http/1.1"])
        protocols.record(chosen: "", of: protocols.nextOffer)
        #expect(protocols.nextOffer == ["h2", "http/1.1"])
        #expect(protocols.feature?.detail == "h2")
        #expect(!protocols.isAsking)
        #expect(ApplicationProtocols([]).feature == nil)
    }

    @Test func `what was not offered cannot be chosen`() {
        var protocols = ApplicationProtocols(["h2"])
        protocols.record(chosen: "spdy/3", of: ["h2"])
        #expect(protocols.feature?.answer == "no")
    }
}
