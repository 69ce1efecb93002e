import Model
import Testing
import Transport

@testable import Scanning

@Suite(.enabled(if: Installed.has("/usr/sbin/nginx")))
struct RealOnlineServiceTests {
    @Test func `services of a portal are seen as nginx serves them, twice the same`() async throws {
        let https = try ServerProcess.freePort()
        let configuration = """
            daemon off; worker_processes 1; pid FOLDER/pid; error_log FOLDER/error.log;
            events {}
            http {
              access_log off; default_type text/html;
              client_body_temp_path FOLDER/a; proxy_temp_path FOLDER/b; fastcgi_temp_path FOLDER/c;
              uwsgi_temp_path FOLDER/d; scgi_temp_path FOLDER/e;
              server {
                listen 127.0.0.1:\(https) ssl; ssl_certificate FOLDER/cert.pem; ssl_certificate_key FOLDER/key.pem;
                root FOLDER; add_header Set-Cookie "sid=$request_id; Secure";
                location = /stadt/wohngeld { return 302 /wohngeld.html?sid=$request_id; }
                location = /stadt/hundesteuer { return 302 https://id.bund.de/sso?RelayState=$request_id; }
                location = /anmelden { return 302 https://id.bund.de/sso?RelayState=$request_id; }
              }
            }
            """
        let page = "<title>Wohngeld</title><body><a href='/anmelden?state=1'>Anmelden</a>"
        let server = try await ServerProcess(
            files: ["nginx.conf": configuration, "wohngeld.html": page], prepare: [selfSigned],
            start: { ["/usr/sbin/nginx", "-e", "\($0.path)/error.log", "-c", "\($0.path)/nginx.conf"] },
            listeningOn: [https])
        defer { server.stop() }
        let probe = OnlineServiceProbe(
            targets: ["hundesteuer", "mangel", "wohngeld"].compactMap { service in
                OnlineServiceTarget(
                    offer: OnlineOffer(
                        body: "stadt", service: service, url: "https://host.example:\(https)/stadt/\(service)",
                        declared: nil, platform: nil), required: .substantial, owner: "a")
            }, software: .shipped)
        let endpoint = Endpoint.loopback(.https, port: https)
        let seen = try await withLoopbackDialer { dialer in
            [try await probe.observe(endpoint, using: dialer), try await probe.observe(endpoint, using: dialer)]
        }
        #expect(seen[0] == seen[1])
        #expect(
            seen[0][OnlineServiceFact.self].map {
                "\($0.service) \($0.state) \($0.status) \($0.signInLevel) \($0.detail)"
            } == [
                "hundesteuer elsewhere 302 high https://id.bund.de/sso?RelayState=*", "mangel error 404 unknown ",
                "wohngeld live 200 high ",
            ])
        #expect(seen[0][OnlineServiceProductFact.self].contains { $0.service == "wohngeld" && $0.product == "nginx" })
    }
}
