import Testing
import Wire

/// What a name says, as a person reads it.
private struct Expected: Sendable, CustomTestStringConvertible {
    let code: UInt16
    let text: String

    init(_ code: UInt16, _ text: String) {
        self.code = code
        self.text = text
    }

    var testDescription: String { CipherSuite(rawValue: code).name }
}

@Suite struct CipherPartsTests {
    /// Key exchange, authentication, encryption, bits, mode, hash, forward secrecy, export, lowest and highest version.
    /// Written by hand from the RFCs that define the suites.
    private static let table: [Expected] = [
        Expected(0x0000, "- - NULL 0 - - no no SSLv3 TLSv1.2"),
        Expected(0x0001, "RSA RSA NULL 0 - MD5 no no SSLv3 TLSv1.2"),
        Expected(0x0003, "RSA RSA RC4 40 - MD5 no export SSLv3 TLSv1.2"),
        Expected(0x0005, "RSA RSA RC4 128 - SHA no no SSLv3 TLSv1.2"),
        Expected(0x0006, "RSA RSA RC2 40 CBC MD5 no export SSLv3 TLSv1.2"),
        Expected(0x0007, "RSA RSA IDEA 128 CBC SHA no no SSLv3 TLSv1.2"),
        Expected(0x0008, "RSA RSA DES 40 CBC SHA no export SSLv3 TLSv1.2"),
        Expected(0x0009, "RSA RSA DES 56 CBC SHA no no SSLv3 TLSv1.2"),
        Expected(0x000A, "RSA RSA 3DES 112 CBC SHA no no SSLv3 TLSv1.2"),
        Expected(0x000E, "DH RSA DES 40 CBC SHA no export SSLv3 TLSv1.2"),
        Expected(0x0013, "DHE DSS 3DES 112 CBC SHA yes no SSLv3 TLSv1.2"),
        Expected(0x0014, "DHE RSA DES 40 CBC SHA yes export SSLv3 TLSv1.2"),
        Expected(0x0017, "DHE anon RC4 40 - MD5 yes export SSLv3 TLSv1.2"),
        Expected(0x0020, "KRB5 KRB5 RC4 128 - SHA no no SSLv3 TLSv1.2"),
        Expected(0x0026, "KRB5 KRB5 DES 40 CBC SHA no export SSLv3 TLSv1.2"),
        Expected(0x002D, "DHE_PSK PSK NULL 0 - SHA yes no SSLv3 TLSv1.2"),
        Expected(0x002F, "RSA RSA AES 128 CBC SHA no no SSLv3 TLSv1.2"),
        Expected(0x0031, "DH RSA AES 128 CBC SHA no no SSLv3 TLSv1.2"),
        Expected(0x003A, "DHE anon AES 256 CBC SHA yes no SSLv3 TLSv1.2"),
        Expected(0x003B, "RSA RSA NULL 0 - SHA256 no no TLSv1.2 TLSv1.2"),
        Expected(0x003D, "RSA RSA AES 256 CBC SHA256 no no TLSv1.2 TLSv1.2"),
        Expected(0x0061, "RSA RSA RC2 56 CBC MD5 no export SSLv3 TLSv1.2"),
        Expected(0x0062, "RSA RSA DES 56 CBC SHA no export SSLv3 TLSv1.2"),
        Expected(0x0064, "RSA RSA RC4 56 - SHA no export SSLv3 TLSv1.2"),
        Expected(0x0065, "DHE DSS RC4 56 - SHA yes export SSLv3 TLSv1.2"),
        Expected(0x0081, "GOST GOST GOST 256 - IMIT no no TLSv1.0 TLSv1.2"),
        Expected(0x0083, "GOST GOST NULL 0 - GOSTR3411 no no TLSv1.0 TLSv1.2"),
        Expected(0x0088, "DHE RSA CAMELLIA 256 CBC SHA yes no SSLv3 TLSv1.2"),
        Expected(0x0095, "RSA_PSK RSA AES 256 CBC SHA no no SSLv3 TLSv1.2"),
        Expected(0x0096, "RSA RSA SEED 128 CBC SHA no no SSLv3 TLSv1.2"),
        Expected(0x009D, "RSA RSA AES 256 GCM SHA384 no no TLSv1.2 TLSv1.2"),
        Expected(0x00AE, "PSK PSK AES 128 CBC SHA256 no no TLSv1.0 TLSv1.2"),
        Expected(0x00B5, "DHE_PSK PSK NULL 0 - SHA384 yes no TLSv1.0 TLSv1.2"),
        Expected(0x00C6, "- - SM4 128 GCM SM3 yes no TLSv1.3 TLSv1.3"),
        Expected(0x1301, "- - AES 128 GCM SHA256 yes no TLSv1.3 TLSv1.3"),
        Expected(0x1303, "- - CHACHA20 256 POLY1305 SHA256 yes no TLSv1.3 TLSv1.3"),
        Expected(0x1305, "- - AES 128 CCM_8 SHA256 yes no TLSv1.3 TLSv1.3"),
        Expected(0xC005, "ECDH ECDSA AES 256 CBC SHA no no SSLv3 TLSv1.2"),
        Expected(0xC007, "ECDHE ECDSA RC4 128 - SHA yes no SSLv3 TLSv1.2"),
        Expected(0xC00B, "ECDH RSA NULL 0 - SHA no no SSLv3 TLSv1.2"),
        Expected(0xC018, "ECDHE anon AES 128 CBC SHA yes no SSLv3 TLSv1.2"),
        Expected(0xC01D, "SRP SRP AES 128 CBC SHA no no SSLv3 TLSv1.2"),
        Expected(0xC01E, "SRP RSA AES 128 CBC SHA no no SSLv3 TLSv1.2"),
        Expected(0xC01F, "SRP DSS AES 128 CBC SHA no no SSLv3 TLSv1.2"),
        Expected(0xC028, "ECDHE RSA AES 256 CBC SHA384 yes no TLSv1.2 TLSv1.2"),
        Expected(0xC030, "ECDHE RSA AES 256 GCM SHA384 yes no TLSv1.2 TLSv1.2"),
        Expected(0xC037, "ECDHE_PSK PSK AES 128 CBC SHA256 yes no TLSv1.0 TLSv1.2"),
        Expected(0xC061, "ECDHE RSA ARIA 256 GCM SHA384 yes no TLSv1.2 TLSv1.2"),
        Expected(0xC09C, "RSA RSA AES 128 CCM SHA256 no no TLSv1.2 TLSv1.2"),
        Expected(0xC0AA, "DHE_PSK PSK AES 128 CCM_8 SHA256 yes no TLSv1.2 TLSv1.2"),
        Expected(0xC0AF, "ECDHE ECDSA AES 256 CCM_8 SHA256 yes no TLSv1.2 TLSv1.2"),
        Expected(0xC0B0, "ECCPWD PSK AES 128 GCM SHA256 no no TLSv1.2 TLSv1.2"),
        Expected(0xC0B3, "ECCPWD PSK AES 256 CCM SHA384 no no TLSv1.2 TLSv1.2"),
        Expected(0xC0B4, "- - NULL 0 - SHA256 yes no TLSv1.3 TLSv1.3"),
        Expected(0xC100, "GOST GOST GOST 256 - OMAC no no TLSv1.2 TLSv1.2"),
        Expected(0xC103, "- - GOST 256 MGM GOSTR341112_256 yes no TLSv1.3 TLSv1.3"),
        Expected(0xCC13, "ECDHE RSA CHACHA20 256 POLY1305 SHA256 yes no TLSv1.2 TLSv1.2"),
        Expected(0xCCAA, "DHE RSA CHACHA20 256 POLY1305 SHA256 yes no TLSv1.2 TLSv1.2"),
        Expected(0xD003, "ECDHE_PSK PSK AES 128 CCM_8 SHA256 yes no TLSv1.2 TLSv1.2"),
        Expected(0xFEFF, "RSA RSA 3DES 112 CBC SHA no no SSLv3 TLSv1.2"),
        Expected(0xFF01, "RSA RSA GOST 256 - GOST94 no no TLSv1.0 TLSv1.2"),
    ]

