import Model

struct SSHBannerFact: Fact {
    let protocolVersion: String
    let software: String
    let comments: String

    static let table = FactTable(
        "ssh_banner", "The identification string of an SSH server (RFC 4253 4.2).",
        [
            .text("protocol_version", "2.0, 1.99 or 1.5."), .text("software", "softwareversion: OpenSSH_9.2p1."),
            .text("comments", "What follows the first space; empty without."),
        ])
}

struct SSHAlgorithmFact: Fact {
    let kind: String
    let direction: String
    let name: String
    let position: Int

    static let table = FactTable(
        "ssh_algorithm", "Algorithms an SSH server offers in KEXINIT, in its order.",
        [
            .text("kind", "kex, host_key, cipher, mac or compression."),
            .text("direction", "both, or client_to_server / server_to_client where the two lists differ."),
            .text("name", "OpenSSH or RFC name."), .integer("position", "0 is the server's first."),
        ])
}
