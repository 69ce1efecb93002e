import COpenSSL
import Wire

/// One `SSL` with its two memory BIOs; owned by exactly one session, which locks it.
final class Connection {
    private let ssl: OpaquePointer
    /// Owned by `ssl`.
    private let incoming: OpaquePointer
    private let outgoing: OpaquePointer
    /// Lives as long as `ssl`, which holds its address.
    private let listener = MessageListener()

    init(_ options: TLSClientOptions, resuming session: ResumableSession?) throws(TLSError) {
        let context = try TLSContext.shared(for: options)
        OpenSSLErrors.clear()
        guard let ssl = SSL_new(context.pointer) else {
            throw TLSError(OpenSSLErrors.sentence(or: "OpenSSL gives no session"))
        }
        guard let incoming = BIO_new(BIO_s_mem()), let outgoing = BIO_new(BIO_s_mem()) else {
            SSL_free(ssl)
            throw TLSError("OpenSSL gives no memory")
        }
        lagebild_BIO_return_retry_at_end(incoming)
        lagebild_BIO_return_retry_at_end(outgoing)
        SSL_set_bio(ssl, incoming, outgoing)
        SSL_set_connect_state(ssl)
        self.ssl = ssl
        self.incoming = incoming
        self.outgoing = outgoing
        lagebild_SSL_set_message_listener(ssl, MessageListener.hear, Unmanaged.passUnretained(listener).toOpaque())
        try ask(for: options)
        if let session { try resume(session) }
    }

    /// What the server said so far.
    var messages: ServerMessages { listener.messages }

    deinit { SSL_free(ssl) }

    private func ask(for options: TLSClientOptions) throws(TLSError) {
        if let name = options.serverName, lagebild_SSL_set_tlsext_host_name(ssl, name) != 1 {
            throw TLSError("\"\(name)\" cannot be asked for by SNI")
        }
        let protocols = options.alpn.flatMap { name in [UInt8(clamping: name.utf8.count)] + Array(name.utf8) }
        // The one OpenSSL function of this kind that returns 0 for success.
        if !protocols.isEmpty, SSL_set_alpn_protos(ssl, protocols, UInt32(protocols.count)) != 0 {
            throw TLSError("\(options.alpn) cannot be asked for by ALPN")
        }
        guard lagebild_SSL_request_ocsp(ssl) == 1 else {
            throw TLSError(OpenSSLErrors.sentence(or: "OCSP cannot be asked for"))
        }
        if !options.asksForTicket { lagebild_SSL_set_no_ticket(ssl) }
    }

    private func resume(_ session: ResumableSession) throws(TLSError) {
        guard SSL_set_session(ssl, session.pointer) == 1 else {
            throw TLSError(OpenSSLErrors.sentence(or: "the session cannot be resumed"))
        }
    }

    func take(_ received: [UInt8]) throws(TLSError) {
        guard !received.isEmpty else { return }
        guard BIO_write(incoming, received, Int32(clamping: received.count)) == received.count else {
            throw TLSError("OpenSSL took only a part of \(received.count) bytes")
        }
    }

    func output() -> [UInt8] { MemoryBIO.drain(outgoing) }

    /// True when the handshake is complete, false when the peer's next bytes are needed.
    func shakeHands() throws(TLSError) -> Bool {
        OpenSSLErrors.clear()
        let result = SSL_do_handshake(ssl)
        if result == 1 { return true }
        switch SSL_get_error(ssl, result) {
        case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return false
        default: throw TLSError(OpenSSLErrors.sentence(or: "the handshake failed without a reason"))
        }
    }

    func write(_ plain: [UInt8]) throws(TLSError) {
        guard !plain.isEmpty else { return }
        OpenSSLErrors.clear()
        guard SSL_write(ssl, plain, Int32(clamping: plain.count)) == plain.count else {
            throw TLSError(OpenSSLErrors.sentence(or: "the session does not take data"))
        }
    }

