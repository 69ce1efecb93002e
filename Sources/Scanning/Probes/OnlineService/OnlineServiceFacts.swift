import Model

struct OnlineServiceFact: Fact {
    let body: String
    let service: String
    let url: String
    let state: String
    let status: Int
    let detail: String
    let requiredLevel: String
    let declaredLevel: String?
    let signInLevel: String

    static let table = FactTable(
        "online_service", "Pages at which bodies offer services online, as their service lists name them.",
        [
            .text("body", "The body that offers it; the endpoint may be its provider's."),
            .text("service", "Id of the service catalogue."),
            .text("url", "The page asked."),
            .text(
                "state",
                "live (a page came), elsewhere (a redirect leads to a server that is not asked), error (status 400 or above) or unknown (no answer)."
            ),
            .integer("status", "HTTP status of the last answer; 0 without one."),
            .text("detail", "Where it leads elsewhere, or why it is unknown; empty otherwise."),
            .text(
                "required_level",
                "Trust level the catalogue asked for when the page was visited: none, basic, substantial or high."),
            .text(
                "declared_level", absent: "the service list says nothing",
                "Trust level the body's service list states."),
            .text(
                "sign_in_level",
                "Highest level the sign-ins found can give; none where a page came and no sign-in was found on it, unknown where no page came and no sign-in was found."
            ),
        ])
}

struct OnlineServiceSignInFact: Fact {
    let body: String
    let service: String
    let kind: String
    let level: String
    let certain: Bool
    let evidence: String

    static let table = FactTable(
        "online_service_sign_in", "Sign-ins an online service leads to.",
        [
            .text("body", "The body that offers the service."), .text("service", "Id of the service catalogue."),
            .text("kind", "bundid, unternehmenskonto, eid or own_password."),
            .text("level", "Highest trust level it can give: basic, substantial or high."),
            .boolean("certain", "False where only a word in an address of the server itself speaks for it."),
            .text("evidence", "Where it was seen: 'link: id.bund.de', 'password field', ..."),
        ])
}

struct OnlineServiceProductFact: Fact {
    let body: String
    let service: String
    let product: String
    let version: String
    let evidence: String
    let confidence: String

    static let table = FactTable(
        "online_service_product", "Products the pages of an online service name, its platform among them.",
        [
            .text("body", "The body that offers the service."), .text("service", "Id of the service catalogue."),
            .text("product", "Id of the software catalogue."), .text("version", "As stated; empty where none was."),
            .text("evidence", "Where it was read, and the text seen."),
            .text("confidence", "certain, likely or possible."),
        ])
}
