/// What an RSA public key itself gives away to everybody who sees it.
package enum KeyWeakness: String, Sendable, Comparable {
    /// Made by a library of Infineon (CVE-2017-15361).
    case roca
    /// Made by Debian's OpenSSL of 2006 to 2008 (CVE-2008-0166).
    case debian
    /// Both primes are near the modulus' square root (CVE-2022-26320).
    case fermat
    case smallExponent = "small_exponent"

    package static func < (left: KeyWeakness, right: KeyWeakness) -> Bool { left.rawValue < right.rawValue }

    /// Sorted.
    package static func all(of key: RSAPublicKey, knowing debian: DebianWeakKeys) -> [KeyWeakness] {
        let modulus = BigNumber(key.modulus)
        var found: [KeyWeakness] = []
        if ROCAFingerprint.shows(modulus) { found.append(.roca) }
        if debian.contains(key) == true { found.append(.debian) }
        if ClosePrimes.divide(modulus) { found.append(.fermat) }
        if isSmall(key.exponent) { found.append(.smallExponent) }
        return found.sorted()
    }

    /// Below 65537, the least that NIST SP 800-56B and the CA/Browser Forum accept.
    private static func isSmall(_ exponent: [UInt8]) -> Bool {
        exponent.count < 3 || (exponent.count == 3 && exponent.lexicographicallyPrecedes([1, 0, 1]))
    }
}
