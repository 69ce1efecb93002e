import Catalogue
import Documents
import Foundation
import Model
import Testing

/// The files are written by hand for these tests in Recog's format; nothing is taken from Recog's data.
@Suite struct RecogTests {
    private static let good = """
        <?xml version="1.0" encoding="UTF-8"?>
        <fingerprints matches="http_header.server" protocol="http" database_type="service">
          <fingerprint pattern="^Musterserver/(\\d[\\d.]*)(?: \\((\\w+)\\))?$">
            <description>Musterserver with version</description>
            <example service.version="4.2">Musterserver/4.2</example>
            <example service.version="4.2" os.product="Linux">Musterserver/4.2 (Linux)</example>
            <param pos="0" name="service.vendor" value="Muster"/>
            <param pos="0" name="service.product" value="Musterserver"/>
            <param pos="1" name="service.version"/>
            <param pos="2" name="os.product"/>
          </fingerprint>
          <fingerprint pattern="^musterserver" flags="REG_ICASE">
            <description>Musterserver without version</description>
            <example>MUSTERSERVER</example>
            <example _encoding="base64">TXVzdGVyc2VydmVyIQ==</example>
            <param pos="0" name="service.product" value="Musterserver"/>
            <param pos="0" name="service.vendor" value="Muster"/>
            <param pos="0" name="service.certainty" value="0.3"/>
          </fingerprint>
          <fingerprint pattern="^engine-x (\\S+)$">
            <description>A product of the catalogue by its CPE</description>
            <example service.version="1.27">engine-x 1.27</example>
            <param pos="0" name="service.product" value="engine"/>
            <param pos="1" name="service.version"/>
            <param pos="0" name="service.cpe23" value="cpe:/a:f5:nginx:{service.version}"/>
          </fingerprint>
          <fingerprint pattern="^nothing to tell$">
            <description>No product</description>
          </fingerprint>
        </fingerprints>

        """

    private func read(_ files: [String: String]) throws -> (file: RecogFile, folder: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "recog-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        return (try RecogFile.read(folder: folder.path, for: Shipped.catalogue), folder.path)
    }

    @Test func `a folder of Recog files is asked like fingerprints of our own, its examples are tests`() throws {
        let file = try read(["http_servers.xml": Self.good, "README.md": "not read"]).file
        #expect(file.refused.isEmpty)
        #expect(
            file.fingerprints.map(\.product)
                == ["muster-server", "muster-server", "nginx"].map {
                    $0.replacing("muster-server", with: "muster-musterserver")
                })
        let trial = FingerprintTrial(FingerprintSet(file.fingerprints))
        #expect(trial.failures.isEmpty, "\(trial.failures)")
        #expect(trial.examples == 5)
    }

    @Test func `in a file the first that matches counts`() throws {
        let set = FingerprintSet(try read(["a.xml": Self.good]).file.fingerprints)
        func seen(_ text: String) -> [String] {
            set.recognise([SoftwareSignal("server header", text)]).map {
                "\($0.product) \($0.version) \($0.confidence)"
            }
        }
        #expect(seen("Musterserver/4.2") == ["muster-musterserver 4.2 likely"])
        #expect(seen("musterserver") == ["muster-musterserver  possible"])
        #expect(seen("engine-x 1.27") == ["nginx 1.27 likely"])
        #expect(seen("nothing to tell").isEmpty)
    }

    @Test func `what RE2 cannot take is told with its place, the rest of the file counts`() throws {
        let more = """
            <fingerprint pattern="^(a)\\1$"><param pos="0" name="service.product" value="A"/></fingerprint>
            <fingerprint pattern="^b(?!c)"><param pos="0" name="service.product" value="B"/></fingerprint>
            <fingerprint><param pos="0" name="service.product" value="C"/></fingerprint>
            <fingerprint pattern="^d"><param pos="0" name="service.product" value="D"/><param pos="3" name="service.version"/></fingerprint>
            <fingerprint pattern="^e"><example _filename="e.txt"/><param pos="0" name="service.product" value="E"/></fingerprint>
            </fingerprints>
            """
        let file = try read(["a.xml": Self.good.replacing("</fingerprints>", with: more)]).file
        #expect(file.fingerprints.count == 3)
        #expect(file.refused.map(\.line) == [30, 31, 32, 33, 34])
        #expect(
            zip(
                file.refused,
                ["invalid escape sequence", "invalid perl operator", "without a pattern", "group 3", "file of its own"]
            )
            .allSatisfy { $0.message.contains($1) }, "\(file.refused)")
    }

    @Test func `an example that fails is told with its place`() throws {
        let file = try read(["a.xml": Self.good.replacing("service.version=\"1.27\"", with: "service.version=\"9\"")])
            .file
        let failures = FingerprintTrial(FingerprintSet(file.fingerprints)).failures
        #expect(failures.map(\.line) == [22])
        #expect(failures.first?.message == "'engine-x 1.27': expected version '9', found '1.27'")
    }

    @Test(arguments: [
        ("", "empty"), ("<fingerprints/>", "not a Recog file"), ("<nmaprun matches='x'/>", "not a Recog file"),
        (String(good.prefix(400)), ""), ("<!DOCTYPE x [<!ENTITY a 'b'>]><fingerprints matches='x'/>", ""),
    ])
    func `what is no Recog file is refused`(text: String, words: String) {
        #expect(throws: Diagnostic.self) { try read(["a.xml": text]) }
    }

    @Test func `a folder without Recog files is refused`() {
        #expect(throws: Diagnostic.self) { try read(["a.txt": "x"]) }
        #expect(throws: Diagnostic.self) { try RecogFile.read(folder: "/nonexistent", for: Shipped.catalogue) }
    }

    @Test func `every prefix of a file is refused or read, none traps`() throws {
        let characters = Array(Self.good)
        for length in stride(from: 0, to: characters.count, by: 41) {
            _ = try? read(["a.xml": String(characters.prefix(length))])
        }
    }
}
