import COpenSSL
import Wire

/// What a server gave a client to come back with: a session id, a ticket or a PSK of TLS 1.3.
///
/// `@unchecked Sendable`: OpenSSL counts the references of an `SSL_SESSION` atomically, and nothing here changes one
/// after it was taken from its connection.
package final class ResumableSession: @unchecked Sendable {
    let pointer: OpaquePointer

    /// Takes over the reference; `nil` where there is none.
    init?(owning pointer: OpaquePointer?) {
        guard let pointer else { return nil }
        self.pointer = pointer
    }

    deinit { SSL_SESSION_free(pointer) }

    package var version: TLSVersion {
        TLSVersion(rawValue: UInt16(truncatingIfNeeded: SSL_SESSION_get_protocol_version(pointer)))
    }

    /// A ticket of RFC 5077, or one of TLS 1.3.
    package var hasTicket: Bool { SSL_SESSION_has_ticket(pointer) == 1 }

    /// The ticket itself, for a hello made by hand.
    package var ticket: [UInt8] {
        var start: UnsafePointer<UInt8>?
        var count = 0
        SSL_SESSION_get0_ticket(pointer, &start, &count)
        return Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// The server gave an id (TLS 1.2 and older). A client that holds a ticket makes up an id of its own
    /// (RFC 5077 section 3.4), which says nothing.
    package var hasServerID: Bool {
        var length: UInt32 = 0
        return SSL_SESSION_get_id(pointer, &length) != nil && length > 0 && !hasTicket
    }

    /// As the server says; 0 where it leaves that open.
    package var ticketLifetimeSeconds: Int { Int(clamping: SSL_SESSION_get_ticket_lifetime_hint(pointer)) }

    /// `max_early_data_size`; 0 where the ticket allows no early data.
    package var earlyDataBytes: Int { Int(SSL_SESSION_get_max_early_data(pointer)) }
}
