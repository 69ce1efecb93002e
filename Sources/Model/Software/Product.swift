/// A product of the software catalogue; its id is what crosses rooms and what facts, lists and rules name.
package struct Product: Sendable, Equatable {
    /// Where the pair of vendor and product was seen.
    package enum Mark: String, Sendable, CaseIterable {
        /// In a source that was read.
        case seen = "S"
        /// Own knowledge, not verified.
        case known = "K"
    }

    package let id: String
    package let name: String
    package let vendor: String
    /// Other names of the same product, former ones too.
    package let aliases: [String]
    /// What it is for; the first is the main one.
    package let domains: [String]
    /// Prefixes of CPE 2.3 names up to the product: `cpe:2.3:a:f5:nginx`. Always unverified.
    package let cpe: [String]
    /// Package URLs without version; `pkg:deb/nginx` stands for every distribution. Always unverified.
    package let purl: [String]
    /// Its name in the lifecycle data.
    package let lifecycle: String?
    package let mark: Mark
    package let note: LocalizedText?

    package init(
        id: String, name: String, vendor: String, aliases: [String] = [], domains: [String], cpe: [String] = [],
        purl: [String] = [], lifecycle: String? = nil, mark: Mark, note: LocalizedText? = nil
    ) {
        self.id = id
        self.name = name
        self.vendor = vendor
        self.aliases = aliases
        self.domains = domains
        self.cpe = cpe
        self.purl = purl
        self.lifecycle = lifecycle
        self.mark = mark
        self.note = note
    }
}

/// A software domain of the catalogue: what software is for, the same in every fleet.
///
/// A fleet's own `SoftwareDomain` adds who owns it there and how much depends on it.
package struct ProductDomain: Sendable, Equatable {
    package let id: String
    package let name: LocalizedText

    package init(id: String, name: LocalizedText) {
        self.id = id
        self.name = name
    }
}
