import Model

extension Picture {
    /// A chain of systems that work passes through, link by link and body by body.
    package struct Chain: Sendable, Equatable {
        /// How one link stands at one body.
        package struct Cell: Sendable, Equatable {
            package let body: String
            package let state: LinkState
            /// Names of the products in use or, where none is, named.
            package let products: [String]
            /// Body that runs it, where that is another one.
            package let provider: String?
            /// Open urgent findings at its hosts; `nil`: no host of it was measured.
            package let urgent: Int?

            package init(
                body: String, state: LinkState, products: [String] = [], provider: String? = nil, urgent: Int? = nil
            ) {
                self.body = body
                self.state = state
                self.products = products
                self.provider = provider
                self.urgent = urgent
            }
        }

        /// One link with its bodies in the order of `Chain.bodies`.
        package struct Link: Sendable, Equatable {
            package let name: String
            package let cells: [Cell]

            package init(name: String, cells: [Cell]) {
                self.name = name
                self.cells = cells
            }
        }

        /// A body that runs links for others, and for whom they stand still if it fails.
        package struct Failure: Sendable, Equatable {
            package let provider: String
            /// Positions in `Chain.links`.
            package let links: [Int]
            package let bodies: [String]

            package init(provider: String, links: [Int], bodies: [String]) {
                self.provider = provider
                self.links = links
                self.bodies = bodies
            }
        }

        package let name: String
        package let bodies: [String]
        package let links: [Link]
        /// Position of the weakest link; `nil`: every link holds for every body.
        package let weakest: Int?
        package let failures: [Failure]

        package init(name: String, bodies: [String], links: [Link], weakest: Int?, failures: [Failure] = []) {
            self.name = name
            self.bodies = bodies
            self.links = links
            self.weakest = weakest
            self.failures = failures
        }
    }
}

extension Picture.Chain.Link {
    /// Bodies it holds for.
    var holding: Int { cells.count { $0.state == .sound } }
    var worst: LinkState { cells.map(\.state).min() ?? .sound }
}

extension Picture.Chain {
    /// The weakest link and failures are those of all bodies and mean nothing for some of them alone.
    func limited(to scope: Scope) -> Self? {
        let inside = bodies.filter(scope.contains)
        guard !inside.isEmpty else { return nil }
        let links = self.links.map { link in
            Link(name: link.name, cells: link.cells.filter { scope.contains($0.body) })
        }
        return Self(name: name, bodies: inside, links: links, weakest: nil)
    }
}
