import COpenSSL
import Wire

/// A client's half of an elliptic-curve key exchange, for one connection.
package final class EphemeralKey {
    /// Groups it can be made in.
    package static let groups: [NamedGroup] = [.x25519, .secp256r1, .secp384r1, .secp521r1]

    private let key: OpaquePointer
    package let publicKey: [UInt8]

    package init(in group: NamedGroup) throws(TLSError) {
        guard let key = Self.generate(group) else {
            throw TLSError(OpenSSLErrors.sentence(or: "no key in the group \(group.name)"))
        }
        guard let publicKey = Self.encoded(key) else {
            EVP_PKEY_free(key)
            throw TLSError("a key of \(group.name) without a public half")
        }
        self.key = key
        self.publicKey = publicKey
    }

    deinit { EVP_PKEY_free(key) }

    /// The secret both halves lead to. Throws where `peer` is no public key of the group.
    package func secret(with peer: [UInt8]) throws(TLSError) -> [UInt8] {
        OpenSSLErrors.clear()
        guard let other = publicHalf(peer) else {
            throw TLSError(OpenSSLErrors.sentence(or: "not a public key of the group"))
        }
        defer { EVP_PKEY_free(other) }
        guard let context = EVP_PKEY_CTX_new(key, nil) else { throw TLSError("OpenSSL gives no key exchange") }
        defer { EVP_PKEY_CTX_free(context) }
        var count = 0
        guard EVP_PKEY_derive_init(context) == 1, EVP_PKEY_derive_set_peer(context, other) == 1,
            EVP_PKEY_derive(context, nil, &count) == 1
        else { throw TLSError(OpenSSLErrors.sentence(or: "no key exchange with this public key")) }
        var secret = [UInt8](repeating: 0, count: count)
        guard EVP_PKEY_derive(context, &secret, &count) == 1 else {
            throw TLSError(OpenSSLErrors.sentence(or: "no key exchange with this public key"))
        }
        return Array(secret.prefix(count))
    }

    private func publicHalf(_ bytes: [UInt8]) -> OpaquePointer? {
        if EVP_PKEY_get_base_id(key) == EVP_PKEY_X25519 {
            return EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nil, bytes, bytes.count)
        }
        guard let other = EVP_PKEY_new() else { return nil }
        if EVP_PKEY_copy_parameters(other, key) == 1,
            EVP_PKEY_set1_encoded_public_key(other, bytes, bytes.count) == 1
        {
            return other
        }
        EVP_PKEY_free(other)
        return nil
    }

    private static func generate(_ group: NamedGroup) -> OpaquePointer? {
        OpenSSLErrors.clear()
        switch group {
        case .x25519: return lagebild_generate_x25519()
        case .secp256r1: return lagebild_generate_ec("P-256")
        case .secp384r1: return lagebild_generate_ec("P-384")
        case .secp521r1: return lagebild_generate_ec("P-521")
        default: return nil
        }
    }

    private static func encoded(_ key: OpaquePointer) -> [UInt8]? {
        var start: UnsafeMutablePointer<UInt8>?
        let count = EVP_PKEY_get1_encoded_public_key(key, &start)
        guard count > 0, let start else { return nil }
        defer { lagebild_OPENSSL_free(start) }
        return Array(UnsafeBufferPointer(start: start, count: count))
    }
}
