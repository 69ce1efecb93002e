import COpenSSL
import Synchronization

/// The keys that Debian's OpenSSL could make between 2006 and 2008 (CVE-2008-0166), as far as their lists are installed.
///
/// The format is that of Debian's package openssl-blacklist: for each key size a file with the last twenty hex digits of
/// the SHA-1 of "Modulus=HEX" and a line feed, one a line. Each is read when the first key of its size is met.
package final class DebianWeakKeys: Sendable {
    private let folder: String
    private let lists = Mutex<[Int: Set<[UInt8]>]>([:])

    package init(folder: String = "/usr/share/openssl-blacklist") { self.folder = folder }

    /// `nil` where no list is installed for the key's size: nobody can tell.
    package func contains(_ key: RSAPublicKey) -> Bool? {
        let list = list(of: BigNumber(key.modulus).bits)
        guard !list.isEmpty else { return nil }
        let text = Array("Modulus=\(key.modulus.hex.uppercased())\n".utf8)
        return list.contains(Array(Digest.sha1(text).suffix(10)))
    }

    private func list(of bits: Int) -> Set<[UInt8]> {
        guard Self.sizes.contains(bits) else { return [] }
        return lists.withLock { lists in
            if let list = lists[bits] { return list }
            let list = Self.read("\(folder)/blacklist.RSA-\(bits)")
            lists[bits] = list
            return list
        }
    }

    private static let sizes: Set<Int> = [512, 1_024, 2_048, 4_096]

    /// A file that is not there holds no keys.
    private static func read(_ file: String) -> Set<[UInt8]> {
        defer { OpenSSLErrors.clear() }
        guard let source = BIO_new_file(file, "r") else { return [] }
        defer { BIO_free(source) }
        var keys: Set<[UInt8]> = []
        var line = [CChar](repeating: 0, count: 128)
        while true {
            let count = Int(BIO_gets(source, &line, Int32(line.count)))
            guard count > 0 else { return keys }
            let digits = line.prefix(count).map { UInt8(bitPattern: $0) }.prefix { $0 != 0x0A && $0 != 0x0D }
            if digits.count == 20, let bytes = [UInt8](hex: digits) { keys.insert(bytes) }
        }
    }
}

extension [UInt8] {
    /// `nil` unless every two characters are hex digits.
    package init?(hexText text: String) { self.init(hex: text.utf8) }

    /// `nil` unless every two characters are hex digits.
    init?(hex digits: some Collection<UInt8>) {
        let values = digits.compactMap { UInt8(String(UnicodeScalar($0)), radix: 16) }
        guard values.count == digits.count, values.count.isMultiple(of: 2) else { return nil }
        self = stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
    }
}
