import Foundation
import TLSTesting
import Testing

/// A workshop with a small authority, and the program asking about its files.
private struct Scene {
    let workshop: Workshop
    let root: Workshop.Issued
    let middle: Workshop.Issued
    let shell: Shell

    init() async throws {
        workshop = try Workshop()
        root = try await workshop.root("root")
        middle = try await workshop.intermediate("middle", by: root)
        shell = try Shell()
    }

    func leaf(_ name: String = "leaf", from: String = "20261001000000Z", to: String = "20270401000000Z") async throws
        -> Workshop.Issued
    {
        try await workshop.issue(name, by: middle, names: ["DNS:www.example.org"], from: from, to: to)
    }

    func check(_ file: String, _ options: String = "") throws -> (lines: [String], status: Int32) {
        try shell.run("lagebild check \(file) --lang en --roots \(root.certificate) --at 2026-12-01 \(options)")
    }
}

@Test func `a good file of certificates conforms, and its key is said to belong to it`() async throws {
    let scene = try await Scene()
    defer { scene.shell.remove() }
    let leaf = try await scene.leaf()
    let bundle = try scene.workshop.bundle("good.pem", [leaf, scene.middle])
    let (lines, status) = try scene.check(bundle, "--name www.example.org --fail-on high")
    #expect(status == 0)
    #expect(lines.prefix(2) == [bundle, "  certificates: 2"])
    #expect(lines.contains("  name matches      yes"))
    #expect(lines.contains { $0.hasPrefix("  chain             2 certificates, trusted by: fleet") })
    #expect(!lines.contains { $0.contains("private key") || $0.contains("tls_") || $0.contains("stapled") })

    let text = try [bundle, leaf.key].map { try String(contentsOfFile: $0, encoding: .utf8) }.joined()
    let both = try scene.check(scene.workshop.write("both.pem", text), "--name www.example.org")
    #expect(both.lines.contains("  private key: belongs to the first certificate"))
    #expect(both.lines.contains("  the file holds a private key; it was neither printed nor kept"))
    let key = try String(contentsOfFile: leaf.key, encoding: .utf8).split(separator: "\n")
    #expect(!both.lines.contains { line in key.dropFirst().dropLast().contains { line.contains($0) } })
}

@Test(arguments: [
    ("missing", "certificate-chain-incomplete"), ("swapped", "certificate-chain-out-of-order"),
    ("expired", "certificate-expired"), ("early", "certificate-not-yet-valid"),
    ("misnamed", "certificate-name-mismatch"),
])
func `what is wrong with a file is found by the rules for servers`(fault: String, rule: String) async throws {
    let scene = try await Scene()
    defer { scene.shell.remove() }
    let leaf =
        switch fault {
        case "expired": try await scene.leaf(to: "20261101000000Z")
        case "early": try await scene.leaf(from: "20270101000000Z")
        default: try await scene.leaf()
        }
    let chain =
        switch fault {
        case "missing": [leaf]
        case "swapped": [leaf, scene.root, scene.middle]
        default: [leaf, scene.middle]
        }
    let file = try scene.workshop.bundle("file.pem", chain)
    let name = fault == "misnamed" ? "www.other.example" : "www.example.org"
    let (lines, status) = try scene.check(file, "--name \(name) --fail-on info")
    #expect(status == 1)
    #expect(lines.contains { $0.contains(rule) }, "\(lines)")
}

@Test func `a key of another certificate, an encrypted key, DER and garbage are told apart`() async throws {
    let scene = try await Scene()
    defer { scene.shell.remove() }
    let (leaf, other) = (try await scene.leaf(), try await scene.leaf("other"))
    let certificate = try String(contentsOfFile: leaf.certificate, encoding: .utf8)
    let foreign = try scene.workshop.write(
        "foreign.pem", certificate + String(contentsOfFile: other.key, encoding: .utf8))
    let answer = try scene.check(foreign)
    #expect(answer.lines.contains("  private key: belongs to NONE of the certificates"))
    #expect(answer.status == 1)

    let locked = scene.workshop.path("locked.key")
    try await scene.workshop.openssl([
        "pkcs8", "-topk8", "-in", leaf.key, "-out", locked, "-passout", "pass:secret",
    ])
    let encrypted = try scene.workshop.write(
        "encrypted.pem", certificate + String(contentsOfFile: locked, encoding: .utf8))
    #expect(
        try scene.check(encrypted).lines.contains(
            "  private key: encrypted with a passphrase, so it was not compared"))

    _ = try await scene.workshop.der(leaf)
    #expect(try scene.check(leaf.certificate + ".der", "--name www.example.org").lines.contains("  certificates: 1"))
    #expect(try scene.check(leaf.key + ".pem").status == 65)
    #expect(try scene.check(scene.workshop.write("garbage.pem", "220 mail.example ESMTP\r\n")).status == 65)
    let cut = try scene.workshop.write("cut.pem", String(certificate.prefix(certificate.count / 2)))
    #expect(try scene.check(cut).status == 65)
}

@Test func `options for files are refused for hosts, and a moment has to be one`() async throws {
    let shell = try Shell()
    defer { shell.remove() }
    #expect(try shell.run("lagebild check www.example.org --name www.example.org").status == 64)
    let (lines, status) = try shell.run("lagebild check some.pem --at tomorrow")
    #expect(status == 64)
    #expect(lines.first == "Error: \"tomorrow\" is no time")
}
