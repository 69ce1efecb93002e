extension Catalogue {
    /// The CPE 2.3 name of what a fingerprint finds, `{version}` standing for the version found: its own, else the
    /// product's first.
    package func cpe(of fingerprint: Fingerprint) -> String? {
        fingerprint.cpe ?? product(fingerprint.product)?.cpe.first.map { "\($0):{version}:*:*:*:*:*:*:*" }
    }

    /// Its package URL in the same way; the product's first that needs no distribution's name.
    package func purl(of fingerprint: Fingerprint) -> String? {
        fingerprint.purl
            ?? product(fingerprint.product)?.purl.first { PackageURL($0)?.isOfDistribution == false }
            .map { "\($0)@{version}" }
    }
}
