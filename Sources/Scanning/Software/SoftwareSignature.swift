/// How one product names itself: a word in texts of certain sources, perhaps with a version behind it.
struct SoftwareSignature: Sendable {
    /// Ordered: possible < likely < certain.
    enum Confidence: String, Sendable, Comparable {
        case possible, likely, certain

        static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .possible: 0
            case .likely: 1
            case .certain: 2
            }
        }
    }

    let product: String
    let sources: Set<SoftwareSignal.Source>
    /// Compared without regard to ASCII case. A word that ends in `*` also matches longer words.
    let word: String
    let confidence: Confidence
    private let pattern: [UInt8]
    private let isPrefix: Bool

    init(
        _ product: String, _ sources: Set<SoftwareSignal.Source>, _ word: String, _ confidence: Confidence = .certain
    ) {
        self.product = product
        self.sources = sources
        self.word = word
        self.confidence = confidence
        isPrefix = word.hasSuffix("*")
        pattern = (isPrefix ? word.dropLast() : word[...]).utf8.map(\.lowered)
    }

    var length: Int { pattern.count }

    /// Whether the product's word stands at `start`, where a word begins; `text` is in lower case.
    func matches(_ text: [UInt8], at start: Int) -> Bool {
        guard start >= 0, pattern.count <= text.count - start, text[start...].starts(with: pattern) else {
            return false
        }
        let next = start + pattern.count
        return isPrefix || next >= text.count || " /_(),;:![]\"'".utf8.contains(text[next])
    }

    /// What follows the word where it looks like a version: `/1.22.1`, `_9.2p1`, ` 4.96`, ` v2.0`.
    static func version(in text: [UInt8], from end: Int) -> String {
        var start = end
        while start < text.count, start - end < 3, "/_ -(v".utf8.contains(text[start]) { start += 1 }
        guard start < text.count, text[start].isDigit else { return "" }
        let version = text[start...].prefix(40).prefix { $0.isDigit || $0.isLetter || ".+~-".utf8.contains($0) }
        return String(decoding: version, as: UTF8.self)
    }
}

extension UInt8 {
    var lowered: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
    var isDigit: Bool { (0x30...0x39).contains(self) }
    var isLetter: Bool { (0x61...0x7A).contains(lowered) }
}
