import COpenSSL

/// What a certificate's extensions allow and promise; every text of it is hostile.
package struct CertificateExtensions: Sendable, Equatable {
    /// RFC 5280 section 4.2.1.3, sorted; empty without the extension.
    package let keyUsage: [String]
    /// RFC 5280 section 4.2.1.12, sorted; the OID where the purpose has no name there.
    package let extendedKeyUsage: [String]
    /// RFC 7633: the server has to staple an OCSP response.
    package let mustStaple: Bool
    /// The first of each; empty without one.
    package let ocspURL: String
    package let crlURL: String
    /// OIDs, sorted.
    package let policies: [String]
    package let timestamps: [SignedCertificateTimestamp]

    init(of certificate: OpaquePointer) {
        defer { OpenSSLErrors.clear() }
        keyUsage = Self.keyUsage(of: certificate)
        extendedKeyUsage = Self.extendedKeyUsage(of: certificate)
        mustStaple = Self.mustStaple(certificate)
        ocspURL = Self.ocspURL(of: certificate)
        crlURL = Self.crlURL(of: certificate)
        policies = Self.policies(of: certificate)
        timestamps = SignedCertificateTimestamp.embedded(in: certificate)
    }

    private static func keyUsage(of certificate: OpaquePointer) -> [String] {
        let bits = X509_get_key_usage(certificate)
        guard bits != UInt32.max else { return [] }
        return usages.filter { bits & UInt32($0.bit) != 0 }.map(\.name).sorted()
    }

    private static let usages: [(bit: Int32, name: String)] = [
        (KU_DIGITAL_SIGNATURE, "digitalSignature"), (KU_NON_REPUDIATION, "nonRepudiation"),
        (KU_KEY_ENCIPHERMENT, "keyEncipherment"), (KU_DATA_ENCIPHERMENT, "dataEncipherment"),
        (KU_KEY_AGREEMENT, "keyAgreement"), (KU_KEY_CERT_SIGN, "keyCertSign"), (KU_CRL_SIGN, "cRLSign"),
        (KU_ENCIPHER_ONLY, "encipherOnly"), (KU_DECIPHER_ONLY, "decipherOnly"),
    ]

    private static func extendedKeyUsage(of certificate: OpaquePointer) -> [String] {
        read(NID_ext_key_usage, of: certificate, free: { EXTENDED_KEY_USAGE_free($0) }) { purposes in
            (0..<lagebild_objects_count(purposes)).map { position in
                let object = lagebild_object_at(purposes, position)
                return purposeNames[OBJ_obj2nid(object)] ?? X509Text.objectIdentifier(object)
            }.sorted()
        } ?? []
    }

    private static let purposeNames: [Int32: String] = [
        NID_server_auth: "serverAuth", NID_client_auth: "clientAuth", NID_code_sign: "codeSigning",
        NID_email_protect: "emailProtection", NID_time_stamp: "timeStamping", NID_OCSP_sign: "OCSPSigning",
        NID_anyExtendedKeyUsage: "anyExtendedKeyUsage",
    ]

    /// TLS feature 5 is status_request.
    private static func mustStaple(_ certificate: OpaquePointer) -> Bool {
        read(NID_tlsfeature, of: certificate, free: { TLS_FEATURE_free($0) }) { features in
            (0..<lagebild_features_count(features)).contains { lagebild_feature_at(features, $0) == 5 }
        } ?? false
    }

    private static func ocspURL(of certificate: OpaquePointer) -> String {
        read(NID_info_access, of: certificate, free: { AUTHORITY_INFO_ACCESS_free($0) }) { accesses in
            text(lagebild_first_ocsp_uri(accesses))
        } ?? ""
    }

    private static func crlURL(of certificate: OpaquePointer) -> String {
        read(NID_crl_distribution_points, of: certificate, free: { CRL_DIST_POINTS_free($0) }) { points in
            text(lagebild_first_crl_uri(points))
        } ?? ""
    }

    private static func policies(of certificate: OpaquePointer) -> [String] {
        read(NID_certificate_policies, of: certificate, free: { CERTIFICATEPOLICIES_free($0) }) { policies in
            (0..<lagebild_policies_count(policies)).map { position in
                X509Text.objectIdentifier(lagebild_policy_at(policies, position))
            }.sorted()
        } ?? []
    }

    /// `nil` where the certificate lacks the extension, or has it twice or unreadable.
    private static func read<Answer>(
        _ number: Int32, of certificate: OpaquePointer, free: (OpaquePointer) -> Void,
        _ body: (OpaquePointer) -> Answer
    ) -> Answer? {
        guard let raw = X509_get_ext_d2i(certificate, number, nil, nil) else { return nil }
        let value = OpaquePointer(raw)
        defer { free(value) }
        return body(value)
    }

    private static func text(_ string: UnsafePointer<ASN1_STRING>?) -> String {
        string.map { String(decoding: X509Text.bytes(of: $0), as: UTF8.self) } ?? ""
    }
}

extension Certificate {
    /// Reads them anew at every call.
    package var extensions: CertificateExtensions { CertificateExtensions(of: parsed.pointer) }
}
