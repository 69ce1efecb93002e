import COpenSSL
import Model

/// The parts of a certificate as text.
enum X509Text {
    /// RFC 4514, UTF-8 as it is; control characters and separators are escaped.
    static func name(_ name: OpaquePointer?) -> String {
        guard let name, let memory = BIO_new(BIO_s_mem()) else { return "" }
        defer { BIO_free(memory) }
        X509_NAME_print_ex(memory, name, 0, lagebild_rfc4514_flags())
        return String(decoding: MemoryBIO.drain(memory), as: UTF8.self)
    }

    static func serial(_ serial: UnsafePointer<ASN1_INTEGER>?) -> String {
        guard let number = ASN1_INTEGER_to_BN(serial, nil) else { return "" }
        defer { BN_free(number) }
        guard let text = BN_bn2hex(number) else { return "" }
        defer { CRYPTO_free(text, #file, #line) }
        return String(cString: text).lowercased()
    }

    static func time(_ time: UnsafePointer<ASN1_TIME>?, _ field: String) throws(CertificateError) -> Timestamp {
        var parts = tm()
        defer { OpenSSLErrors.clear() }
        guard let time, ASN1_TIME_to_tm(time, &parts) == 1 else {
            throw CertificateError("\(field) cannot be read")
        }
        let day = Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
        let second = (Int(parts.tm_hour) * 60 + Int(parts.tm_min)) * 60 + Int(parts.tm_sec)
        return Timestamp(seconds: day.start.seconds + second)
    }

    /// One name differs from OpenSSL's: RSASSA-PSS instead of rsassaPss.
    static func signatureAlgorithm(of certificate: OpaquePointer) -> String {
        let number = X509_get_signature_nid(certificate)
        if number == NID_rsassaPss { return "RSASSA-PSS" }
        if number != NID_undef, let name = OBJ_nid2ln(number) { return String(cString: name) }
        var algorithm: UnsafePointer<X509_ALGOR>?
        X509_get0_signature(nil, &algorithm, certificate)
        return objectIdentifier(algorithm?.pointee.algorithm)
    }

    /// Dotted decimal.
    static func objectIdentifier(_ object: OpaquePointer?) -> String {
        guard let object else { return "" }
        var text = [CChar](repeating: 0, count: 128)
        let length = OBJ_obj2txt(&text, Int32(text.count), object, 1)
        guard length > 0 else { return "" }
        return String(decoding: text.prefix(Int(length)).prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    static func bytes(of string: UnsafePointer<ASN1_STRING>) -> [UInt8] {
        let count = Int(ASN1_STRING_length(string))
        guard count > 0, let start = ASN1_STRING_get0_data(string) else { return [] }
        return Array(UnsafeBufferPointer(start: start, count: count))
    }
}
