import Foundation
import ProcessTesting

/// Makes keys and certificates with the openssl command, in a folder of its own that goes away with it.
package final class Workshop: Sendable {
    package let folder: String

    package init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("lagebild-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        folder = url.path
        try write("ca.cnf", Self.configuration(folder))
        try write("index.txt", "")
    }

    deinit {
        do {
            try FileManager.default.removeItem(atPath: folder)
        } catch {
            print("\(folder) stays behind: \(error)")
        }
    }

    /// A certificate and its key, as files.
    package struct Issued: Sendable {
        package let certificate: String
        package let key: String

        package init(certificate: String, key: String) {
            self.certificate = certificate
            self.key = key
        }
    }

    /// What a key shall be, in the words of `openssl req -newkey`.
    package enum Key: Sendable {
        case rsa(Int)
        case ec(String)
        case ed25519
        case ed448
        /// OpenSSL's own test parameters would be too old; these are made anew, which takes about a second.
        case dsa

        fileprivate var arguments: [String] {
            switch self {
            case .rsa(let bits): ["-newkey", "rsa:\(bits)"]
            case .ec(let curve): ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:\(curve)"]
            case .ed25519: ["-newkey", "ed25519"]
            case .ed448: ["-newkey", "ed448"]
            case .dsa: ["-newkey", "dsa:dsa.pem"]
            }
        }
    }

    /// A self-signed authority, valid for as long as anyone looks.
    package func root(_ name: String) async throws -> Issued {
        try await issue(name, subject: "/C=DE/O=Lagebild Test/CN=\(name)", isAuthority: true)
    }

    package func intermediate(_ name: String, by issuer: Issued) async throws -> Issued {
        try await issue(name, by: issuer, isAuthority: true)
    }

    /// Without an issuer it signs itself. `names` as in `subjectAltName`; times as ASN.1 writes them.
    package func issue(
        _ name: String, by issuer: Issued? = nil, subject: String? = nil, key: Key = .ec("P-256"),
        names: [String] = [], from: String = "20200101000000Z", to: String = "20490101000000Z",
        isAuthority: Bool = false, digest: String = "sha256", signatureOptions: [String] = [],
        extensions further: [String] = []
    ) async throws -> Issued {
        let issued = Issued(certificate: path("\(name).pem"), key: path("\(name).key"))
        let uses = isAuthority ? ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign"] : []
        if case .dsa = key { try await openssl(["dsaparam", "-out", path("dsa.pem"), "1024"]) }
        let extensions = uses + further + (names.isEmpty ? [] : ["subjectAltName=" + names.joined(separator: ",")])
        try await openssl(
            ["req", "-new", "-nodes", "-keyout", issued.key, "-out", path("\(name).csr")]
                + ["-subj", subject ?? "/CN=\(name)", "-utf8"] + key.arguments
                + extensions.flatMap { ["-addext", $0] })
        let signer =
            issuer.map { ["-cert", $0.certificate, "-keyfile", $0.key] } ?? ["-selfsign", "-keyfile", issued.key]
        try await openssl(
            ["ca", "-batch", "-notext", "-config", path("ca.cnf"), "-md", digest] + signer + signatureOptions
                + ["-startdate", from, "-enddate", to, "-in", path("\(name).csr"), "-out", issued.certificate])
        return issued
    }

    /// Several certificates in one file, as servers take a chain.
    package func bundle(_ name: String, _ certificates: [Issued]) throws -> String {
        let text = try certificates.map { try String(contentsOfFile: $0.certificate, encoding: .utf8) }.joined()
        return try write(name, text)
    }

    @discardableResult
    package func write(_ name: String, _ text: String) throws -> String {
        try text.write(toFile: path(name), atomically: true, encoding: .utf8)
        return path(name)
    }

    package func path(_ name: String) -> String { "\(folder)/\(name)" }

    package func der(_ issued: Issued) async throws -> [UInt8] {
        let file = issued.certificate + ".der"
        try await openssl(["x509", "-in", issued.certificate, "-outform", "DER", "-out", file])
        return try Array(Data(contentsOf: URL(fileURLWithPath: file)))
    }

    /// An OCSP response, DER, valid from now on; `signer` is the issuer unless another one is named.
    package func ocspResponse(
        about subject: Issued, issuer: Issued, days: Int, signer: Issued? = nil, revoked: Bool = false,
        known: Bool = true
    ) async throws -> [UInt8] {
        let serial =
            try await openssl(["x509", "-in", subject.certificate, "-noout", "-serial"])
            .split(separator: "=").last.map { $0.filter(\.isHexDigit) } ?? ""
        let line =
            "\(revoked ? "R" : "V")\t490101000000Z\t\(revoked ? "200102000000Z" : "")\t\(serial)\tunknown\t/CN=x\n"
        let name = UUID().uuidString
        let index = try write("\(name).txt", known ? line : "")
        let (request, response) = (path("\(name).req"), path("\(name).resp"))
        try await openssl(["ocsp", "-issuer", issuer.certificate, "-cert", subject.certificate, "-reqout", request])
        let signer = signer ?? issuer
        try await openssl(
            ["ocsp", "-index", index, "-CA", issuer.certificate, "-rsigner", signer.certificate, "-rkey", signer.key]
                + ["-reqin", request, "-respout", response, "-ndays", "\(days)"])
        return try Array(Data(contentsOf: URL(fileURLWithPath: response)))
    }

    /// What the openssl command says; fails with its complaint.
    @discardableResult
    package func openssl(_ arguments: [String]) async throws -> String {
        try await Child.run("/usr/bin/openssl", arguments, in: URL(fileURLWithPath: folder))
    }

    private static func configuration(_ folder: String) -> String {
        """
        [ca]
        default_ca = here
        [here]
        database = \(folder)/index.txt
        new_certs_dir = \(folder)
        rand_serial = yes
        unique_subject = no
        policy = any
        copy_extensions = copyall
        [any]
        countryName = optional
        organizationName = optional
        commonName = optional
        """
    }
}
