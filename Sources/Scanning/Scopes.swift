import Model

/// The views rules are assessed on; each gives a denominator.
enum Scopes {
    static let all: [Scope] = [
        Scope(
            "tls_endpoint", probe: "tls", unless: .init("starttls", "answer", in: ["absent", "refused"]),
            "Every endpoint that speaks TLS, at once or after STARTTLS."),
        Scope(
            "intrusive_endpoint", probe: "tls_weakness",
            unless: .init("starttls", "answer", in: ["absent", "refused"]),
            "Every endpoint that speaks TLS and may be sent malformed messages (consent intrusive)."),
        Scope(
            "starttls_endpoint", probe: "tls",
            services: [.sieve, .ftp, .ldap, .xmppClient, .xmppServer, .postgresql, .mysql, .nntp],
            "Services that begin in plain text and can go over to TLS, without mail, which has scopes of its own."),
        Scope("https_endpoint", probe: "http", services: [.https], "Web servers over TLS."),
        Scope("http_endpoint", probe: "http", services: [.http], "Web servers in plain text."),
        Scope(
            "online_service_endpoint", probe: "online_service",
            "Web servers at which services of a service list are offered."),
        Scope("ssh_endpoint", probe: "ssh", "SSH servers."),
        Scope(
            "smtp_endpoint", probe: "smtp", services: [.smtp],
            "Mail servers that receive from other mail servers (port 25)."),
        Scope(
            "submission_endpoint", probe: "smtp", services: [.submission],
            "Mail submission that starts in plain text (port 587)."),
        Scope("imap_endpoint", probe: "imap", services: [.imap], "IMAP that starts in plain text (port 143)."),
        Scope("pop3_endpoint", probe: "pop3", services: [.pop3], "POP3 that starts in plain text (port 110)."),
        Scope("dns_domain", probe: "dns", "Every domain and host name whose DNS records are read."),
        Scope("mail_domain", probe: "dns", services: [.mailDomain], "Domains that receive mail."),
    ]
}
