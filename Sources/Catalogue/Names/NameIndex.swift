import Model

/// Finds products by name, CPE and package URL, and those whose names look alike.
struct NameIndex: Sendable {
    /// One of a product's names.
    struct Name: Sendable {
        let product: Int
        let text: String
        let compact: String
        /// Its trigrams, sorted.
        let trigrams: [String]
    }

    private(set) var names: [Name] = []
    private var byName: [String: Int] = [:]
    private var byCPE: [String: Int] = [:]
    private var byPURL: [String: Int] = [:]
    private var byTrigram: [String: [Int]] = [:]
    private var vendors: [NameKey] = []

    init(_ products: [Product]) {
        for (number, product) in products.enumerated() {
            vendors.append(VendorName(product.vendor).key)
            for name in [product.name] + product.aliases { add(name, of: number) }
            for cpe in product.cpe { byCPE[CPEName(cpe)?.key ?? cpe] = number }
            for purl in product.purl { byPURL[PackageURL(purl)?.key ?? purl] = number }
        }
        // `Microsoft Exchange Server` beside `Exchange Server`; a name of somebody's own goes before.
        for name in names {
            let withVendor = vendors[name.product].compact + name.compact
            if byName[withVendor] == nil { byName[withVendor] = name.product }
        }
    }

    private mutating func add(_ text: String, of product: Int) {
        let compact = NameKey(text).compact
        guard !compact.isEmpty else { return }
        let name = Name(product: product, text: text, compact: compact, trigrams: Trigrams.of(compact))
        if byName[compact] == nil { byName[compact] = product }
        for trigram in name.trigrams { byTrigram[trigram, default: []].append(names.count) }
        names.append(name)
    }

    func product(named compact: String) -> Int? { byName[compact] }
    func product(cpe: CPEName) -> Int? { byCPE[cpe.key] }
    func product(purl: PackageURL) -> Int? { byPURL[purl.key] }
    func vendor(of product: Int) -> NameKey { vendors[product] }

    /// The names most like this one, by the share of common trigrams (Dice), the best of each product.
    func names(like compact: String, atLeast least: Double) -> [(name: Name, likeness: Double)] {
        let trigrams = Trigrams.of(compact)
        var common: [Int: Int] = [:]
        for trigram in trigrams { for name in byTrigram[trigram] ?? [] { common[name, default: 0] += 1 } }
        var best: [Int: (name: Name, likeness: Double)] = [:]
        for (number, shared) in common {
            let name = names[number]
            let likeness = 2 * Double(shared) / Double(trigrams.count + name.trigrams.count)
            guard likeness >= least else { continue }
            if let other = best[name.product],
                (other.likeness, name.compact) >= (likeness, other.name.compact)
            {
                continue
            }
            best[name.product] = (name, likeness)
        }
        return best.values.sorted { ($1.likeness, $0.name.product) < ($0.likeness, $1.name.product) }
    }
}

/// The different runs of three characters of a word, with its beginning and end marked.
enum Trigrams {
    static func of(_ word: String) -> [String] {
        let bytes = Array("^\(word)$".utf8)
        guard bytes.count > 2 else { return [] }
        return Set((0...(bytes.count - 3)).map { String(decoding: bytes[$0..<($0 + 3)], as: UTF8.self) }).sorted()
    }
}
