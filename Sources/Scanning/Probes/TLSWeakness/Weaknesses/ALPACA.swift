import Cryptography
import Model
import Transport

/// CVE-2021-31971: a server that does not insist on its own application protocol can be passed off as another one that
/// shares its certificate.
///
/// Ordinary handshakes with the wrong names: an application protocol the service does not speak, and a host name that
/// is nobody's. The protocol decides the answer; the host name is told with it, because insisting on that narrows the
/// attack to services under one name.
struct ALPACA: WeaknessTest {
    let weakness = "alpaca"
    let cve = "CVE-2021-31971"
    let connections = 2

    func attempt(at entrance: TLSEntrance<some Dialer>) async throws -> WeaknessAnswer {
        let name = entrance.serverName.isEmpty ? nil : entrance.serverName
        let foreign =
            entrance.endpoint.service == .https ? "imap" : entrance.endpoint.service == .tls ? "x-lagebild" : "http/1.1"
        let takesProtocol = try await accepts(TLSClientOptions(serverName: name, alpn: [foreign]), at: entrance)
        let takesName = try await accepts(TLSClientOptions(serverName: "lagebild.invalid"), at: entrance)
        let detail = """
            foreign application protocol \(takesProtocol ? "accepted" : "refused"), \
            another host name \(takesName ? "accepted" : "refused")
            """
        return takesProtocol ? .vulnerable(detail) : .notVulnerable(detail)
    }

    /// A refusal counts only by an alert that names its reason; every other failure leaves the answer open.
    private func accepts(_ options: TLSClientOptions, at entrance: TLSEntrance<some Dialer>) async throws -> Bool {
        do {
            _ = try await entrance.visit(options)
            return true
        } catch let error as TLSError where error.isAboutNames {
            return false
        }
    }
}

extension TLSError {
    /// no_application_protocol and unrecognized_name.
    fileprivate var isAboutNames: Bool {
        description.contains("no application protocol") || description.contains("unrecognized name")
    }
}
