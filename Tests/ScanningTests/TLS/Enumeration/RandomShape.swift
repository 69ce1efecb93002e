import Wire

@testable import Scanning

/// SplitMix64 (Steele, Lea, Flood 2014): the same shapes every time.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension ServerShape {
    /// Any combination of versions, suites, keys, groups, schemes and orders; without quirks.
    static func random(_ seed: UInt64) -> ServerShape {
        var dice = SeededGenerator(seed: seed)
        var shape = ServerShape()
        let versions = TLSVersion.known.filter { _ in Bool.random(using: &dice) }
        for version in versions.isEmpty ? [.tls12] : versions {
            let count = Int.random(in: 1...(version == .tls13 ? 4 : 14), using: &dice)
            shape.suites[version] = Array(Offers.suites(for: version).shuffled(using: &dice).prefix(count))
            if version < .tls13, Int.random(in: 0..<4, using: &dice) > 0 {
                shape.suites[version] = Array(usual(version).shuffled(using: &dice).prefix(count))
            }
        }
        shape.groups13 = some(Offers.groups(for: .tls13), 1...8, &dice)
        shape.curves = some(Offers.groups(for: .tls12), 1...8, &dice)
        shape.rsaSchemes = some(schemes(.rsa), 1...6, &dice)
        shape.ecdsaSchemes = some(schemes(.ecdsa), 1...3, &dice)
        shape.certificateCurve = [.secp256r1, .secp384r1].randomElement(using: &dice) ?? .secp256r1
        if Bool.random(using: &dice) { shape.curves.insert(shape.certificateCurve, at: 0) }
        shape.serverDecides = Bool.random(using: &dice)
        shape.serverDecidesGroups = Bool.random(using: &dice)
        shape.prioritizesChaCha = shape.serverDecides && Bool.random(using: &dice)
        shape.statesGroups = Int.random(in: 0..<3, using: &dice) == 0
        return shape
    }

    private static func usual(_ version: TLSVersion) -> [CipherSuite] {
        Offers.suites(for: version).filter { suite in
            ["RSA", "DHE", "ECDHE"].contains(suite.keyExchange) && ["RSA", "ECDSA"].contains(suite.authentication)
        }
    }

    private static func schemes(_ key: SignatureScheme.Key) -> [UInt16] {
        Offers.schemes(for: .tls12).filter { $0.key == key }.map(\.rawValue)
    }

    private static func some<Item: Hashable>(
        _ items: [Item], _ count: ClosedRange<Int>, _ dice: inout SeededGenerator
    ) -> [Item] {
        Array(items.shuffled(using: &dice).prefix(Int.random(in: count, using: &dice)))
    }
}
