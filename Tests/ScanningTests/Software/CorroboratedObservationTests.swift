import Model
import Testing

@testable import Scanning

/// What several probes saw of one host, put together.
@Suite struct CorroboratedObservationTests {
    private func seen(
        _ probe: String, _ signals: SoftwareSignal..., port: UInt16 = 443, address: String = "192.0.2.1"
    ) -> Observation {
        var facts = Facts([SharedFactorFact(spkiSha256: "a", otherSpkiSha256: "b")])
        facts.insert(software: .shipped, in: signals)
        return Observation(
            endpoint: Endpoint(
                body: "a", address: IPAddress(address), port: port, serverName: "fw.example.org", service: .https),
            probe: probe, at: Timestamp(seconds: 0), outcome: .answered, facts: facts)
    }

    private func confidences(_ observations: [Observation]) -> [String] {
        observations.corroborated.flatMap { $0.facts[SoftwareFact.self] }.map { "\($0.product) \($0.confidence)" }
    }

    private let certificate = SoftwareSignal("certificate issuer", "CN=synology,O=Synology Inc.,L=Taipei,C=TW")
    private let title = SoftwareSignal("title", "NAS - Synology DiskStation")

    @Test func `a certificate and a page title together are likely, each alone possible`() {
        let (tls, http) = (seen("tls", certificate), seen("http", title))
        #expect(confidences([tls]) == ["synology-dsm possible"])
        #expect(confidences([http]) == ["synology-dsm possible"])
        #expect(confidences([tls, http]) == ["synology-dsm likely", "synology-dsm likely"])
        #expect(confidences([http, tls]) == confidences([tls, http]))
    }

    @Test func `a certificate and a header of the product's own name are certain, also at another port`() {
        let certificate = SoftwareSignal("certificate subject", "CN=Plesk,O=Plesk,L=Schaffhausen,C=CH")
        let header = SoftwareSignal("x-powered-by header", "PleskLin")
        let both = ["plesk certain", "plesk certain"]
        #expect(confidences([seen("tls", certificate), seen("http", header)]) == both)
        #expect(confidences([seen("tls", certificate, port: 8443), seen("http", header)]) == both)
    }

    @Test func `the same kind of signal seen twice, or at another address, makes nothing surer`() {
        #expect(
            confidences([seen("http", title), seen("online_service", title)]).allSatisfy { $0.hasSuffix("possible") })
        let elsewhere = seen("http", title, address: "192.0.2.2")
        #expect(confidences([seen("tls", certificate), elsewhere]).allSatisfy { $0.hasSuffix("possible") })
    }

    @Test func `everything else of an observation stays as it was`() throws {
        let observation = seen("tls", certificate)
        let corroborated = try #require([observation, seen("http", title)].corroborated.first)
        #expect(corroborated.facts[SharedFactorFact.self] == observation.facts[SharedFactorFact.self])
        #expect(corroborated.endpoint == observation.endpoint && corroborated.probe == observation.probe)
        #expect([observation].corroborated == [observation])
    }
}
