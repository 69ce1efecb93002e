import Foundation
import TLSTesting
import Testing

@testable import Cryptography

/// Keys are made by the tests themselves; no key of anybody is among them.
@Suite struct KeyWeaknessTests {
    private let debian = DebianWeakKeys(folder: "/nonexistent")
    private let arithmetic = BigArithmetic()

    private func key(_ modulus: BigNumber, exponent: [UInt8] = [1, 0, 1]) -> RSAPublicKey {
        RSAPublicKey(modulus: modulus.bytes, exponent: exponent)
    }

    private func weaknesses(_ key: RSAPublicKey) -> [KeyWeakness] { KeyWeakness.all(of: key, knowing: debian) }

    /// A prime of `openssl prime`.
    private func prime(_ workshop: Workshop, bits: Int) async throws -> BigNumber {
        let text = try await workshop.openssl(["prime", "-generate", "-bits", "\(bits)", "-hex"])
        return try BigNumber(#require([UInt8](hex: text.filter { !$0.isWhitespace }.utf8)))
    }

    @Test func `ordinary keys show no weakness`() async throws {
        let workshop = try Workshop()
        for bits in [1024, 2048, 3072] {
            let issued = try await workshop.issue("own\(bits)", key: .rsa(bits))
            let rsa = try await #require(Certificate(der: workshop.der(issued)).rsaKey)
            #expect(rsa.exponent == [1, 0, 1])
            #expect(BigNumber(rsa.modulus).bits == bits)
            #expect(weaknesses(rsa) == [])
        }
        let issued = try await workshop.issue("curve")
        #expect(try await Certificate(der: workshop.der(issued)).rsaKey == nil)
    }

    /// k * M + (65537^a mod M), the form the paper gives, with M the product of the first 39 primes (keys of 512 bits and
    /// more); whether the factors are prime does not matter for the fingerprint.
    @Test func `keys of the ROCA form are found, whatever k and a`() {
        let primes = (2...167).filter { number in !(2..<number).contains { number % $0 == 0 } }
        #expect(primes.count == 39)
        let product = primes.map { BigNumber(UInt($0)) }.reduce(BigNumber(1)) { arithmetic.product($0, $1) }
        for seed in 1...20 as ClosedRange<UInt> {
            let factors = [seed, seed + 100].map { seed in
                var power = BigNumber(1)
                for _ in 0..<(seed * 7 + 3) {
                    power = arithmetic.remainder(arithmetic.product(power, BigNumber(65_537)), product)
                }
                let k = arithmetic.sum(arithmetic.power(ofTwo: 40), BigNumber(seed * 1_234_567))
                return arithmetic.sum(arithmetic.product(k, product), power)
            }
            let modulus = arithmetic.product(factors[0], factors[1])
            #expect(weaknesses(key(modulus)) == [.roca])
            #expect(weaknesses(key(arithmetic.sum(modulus, BigNumber(2)))) == [])
        }
    }

    @Test func `close primes are found, far ones are not`() async throws {
        let workshop = try Workshop()
        let first = try await prime(workshop, bits: 512)
        let near = arithmetic.sum(first, BigNumber(1_000_000))
        #expect(weaknesses(key(arithmetic.product(first, near))).contains(.fermat))
        #expect(weaknesses(key(arithmetic.square(first))).contains(.fermat))
        let other = try await prime(workshop, bits: 512)
        #expect(weaknesses(key(arithmetic.product(first, other))) == [])
    }

    @Test(
        arguments: [
            ([1], true), ([3], true), ([17], true), ([1, 0, 0], true), ([1, 0, 1], false), ([1, 0, 0, 0, 1], false),
        ] as [([UInt8], Bool)])
    func `an exponent below 65537 is small`(exponent: [UInt8], isSmall: Bool) async throws {
        let workshop = try Workshop()
        let modulus = try await arithmetic.product(prime(workshop, bits: 512), prime(workshop, bits: 512))
        #expect(weaknesses(key(modulus, exponent: exponent)) == (isSmall ? [.smallExponent] : []))
    }

    /// The file is written here in the format of Debian's package openssl-blacklist; the digest is the openssl command's.
    @Test func `a key on Debian's list is found by it`() async throws {
        let workshop = try Workshop()
        let issued = try await workshop.issue("own", key: .rsa(2048))
        let other = try await workshop.issue("other", key: .rsa(2048))
        let modulus = try await workshop.openssl(["x509", "-in", issued.certificate, "-noout", "-modulus"])
        let sum = try await workshop.openssl(["dgst", "-sha1", "-r", workshop.write("modulus.txt", modulus)])
        let digest = sum.prefix(40)
        try workshop.write("blacklist.RSA-2048", "# 2048 bit RSA keys\n00000000000000000000\n\(digest.suffix(20))\n")
        let list = DebianWeakKeys(folder: workshop.folder)
        let listed = try await #require(Certificate(der: workshop.der(issued)).rsaKey)
        let free = try await #require(Certificate(der: workshop.der(other)).rsaKey)
        #expect(KeyWeakness.all(of: listed, knowing: list) == [.debian])
        #expect(KeyWeakness.all(of: free, knowing: list) == [])
        #expect([listed, free].map(list.contains) == [true, false])
        #expect(debian.contains(listed) == nil)
        #expect(weaknesses(listed) == [])
    }

    @Test func `keys that share a prime are found among many, equal keys are no pair`() async throws {
        let workshop = try Workshop()
        var primes: [BigNumber] = []
        for _ in 0..<12 { primes.append(try await prime(workshop, bits: 256)) }
        var moduli = stride(from: 0, to: 12, by: 2).map { arithmetic.product(primes[$0], primes[$0 + 1]).bytes }
        #expect(SharedFactors.pairs(among: moduli).isEmpty)
        moduli.append(arithmetic.product(primes[0], primes[3]).bytes)  // shares with 0 and 1
        moduli.append(moduli[4])
        moduli.append(arithmetic.product(BigNumber(moduli[2]), primes[11]).bytes)  // whoever multiplies another's key
        let pairs = SharedFactors.pairs(among: moduli)
        #expect(pairs.map(\.0) == [0, 1, 5])
        #expect(pairs.map(\.1) == [6, 6, 8])
        #expect(SharedFactors.pairs(among: []).isEmpty)
        #expect(SharedFactors.pairs(among: [[], [0], [1], moduli[0]]).isEmpty)
    }

    @Test func `numbers no key should have do not trap`() {
        for modulus in [[], [0], [1], [2], [4], [0xFF]] as [[UInt8]] {
            _ = weaknesses(RSAPublicKey(modulus: modulus, exponent: []))
        }
        for seed in 0..<64 {
            let modulus = (0..<seed).map { UInt8(truncatingIfNeeded: $0 &* seed &+ 1) }
            _ = weaknesses(RSAPublicKey(modulus: modulus, exponent: modulus))
        }
    }

    @Test func `the square root is rounded down`() {
        for value in 0...200 as ClosedRange<UInt> {
            let root = arithmetic.squareRoot(BigNumber(value)).remainder(by: 1_000)
            #expect(root * root <= value && (root + 1) * (root + 1) > value)
        }
    }
}
