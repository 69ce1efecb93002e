import Model

extension Picture {
    /// A chain of systems that work passes through, link by link and body by body.
    package struct Chain: Sendable, Equatable {
        /// One link with its bodies in the order of `Chain.bodies`.
        package struct Link: Sendable, Equatable {
            package let name: String
            package let cells: [ChainCell]

            package init(name: String, cells: [ChainCell]) {
                self.name = name
                self.cells = cells
            }
        }

        package let name: String
        package let bodies: [String]
        package let links: [Link]
        /// Position of the weakest link; `nil`: every link holds for every body.
        package let weakest: Int?
        package let failures: [ChainFailure]

        package init(name: String, bodies: [String], links: [Link], weakest: Int?, failures: [ChainFailure] = []) {
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
