/// What of a server's configuration is compared between places where the same product runs.
package enum ConfigurationKind: String, Sendable, CaseIterable {
    case tls, ssh

    package var aspects: [ConfigurationAspect] {
        switch self {
        case .tls: [.protocols, .cipherGroups, .keyExchange, .certificateKey]
        case .ssh: [.kex, .ciphers, .macs, .hostKeys]
        }
    }

    package var title: String { rawValue.uppercased() }
}

/// One side of a TLS or SSH configuration.
package enum ConfigurationAspect: String, Sendable, CaseIterable {
    case protocols
    case cipherGroups = "cipher_groups"
    case keyExchange = "key_exchange"
    case certificateKey = "certificate_key"
    case kex, ciphers, macs
    case hostKeys = "host_keys"

    package var title: LocalizedText {
        switch self {
        case .protocols: LocalizedText(de: "Protokollversionen", en: "protocol versions")
        case .cipherGroups: LocalizedText(de: "Verschlüsselung", en: "encryption")
        case .keyExchange: LocalizedText(de: "Schlüsselaustausch", en: "key exchange")
        case .certificateKey: LocalizedText(de: "Schlüssel des Zertifikats", en: "key of the certificate")
        case .kex: LocalizedText(de: "Schlüsselaustausch", en: "key exchange")
        case .ciphers: LocalizedText(de: "Verschlüsselung", en: "ciphers")
        case .macs: LocalizedText(de: "Prüfsummen (MAC)", en: "MACs")
        case .hostKeys: LocalizedText(de: "Hostschlüssel", en: "host keys")
        }
    }
}
