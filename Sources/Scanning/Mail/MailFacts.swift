import Model

struct MailGreetingFact: Fact {
    let banner: String
    let encrypted: Bool

    static let table = FactTable(
        "mail_greeting", "What a mail server says first.",
        [
            .text("banner", "The greeting without parts that change by themselves; hostile text."),
            .boolean("encrypted", "It came inside TLS."),
        ])
}

struct MailCapabilityFact: Fact {
    let stage: String
    let name: String
    let parameters: String

    static let table = FactTable(
        "mail_capability", "Extensions and capabilities a mail server announces (EHLO, CAPABILITY, CAPA).",
        [
            .text("stage", "plain (before TLS) or tls (inside TLS)."),
            .text("name", "Keyword in upper case: STARTTLS, AUTH, SIZE."),
            .text("parameters", "What follows the keyword; empty without."),
        ])
}

struct MailSTARTTLSFact: Fact {
    let answer: String
    let reason: String

    static let table = FactTable(
        "mail_starttls", "Whether a plain-text mail endpoint offers STARTTLS and starts it when asked.",
        [
            .text("answer", "accepted, refused (offered, then refused), absent (not offered) or unknown."),
            .text("reason", "The server's reply or what happened; empty where accepted."),
        ])
}
