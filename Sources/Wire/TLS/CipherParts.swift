/// What the name of a cipher suite or an SSLv2 cipher kind says, spelled out.
package struct CipherParts: Sendable, Equatable {
    /// RSA, DHE, ECDHE, DH, ECDH, PSK, DHE_PSK, ECDHE_PSK, RSA_PSK, SRP, KRB5, GOST or ECCPWD; empty for TLS 1.3.
    /// Anonymous suites are ephemeral: DHE and ECDHE.
    package let keyExchange: String
    /// RSA, ECDSA, DSS, PSK, KRB5, GOST, SRP or anon; empty for TLS 1.3. ECCPWD counts as PSK: a shared password.
    package let authentication: String
    /// AES, CHACHA20, CAMELLIA, ARIA, SEED, SM4, IDEA, 3DES, DES, RC2, RC4, GOST or NULL.
    package let encryption: String
    package let encryptionBits: Int
    /// GCM, CCM, CCM_8, POLY1305, CBC, MGM (GOST in TLS 1.3), CFB (SSLv2), or empty for stream ciphers and NULL.
    package let mode: String
    package let hash: String
    package let isExport: Bool
    package let lowestVersion: TLSVersion
    package let highestVersion: TLSVersion

    /// Every connection has keys of its own.
    package var forwardSecrecy: Bool {
        lowestVersion == .tls13 || keyExchange.hasPrefix("DHE") || keyExchange.hasPrefix("ECDHE")
    }

    /// `SSL_CK_RC4_128_EXPORT40_WITH_MD5`: the cipher stands before WITH, the hash after it.
    init(kindName name: String) {
        let (before, after) = NameWords(name).split(at: "WITH")
        var words = after.contains("CK") ? after : before
        _ = words.remove("CK")
        isExport = words.remove("EXPORT40")
        let cipher = BulkCipher(words: words, isExport: isExport)
        (encryption, encryptionBits, mode) = (cipher.name, cipher.bits, cipher.mode)
        (keyExchange, authentication) = ("RSA", "RSA")
        hash = after.contains("CK") ? "" : after.first
        (lowestVersion, highestVersion) = (.ssl2, .ssl2)
    }

    init(suiteName name: String) {
        var words = NameWords(name)
        _ = words.remove("OLD")
        isExport = words.remove("EXPORT") || words.remove("EXPORT1024")
        let isNew = !words.contains("WITH") || words.contains("MGM")
        let (before, after) = words.split(at: "WITH")
        let cipher = BulkCipher(words: after, isExport: isExport)
        (encryption, encryptionBits, mode) = (cipher.name, cipher.bits, cipher.mode)
        let exchange = KeyExchangeWords(before)
        (keyExchange, authentication) =
            isNew || name == "TLS_NULL_WITH_NULL_NULL" ? ("", "") : (exchange.keyExchange, exchange.authentication)
        hash = Self.hash(last: after.last, mode: mode, before: before)
        let isPSK = exchange.keyExchange.hasSuffix("PSK")
        lowestVersion = isNew ? .tls13 : Self.lowestVersion(name, mode: mode, hash: hash, isPSK: isPSK)
        highestVersion = isNew ? .tls13 : .tls12
    }

    /// CCM suites name none: theirs is SHA-256 (RFC 6655 section 3).
    private static func hash(last: String, mode: String, before: NameWords) -> String {
        switch (last, mode) {
        case ("CCM", _), ("8", _): "SHA256"
        case (_, "MGM"): before.last == "256" ? "GOSTR341112_256" : before.last
        case ("NULL", _): ""
        default: last
        }
    }

    /// As servers use them, not only as specified: SSLv3 servers choose AES and elliptic curves too. HMAC with SHA-2
    /// came with TLS 1.2, except where a pre-shared key is used (RFC 5487 section 3).
    private static func lowestVersion(_ name: String, mode: String, hash: String, isPSK: Bool) -> TLSVersion {
        if ["GCM", "CCM", "CCM_8", "POLY1305"].contains(mode) { return .tls12 }
        if ["SHA256", "SHA384", "SM3"].contains(hash) { return isPSK ? .tls10 : .tls12 }
        guard name.contains("GOST") else { return .ssl3 }
        // RFC 9189; the numbers used before it are older than TLS 1.2.
        let isRFC9189 = name.contains("GOSTR341112") && ["OMAC", "IMIT"].contains(hash) && !name.hasSuffix("_OLD")
        return isRFC9189 ? .tls12 : .tls10
    }
}

/// The words of a name, without the first: `TLS_RSA_WITH_NULL_MD5`.
struct NameWords {
    private var words: [Substring]

    init(_ name: String) {
        words = name.split(separator: "_")
        if let first = words.first, first == "TLS" || first == "SSL" { words.removeFirst() }
    }

    private init(words: some Sequence<Substring>) { self.words = Array(words) }

    var first: String { words.first.map(String.init) ?? "" }
    var last: String { words.last.map(String.init) ?? "" }

    func contains(_ word: String) -> Bool { words.contains { $0 == word } }

    /// Whether it was there.
    mutating func remove(_ word: String) -> Bool {
        let count = words.count
        words.removeAll { $0 == word }
        return words.count < count
    }

    /// The first of these that is a number.
    var number: Int? { words.lazy.compactMap { Int($0) }.first }

    /// What stands before and after a word; everything is "after" where the word is missing.
    func split(at word: String) -> (NameWords, NameWords) {
        guard let index = words.firstIndex(where: { $0 == word }) else { return (NameWords(words: []), self) }
        return (NameWords(words: words[..<index]), NameWords(words: words[(index + 1)...]))
    }
}
