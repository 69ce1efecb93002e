import Catalogue
import Documents
import Foundation
import Model
import Testing

@Suite struct FingerprintTests {
    private let set = Shipped.fingerprints

    @Test func `every shipped fingerprint passes its examples`() {
        let trial = FingerprintTrial(set)
        for failure in trial.failures { Issue.record("\(failure)") }
        #expect(trial.examples > 600)
    }

    @Test func `more than 150 different products are recognised`() {
        #expect(Set(set.fingerprints.map(\.product)).count > 300)
    }

    private func recognised(_ signals: (String, String)...) -> [String] {
        set.recognise(signals.map { SoftwareSignal($0.0, $0.1) }).map {
            "\($0.product) \($0.version) \($0.confidence.rawValue)"
        }
    }

    @Test func `two signals before certain, one weak one is possible`() {
        #expect(recognised(("server header", "nginx/1.22.1")) == ["nginx 1.22.1 likely"])
        #expect(recognised(("cookie", "fe_typo_user")) == ["typo3  possible"])
        #expect(recognised(("cookie", "fe_typo_user"), ("cookie", "be_typo_user")) == ["typo3  possible"])
        #expect(recognised(("cookie", "fe_typo_user"), ("location", "/typo3/")) == ["typo3  likely"])
        #expect(recognised(("cookie", "fe_typo_user"), ("generator", "TYPO3 4.7 CMS")) == ["typo3 4.7 certain"])
        #expect(
            recognised(
                ("certificate subject", "CN=synology,O=Synology Inc.,L=Taipei,C=TW"),
                ("certificate issuer", "CN=Synology Inc. CA,O=Synology Inc.,L=Taipei,C=TW"),
                ("certificate name", "beispielstadt.synology.me")) == ["synology-dsm  possible"])
        #expect(
            recognised(("server header", "Apache PHP/8.2"), ("x-powered-by header", "PHP/8.2.29"))
                == ["apache-httpd  likely", "php 8.2 certain", "php 8.2.29 certain"])
    }

    @Test func `every product of a server line is listed, with what was said as evidence`() {
        let signal = SoftwareSignal("server header", "Apache/2.4.62 (Debian) OpenSSL/3.0.17 PHP/8.2")
        let found = set.recognise([signal])
        #expect(
            found.map { "\($0.product) \($0.version)" } == [
                "apache-httpd 2.4.62", "debian ", "openssl 3.0.17", "php 8.2",
            ])
        #expect(found.allSatisfy { $0.evidence == "server header: \(signal.text)" })
    }

    @Test func `what is found has the identifiers of its product, the version to be filled in`() throws {
        func first(_ product: String) throws -> Fingerprint {
            try #require(set.fingerprints.first { $0.product == product })
        }
        let typo3 = try first("typo3")
        #expect(Shipped.catalogue.cpe(of: typo3) == "cpe:2.3:a:typo3:typo3:{version}:*:*:*:*:*:*:*")
        #expect(Shipped.catalogue.purl(of: typo3) == "pkg:composer/typo3/cms-core@{version}")
        #expect(Shipped.catalogue.purl(of: try first("nginx")) == nil)
        #expect(Shipped.catalogue.cpe(of: try first("tevis")) == nil)
    }

    @Test func `the order of the signals changes nothing but the evidence, and that is stable`() {
        let signals = [
            SoftwareSignal("cookie", "PHPSESSID"), SoftwareSignal("x-powered-by header", "PHP/8.2.29"),
            SoftwareSignal("server header", "nginx"), SoftwareSignal("generator", "WordPress 6.4.2"),
        ]
        #expect(set.recognise(signals) == set.recognise(signals))
        let turned = set.recognise(signals.reversed())
        #expect(turned.map(\.product) == set.recognise(signals).map(\.product))
        #expect(turned.map(\.confidence) == set.recognise(signals).map(\.confidence))
    }

    @Test(arguments: ["", "Webserver", "notnginx/1.0", "nginxx/1", "\u{1F600}", "\u{0}nginxx"])
    func `words that only look alike name no product`(text: String) {
        #expect(set.recognise([SoftwareSignal("server header", text)]).isEmpty)
    }

    @Test func `hostile texts at every signal cost milliseconds`() {
        let sources = Set(set.fingerprints.flatMap(\.sources)).sorted()
        let texts = ["a", "/", "nginx/", "(", "1.", "\u{e4}", "OpenSSH_"].map { String(repeating: $0, count: 8_192) }
        let clock = ContinuousClock()
        for source in sources {
            let signals = texts.map { SoftwareSignal(source, $0) }
            _ = set.recognise(signals)
            let best = (0..<2).map { _ in clock.measure { _ = set.recognise(signals) } }.min() ?? .zero
            // Measured below 10 ms for all seven texts of 8 KiB.
            #expect(best < .seconds(5), "\(source): \(best)")
        }
    }

    private func diagnostics(_ entry: String) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "fingerprints-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let good = """
            fingerprints:
              - {product: nginx, signals: [server header], pattern: 'nginx', confidence: strong, mark: K, examples: [{text: nginx}]}
              - \(entry)

            """
        try Data(good.utf8).write(to: folder.appending(path: "a.yaml"))
        let log = DiagnosticLog()
        guard let set = FingerprintSet.read(from: folder.path, for: Shipped.catalogue, log) else {
            return log.diagnostics.map { "\($0)".replacing(folder.path + "/", with: "") }
        }
        return FingerprintTrial(set).failures.map { "\($0)".replacing(folder.path + "/", with: "") }
    }

    private static func entry(
        product: String = "php", signals: String = "[server header]", pattern: String = "PHP", more: String = "",
        examples: String = "[{text: PHP}]"
    ) -> String {
        "{product: \(product), signals: \(signals), pattern: '\(pattern)', confidence: strong, mark: K, examples: \(examples)\(more)}"
    }

    @Test(arguments: [
        (entry(), ""),
        (entry(product: "ngimx"), "did you mean 'nginx'?"), (entry(signals: "[cookies]"), "did you mean 'cookie'?"),
        (entry(signals: "[Server header]"), "'Server header' is no signal"),
        (entry(pattern: "(a"), "RE2 does not take the pattern: missing ): (a"),
        (entry(pattern: "a(?!b)"), "look-around and references back do not exist there"),
        (entry(pattern: "x*"), "the pattern matches the empty text"),
        (entry(product: "nginx", pattern: "nginx", examples: "[{text: nginx}]"), "the same pattern is there already"),
        (entry(pattern: "PHP/(?P<version>.*)", more: ", version: x"), "the pattern takes a version and one is stated"),
        (entry(examples: "[{text: Perl}]"), "'Perl' is not recognised as php"),
        (
            entry(pattern: "PHP/(?P<version>.*)", examples: "[{text: PHP/8, version: \"7\"}]"),
            "expected version '7', found '8'"
        ),
        (entry(more: ", counterexamples: [PHPMailer]"), "'PHPMailer' is taken for php"),
        (entry(examples: "[]"), "the list is empty"),
    ])
    func `what is wrong with an entry is said with its place`(entry: String, words: String) throws {
        let found = try diagnostics(entry)
        guard !words.isEmpty else {
            #expect(found.isEmpty)
            return
        }
        #expect(found.count == 1 && found[0].contains(words), "\(found)")
        #expect(found.allSatisfy { $0.hasPrefix("a.yaml:3:") }, "\(found)")
    }
}
