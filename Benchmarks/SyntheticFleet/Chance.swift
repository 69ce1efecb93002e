/// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): the same seed gives the same numbers, on every machine.
struct SplitMix64 {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// Lower-case hex digits of `bytes` bytes.
    mutating func hex(bytes: Int) -> String {
        String(unsafeUninitializedCapacity: bytes * 2) { digits in
            var rest: UInt64 = 0
            for position in 0..<bytes * 2 {
                if position % 16 == 0 { rest = next() }
                digits[position] = Self.hexDigit(rest & 0xF)
                rest >>= 4
            }
            return bytes * 2
        }
    }

    static func mixed(_ value: UInt64) -> UInt64 {
        var mixed = value
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private static func hexDigit(_ value: UInt64) -> UInt8 {
        UInt8(truncatingIfNeeded: value < 10 ? 0x30 + value : 0x57 + value)
    }
}

/// Draws without a memory: what is drawn depends on the seed, the subject and the question alone, never on the order.
struct Chance: Sendable {
    /// What is asked; each question has draws of its own.
    enum Question: UInt64 {
        case machine, otherMachine, gap, gapOutcome
        case certificate, renewedCertificate, sharedCertificate, issuer, lifetime, age, expired, stapling
        case digest, weakness, changedEndpoint, arrival
    }

    private let seed: UInt64

    init(seed: UInt64) { self.seed = SplitMix64.mixed(seed &+ 0x9E37_79B9_7F4A_7C15) }

    /// 64 bits about a subject; `turn` tells repeated draws apart.
    func bits(_ question: Question, _ subject: Int, turn: Int = 0) -> UInt64 {
        let key = UInt64(truncatingIfNeeded: subject) &* 64 &+ question.rawValue
        let turned = SplitMix64.mixed(key &* 0x9E37_79B9_7F4A_7C15 ^ seed)
        return SplitMix64.mixed(turned &+ UInt64(truncatingIfNeeded: turn) &* 0xD134_2543_DE82_EF95)
    }

    /// 0 to `limit` - 1.
    func number(below limit: Int, _ question: Question, _ subject: Int, turn: Int = 0) -> Int {
        Int(bits(question, subject, turn: turn) % UInt64(limit))
    }

    /// True in so many of a thousand cases.
    func happens(perMille: Int, _ question: Question, _ subject: Int, turn: Int = 0) -> Bool {
        number(below: 1_000, question, subject, turn: turn) < perMille
    }
}
