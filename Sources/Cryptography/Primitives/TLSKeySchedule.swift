import Wire

/// How TLS 1.0 to 1.2 make keys from a premaster secret (RFC 2246 and RFC 5246 sections 5, 6.3 and 8.1).
package struct TLSKeySchedule: Sendable {
    package let version: TLSVersion
    /// Of the suite's PRF in TLS 1.2; older versions have one of their own.
    package let hash: HashAlgorithm

    package init(version: TLSVersion, hash: HashAlgorithm) {
        self.version = version
        self.hash = hash
    }

    package func masterSecret(_ premaster: [UInt8], clientRandom: [UInt8], serverRandom: [UInt8]) -> [UInt8] {
        expand(premaster, label: "master secret", seed: clientRandom + serverRandom, count: 48)
    }

    package func keyBlock(_ master: [UInt8], clientRandom: [UInt8], serverRandom: [UInt8], count: Int) -> [UInt8] {
        expand(master, label: "key expansion", seed: serverRandom + clientRandom, count: count)
    }

    /// The body of a Finished message over every handshake message so far; `label` is "client" or "server".
    package func verifyData(_ master: [UInt8], messages: [UInt8], by label: String) -> [UInt8] {
        let digest =
            version == .tls12
            ? hash.digest(messages) : HashAlgorithm.md5.digest(messages) + HashAlgorithm.sha1.digest(messages)
        return expand(master, label: "\(label) finished", seed: digest, count: 12)
    }

    /// The PRF.
    package func expand(_ secret: [UInt8], label: String, seed: [UInt8], count: Int) -> [UInt8] {
        let seed = Array(label.utf8) + seed
        guard version < .tls12 else { return Self.expand(hash, secret, seed, count) }
        let half = (secret.count + 1) / 2
        let left = Self.expand(.md5, Array(secret.prefix(half)), seed, count)
        let right = Self.expand(.sha1, Array(secret.suffix(half)), seed, count)
        return zip(left, right).map { $0 ^ $1 }
    }

    /// P_hash.
    private static func expand(_ hash: HashAlgorithm, _ secret: [UInt8], _ seed: [UInt8], _ count: Int) -> [UInt8] {
        var result: [UInt8] = []
        var link = seed
        while result.count < count {
            link = hash.code(link, key: secret)
            result += hash.code(link + seed, key: secret)
        }
        return Array(result.prefix(count))
    }
}
