/// The cipher that encrypts the data, from the words after WITH.
struct BulkCipher {
    let name: String
    let bits: Int
    let mode: String

    init(words: NameWords, isExport: Bool) {
        mode = Self.mode(words)
        switch words.first {
        case "AES", "CAMELLIA", "ARIA": (name, bits) = (words.first, words.number ?? 0)
        case "CHACHA20": (name, bits) = ("CHACHA20", 256)
        case "SEED", "SM4", "IDEA": (name, bits) = (words.first, 128)
        case "3DES": (name, bits) = ("3DES", 112)
        case "DES40": (name, bits) = ("DES", 40)
        case "DES" where words.contains("EDE3"): (name, bits) = ("3DES", 112)
        case "DES": (name, bits) = ("DES", isExport && words.contains("40") ? 40 : 56)
        case "RC2", "RC4": (name, bits) = (words.first, Self.keyBits(words, isExport: isExport))
        case "28147", "KUZNYECHIK", "MAGMA": (name, bits) = ("GOST", 256)
        default: (name, bits) = ("NULL", 0)
        }
    }

    /// SSLv2 names the key before it is weakened: `RC4_128_EXPORT40`.
    private static func keyBits(_ words: NameWords, isExport: Bool) -> Int {
        let bits = words.number ?? 0
        return isExport && bits == 128 ? 40 : bits
    }

    private static func mode(_ words: NameWords) -> String {
        if words.contains("GCM") { return "GCM" }
        if words.contains("CCM") { return words.contains("8") ? "CCM_8" : "CCM" }
        if words.contains("POLY1305") { return "POLY1305" }
        if words.contains("MGM") { return "MGM" }
        if words.contains("CFB64") { return "CFB" }
        return words.contains("CBC") || words.contains("EDE3") ? "CBC" : ""
    }
}

/// How keys are agreed on and who proves who he is, from the words before WITH.
struct KeyExchangeWords {
    let keyExchange: String
    let authentication: String

    init(_ words: NameWords) {
        if words.contains("PSK") {
            (keyExchange, authentication) = Self.preShared(words)
            return
        }
        switch words.first {
        case "DH", "ECDH":
            (keyExchange, authentication) =
                words.contains("anon") ? (words.first + "E", "anon") : (words.first, words.last)
        case "DHE", "ECDHE": (keyExchange, authentication) = (words.first, words.last)
        case "CECPQ1": (keyExchange, authentication) = ("ECDHE", words.last)
        case "SRP": (keyExchange, authentication) = ("SRP", words.last == "SHA" ? "SRP" : words.last)
        case "KRB5": (keyExchange, authentication) = ("KRB5", "KRB5")
        case "ECCPWD": (keyExchange, authentication) = ("ECCPWD", "PSK")
        case "RSA": (keyExchange, authentication) = ("RSA", "RSA")
        case let first where first.hasPrefix("GOST"):
            (keyExchange, authentication) = words.contains("RSA") ? ("RSA", "RSA") : ("GOST", "GOST")
        default: (keyExchange, authentication) = ("", "")
        }
    }

    /// IANA has DHE_PSK and, for two suites, PSK_DHE.
    private static func preShared(_ words: NameWords) -> (String, String) {
        if words.contains("RSA") { return ("RSA_PSK", "RSA") }
        if words.contains("ECDHE") { return ("ECDHE_PSK", "PSK") }
        return words.contains("DHE") ? ("DHE_PSK", "PSK") : ("PSK", "PSK")
    }
}
