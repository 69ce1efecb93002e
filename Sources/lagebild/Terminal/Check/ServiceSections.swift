import Model

/// What the other probes saw, in a few lines: the web answer, the SSH banner, the mail greeting, software.
struct ServiceSections {
    let facts: SeenFacts
    let language: Language

    var all: [CheckSection] { [web, ssh, mail, software].filter { !$0.lines.isEmpty } }

    private static let securityHeaders: Set<String> = [
        "strict-transport-security", "content-security-policy", "x-content-type-options", "x-frame-options",
        "referrer-policy", "permissions-policy", "server", "x-powered-by",
    ]

    private var web: CheckSection {
        var section = CheckSection("WEB")
        for row in facts.rows("http_response") { section.add(String(row.int("status") ?? 0), row.text("url")) }
        for row in facts.rows("http_header") where Self.securityHeaders.contains(row.text("name")) {
            section.add(line: wrapped("\(row.text("name")): \(row.text("value"))", width: Environment.columns - 2))
        }
        section.add("cookies", facts.rows("http_cookie").map { $0.text("name") })
        return section
    }

    private var ssh: CheckSection {
        var section = CheckSection("SSH")
        for row in facts.rows("ssh_banner") {
            section.add(word("Kennung", "banner"), "\(row.text("protocol_version")) \(row.text("software"))")
        }
        for kind in ["kex", "host_key", "cipher", "mac"] {
            section.add(kind, facts.rows("ssh_algorithm").filter { $0.text("kind") == kind }.map { $0.text("name") })
        }
        return section
    }

    private var mail: CheckSection {
        var section = CheckSection(word("MAIL", "MAIL"))
        section.add(word("Begrüßung", "greeting"), facts.rows("mail_greeting").map { $0.text("banner") })
        section.add("STARTTLS", facts.rows("mail_starttls").map { $0.text("answer") })
        return section
    }

    private var software: CheckSection {
        var section = CheckSection("SOFTWARE")
        for row in facts.rows("software") {
            section.add(row.text("product"), [row.text("version"), row.text("evidence")].filter { !$0.isEmpty })
        }
        return section
    }

    private func word(_ german: String, _ english: String) -> String { language == .de ? german : english }
}
