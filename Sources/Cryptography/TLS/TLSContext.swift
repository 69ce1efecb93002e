import COpenSSL
import Synchronization
import Wire

/// Everything of the options that many sessions share: one `SSL_CTX`.
///
/// `@unchecked Sendable`: the `SSL_CTX` is configured in `init` and never changed afterwards; OpenSSL counts its
/// references atomically and locks what `SSL_new` reads.
final class TLSContext: @unchecked Sendable {
    let pointer: OpaquePointer

    private init(_ key: Key) throws(TLSError) {
        OpenSSLErrors.clear()
        guard let context = SSL_CTX_new(TLS_client_method()) else {
            throw TLSError(OpenSSLErrors.sentence(or: "OpenSSL gives no context"))
        }
        pointer = context
        SSL_CTX_set_verify(context, SSL_VERIFY_NONE, nil)
        SSL_CTX_set_options(context, lagebild_tolerant_options())
        lagebild_SSL_CTX_set_session_cache_off(context)
        lagebild_SSL_CTX_set_max_cert_list(context, Self.largestCertificateMessage)
        let isAccepted =
            lagebild_SSL_CTX_set_min_proto_version(context, Int32(key.lowestVersion.rawValue)) == 1
            && lagebild_SSL_CTX_set_max_proto_version(context, Int32(key.highestVersion.rawValue)) == 1
            && SSL_CTX_set_cipher_list(context, key.ciphers) == 1
            && SSL_CTX_set_ciphersuites(context, Self.suitesOfTLS13) == 1
            && lagebild_SSL_CTX_set1_groups_list(context, key.groups) == 1
            && (key.signatureAlgorithms.isEmpty
                || lagebild_SSL_CTX_set1_sigalgs_list(context, key.signatureAlgorithms) == 1)
            && lagebild_SSL_CTX_ask_for_timestamps(context) == 1
        guard isAccepted else { throw TLSError(OpenSSLErrors.sentence(or: "OpenSSL rejects the TLS options")) }
    }

    deinit { SSL_CTX_free(pointer) }

    /// The options' context, made when they are first used. Making one costs as much as several handshakes.
    static func shared(for options: TLSClientOptions) throws(TLSError) -> TLSContext {
        let key = Key(options)
        let result: Result<TLSContext, TLSError> = made.withLock { made in
            if let context = made[key] { return .success(context) }
            do throws(TLSError) {
                let context = try TLSContext(key)
                made[key] = context
                return .success(context)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// A cache of constants: what stands in it follows from its key alone.
    private static let made = Mutex<[Key: TLSContext]>([:])

    /// The options that belong to the context and not to one session.
    private struct Key: Hashable {
        let lowestVersion: TLSVersion
        let highestVersion: TLSVersion
        let ciphers: String
        let groups: String
        let signatureAlgorithms: String

        init(_ options: TLSClientOptions) {
            lowestVersion = options.lowestVersion
            highestVersion = options.highestVersion
            ciphers = options.ciphers
            groups = options.groups
            signatureAlgorithms = options.signatureAlgorithms
        }
    }

    /// OpenSSL's standard limit of 100 kB meets real servers with many certificates.
    private static let largestCertificateMessage = 1 << 20

    /// OpenSSL's standard three, then CCM for servers that have nothing else.
    private static let suitesOfTLS13 =
        "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256"
        + ":TLS_AES_128_CCM_SHA256:TLS_AES_128_CCM_8_SHA256"
}
