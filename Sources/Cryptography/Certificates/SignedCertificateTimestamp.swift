import COpenSSL
import Model
import Wire

/// The promise of a Certificate Transparency log (RFC 6962 section 3.2); its signature is not checked.
package struct SignedCertificateTimestamp: Sendable, Hashable {
    /// The log's key digest, hex.
    package let logID: String
    package let at: Timestamp

    /// Those of a SignedCertificateTimestampList, as the TLS extension carries it. Unknown versions and what cannot be
    /// read are left out.
    package static func list(in bytes: [UInt8]) -> [SignedCertificateTimestamp] {
        var outer = ByteReader(bytes, of: "SignedCertificateTimestampList")
        guard let body = try? outer.vector16("list") else { return [] }
        var list = ByteReader(body, of: "SignedCertificateTimestampList")
        var found: [SignedCertificateTimestamp] = []
        while !list.isAtEnd {
            guard let one = try? list.vector16("timestamp") else { break }
            if let timestamp = try? SignedCertificateTimestamp(parsing: one) { found.append(timestamp) }
        }
        return found
    }

    private init(parsing bytes: [UInt8]) throws(WireError) {
        var reader = ByteReader(bytes, of: "SignedCertificateTimestamp")
        let version = try reader.uint8("version")
        guard version == 0 else {
            throw .unexpected(field: "version", of: "SignedCertificateTimestamp", found: String(version))
        }
        logID = try reader.bytes(32, "log id").hex
        let milliseconds = UInt64(try reader.uint32("time")) << 32 | UInt64(try reader.uint32("time"))
        at = Timestamp(seconds: min(Int(milliseconds / 1_000), Self.endOfYear9999))
    }

    /// A longer year would not be RFC 3339.
    private static let endOfYear9999 = 253_402_300_799

    static func embedded(in certificate: OpaquePointer) -> [SignedCertificateTimestamp] {
        let position = X509_get_ext_by_NID(certificate, NID_ct_precert_scts, -1)
        guard position >= 0 else { return [] }
        return list(inExtension: X509_get_ext(certificate, position))
    }

    /// In X.509 and OCSP the list is wrapped in an OCTET STRING of its own.
    static func list(inExtension found: OpaquePointer?) -> [SignedCertificateTimestamp] {
        guard let data = X509_EXTENSION_get_data(found) else { return [] }
        let wrapped = X509Text.bytes(of: data)
        return wrapped.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            guard let inner = d2i_ASN1_OCTET_STRING(nil, &start, buffer.count) else { return [] }
            defer { ASN1_OCTET_STRING_free(inner) }
            return list(in: X509Text.bytes(of: inner))
        }
    }
}
