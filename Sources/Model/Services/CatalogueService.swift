/// A service of the administration as the service catalogue describes it: what it is called and how sure the offering
/// body has to be of who asks.
package struct CatalogueService: Sendable, Equatable {
    /// Where a statement comes from: looked up in a source, or general knowledge that nobody has verified yet.
    package enum Mark: String, Sendable, CaseIterable { case source = "S", knowledge = "K" }

    /// Short name, the word lists and processes use.
    package let id: String
    /// Key in the service catalogue of the Länder (LeiKa), 14 digits; `nil`: not known.
    package let leika: String?
    /// Number of the OZG bundle; `nil`: not known.
    package let ozg: String?
    package let name: LocalizedText
    /// Software domain it belongs to.
    package let domain: String?
    /// Kinds of bodies that offer it.
    package let offeredBy: [Body.Kind]
    package let required: TrustLevel
    package let mark: Mark
    /// The document the level and the key rest on.
    package let source: String

    package init(
        id: String, leika: String?, ozg: String?, name: LocalizedText, domain: String?, offeredBy: [Body.Kind],
        required: TrustLevel, mark: Mark, source: String
    ) {
        self.id = id
        self.leika = leika
        self.ozg = ozg
        self.name = name
        self.domain = domain
        self.offeredBy = offeredBy
        self.required = required
        self.mark = mark
        self.source = source
    }

    package func isOffered(by kind: Body.Kind) -> Bool { offeredBy.contains(kind) }
}
