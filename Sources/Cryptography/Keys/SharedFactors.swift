/// Finds RSA moduli that have a prime in common: made by machines that had no randomness, and broken for everybody who
/// compares them (Heninger, Durumeric, Wustrow, Halderman, USENIX Security 2012).
///
/// Bernstein's batch method: the product of all, then its remainders by the square of each.
package enum SharedFactors {
    /// Pairs of positions, the lower first, sorted. Equal moduli are no pair, nor is one that divides the other.
    package static func pairs(among moduli: [[UInt8]]) -> [(Int, Int)] {
        let arithmetic = BigArithmetic()
        let numbers = moduli.map(BigNumber.init)
        let suspects = Set(suspicious(numbers.filter { $0.bits > 1 }.distinct, arithmetic).map(\.bytes))
        let positions = numbers.indices.filter { suspects.contains(numbers[$0].bytes) }
        var pairs: [(Int, Int)] = []
        for (order, left) in positions.enumerated() {
            for right in positions.dropFirst(order + 1) {
                let common = arithmetic.greatestCommonDivisor(numbers[left], numbers[right])
                // A whole modulus in another one gives away neither: somebody may have multiplied it in.
                guard !common.isOne, !arithmetic.isEqual(common, numbers[left]),
                    !arithmetic.isEqual(common, numbers[right])
                else { continue }
                pairs.append((left, right))
            }
        }
        return pairs
    }

    private static func suspicious(_ numbers: [BigNumber], _ arithmetic: BigArithmetic) -> [BigNumber] {
        guard numbers.count > 1 else { return [] }
        var levels = [numbers]
        while let level = levels.last, level.count > 1 {
            levels.append(
                stride(from: 0, to: level.count, by: 2).map { position in
                    position + 1 < level.count
                        ? arithmetic.product(level[position], level[position + 1]) : level[position]
                })
        }
        var remainders = levels.removeLast()
        for level in levels.reversed() {
            remainders = level.enumerated().map { position, number in
                arithmetic.remainder(remainders[position / 2], arithmetic.square(number))
            }
        }
        return zip(numbers, remainders).filter { number, remainder in
            let others = arithmetic.quotient(remainder, number)
            return !arithmetic.greatestCommonDivisor(number, others).isOne
        }.map(\.0)
    }
}

extension [BigNumber] {
    fileprivate var distinct: [BigNumber] {
        var seen: Set<[UInt8]> = []
        return filter { seen.insert($0.bytes).inserted }
    }
}
