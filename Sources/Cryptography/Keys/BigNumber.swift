import COpenSSL

/// A natural number of any size; never changed after it was made.
final class BigNumber {
    fileprivate let pointer: OpaquePointer

    /// Frees it in the end.
    init(owning pointer: OpaquePointer) { self.pointer = pointer }

    /// Big-endian.
    convenience init(_ bytes: [UInt8]) {
        guard let pointer = BN_bin2bn(bytes, Int32(clamping: bytes.count), nil) else {
            preconditionFailure("no memory for \(bytes.count) bytes")
        }
        self.init(owning: pointer)
    }

    convenience init(_ value: UInt) {
        self.init(stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: value >> UInt($0)) })
    }

    deinit { BN_free(pointer) }

    /// Big-endian, without leading zeros.
    var bytes: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: (bits + 7) / 8)
        BN_bn2bin(pointer, &bytes)
        return bytes
    }

    var bits: Int { Int(BN_num_bits(pointer)) }
    var isZero: Bool { BN_is_zero(pointer) == 1 }
    var isOne: Bool { BN_is_one(pointer) == 1 }

    func remainder(by word: UInt) -> UInt { BN_mod_word(pointer, word) }
}

/// The operations on big numbers; one for each piece of work, because OpenSSL keeps its scratch memory between them.
final class BigArithmetic {
    private let context: OpaquePointer

    init() {
        guard let context = BN_CTX_new() else { preconditionFailure("no memory for big numbers") }
        self.context = context
    }

    deinit { BN_CTX_free(context) }

    func product(_ a: BigNumber, _ b: BigNumber) -> BigNumber { made { BN_mul($0, a.pointer, b.pointer, context) } }
    func square(_ a: BigNumber) -> BigNumber { made { BN_sqr($0, a.pointer, context) } }
    func sum(_ a: BigNumber, _ b: BigNumber) -> BigNumber { made { BN_add($0, a.pointer, b.pointer) } }
    func half(_ a: BigNumber) -> BigNumber { made { BN_rshift1($0, a.pointer) } }
    /// 2 to the power of `exponent`.
    func power(ofTwo exponent: Int) -> BigNumber { made { BN_set_bit($0, Int32(clamping: exponent)) } }
    /// `a` must not be smaller than `b`.
    func difference(_ a: BigNumber, _ b: BigNumber) -> BigNumber { made { BN_sub($0, a.pointer, b.pointer) } }
    /// `b` must not be zero.
    func quotient(_ a: BigNumber, _ b: BigNumber) -> BigNumber {
        made { BN_div($0, nil, a.pointer, b.pointer, context) }
    }
    /// `b` must not be zero.
    func remainder(_ a: BigNumber, _ b: BigNumber) -> BigNumber {
        made { BN_div(nil, $0, a.pointer, b.pointer, context) }
    }

    func isLess(_ a: BigNumber, _ b: BigNumber) -> Bool { BN_cmp(a.pointer, b.pointer) < 0 }
    func isEqual(_ a: BigNumber, _ b: BigNumber) -> Bool { BN_cmp(a.pointer, b.pointer) == 0 }

    /// Euclid's; OpenSSL's own takes the same time for all numbers, which costs four times as much.
    func greatestCommonDivisor(_ a: BigNumber, _ b: BigNumber) -> BigNumber {
        var (large, small) = (a, b)
        while !small.isZero { (large, small) = (small, remainder(large, small)) }
        return large
    }

    /// Rounded down; Newton's iteration from above.
    func squareRoot(_ a: BigNumber) -> BigNumber {
        guard !a.isZero else { return a }
        var root = power(ofTwo: (a.bits + 1) / 2)
        while true {
            let next = half(sum(root, quotient(a, root)))
            guard isLess(next, root) else { return root }
            root = next
        }
    }

    private func made(_ operation: (OpaquePointer) -> Int32) -> BigNumber {
        guard let result = BN_new(), operation(result) == 1 else { preconditionFailure("no memory for big numbers") }
        return BigNumber(owning: result)
    }
}
