import Foundation
import Model
import Testing

@testable import Scanning

@Suite(.enabled(if: Installed.has("/usr/sbin/sshd") && Installed.has("/usr/bin/ssh-keygen")))
struct RealSSHServerTests {
    @Test func `an OpenSSH server is described, twice in the same way`() async throws {
        let port = try ServerProcess.freePort()
        let configuration = """
            Port \(port)
            ListenAddress 127.0.0.1
            HostKey FOLDER/key
            PidFile none
            UsePAM no
            KexAlgorithms curve25519-sha256,diffie-hellman-group14-sha1
            Ciphers aes256-ctr,aes128-cbc
            MACs hmac-sha1
            """
        // As root, sshd would want a folder under /run; as nobody it does not.
        let isRoot = getuid() == 0
        let nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        let makeKey = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "FOLDER/key"]
        let server = try await ServerProcess(
            files: ["sshd_config": configuration],
            prepare: isRoot ? [makeKey, ["chown", "65534", "FOLDER/key"]] : [makeKey],
            start: { (isRoot ? nobody : []) + ["/usr/sbin/sshd", "-D", "-e", "-f", "\($0.path)/sshd_config"] },
            listeningOn: [port])
        defer { server.stop() }
        let seen = try await withLoopbackDialer { dialer in
            [
                try await SSHProbe(software: .shipped).observe(.loopback(.ssh, port: port), using: dialer),
                try await SSHProbe(software: .shipped).observe(.loopback(.ssh, port: port), using: dialer),
            ]
        }
        #expect(seen[0] == seen[1])
        #expect(seen[0][SSHBannerFact.self].map(\.protocolVersion) == ["2.0"])
        let algorithms = seen[0][SSHAlgorithmFact.self].map { "\($0.kind) \($0.direction) \($0.name)" }
        for expected in [
            "kex both diffie-hellman-group14-sha1", "cipher both aes128-cbc", "mac both hmac-sha1",
            "host_key both ssh-ed25519",
        ] {
            #expect(algorithms.contains(expected), "\(expected)")
        }
        #expect(seen[0][SoftwareFact.self].map(\.product) == ["debian", "openssh"])
    }
}
