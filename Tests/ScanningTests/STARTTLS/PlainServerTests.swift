import Foundation
import Model
import TLSTesting
import Testing

@testable import Scanning

/// Every server of Debian that begins in plain text, as it comes.
@Suite struct PlainServerTests {
    @Test(arguments: PlainServer.allCases.filter(\.isAvailable))
    func `a real server starts`(server: PlainServer) async throws {
        let workshop = try Workshop()
        let own = try await workshop.issue("host.example", names: ["DNS:host.example"])
        let running = try await server.start(in: workshop, own)
        running.stop()
    }
}
