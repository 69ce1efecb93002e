import Model

/// How far the versions of a product lie apart: days between the oldest and the newest release line seen.
package struct VersionSkew: Sendable, Equatable {
    /// A release line, since when it exists and who runs it.
    package struct Line: Sendable, Equatable {
        package let name: String
        /// `nil` where the day of its release is not known.
        package let released: Day?
        /// As seen, sorted.
        package let versions: [String]
        package let bodies: [String]
    }

    package let product: String
    /// The newest first; those without a day last, by name.
    package let lines: [Line]

    /// `nil` where the day of any line is not known.
    package var days: Int? {
        let numbers = lines.compactMap { $0.released?.number }
        guard numbers.count == lines.count, let first = numbers.min(), let last = numbers.max() else { return nil }
        return last - first
    }

    /// Of every product seen in more than one release line, by product.
    ///
    /// `line`: the release line of a product in a version, where somebody wrote it down; else the first two parts of the
    /// version count as one.
    package static func all(
        in seen: [SeenInstallation], line: (_ product: String, _ version: String) -> (name: String, released: Day?)?
    ) -> [VersionSkew] {
        Dictionary(grouping: seen.filter { $0.version != nil }, by: \.product).compactMap { product, places in
            let known = places.map { place -> (line: (name: String, released: Day?), version: String, body: String) in
                let version = place.version ?? ""
                return (line(product, version) ?? (ReleaseLineInUse.line(of: version), nil), version, place.body)
            }
            let lines = Dictionary(grouping: known, by: \.line.name).map { name, places in
                Line(
                    name: name, released: places[0].line.released, versions: Set(places.map(\.version)).sorted(),
                    bodies: Set(places.map(\.body)).sorted())
            }
            guard lines.count > 1 else { return nil }
            return VersionSkew(product: product, lines: lines.sorted(by: isNewer))
        }
        .sorted { $0.product < $1.product }
    }

    private static func isNewer(_ left: Line, _ right: Line) -> Bool {
        let (first, second) = (left.released?.number ?? .min, right.released?.number ?? .min)
        return first == second ? left.name < right.name : first > second
    }
}