    private func text(_ parts: CipherParts) -> String {
        [
            parts.keyExchange, parts.authentication, parts.encryption, String(parts.encryptionBits), parts.mode,
            parts.hash, parts.forwardSecrecy ? "yes" : "no", parts.isExport ? "export" : "no",
            parts.lowestVersion.description, parts.highestVersion.description,
        ].map { $0.isEmpty ? "-" : $0 }.joined(separator: " ")
    }

    @Test(arguments: table)
    private func `a suite's name is spelled out`(expected: Expected) throws {
        let suite = CipherSuite(rawValue: expected.code)
        #expect(text(try #require(suite.parts)) == expected.text)
    }

    @Test func `every suite of the table is spelled out in the words rules know`() {
        let exchanges: Set = [
            "RSA", "DHE", "ECDHE", "DH", "ECDH", "PSK", "DHE_PSK", "ECDHE_PSK", "RSA_PSK", "SRP", "KRB5", "GOST",
            "ECCPWD",
        ]
        let signers: Set = ["RSA", "ECDSA", "DSS", "PSK", "KRB5", "GOST", "SRP", "anon"]
        let ciphers: Set = [
            "AES", "CHACHA20", "CAMELLIA", "ARIA", "SEED", "SM4", "IDEA", "3DES", "DES", "RC2", "RC4", "GOST", "NULL",
        ]
        let modes: Set = ["GCM", "CCM", "CCM_8", "POLY1305", "CBC", "MGM", ""]
        #expect(CipherSuite.all.count == 376)
        #expect(Set(CipherSuite.all).count == CipherSuite.all.count)
        for suite in CipherSuite.all.dropFirst() {
            let isNew = suite.lowestVersion == .tls13
            #expect(isNew ? suite.keyExchange == "" : exchanges.contains(suite.keyExchange), "\(suite.name)")
            #expect(isNew ? suite.authentication == "" : signers.contains(suite.authentication), "\(suite.name)")
            #expect(ciphers.contains(suite.encryption), "\(suite.name)")
            #expect((suite.encryption == "NULL") == suite.name.contains("NULL") || isNew, "\(suite.name)")
            #expect((suite.encryptionBits == 0) == (suite.encryption == "NULL"), "\(suite.name)")
            #expect(modes.contains(suite.mode), "\(suite.name)")
            #expect(!suite.hash.isEmpty, "\(suite.name)")
        }
    }

