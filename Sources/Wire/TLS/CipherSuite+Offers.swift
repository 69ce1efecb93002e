/// The suites a hello offers to learn whether a version is spoken at all.
///
/// Everything servers in the field could need, so that a refusal means the version: ordered from strong to weak, the
/// last are only chosen by a server that has nothing else. Left out: PSK, SRP, Kerberos, GOST and static DH, which need
/// arrangements of their own; ARIA and the Camellia suites of TLS 1.2, because no known server offers only those and
/// some old servers stumble over more than 128 suites.
extension CipherSuite {
    /// What may be chosen in one version, most recent first; `renegotiation` is the signal of RFC 5746 section 3.3.
    package static func offered(for version: TLSVersion) -> [CipherSuite] {
        let codes: [UInt16] =
            switch version {
            case .tls13: tls13 + since12 + classic + since12Broken + classicBroken
            case .tls12: since12 + classic + since12Broken + classicBroken
            default: classic + classicBroken
            }
        return codes.map(CipherSuite.init(rawValue:)) + [.emptyRenegotiationInfo]
    }

    private static let tls13: [UInt16] = [0x1301, 0x1302, 0x1303, 0x1304, 0x1305]

    /// TLS 1.2 only: AEAD, and HMAC with SHA-2.
    private static let since12: [UInt16] = [
        0xC02B, 0xC02C, 0xC02F, 0xC030, 0xCC13, 0xCC14, 0xCCA8, 0xCCA9, 0xC0AC, 0xC0AD, 0xC023, 0xC024,
        0xC027, 0xC028, 0x009E, 0x009F, 0x00A2, 0x00A3, 0xCC15, 0xCCAA, 0xC09E, 0xC09F, 0x0040, 0x0067,
        0x006A, 0x006B, 0x009C, 0x009D, 0xC09C, 0xC09D, 0x003C, 0x003D, 0xC02D, 0xC02E, 0xC031, 0xC032,
        0xC025, 0xC026, 0xC029, 0xC02A, 0xC0AE, 0xC0AF, 0xC0A2, 0xC0A3, 0xC0A0, 0xC0A1,
    ]

    /// From SSL 3.0 to TLS 1.2: CBC and RC4 with HMAC-SHA1 or MD5.
    private static let classic: [UInt16] = [
        0xC009, 0xC00A, 0xC013, 0xC014, 0x0032, 0x0033, 0x0038, 0x0039, 0x0044, 0x0045, 0x0087, 0x0088,
        0x002F, 0x0035, 0x0041, 0x0084, 0xC004, 0xC005, 0xC00E, 0xC00F, 0xC007, 0xC008, 0xC011, 0xC012,
        0x0013, 0x0016, 0x0066, 0x0099, 0x009A, 0x0004, 0x0005, 0x0007, 0x000A, 0x0096, 0xC002, 0xC003,
        0xC00C, 0xC00D, 0x0012, 0x0015, 0x0009,
    ]

    /// TLS 1.2 only: without authentication or encryption.
    private static let since12Broken: [UInt16] = [
        0x00A6, 0x00A7, 0x006C, 0x006D, 0x003B,
    ]

    /// Export, then without authentication, then without encryption.
    private static let classicBroken: [UInt16] = [
        0x0011, 0x0014, 0x0003, 0x0006, 0x0008, 0x0034, 0x003A, 0xC018, 0xC019, 0x0017, 0x0018, 0x0019,
        0x001A, 0x001B, 0x0046, 0x0089, 0x009B, 0xC016, 0xC017, 0xC006, 0xC010, 0x0001, 0x0002, 0xC001,
        0xC00B, 0xC015,
    ]
}
