import COpenSSL

/// Certificates in a file, as servers are given them: PEM with the server's own first and its chain behind it, or one
/// certificate as DER. A private key among them is held against the certificates and forgotten.
package struct CertificateFile: Sendable, Equatable {
    /// What became of the private keys in the file.
    package enum PrivateKey: Sendable, Equatable {
        case none
        /// It belongs to the certificate at this position, 0 first.
        case belongs(to: Int)
        /// It belongs to no certificate of the file.
        case foreign
        /// It has a passphrase, so that nothing can be said.
        case encrypted
        case unreadable
    }

    /// DER, in the order of the file; never empty.
    package let certificates: [[UInt8]]
    package let privateKey: PrivateKey

    package init(_ bytes: [UInt8]) throws(CertificateError) {
        let blocks = PEMBlock.all(in: bytes)
        guard !blocks.isEmpty else {
            _ = try Certificate(der: bytes)
            certificates = [bytes]
            privateKey = .none
            return
        }
        var read: [Certificate] = []
        for block in blocks where Self.certificateLabels.contains(block.label) {
            do throws(CertificateError) {
                read.append(try Certificate(der: block.content))
            } catch {
                throw CertificateError("certificate \(read.count + 1) cannot be read: \(error)")
            }
        }
        guard !read.isEmpty else {
            let hasKey = blocks.contains { $0.label.hasSuffix("PRIVATE KEY") }
            throw CertificateError(hasKey ? "holds a private key and no certificate" : "holds no certificate")
        }
        certificates = read.map(\.der)
        privateKey = Self.privateKey(among: blocks.filter { $0.label.hasSuffix("PRIVATE KEY") }, for: read)
    }

    private static let certificateLabels = ["CERTIFICATE", "X509 CERTIFICATE"]

    private static func privateKey(among blocks: [PEMBlock], for certificates: [Certificate]) -> PrivateKey {
        let found = blocks.map { privateKey($0, for: certificates) }
        let belonging = found.first { if case .belongs = $0 { true } else { false } }
        return belonging ?? found.first ?? .none
    }

    private static func privateKey(_ block: PEMBlock, for certificates: [Certificate]) -> PrivateKey {
        if block.isEncrypted { return .encrypted }
        defer { OpenSSLErrors.clear() }
        let key = block.content.withUnsafeBufferPointer { buffer in
            var start = buffer.baseAddress
            return d2i_AutoPrivateKey(nil, &start, buffer.count)
        }
        guard let key else { return .unreadable }
        defer { EVP_PKEY_free(key) }
        let position = certificates.firstIndex { X509_check_private_key($0.parsed.pointer, key) == 1 }
        return position.map { .belongs(to: $0) } ?? .foreign
    }
}

/// One `-----BEGIN ...-----` block with its content decoded.
private struct PEMBlock {
    let label: String
    let isEncrypted: Bool
    let content: [UInt8]

    static func all(in bytes: [UInt8]) -> [PEMBlock] {
        defer { OpenSSLErrors.clear() }
        guard let memory = BIO_new(BIO_s_mem()) else { return [] }
        defer { BIO_free(memory) }
        BIO_write(memory, bytes, Int32(clamping: bytes.count))
        var blocks: [PEMBlock] = []
        while let block = next(in: memory) { blocks.append(block) }
        return blocks
    }

    private static func next(in memory: OpaquePointer) -> PEMBlock? {
        var (label, header): (UnsafeMutablePointer<CChar>?, UnsafeMutablePointer<CChar>?) = (nil, nil)
        var content: UnsafeMutablePointer<UInt8>?
        var count = 0
        guard PEM_read_bio(memory, &label, &header, &content, &count) == 1, let label, let content else { return nil }
        defer {
            CRYPTO_free(label, #file, #line)
            CRYPTO_free(header, #file, #line)
            CRYPTO_clear_free(content, count, #file, #line)
        }
        let text = String(cString: label)
        let isEncrypted = text.hasPrefix("ENCRYPTED") || header.map { $0.pointee != 0 } ?? false
        return PEMBlock(
            label: text, isEncrypted: isEncrypted,
            content: Array(UnsafeBufferPointer(start: content, count: max(0, count))))
    }
}
