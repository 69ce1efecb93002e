import COpenSSL

/// Whether a served chain leads to a root of a store, asked without regard to dates.
package struct ChainVerdict: Sendable, Equatable {
    package enum End: String, Sendable {
        case root
        case selfSigned = "self-signed"
        case missingIssuer = "missing-issuer"
        case invalid
    }

    /// A path to a root exists and every signature on it holds.
    package let isTrusted: Bool
    package let end: End
    /// OpenSSL's sentence; empty where trusted.
    package let error: String
    /// Of a trusted path: SHA-256 of its root.
    private let root: [UInt8]
    /// Of a trusted path: who issued the server's certificate, DER; empty where it is itself a root.
    package let issuer: [UInt8]

    /// `chain` as served, the server's own certificate first.
    package init(of chain: [Certificate], in store: TrustStore) {
        guard let leaf = chain.first else {
            self.init(end: .invalid, error: "no certificate was served")
            return
        }
        let (code, path) = Self.verify(leaf, others: chain.dropFirst(), in: store)
        self.init(
            end: Self.end(after: code),
            error: code == X509_V_OK ? "" : String(cString: X509_verify_cert_error_string(Int(code))), path: path)
    }

    package init(end: End, error: String) { self.init(end: end, error: error, path: []) }

    /// `path` as DER, from the server's certificate to the root.
    private init(end: End, error: String, path: [[UInt8]]) {
        isTrusted = end == .root
        self.end = end
        self.error = error
        root = path.last.map { Digest.sha256($0) } ?? []
        issuer = path.dropFirst().first ?? []
    }

    /// Whether this path also leads to a root of the other store, so that nothing has to be computed again.
    package func holds(in other: TrustStore) -> Bool { isTrusted && other.holds(root: root) }

    private static func end(after code: Int32) -> End {
        switch code {
        case X509_V_OK: .root
        case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT, X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN: .selfSigned
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
            X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
            .missingIssuer
        default: .invalid
        }
    }

    /// The `X509_V_` code, and the path where it is X509_V_OK.
    private static func verify(_ leaf: Certificate, others: ArraySlice<Certificate>, in store: TrustStore)
        -> (code: Int32, path: [[UInt8]])
    {
        defer { OpenSSLErrors.clear() }
        guard let context = X509_STORE_CTX_new(), let untrusted = lagebild_certificates_new() else {
            return (X509_V_ERR_OUT_OF_MEM, [])
        }
        defer {
            X509_STORE_CTX_free(context)
            lagebild_certificates_free(untrusted)
        }
        for other in others where lagebild_certificates_add(untrusted, other.parsed.pointer) != 1 {
            return (X509_V_ERR_OUT_OF_MEM, [])
        }
        guard X509_STORE_CTX_init(context, store.pointer, leaf.parsed.pointer, untrusted) == 1,
            X509_STORE_CTX_set_default(context, "ssl_server") == 1
        else { return (X509_V_ERR_UNSPECIFIED, []) }
        let parameters = X509_STORE_CTX_get0_param(context)
        X509_VERIFY_PARAM_set_flags(parameters, UInt(X509_V_FLAG_NO_CHECK_TIME))
        X509_VERIFY_PARAM_set_auth_level(parameters, 0)
        X509_VERIFY_PARAM_set_depth(parameters, longestPath)
        if X509_verify_cert(context) == 1 { return (X509_V_OK, path(of: context)) }
        let code = X509_STORE_CTX_get_error(context)
        return (code == X509_V_OK ? X509_V_ERR_UNSPECIFIED : code, [])
    }

    private static func path(of context: OpaquePointer) -> [[UInt8]] {
        let path = X509_STORE_CTX_get0_chain(context)
        return (0..<lagebild_certificate_count(path)).compactMap { position in
            lagebild_certificate_at(path, position).flatMap { certificate in DER.bytes { i2d_X509(certificate, $0) } }
        }
    }

    /// Every certificate on the path costs a signature check: a hostile server shall not choose how many.
    private static let longestPath: Int32 = 16
}
