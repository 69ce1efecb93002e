import Model
import Testing

@testable import Harmonisation

@Suite struct DriftTests {
    private func profile(
        _ product: String, _ body: String, _ values: [ConfigurationAspect: Set<String>]?, port: Int = 443
    ) -> SeenProfile {
        SeenProfile(
            kind: .tls, product: product, body: body, endpoint: "\(body):\(port)",
            configuration: values.map(Configuration.init))
    }

    @Test func `drift is one product in more than one configuration, and says what differs`() {
        let new: [ConfigurationAspect: Set<String>] = [
            .protocols: ["TLSv1.2", "TLSv1.3"], .keyExchange: ["x25519"], .certificateKey: ["EC secp256r1"],
        ]
        let old: [ConfigurationAspect: Set<String>] = [
            .protocols: ["TLSv1.2", "TLSv1.0"], .keyExchange: ["x25519"], .certificateKey: ["RSA 2048"],
        ]
        let drifts = ConfigurationDrift.all(in: [
            profile("nginx", "a", new), profile("nginx", "b", new), profile("nginx", "c", old),
            profile("apache", "a", new), profile("apache", "b", new),
        ])
        #expect(drifts.map(\.product) == ["nginx"])
        #expect(drifts[0].differing == [.protocols, .certificateKey])
        #expect(drifts[0].variants.map(\.bodies) == [["a", "b"], ["c"]])
        #expect(drifts[0].variants.map { $0.own[.protocols] } == [["TLSv1.3"], ["TLSv1.0"]])
        #expect(drifts[0].variants.map { $0.own[.certificateKey] } == [["EC secp256r1"], ["RSA 2048"]])
        #expect(drifts[0].variants.allSatisfy { $0.own[.keyExchange] == nil })
    }

    @Test func `a body with both configurations stands in both groups`() {
        let drifts = ConfigurationDrift.all(in: [
            profile("nginx", "a", [.protocols: ["TLSv1.3"]]), profile("nginx", "b", [.protocols: ["TLSv1.3"]]),
            profile("nginx", "a", [.protocols: ["TLSv1.2"]], port: 8443),
        ])
        #expect(drifts.first?.variants.map(\.bodies) == [["a", "b"], ["a"]])
        #expect(drifts.first?.bodies == ["a", "b"])
    }

    @Test func `what was not measured whole is named and makes no difference`() {
        let both = [profile("nginx", "a", [.protocols: ["TLSv1.3"]]), profile("nginx", "b", nil)]
        #expect(ConfigurationDrift.all(in: both) == [])
        let three = both + [profile("nginx", "c", [.protocols: ["TLSv1.2"]])]
        #expect(ConfigurationDrift.all(in: three).first?.unmeasured == ["b:443"])
        #expect(ConfigurationDrift.all(in: three).first?.variants.count == 2)
    }

    private func skews(_ seen: [(body: String, product: String, version: String?)]) -> [VersionSkew] {
        let released = ["1.22": "2023-11-01", "1.24": "2024-03-01", "1.26": "2024-10-31"]
        let places = seen.enumerated().map { number, place in
            SeenInstallation(
                body: place.body, product: place.product, version: place.version, endpoint: "\(number):443")
        }
        return VersionSkew.all(in: places) { product, version in
            let line = String(version.prefix(4))
            return product == "nginx" ? released[line].map { (line, Day($0)) } : nil
        }
    }

    /// 2023-11-01 to 2024-10-31 over a leap day.
    @Test func `skew is the days between the oldest and the newest release line`() throws {
        let skew = try #require(
            skews([("a", "nginx", "1.26.1"), ("b", "nginx", "1.22.0"), ("c", "nginx", "1.26.3"), ("c", "nginx", nil)])
                .first)
        #expect(skew.days == 365)
        #expect(skew.lines.map(\.name) == ["1.26", "1.22"])
        #expect(skew.lines.map(\.bodies) == [["a", "c"], ["b"]])
        #expect(skew.lines[0].versions == ["1.26.1", "1.26.3"])
    }

    @Test func `one line has no skew, and a line without a day makes it unknown`() {
        #expect(skews([("a", "nginx", "1.26.1"), ("b", "nginx", "1.26.9")]) == [])
        let unknown = skews([("a", "nginx", "1.26.1"), ("b", "nginx", "0.9"), ("a", "own", "2.1"), ("b", "own", "2.2")])
        #expect(unknown.map(\.product) == ["nginx", "own"])
        #expect(unknown.map(\.days) == [nil, nil])
        #expect(unknown[0].lines.map(\.name) == ["1.26", "0.9"])
    }
}
