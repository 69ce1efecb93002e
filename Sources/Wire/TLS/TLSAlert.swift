/// An alert: why a peer ends, or what it wants to mention (RFC 8446 section 6).
package struct TLSAlert: Sendable, Hashable, CustomStringConvertible {
    package let isFatal: Bool
    package let code: UInt8

    package init(isFatal: Bool, code: UInt8) {
        self.isFatal = isFatal
        self.code = code
    }

    package init(parsing body: [UInt8]) throws(WireError) {
        var reader = ByteReader(body, of: "TLS alert")
        let level = try reader.uint8("level")
        guard level == 1 || level == 2 else {
            throw .unexpected(field: "level", of: "TLS alert", found: String(level))
        }
        isFatal = level == 2
        code = try reader.uint8("description")
        try reader.finish()
    }

    package var bytes: [UInt8] { [isFatal ? 2 : 1, code] }

    package static let closeNotify: UInt8 = 0
    package static let handshakeFailure: UInt8 = 40
    package static let illegalParameter: UInt8 = 47
    package static let protocolVersion: UInt8 = 70
    package static let insufficientSecurity: UInt8 = 71
    package static let internalError: UInt8 = 80

    /// `alert 70 protocol_version`; only the number where IANA has no name.
    package var description: String {
        guard let name = Self.names[code] else { return "alert \(code)" }
        return "alert \(code) \(name)"
    }

    /// IANA "TLS Alerts".
    private static let names: [UInt8: String] = [
        0: "close_notify", 10: "unexpected_message", 20: "bad_record_mac", 21: "decryption_failed",
        22: "record_overflow", 30: "decompression_failure", 40: "handshake_failure", 41: "no_certificate",
        42: "bad_certificate", 43: "unsupported_certificate", 44: "certificate_revoked", 45: "certificate_expired",
        46: "certificate_unknown", 47: "illegal_parameter", 48: "unknown_ca", 49: "access_denied", 50: "decode_error",
        51: "decrypt_error", 52: "too_many_cids_requested", 60: "export_restriction", 70: "protocol_version",
        71: "insufficient_security", 80: "internal_error", 86: "inappropriate_fallback", 90: "user_canceled",
        100: "no_renegotiation", 109: "missing_extension", 110: "unsupported_extension",
        111: "certificate_unobtainable", 112: "unrecognized_name", 113: "bad_certificate_status_response",
        114: "bad_certificate_hash_value", 115: "unknown_psk_identity", 116: "certificate_required",
        117: "general_error", 120: "no_application_protocol", 121: "ech_required",
    ]
}

/// Cuts the bytes of alert records into alerts; one may be spread over two records, or two share one.
package struct TLSAlertReader: Sendable {
    private var buffer = StreamBuffer()

    package init() {}

    package mutating func append(_ bytes: [UInt8]) { buffer.append(bytes) }

    /// The next whole alert; `nil` while it is not whole.
    package mutating func next() throws(WireError) -> TLSAlert? {
        guard let bytes = buffer.take(2, after: 0) else { return nil }
        return try TLSAlert(parsing: bytes)
    }
}
