import COpenSSL

/// IANA's name of the group a key belongs to.
enum GroupName {
    /// `nil` where the key has none, or its parameters have no name.
    static func of(_ key: OpaquePointer) -> String? {
        switch EVP_PKEY_get_base_id(key) {
        case EVP_PKEY_X25519: return "x25519"
        case EVP_PKEY_X448: return "x448"
        case EVP_PKEY_EC, EVP_PKEY_DH, EVP_PKEY_DHX: return parameterName(of: key)
        default: return nil
        }
    }

    private static func parameterName(of key: OpaquePointer) -> String? {
        var text = [CChar](repeating: 0, count: 80)
        var length = 0
        guard EVP_PKEY_get_group_name(key, &text, text.count, &length) == 1 else { return nil }
        let name = String(decoding: text.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return ianaNames[name] ?? name
    }

    /// Where OpenSSL uses the older name of ANSI X9.62.
    private static let ianaNames = ["prime256v1": "secp256r1", "prime192v1": "secp192r1"]
}
