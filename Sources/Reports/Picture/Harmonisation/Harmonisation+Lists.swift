import Model

extension Picture.Harmonisation {
    /// What the lists say against what was seen.
    package struct WorkLists: Sendable, Equatable {
        package let notSeen: [Declared]
        package let notDeclared: [Seen]
        package let otherVersion: [OtherVersion]

        package init(notSeen: [Declared] = [], notDeclared: [Seen] = [], otherVersion: [OtherVersion] = []) {
            self.notSeen = notSeen
            self.notDeclared = notDeclared
            self.otherVersion = otherVersion
        }

        var count: Int { notSeen.count + notDeclared.count + otherVersion.count }
    }

    /// What a list states.
    package struct Declared: Sendable, Equatable {
        package let body: String
        /// Domain id.
        package let domain: String
        package let product: String
        package let version: String?

        package init(body: String, domain: String, product: String, version: String?) {
            self.body = body
            self.domain = domain
            self.product = product
            self.version = version
        }
    }

    /// A product in a version with every endpoint of a body at which it was seen.
    package struct Seen: Sendable, Equatable {
        package let body: String
        package let product: String
        package let version: String?
        package let endpoints: [String]
        package let openFindings: Int

        package init(body: String, product: String, version: String?, endpoints: [String], openFindings: Int) {
            self.body = body
            self.product = product
            self.version = version
            self.endpoints = endpoints
            self.openFindings = openFindings
        }
    }

    /// Seen in another version than the list states.
    package struct OtherVersion: Sendable, Equatable {
        package let declared: Declared
        package let seen: Seen

        package init(declared: Declared, seen: Seen) {
            self.declared = declared
            self.seen = seen
        }
    }

    /// A contract of what is in use.
    package struct ContractTerm: Sendable, Equatable {
        package let body: String
        package let domain: String
        package let product: String
        package let end: Day
        package let noticeBy: Day
        /// Euros per year, only where the body lets the others see it.
        package let sharedCost: Int?

        package init(body: String, domain: String, product: String, end: Day, noticeBy: Day, sharedCost: Int?) {
            self.body = body
            self.domain = domain
            self.product = product
            self.end = end
            self.noticeBy = noticeBy
            self.sharedCost = sharedCost
        }
    }

    /// A month in which several bodies could buy for a domain.
    package struct CommonMonth: Sendable, Equatable {
        package let month: Month
        package let domain: String
        package let bodies: [String]

        package init(month: Month, domain: String, bodies: [String]) {
            self.month = month
            self.domain = domain
            self.bodies = bodies
        }
    }

    /// What falls if one thing falls.
    package struct Failure: Sendable, Equatable {
        package let thing: Picture.Common
        package let losses: [Loss]

        package init(thing: Picture.Common, losses: [Loss]) {
            self.thing = thing
            self.losses = losses
        }

        /// Without the thing itself, which falls anyway.
        var bodies: [String] { Set(losses.map(\.body)).subtracting([thing.value]).sorted() }
    }

    /// What one body loses.
    package struct Loss: Sendable, Equatable {
        package let body: String
        /// Domain or service; `nil`: what rests on the thing itself.
        package let what: LocalizedText?
        /// What failed before it: the thing itself, or a provider that failed with it.
        package let because: Picture.Common

        package init(body: String, what: LocalizedText?, because: Picture.Common) {
            self.body = body
            self.what = what
            self.because = because
        }
    }
}
