import Testing
import Wire

@Suite struct RegistryTests {
    @Test func `groups know their field and the versions they are for`() {
        #expect(NamedGroup.x25519.bits == 255 && !NamedGroup.x25519.tls12Only && !NamedGroup.x25519.tls13Only)
        #expect(NamedGroup.secp521r1.bits == 521)
        #expect(NamedGroup(rawValue: 256).isFiniteField && NamedGroup(rawValue: 260).bits == 8192)
        #expect(NamedGroup(rawValue: 26).tls12Only && NamedGroup(rawValue: 31).tls13Only)
        let hybrid = NamedGroup(rawValue: 0x11EC)
        #expect(hybrid.name == "X25519MLKEM768" && hybrid.isPostQuantum && hybrid.tls13Only && !hybrid.isFiniteField)
        #expect(NamedGroup(rawValue: 0x0201).isPostQuantum && !NamedGroup.x448.isPostQuantum)
        #expect(NamedGroup(rawValue: .grease(3)).name == "3A3A")
    }

    @Test func `every version has its groups, and a name leads back to its group`() {
        #expect(Set(NamedGroup.all).count == NamedGroup.all.count)
        #expect(NamedGroup.all.count == 55)
        for group in NamedGroup.all { #expect(NamedGroup(named: group.name) == group) }
        #expect(NamedGroup.all(for: .tls12).contains { $0.rawValue == 26 })
        #expect(!NamedGroup.all(for: .tls13).contains { $0.rawValue == 26 })
        #expect(NamedGroup.all(for: .tls13).contains { $0.rawValue == 0x11EE })
        #expect(!NamedGroup.all(for: .tls12).contains { $0.isPostQuantum })
        #expect(NamedGroup.offered.allSatisfy(NamedGroup.all.contains))
    }

    @Test(
        arguments: [
            (0x0403, "ecdsa_secp256r1_sha256", .ecdsa), (0x0804, "rsa_pss_rsae_sha256", .rsa),
            (0x0401, "rsa_pkcs1_sha256", .rsa), (0x0201, "rsa_pkcs1_sha1", .rsa), (0x0202, "dsa_sha1", .dsa),
            (0x0807, "ed25519", .edDSA), (0x081C, "ecdsa_brainpoolP512r1tls13_sha512", .ecdsa),
            (0x080B, "rsa_pss_pss_sha512", .rsa), (0x0303, "ecdsa_sha224", .ecdsa), (0x0905, "mldsa65", .other),
            (0x0101, "rsa_pkcs1_md5", .rsa), (0x1A1A, "1A1A", .other), (0x0420, "rsa_pkcs1_sha256_legacy", .rsa),
        ] as [(UInt16, String, SignatureScheme.Key)])
    func `a signature scheme has a name and a kind of key`(code: UInt16, name: String, key: SignatureScheme.Key) {
        let scheme = SignatureScheme(rawValue: code)
        #expect(scheme.name == name)
        #expect(scheme.key == key)
    }

    @Test func `all schemes have names, and those offered are among them`() {
        #expect(SignatureScheme.all.allSatisfy { $0.name != $0.code })
        #expect(SignatureScheme.offered.allSatisfy(SignatureScheme.all.contains))
    }

    @Test func `numbers reserved to grease are told from others`() {
        let reserved = (0...15).map { UInt16.grease($0) }
        #expect(reserved.first == 0x0A0A && reserved.last == 0xFAFA)
        for number in reserved { #expect(number.isGrease) }
        for number in [0x0A1A, 0x1301, 0x0A0B, 0xFFFF, 0] as [UInt16] { #expect(!number.isGrease) }
    }
}
