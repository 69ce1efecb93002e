import Model

extension Picture.Harmonisation {
    /// One software domain with where each body stands.
    package struct Domain: Sendable, Equatable {
        package let id: String
        package let name: LocalizedText
        /// One for each body, in their order.
        package let cells: [Cell]
        /// Bodies with a known answer, with a product, and on the agreed product alone.
        package let known: Int
        package let withProduct: Int
        package let onTarget: Int
        /// The most common first.
        package let shares: [ProductShare]
        /// From 0, all different, to 1, all alike; `nil` with the reason beside it.
        package let index: Double?
        package let whyNoIndex: NoIndex?
        /// Distinct pairs of product and release line.
        package let releaseLines: Int
        package let installations: [Installation]
        package let target: Target?

        package init(
            id: String, name: LocalizedText, cells: [Cell], known: Int, withProduct: Int, onTarget: Int,
            shares: [ProductShare], index: Double?, whyNoIndex: NoIndex?, releaseLines: Int,
            installations: [Installation], target: Target?
        ) {
            self.id = id
            self.name = name
            self.cells = cells
            self.known = known
            self.withProduct = withProduct
            self.onTarget = onTarget
            self.shares = shares
            self.index = index
            self.whyNoIndex = whyNoIndex
            self.releaseLines = releaseLines
            self.installations = installations
            self.target = target
        }
    }

    /// What bodies of a domain work with, and how many of them; two products in one body are a share of their own.
    package struct ProductShare: Sendable, Equatable {
        package let products: [String]
        package let bodies: [String]

        package init(products: [String], bodies: [String]) {
            self.products = products
            self.bodies = bodies
        }
    }

    /// Why there is no index.
    package enum NoIndex: String, Sendable {
        /// Fewer than half the bodies gave an answer.
        case coverage
        /// Fewer than two have a product.
        case tooFew = "too-few"
    }

    /// Where one body stands in a domain.
    package struct Cell: Sendable, Equatable {
        package enum State: String, Sendable, CaseIterable {
            /// Works with the agreed product and nothing else.
            case onTarget = "on-target"
            /// Works with something else; the agreed product is on its way.
            case underWay = "under-way"
            /// Nothing is agreed, and a neighbour works with the same.
            case alike
            case other
            /// Has no software for it.
            case none
            /// Nobody answered.
            case unknown
        }

        package let body: String
        package let state: State
        /// By name; empty where nothing is in use or known.
        package let uses: [Use]

        package init(body: String, state: State, uses: [Use] = []) {
            self.body = body
            self.state = state
            self.uses = uses
        }
    }

    /// A product in use.
    package struct Use: Sendable, Equatable {
        package let product: String
        package let version: String?
        /// Body that runs it; `nil`: the body itself.
        package let provider: String?
        /// Day of the imported list that says it, where no usage list does.
        package let imported: Day?

        package init(product: String, version: String? = nil, provider: String? = nil, imported: Day? = nil) {
            self.product = product
            self.version = version
            self.provider = provider
            self.imported = imported
        }
    }

    /// One installation and who works with it.
    package struct Installation: Sendable, Equatable {
        package let product: String
        /// Centre or provider; `nil`: the one body that uses it.
        package let provider: String?
        package let consumers: [String]

        package init(product: String, provider: String?, consumers: [String]) {
            self.product = product
            self.provider = provider
            self.consumers = consumers
        }
    }
}
