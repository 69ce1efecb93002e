import Model

struct HTTPResponseFact: Fact {
    let position: Int
    let url: String
    let status: Int
    let location: String
    let followed: String

    static let table = FactTable(
        "http_response", "Answers to GET / and along its redirects.",
        [
            .integer("position", "0 is the answer to the first request."), .text("url", "The URL asked."),
            .integer("status", "HTTP status code."),
            .text("location", "Absolute URL of the redirect; empty without one."),
            .text("followed", "yes, or why not: final, out of scope, other name, other port, too many, failed: ..."),
        ])
}

struct HTTPHeaderFact: Fact {
    let name: String
    let value: String

    static let table = FactTable(
        "http_header",
        "Header fields of the last answer from this endpoint, without those that change by themselves (date, age, ...).",
        [.text("name", "Lower case."), .text("value", "As sent; nonces in a Content-Security-Policy are masked.")])
}

struct HTTPCookieFact: Fact {
    let name: String
    let secure: Bool
    let httpOnly: Bool
    let sameSite: String

    static let table = FactTable(
        "http_cookie", "Cookies set on the way, without their values.",
        [
            .text("name", "Cookie name."), .boolean("secure", "Secure attribute."),
            .boolean("http_only", "HttpOnly attribute."),
            .text("same_site", "strict, lax, none, or empty where unset."),
        ])
}

struct HTTPPageFact: Fact {
    let title: String
    let generator: String

    static let table = FactTable(
        "http_page", "The last page that came as HTML; hostile text.",
        [
            .text("title", "Content of title, white space folded, 200 characters at most."),
            .text("generator", "Content of meta generator; empty without one."),
        ])
}
