import COpenSSL
import Model

/// What a stapled OCSP response (RFC 6960) says about one certificate.
package struct OCSPResponse: Sendable, Equatable {
    package enum Status: String, Sendable { case good, revoked, unknown, unreadable }

    package let status: Status
    /// The moment asked about lies between thisUpdate and nextUpdate.
    package let isCurrent: Bool
    /// The issuer signed it, or a responder it delegated to.
    package let signatureHolds: Bool
    package let timestamps: [SignedCertificateTimestamp]

    /// A response that is garbage, an error, or about another certificate is unreadable. Without the issuer the
    /// certificate is known by its serial number only, and no signature can hold.
    package init(_ der: [UInt8], about leaf: Certificate, issuedBy issuer: Certificate?, at now: Timestamp) {
        defer { OpenSSLErrors.clear() }
        guard let basic = Self.basic(der) else {
            self = .unreadable
            return
        }
        defer { OCSP_BASICRESP_free(basic) }
        guard let single = Self.single(in: basic, about: leaf, issuedBy: issuer) else {
            self = .unreadable
            return
        }
        var reason: Int32 = 0
        var (start, end): (UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?, UnsafeMutablePointer<ASN1_GENERALIZEDTIME>?)
        (start, end) = (nil, nil)
        let code = OCSP_single_get0_status(single, &reason, nil, &start, &end)
        status = Self.statuses[code] ?? .unreadable
        isCurrent = Self.isCurrent(from: start, to: end, at: now)
        signatureHolds = issuer.map { Self.isSigned(basic, by: $0) } ?? false
        timestamps = SignedCertificateTimestamp.list(inExtension: Self.timestampExtension(of: single))
    }

    private init(
        status: Status, isCurrent: Bool, signatureHolds: Bool, timestamps: [SignedCertificateTimestamp]
    ) {
        self.status = status
        self.isCurrent = isCurrent
        self.signatureHolds = signatureHolds
        self.timestamps = timestamps
    }

    private static let unreadable = OCSPResponse(
        status: .unreadable, isCurrent: false, signatureHolds: false, timestamps: [])

    private static let statuses: [Int32: Status] = [
        V_OCSP_CERTSTATUS_GOOD: .good, V_OCSP_CERTSTATUS_REVOKED: .revoked, V_OCSP_CERTSTATUS_UNKNOWN: .unknown,
    ]

    private static func basic(_ der: [UInt8]) -> OpaquePointer? {
        der.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            guard let response = d2i_OCSP_RESPONSE(nil, &start, buffer.count) else { return nil }
            defer { OCSP_RESPONSE_free(response) }
            guard OCSP_response_status(response) == OCSP_RESPONSE_STATUS_SUCCESSFUL else { return nil }
            return OCSP_response_get1_basic(response)
        }
    }

    private static func single(in basic: OpaquePointer, about leaf: Certificate, issuedBy issuer: Certificate?)
        -> OpaquePointer?
    {
        // A hostile response may hold any number of them.
        for position in 0..<min(OCSP_resp_count(basic), 32) {
            guard let single = OCSP_resp_get0(basic, position), let id = OCSP_SINGLERESP_get0_id(single) else {
                continue
            }
            if isAbout(id, leaf, issuer) { return single }
        }
        return nil
    }

    private static func isAbout(_ id: OpaquePointer, _ leaf: Certificate, _ issuer: Certificate?) -> Bool {
        var digest: OpaquePointer?
        var serial: UnsafeMutablePointer<ASN1_INTEGER>?
        guard OCSP_id_get0_info(nil, &digest, nil, &serial, id) == 1 else { return false }
        guard let issuer else { return ASN1_INTEGER_cmp(serial, X509_get0_serialNumber(leaf.parsed.pointer)) == 0 }
        guard let algorithm = EVP_get_digestbyname(OBJ_nid2sn(OBJ_obj2nid(digest))),
            let expected = OCSP_cert_to_id(algorithm, leaf.parsed.pointer, issuer.parsed.pointer)
        else { return false }
        defer { OCSP_CERTID_free(expected) }
        return OCSP_id_cmp(expected, id) == 0
    }

    /// Clocks may differ by five minutes.
    private static func isCurrent(
        from start: UnsafePointer<ASN1_GENERALIZEDTIME>?, to end: UnsafePointer<ASN1_GENERALIZEDTIME>?,
        at now: Timestamp
    ) -> Bool {
        guard let this = try? X509Text.time(start, "thisUpdate"), this.seconds - 300 <= now.seconds else {
            return false
        }
        guard let end else { return true }
        guard let next = try? X509Text.time(end, "nextUpdate") else { return false }
        return now <= next
    }

    /// The issuer alone is trusted: what it did not sign itself, a responder with a certificate from it must have.
    private static func isSigned(_ basic: OpaquePointer, by issuer: Certificate) -> Bool {
        guard let store = X509_STORE_new(), let known = lagebild_certificates_new() else { return false }
        defer {
            X509_STORE_free(store)
            lagebild_certificates_free(known)
        }
        guard X509_STORE_add_cert(store, issuer.parsed.pointer) == 1,
            lagebild_certificates_add(known, issuer.parsed.pointer) == 1
        else { return false }
        X509_STORE_set_flags(store, UInt(X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_NO_CHECK_TIME))
        return OCSP_basic_verify(basic, known, store, 0) == 1
    }

    private static func timestampExtension(of single: OpaquePointer) -> OpaquePointer? {
        let position = OCSP_SINGLERESP_get_ext_by_NID(single, NID_ct_cert_scts, -1)
        return position < 0 ? nil : OCSP_SINGLERESP_get_ext(single, position)
    }
}
