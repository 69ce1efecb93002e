import Model

/// What a list or a machine says about one piece of software, as it says it.
package struct RawSoftware: Sendable, Hashable {
    package let name: String
    package let vendor: String?
    package let version: String?
    package let purl: String?
    package let cpe: String?

    package init(
        name: String, vendor: String? = nil, version: String? = nil, purl: String? = nil, cpe: String? = nil
    ) {
        self.name = name
        self.vendor = vendor
        self.version = version
        self.purl = purl
        self.cpe = cpe
    }
}

/// Which product of the catalogue is meant.
package struct NormalisedSoftware: Sendable, Equatable {
    /// By what the product was recognised.
    package enum Way: String, Sendable, CaseIterable {
        case id, cpe, purl, name, alias
    }

    /// A product with a similar name: shown to people, never taken in its place.
    package struct NearDuplicate: Sendable, Equatable {
        package let product: String
        /// The name that is alike.
        package let name: String
        /// From 0 to 1: share of common trigrams.
        package let likeness: Double
    }

    /// The id in the catalogue; `nil` where nobody knows it.
    package let product: String?
    package let way: Way?
    /// The version given, else the one behind the name; empty where there is none.
    package let version: String
    /// Best first; empty where the product is known.
    package let nearDuplicates: [NearDuplicate]
}

extension Catalogue {
    /// What two spellings of a name nobody knows have in common.
    package static func key(ofName name: String) -> String { NameKey(name).compact }

    /// The domain of that id or name.
    package func domain(named text: String) -> ProductDomain? {
        let key = Self.key(ofName: text)
        return domain(text)
            ?? domains.first { [$0.name.de, $0.name.en].map(Self.key).contains(key) }
    }

    /// The product meant. A pure function of catalogue and text, to be asked again when the catalogue has changed.
    ///
    /// Identifiers go before names, because they were made to be exact. A name is looked up as written first, then
    /// without version, platform, legal form and edition; a similar one is only shown.
    /// `seekingAlike`: near duplicates are looked for, which costs a hundred times as much as the rest.
    package func normalise(_ raw: RawSoftware, seekingAlike: Bool = true) -> NormalisedSoftware {
        let name = SoftwareName(raw.name, vendor: raw.vendor)
        let cpe = raw.cpe.flatMap(CPEName.init)
        let purl = raw.purl.flatMap(PackageURL.init)
        func version(behindName: String = "") -> String {
            [raw.version ?? "", cpe?.version ?? "", purl?.version ?? "", behindName].first { !$0.isEmpty } ?? ""
        }
        func found(_ number: Int, _ way: NormalisedSoftware.Way, _ version: String) -> NormalisedSoftware {
            NormalisedSoftware(product: products[number].id, way: way, version: version, nearDuplicates: [])
        }
        if let number = cpe.flatMap(names.product(cpe:)) { return found(number, .cpe, version()) }
        if let number = purl.flatMap(names.product(purl:)) { return found(number, .purl, version()) }
        if let number = productIndex[raw.name] { return found(number, .id, version()) }
        for reading in name.readings {
            let compact = reading.name.compact
            guard let number = names.product(named: compact), isTrusted(compact, of: number, raw.vendor) else {
                continue
            }
            let isName = NameKey(products[number].name).compact == compact
            return found(number, isName ? .name : .alias, version(behindName: reading.version))
        }
        return NormalisedSoftware(
            product: nil, way: nil, version: version(behindName: name.readings.last?.version ?? ""),
            nearDuplicates: seekingAlike ? nearDuplicates(of: name) : [])
    }

    /// A short name (`VIS`, `ELO`) is anybody's: where another vendor is named, it is not this product.
    private func isTrusted(_ compact: String, of number: Int, _ vendor: String?) -> Bool {
        guard let vendor, compact.utf8.count <= 5 else { return true }
        return VendorName(vendor).agrees(with: names.vendor(of: number))
    }

    private func nearDuplicates(of name: SoftwareName) -> [NormalisedSoftware.NearDuplicate] {
        var best: [String: NormalisedSoftware.NearDuplicate] = [:]
        for reading in [name.readings.first, name.readings.last].compactMap({ $0 }) {
            for (other, likeness) in names.names(like: reading.name.compact, atLeast: 0.5) {
                let id = products[other.product].id
                guard likeness > (best[id]?.likeness ?? 0) else { continue }
                best[id] = .init(product: id, name: other.text, likeness: likeness)
            }
        }
        return Array(best.values.sorted { ($1.likeness, $0.product) < ($0.likeness, $1.product) }.prefix(3))
    }
}