    /// Everything that can be read now.
    func read() throws(TLSError) -> (plain: [UInt8], isClosed: Bool) {
        var plain: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 16_384)
        while true {
            OpenSSLErrors.clear()
            let count = SSL_read(ssl, &part, Int32(part.count))
            if count > 0 {
                plain += part.prefix(Int(count))
                continue
            }
            switch SSL_get_error(ssl, count) {
            case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return (plain, false)
            case SSL_ERROR_ZERO_RETURN: return (plain, true)
            default: throw TLSError(OpenSSLErrors.sentence(or: "the session broke without a reason"))
            }
        }
    }

    /// Says close_notify; what the peer has still to say can be read.
    func farewell() {
        OpenSSLErrors.clear()
        SSL_shutdown(ssl)
        OpenSSLErrors.clear()
    }

    /// Starts a second handshake inside the session; TLS 1.2 and older only.
    func renegotiate() throws(TLSError) {
        OpenSSLErrors.clear()
        lagebild_SSL_allow_unsafe_renegotiation(ssl)
        guard SSL_renegotiate(ssl) == 1 else {
            throw TLSError(OpenSSLErrors.sentence(or: "the session cannot be renegotiated"))
        }
    }

    var isResumed: Bool { SSL_session_reused(ssl) == 1 }

    var resumable: ResumableSession? {
        guard let session = ResumableSession(owning: SSL_get1_session(ssl)) else { return nil }
        return SSL_SESSION_is_resumable(session.pointer) == 1 ? session : nil
    }

    var summary: TLSSummary? {
        guard SSL_is_init_finished(ssl) == 1, let cipher = SSL_get_current_cipher(ssl) else { return nil }
        let version = TLSVersion(rawValue: UInt16(truncatingIfNeeded: SSL_version(ssl)))
        return TLSSummary(
            version: version, cipherSuite: CipherSuite(rawValue: SSL_CIPHER_get_protocol_id(cipher)), group: group,
            alpn: alpn, chain: messages.certificates?.chain ?? chain,
            secureRenegotiation: version >= .tls13 || lagebild_SSL_secure_renegotiation(ssl) == 1,
            extendedMasterSecret: version >= .tls13 || lagebild_SSL_extended_master_secret(ssl) == 1,
            ocspStapled: lagebild_SSL_ocsp_response_length(ssl) > 0, messages: messages)
    }

    /// Taken from the server's key: before TLS 1.3 OpenSSL 3.0 does not name the group itself.
    private var group: NamedGroup? {
        guard let key = lagebild_SSL_peer_key(ssl) else { return nil }
        defer { EVP_PKEY_free(key) }
        return GroupName.of(key).flatMap(NamedGroup.init(named:))
    }

    private var alpn: String {
        var start: UnsafePointer<UInt8>?
        var count: UInt32 = 0
        SSL_get0_alpn_selected(ssl, &start, &count)
        return String(decoding: UnsafeBufferPointer(start: start, count: Int(count)), as: UTF8.self)
    }

    private var chain: [[UInt8]] {
        let certificates = SSL_get_peer_cert_chain(ssl)
        return (0..<lagebild_certificate_count(certificates)).compactMap { position in
            lagebild_certificate_at(certificates, position).flatMap { certificate in
                DER.bytes { i2d_X509(certificate, $0) }
            }
        }
    }
}

/// Collects the server's messages while OpenSSL reads them.
private final class MessageListener {
    private(set) var messages = ServerMessages()

    static let hear:
        @convention(c) (Int32, Int32, Int32, UnsafeRawPointer?, Int, OpaquePointer?, UnsafeMutableRawPointer?) -> Void =
            {
                isWritten, _, contentType, bytes, count, _, listening in
                guard isWritten == 0, contentType == SSL3_RT_HANDSHAKE, let bytes, let listening else { return }
                Unmanaged<MessageListener>.fromOpaque(listening).takeUnretainedValue()
                    .messages.add(UnsafeRawBufferPointer(start: bytes, count: count))
            }
}
