import COpenSSL

/// OpenSSL's queue of errors of this thread, as one sentence.
enum OpenSSLErrors {
    /// Call before an operation whose errors will be asked for.
    static func clear() { ERR_clear_error() }

    /// The last, most specific error, and the queue is empty again; `fallback` where there is none.
    static func sentence(or fallback: String) -> String {
        let code = ERR_peek_last_error()
        defer { ERR_clear_error() }
        guard code != 0 else { return fallback }
        guard let reason = ERR_reason_error_string(code) else { return "OpenSSL error \(code)" }
        return String(cString: reason)
    }
}

/// OpenSSL's memory queues of bytes.
enum MemoryBIO {
    /// Everything a memory BIO holds; it is empty afterwards.
    static func drain(_ bio: OpaquePointer) -> [UInt8] {
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 16_384)
        while lagebild_BIO_pending(bio) > 0 {
            let count = BIO_read(bio, &part, Int32(part.count))
            guard count > 0 else { break }
            bytes += part.prefix(Int(count))
        }
        return bytes
    }
}