    @Test func `a number nobody has named stays itself and fits every version`() {
        for code in [UInt16.grease(0), 0x00FF, 0x5600, 0xABCD] {
            let suite = CipherSuite(rawValue: code)
            #expect(suite.name == suite.code)
            #expect(suite.parts == nil)
            #expect(suite.lowestVersion == .ssl3 && suite.highestVersion == .tls13)
        }
    }

    @Test func `each version has its own suites`() {
        #expect(
            CipherSuite.all(for: .tls13).map(\.rawValue).prefix(7) == [
                0x00C6, 0x00C7, 0x1301, 0x1302, 0x1303, 0x1304, 0x1305,
            ])
        #expect(!CipherSuite.all(for: .tls11).contains(CipherSuite(rawValue: 0xC02F)))
        #expect(CipherSuite.all(for: .tls12).contains(CipherSuite(rawValue: 0xC02F)))
        #expect(CipherSuite.all(for: .ssl3).contains(CipherSuite(rawValue: 0x002F)))
    }

    @Test(
        arguments: [
            (0x010080, "RSA RSA RC4 128 - MD5 no no SSLv2 SSLv2"),
            (0x020080, "RSA RSA RC4 40 - MD5 no export SSLv2 SSLv2"),
            (0x040080, "RSA RSA RC2 40 CBC MD5 no export SSLv2 SSLv2"),
            (0x050080, "RSA RSA IDEA 128 CBC MD5 no no SSLv2 SSLv2"),
            (0x060140, "RSA RSA DES 56 CBC SHA no no SSLv2 SSLv2"),
            (0x0700C0, "RSA RSA 3DES 112 CBC MD5 no no SSLv2 SSLv2"),
            (0x080080, "RSA RSA RC4 64 - MD5 no no SSLv2 SSLv2"),
            (0xFF0800, "RSA RSA DES 56 CFB MD5 no no SSLv2 SSLv2"), (0xFF0810, "RSA RSA NULL 0 - - no no SSLv2 SSLv2"),
        ] as [(UInt32, String)])
    func `a cipher kind's name is spelled out`(code: UInt32, expected: String) throws {
        #expect(text(try #require(SSL2CipherKind(rawValue: code).parts)) == expected)
    }

    @Test func `a cipher kind's code has six digits`() {
        #expect(SSL2CipherKind(rawValue: 0x0700C0).code == "0700C0")
        #expect(SSL2CipherKind(rawValue: 0).code == "000000")
        #expect(SSL2CipherKind(rawValue: 0xABCDEF).name == "ABCDEF")
    }
}
