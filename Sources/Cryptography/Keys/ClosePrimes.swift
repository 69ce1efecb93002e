/// Fermat's way to factor a product of two primes that are near each other.
enum ClosePrimes {
    /// Keys that were ever found this way fell at once; a hundred steps go far beyond chance.
    private static let steps = 100

    /// Whether the modulus is the difference of two squares, the first of which is next to it.
    static func divide(_ modulus: BigNumber) -> Bool {
        guard modulus.bits > 16, modulus.remainder(by: 2) == 1 else { return false }
        let arithmetic = BigArithmetic()
        let (one, two) = (BigNumber(1), BigNumber(2))
        var root = arithmetic.squareRoot(modulus)
        if arithmetic.isLess(arithmetic.square(root), modulus) { root = arithmetic.sum(root, one) }
        var rest = arithmetic.difference(arithmetic.square(root), modulus)
        // (a + 1)^2 - n = a^2 - n + 2a + 1, and that grows by two with every step.
        var growth = arithmetic.sum(arithmetic.sum(root, root), one)
        for _ in 0..<steps {
            if isSquare(rest, arithmetic) { return true }
            rest = arithmetic.sum(rest, growth)
            growth = arithmetic.sum(growth, two)
        }
        return false
    }

    /// Most numbers are told by what they leave when divided by a small number.
    private static func isSquare(_ number: BigNumber, _ arithmetic: BigArithmetic) -> Bool {
        let rest = number.remainder(by: sievesProduct)
        guard sieves.allSatisfy({ $0.squares[Int(rest % $0.modulus)] }) else { return false }
        let root = arithmetic.squareRoot(number)
        return arithmetic.isEqual(arithmetic.square(root), number)
    }

    /// Their product fits into 32 bits, which OpenSSL divides by fastest.
    private static let sieves: [(modulus: UInt, squares: [Bool])] = ([64, 63, 65, 11, 17, 19] as [UInt]).map {
        modulus in
        var squares = [Bool](repeating: false, count: Int(modulus))
        for root in 0..<modulus { squares[Int(root * root % modulus)] = true }
        return (modulus, squares)
    }

    private static let sievesProduct = sieves.reduce(UInt(1)) { $0 * $1.modulus }
}
