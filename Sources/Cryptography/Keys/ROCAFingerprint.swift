/// The trace that Infineon's RSA library left in its keys (Nemec, Sys and others, ACM CCS 2017; CVE-2017-15361).
///
/// Its primes are k * M + (65537^a mod M) with M the product of the first primes; so the modulus, too, is a power of 65537
/// modulo each of them. M of the smallest keys ends with 167, that of the larger ones goes further: the primes up to 167
/// tell all of them. An ordinary key passes by chance once in hundreds of millions.
enum ROCAFingerprint {
    static func shows(_ modulus: BigNumber) -> Bool {
        modulus.bits >= 512 && tests.allSatisfy { $0.powers[Int(modulus.remainder(by: $0.prime))] }
    }

    /// Only primes for which some remainder is no power of 65537 tell anything; the most telling first.
    private static let tests: [(prime: UInt, powers: [Bool])] =
        oddPrimes.map { ($0, powers(modulo: $0)) }
        .filter { prime, powers in powers.count { $0 } < Int(prime) - 1 }
        .sorted { share($0.1) < share($1.1) }

    private static func share(_ powers: [Bool]) -> Double { Double(powers.count { $0 }) / Double(powers.count - 1) }

    private static let oddPrimes: [UInt] = (3...167).filter { number in
        number % 2 == 1 && !stride(from: 3, to: number, by: 2).contains { number % $0 == 0 }
    }

    /// Which remainders are powers of 65537.
    private static func powers(modulo prime: UInt) -> [Bool] {
        var isPower = [Bool](repeating: false, count: Int(prime))
        var power: UInt = 1
        while !isPower[Int(power)] {
            isPower[Int(power)] = true
            power = power * 65_537 % prime
        }
        return isPower
    }
}
