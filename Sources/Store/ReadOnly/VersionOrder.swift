/// Compares versions as people write them: runs of digits as numbers, runs of letters as text.
enum VersionOrder {
    /// `2.4.9` is older than `2.4.10`; `9.2p1` newer than `9.2`; `1.0rc1` older than `1.0`.
    static func compare(_ left: String, _ right: String) -> Int {
        let left = parts(left)
        let right = parts(right)
        for index in 0..<max(left.count, right.count) {
            let order = compare(
                index < left.count ? left[index] : nil, index < right.count ? right[index] : nil)
            if order != 0 { return order }
        }
        return 0
    }

    private enum Part: Equatable {
        /// Digits without leading zeros: any length, so nothing overflows.
        case number([UInt8])
        case word(String)
    }

    private static let previews: Set<String> = ["alpha", "beta", "rc", "pre", "preview", "dev", "snapshot"]

    private static func compare(_ left: Part?, _ right: Part?) -> Int {
        switch (left, right) {
        case (.number(let a)?, .number(let b)?):
            if a.count != b.count { return a.count < b.count ? -1 : 1 }
            return a == b ? 0 : (a.lexicographicallyPrecedes(b) ? -1 : 1)
        case (.word(let a)?, .word(let b)?): return a == b ? 0 : (a < b ? -1 : 1)
        case (.number(let a)?, nil): return a.isEmpty ? 0 : 1
        case (nil, .number(let b)?): return b.isEmpty ? 0 : -1
        case (.word(let a)?, nil): return previews.contains(a) ? -1 : 1
        case (nil, .word(let b)?): return previews.contains(b) ? 1 : -1
        case (.number?, .word?): return 1
        case (.word?, .number?): return -1
        case (nil, nil): return 0
        }
    }

    private static func parts(_ text: String) -> [Part] {
        var parts: [Part] = []
        var rest = Array(text.lowercased().utf8)[...]
        while let first = rest.first {
            let run = rest.prefix { kind($0) == kind(first) }
            rest = rest.dropFirst(run.count)
            switch kind(first) {
            case .digit: parts.append(.number(Array(run.drop { $0 == UInt8(ascii: "0") })))
            case .letter: parts.append(.word(String(decoding: run, as: UTF8.self)))
            case .separator: break
            }
        }
        return parts
    }

    private enum Kind { case digit, letter, separator }

    private static func kind(_ byte: UInt8) -> Kind {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "a")...UInt8(ascii: "z"): .letter
        default: .separator
        }
    }
}
