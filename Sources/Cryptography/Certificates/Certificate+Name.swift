import COpenSSL
import Model

extension Certificate {
    /// Whether a subject alternative name covers the name (RFC 9525): the subject's common name does not count, and a
    /// wildcard stands for exactly the left-most label.
    package func covers(name: String) -> Bool {
        let flags = UInt32(X509_CHECK_FLAG_NEVER_CHECK_SUBJECT) | UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS)
        let asked = name.hasSuffix(".") ? String(name.dropLast()) : name
        guard !asked.isEmpty else { return false }
        defer { OpenSSLErrors.clear() }
        return X509_check_host(parsed.pointer, asked, asked.utf8.count, flags, nil) == 1
    }

    /// Whether a subject alternative name states the address.
    package func covers(address: IPAddress) -> Bool {
        defer { OpenSSLErrors.clear() }
        return X509_check_ip(parsed.pointer, address.bytes, address.bytes.count, 0) == 1
    }
}
