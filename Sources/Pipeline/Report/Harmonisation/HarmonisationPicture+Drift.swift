import Harmonisation
import Model
import Reports

// Configurations and versions.
extension HarmonisationPicture {
    func drift(_ drift: ConfigurationDrift) -> Picture.Harmonisation.Drift {
        Picture.Harmonisation.Drift(
            kind: drift.kind, product: name(drift.product), differing: drift.differing,
            groups: drift.variants.map {
                Picture.Harmonisation.AlikeGroup(bodies: $0.bodies, endpoints: $0.endpoints, own: $0.own)
            }, unmeasured: drift.unmeasured)
    }

    func skew(_ skew: VersionSkew) -> Picture.Harmonisation.Skew {
        Picture.Harmonisation.Skew(
            product: name(skew.product), days: skew.days,
            lines: skew.lines.map {
                .init(name: $0.name, released: $0.released, versions: $0.versions, bodies: $0.bodies)
            })
    }
}
