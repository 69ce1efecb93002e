/// RSA moduli of one size that have no prime in common, by number; no primes are made for them.
///
/// With P the product of small primes, a prime that divides both P·i + 1 and P·j + 1 does not divide P, so it divides
/// i - j. The factors i are therefore sieved: none is kept for which P·i + 1 has a prime as small as their range.
/// Random numbers would not do: the search for shared primes would find a small one in nearly every pair.
struct Moduli: Sendable {
    private let bits: Int
    /// P, in words of 32 bits, the lowest first.
    private let product: [UInt32]
    private let factors: [UInt32]

    /// Of two numbers in a row about one is left by the sieve.
    init(bits: Int, count: Int) {
        self.bits = bits
        let range = count * 5 / 2 + 1_000
        // More than the range needs, so that keys of different sizes seldom have a prime in common either.
        let primes = Self.primes(below: max(range, 1 << 17))
        let (product, used) = Self.product(of: primes, bits: bits - 24)
        self.product = product
        var isKept = [Bool](repeating: true, count: range)
        let first = 1 << 23
        for prime in primes.dropFirst(used) {
            let remainder = product.reversed().reduce(0) { ($0 << 32 + Int($1)) % prime }
            // P·i + 1 ≡ 0 exactly where i ≡ -1/P.
            let struck = prime - Self.power(remainder, prime - 2, modulo: prime)
            var position = (struck - first % prime + prime) % prime
            while position < range {
                isKept[position] = false
                position += prime
            }
        }
        factors = isKept.indices.filter { isKept[$0] }.prefix(count).map { UInt32(first + $0) }
        precondition(factors.count == count, "the sieve for \(bits) bits left \(factors.count) of \(count)")
    }

    /// Lower-case hex.
    func hex(_ number: Int) -> String {
        let factor = UInt64(factors[number])
        var carry: UInt64 = 1
        let words = product.map { word in
            let sum = UInt64(word) * factor + carry
            carry = sum >> 32
            return UInt32(truncatingIfNeeded: sum)
        }
        let digits = bits / 4
        return String(unsafeUninitializedCapacity: digits) { text in
            for position in 0..<digits {
                let word = position / 8 < words.count ? words[position / 8] : UInt32(truncatingIfNeeded: carry)
                let digit = UInt8(truncatingIfNeeded: word >> UInt32(position % 8 * 4)) & 0xF
                text[digits - 1 - position] = digit < 10 ? 0x30 + digit : 0x57 + digit
            }
            return digits
        }
    }

    /// As many primes as fit, then doubled up to the length wanted.
    private static func product(of primes: [Int], bits: Int) -> (words: [UInt32], used: Int) {
        var words: [UInt32] = [1]
        var used = 0
        while used < primes.count, primes[used] < 2_000 {
            let next = multiplied(words, by: UInt32(primes[used]))
            guard length(next) <= bits else { break }
            words = next
            used += 1
        }
        while length(words) < bits { words = multiplied(words, by: 2) }
        return (words, used)
    }

    private static func multiplied(_ words: [UInt32], by factor: UInt32) -> [UInt32] {
        var carry: UInt64 = 0
        var product = words.map { word in
            let sum = UInt64(word) * UInt64(factor) + carry
            carry = sum >> 32
            return UInt32(truncatingIfNeeded: sum)
        }
        if carry > 0 { product.append(UInt32(carry)) }
        return product
    }

    private static func length(_ words: [UInt32]) -> Int {
        words.count * 32 - (words.last?.leadingZeroBitCount ?? 0)
    }

    private static func power(_ base: Int, _ exponent: Int, modulo prime: Int) -> Int {
        var (result, square, rest) = (1, base, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result = result * square % prime }
            square = square * square % prime
            rest >>= 1
        }
        return result
    }

    private static func primes(below limit: Int) -> [Int] {
        var isPrime = [Bool](repeating: true, count: limit)
        for number in 2..<limit where isPrime[number] && number * number < limit {
            for multiple in stride(from: number * number, to: limit, by: number) { isPrime[multiple] = false }
        }
        return (2..<limit).filter { isPrime[$0] }
    }
}
