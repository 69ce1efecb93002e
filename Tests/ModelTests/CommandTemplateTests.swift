import Testing

@testable import Model

private let template = "openssl s_client -connect {host}:{port} -servername {name} -tls1_1 {starttls} </dev/null"

private func endpoint(
    _ name: String, _ address: String? = "192.0.2.1", port: UInt16 = 443, _ service: Service = .https
) -> Endpoint {
    Endpoint(body: "a", address: address.flatMap { IPAddress($0) }, port: port, serverName: name, service: service)
}

@Test(arguments: [
    (
        endpoint("www.example.org"),
        "openssl s_client -connect 192.0.2.1:443 -servername www.example.org -tls1_1 </dev/null"
    ),
    (
        endpoint("mx.example.org", port: 25, .smtp),
        "openssl s_client -connect 192.0.2.1:25 -servername mx.example.org -tls1_1 -starttls smtp </dev/null"
    ),
    (
        endpoint("mail.example.org", port: 587, .submission),
        "openssl s_client -connect 192.0.2.1:587 -servername mail.example.org -tls1_1 -starttls smtp </dev/null"
    ),
    (
        endpoint("db.example.org", port: 5432, .postgresql),
        "openssl s_client -connect 192.0.2.1:5432 -servername db.example.org -tls1_1 -starttls postgres </dev/null"
    ),
    (
        endpoint("chat.example.org", port: 5222, .xmppClient),
        "openssl s_client -connect 192.0.2.1:5222 -servername chat.example.org -tls1_1 -starttls xmpp "
            + "-xmpphost chat.example.org </dev/null"
    ),
    (
        endpoint("", "2001:db8::1"),
        "openssl s_client -connect [2001:db8::1]:443 -noservername -tls1_1 </dev/null"
    ),
    (
        endpoint("www.example.org", nil),
        "openssl s_client -connect www.example.org:443 -servername www.example.org -tls1_1 </dev/null"
    ),
])
func `a command is filled with the place of an endpoint`(endpoint: Endpoint, command: String) throws {
    #expect(try CommandTemplate(template).command(for: endpoint) == command)
}

@Test(arguments: ["a;rm -rf /", "$(x)", "a b", "a`x`", "-verify", "a\nb", "a'b", "ä.example"])
func `a name a shell could read as more than a name gives no command`(name: String) throws {
    #expect(try CommandTemplate(template).command(for: endpoint(name)) == nil)
}

@Test func `nothing to connect to gives no command`() throws {
    #expect(try CommandTemplate(template).command(for: endpoint("", nil)) == nil)
}

@Test(arguments: [
    ("curl {hots}", CommandTemplate.Fault.unknownGap("hots")), ("curl {host", .openBrace), ("curl {}", .unknownGap("")),
    ("curl example.org", .placeless), ("nc -p {port}", .placeless),
])
func `a command with a wrong gap is refused`(text: String, fault: CommandTemplate.Fault) {
    #expect(throws: fault) { try CommandTemplate(text) }
}
