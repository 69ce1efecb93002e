/// The extensions a client sends.
extension TLSExtension {
    /// `nil` where the name cannot be asked for: empty, too long or not in ASCII.
    package static func serverName(_ name: String) -> TLSExtension? {
        let bytes = Array(name.utf8)
        guard (1...253).contains(bytes.count), bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        return TLSExtension(Number.serverName) { body in
            body.vector16 { list in
                list.append(0)
                list.vector16 { $0 += bytes }
            }
        }
    }

    package static func supportedGroups(_ groups: [NamedGroup]) -> TLSExtension {
        numbers(Number.supportedGroups, groups.lazy.map(\.rawValue))
    }

    /// Uncompressed only.
    package static let ecPointFormats = TLSExtension(Number.ecPointFormats, [1, 0])

    package static func signatureAlgorithms(_ schemes: [SignatureScheme]) -> TLSExtension {
        numbers(Number.signatureAlgorithms, schemes.lazy.map(\.rawValue))
    }

    package static func supportedVersions(_ versions: [TLSVersion]) -> TLSExtension {
        TLSExtension(Number.supportedVersions) { body in
            body.vector8 { for version in versions { $0.append16(version.rawValue) } }
        }
    }

    /// How a hello for TLS 1.3 fills `key_share`.
    package enum KeyShare: Sendable, Equatable {
        /// No share: the server answers with a HelloRetryRequest, and neither side computes a key.
        case none
        case entries([KeyShareEntry])

        /// 32 bytes for X25519, of which any are a public key; for servers that refuse an empty list.
        package static func x25519(_ key: [UInt8]) -> KeyShare {
            .entries([KeyShareEntry(group: .x25519, publicKey: key)])
        }
    }

    package static func keyShare(_ share: KeyShare) -> TLSExtension {
        TLSExtension(Number.keyShare) { body in
            body.vector16 { list in
                guard case .entries(let entries) = share else { return }
                for entry in entries {
                    list.append16(entry.group.rawValue)
                    list.vector16 { $0 += entry.publicKey }
                }
            }
        }
    }

    /// Names of more than 255 bytes, or none, cannot be sent and are left out.
    package static func alpn(_ names: [String]) -> TLSExtension {
        TLSExtension(Number.alpn) { body in
            body.vector16 { list in
                for name in names where (1...255).contains(name.utf8.count) { list.vector8 { $0 += name.utf8 } }
            }
        }
    }

    package static let nextProtocolNegotiation = TLSExtension(Number.nextProtocolNegotiation, [])

    /// OCSP, from whatever responder, without extensions.
    package static let statusRequest = TLSExtension(Number.statusRequest, [1, 0, 0, 0, 0])

    package static let signedCertificateTimestamp = TLSExtension(Number.signedCertificateTimestamp, [])

    /// peer_allowed_to_send.
    package static let heartbeat = TLSExtension(Number.heartbeat, [1])

    package static let encryptThenMAC = TLSExtension(Number.encryptThenMAC, [])

    package static let extendedMasterSecret = TLSExtension(Number.extendedMasterSecret, [])

    package static let truncatedHMAC = TLSExtension(Number.truncatedHMAC, [])

    /// 1 to 4 for 2^9 to 2^12 bytes (RFC 6066 section 4).
    package static func maxFragmentLength(_ code: UInt8) -> TLSExtension {
        TLSExtension(Number.maxFragmentLength, [code])
    }

    /// Empty: a ticket is wanted; else the one to resume with.
    package static func sessionTicket(_ ticket: [UInt8]) -> TLSExtension { TLSExtension(Number.sessionTicket, ticket) }

    /// For a first handshake.
    package static let renegotiationInfo = TLSExtension(Number.renegotiationInfo, [0])

    /// psk_dhe_ke, and psk_ke too where asked for.
    package static func pskKeyExchangeModes(alsoWithoutDHE: Bool = false) -> TLSExtension {
        TLSExtension(Number.pskKeyExchangeModes, alsoWithoutDHE ? [2, 1, 0] : [1, 1])
    }

    package static func recordSizeLimit(_ bytes: UInt16) -> TLSExtension {
        TLSExtension(Number.recordSizeLimit) { $0.append16(bytes) }
    }

    package static let earlyData = TLSExtension(Number.earlyData, [])

    /// So many zeros (RFC 7685).
    package static func padding(_ count: Int) -> TLSExtension {
        TLSExtension(Number.padding, [UInt8](repeating: 0, count: max(0, count)))
    }

    /// An empty extension of a number no server knows (RFC 8701): 0x0A0A, 0x1A1A, ... 0xFAFA for 0 to 15.
    package static func grease(_ index: UInt8 = 0) -> TLSExtension { TLSExtension(UInt16.grease(index), []) }

    private static func numbers(_ type: UInt16, _ numbers: some Sequence<UInt16>) -> TLSExtension {
        TLSExtension(type) { body in
            body.vector16 { for number in numbers { $0.append16(number) } }
        }
    }
}

/// A group and the public key for it, as `key_share` carries them.
package struct KeyShareEntry: Sendable, Equatable {
    package let group: NamedGroup
    package let publicKey: [UInt8]

    package init(group: NamedGroup, publicKey: [UInt8]) {
        self.group = group
        self.publicKey = publicKey
    }
}

extension UInt16 {
    /// 0x0A0A, 0x1A1A, ... 0xFAFA.
    package static func grease(_ index: UInt8) -> UInt16 {
        let byte = UInt16(index & 0x0F) << 4 | 0x0A
        return byte << 8 | byte
    }

    /// Reserved by RFC 8701: means nothing, and must be ignored by who does not know it.
    package var isGrease: Bool { self & 0x0F0F == 0x0A0A && self >> 8 == self & 0xFF }
}
