import Model
import Testing
import Transport

@testable import Scanning

@Suite(.enabled(if: Installed.has("/usr/sbin/nginx")))
struct RealWebServerTests {
    /// nginx with everything that changes by itself: a session cookie, a request id, a nonce, Date and ETag.
    private func withNginx(
        _ body: @escaping @Sendable (_ http: UInt16, _ https: UInt16) async throws -> Void
    ) async throws {
        let http = try ServerProcess.freePort()
        let https = try ServerProcess.freePort()
        let configuration = """
            daemon off; worker_processes 1; pid FOLDER/pid; error_log FOLDER/error.log;
            events {}
            http {
              access_log off; default_type text/html; server_tokens on;
              client_body_temp_path FOLDER/a; proxy_temp_path FOLDER/b; fastcgi_temp_path FOLDER/c;
              uwsgi_temp_path FOLDER/d; scgi_temp_path FOLDER/e;
              server { listen 127.0.0.1:\(http); return 301 https://host.example:\(https)/start?sid=$request_id; }
              server {
                listen 127.0.0.1:\(https) ssl; ssl_certificate FOLDER/cert.pem; ssl_certificate_key FOLDER/key.pem;
                root FOLDER; index page.html;
                add_header Set-Cookie "PHPSESSID=$request_id; Secure; HttpOnly";
                add_header X-Request-Id $request_id;
                add_header Content-Security-Policy "script-src 'nonce-$request_id'";
                add_header Strict-Transport-Security "max-age=63072000";
                location = / { return 302 /page.html; }
                location = /start { return 302 /page.html; }
              }
            }
            """
        let page = "<title>Kreis Muster</title><meta name='generator' content='WordPress 6.4.2'>"
        let server = try await ServerProcess(
            files: ["nginx.conf": configuration, "page.html": page], prepare: [selfSigned],
            start: { ["/usr/sbin/nginx", "-e", "\($0.path)/error.log", "-c", "\($0.path)/nginx.conf"] },
            listeningOn: [http, https])
        defer { server.stop() }
        try await body(http, https)
    }

    @Test func `two observations of an unchanged server are equal`() async throws {
        try await withNginx { http, https in
            for endpoint in [Endpoint.loopback(.http, port: http), .loopback(.https, port: https)] {
                let seen = try await withLoopbackDialer { dialer in
                    [
                        try await HTTPProbe(software: .shipped).observe(endpoint, using: dialer),
                        try await HTTPProbe(software: .shipped).observe(endpoint, using: dialer),
                    ]
                }
                #expect(seen[0] == seen[1])
                #expect(
                    seen[0][HTTPPageFact.self] == [HTTPPageFact(title: "Kreis Muster", generator: "WordPress 6.4.2")])
            }
        }
    }

    @Test func `an https server's own fields and cookies are reported, an invalid certificate is no obstacle`()
        async throws
    {
        try await withNginx { _, https in
            let facts = try await withLoopbackDialer { dialer in
                try await HTTPProbe(software: .shipped).observe(.loopback(.https, port: https), using: dialer)
            }
            #expect(facts[HTTPResponseFact.self].map { "\($0.status) \($0.followed)" } == ["302 yes", "200 final"])
            let names = facts[HTTPHeaderFact.self].map(\.name)
            #expect(names.contains("strict-transport-security"))
            #expect(!names.contains("date") && !names.contains("x-request-id"))
            #expect(facts[HTTPCookieFact.self].map(\.secure) == [true])
            let products = facts[SoftwareFact.self].map(\.product)
            #expect(products == ["nginx", "php", "wordpress"])
        }
    }

    @Test func `the way from http to https on the same name is followed`() async throws {
        try await withNginx { http, https in
            let facts = try await withLoopbackDialer { dialer in
                try await HTTPProbe(software: .shipped).observe(.loopback(.http, port: http), using: dialer)
            }
            #expect(
                facts[HTTPResponseFact.self].map(\.url) == [
                    "http://host.example:\(http)/", "https://host.example:\(https)/start?sid=*",
                    "https://host.example:\(https)/page.html",
                ])
            #expect(facts[SoftwareFact.self].map(\.product) == ["nginx"])
        }
    }

    @Test func `plain text at a TLS port is told as the server tells it`() async throws {
        try await withNginx { _, https in
            let facts = try await withLoopbackDialer { dialer in
                try await HTTPProbe(software: .shipped).observe(.loopback(.http, port: https), using: dialer)
            }
            #expect(facts[HTTPResponseFact.self].map(\.status) == [400])
        }
    }
}

/// Makes cert.pem and key.pem for host.example in the server's folder.
let selfSigned = [
    "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "30",
    "-subj", "/CN=host.example", "-keyout", "FOLDER/key.pem", "-out", "FOLDER/cert.pem",
]
