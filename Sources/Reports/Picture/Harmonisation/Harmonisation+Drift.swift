import Model

extension Picture.Harmonisation {
    /// A product configured in more than one way.
    package struct Drift: Sendable, Equatable {
        package let kind: ConfigurationKind
        package let product: String
        package let differing: [ConfigurationAspect]
        /// The most common first.
        package let groups: [AlikeGroup]
        /// Endpoints of which not everything was measured.
        package let unmeasured: [String]

        package init(
            kind: ConfigurationKind, product: String, differing: [ConfigurationAspect], groups: [AlikeGroup],
            unmeasured: [String] = []
        ) {
            self.kind = kind
            self.product = product
            self.differing = differing
            self.groups = groups
            self.unmeasured = unmeasured
        }
    }

    /// Endpoints that are configured alike.
    package struct AlikeGroup: Sendable, Equatable {
        package let bodies: [String]
        package let endpoints: [String]
        /// What it has in the aspects that differ and not every group has.
        package let own: [ConfigurationAspect: [String]]

        package init(bodies: [String], endpoints: [String], own: [ConfigurationAspect: [String]]) {
            self.bodies = bodies
            self.endpoints = endpoints
            self.own = own
        }
    }

    /// A product seen in more than one release line.
    package struct Skew: Sendable, Equatable {
        /// A release line, since when it exists and who runs it.
        package struct Line: Sendable, Equatable {
            package let name: String
            package let released: Day?
            package let versions: [String]
            package let bodies: [String]

            package init(name: String, released: Day?, versions: [String], bodies: [String]) {
                self.name = name
                self.released = released
                self.versions = versions
                self.bodies = bodies
            }
        }

        package let product: String
        /// Between the oldest and the newest; `nil`: not known.
        package let days: Int?
        /// The newest first.
        package let lines: [Line]

        package init(product: String, days: Int?, lines: [Line]) {
            self.product = product
            self.days = days
            self.lines = lines
        }
    }
}
