import Cryptography
import Foundation
import Model
import TLSTesting
import Testing

@Suite struct OCSPResponseTests {
    let workshop: Workshop
    let root: Workshop.Issued
    let leaf: Workshop.Issued
    let other: Workshop.Issued
    private let now = Timestamp(seconds: Int(Date().timeIntervalSince1970))

    init() async throws {
        workshop = try Workshop()
        root = try await workshop.root("root")
        leaf = try await workshop.issue("leaf", by: root)
        other = try await workshop.issue("other", by: root)
    }

    private func certificate(_ issued: Workshop.Issued) async throws -> Certificate {
        try await Certificate(der: workshop.der(issued))
    }

    private func read(
        _ response: [UInt8], about subject: Workshop.Issued? = nil, issuer: Workshop.Issued? = nil, after days: Int = 0
    ) async throws -> OCSPResponse {
        try await OCSPResponse(
            response, about: certificate(subject ?? leaf), issuedBy: certificate(issuer ?? root),
            at: now.adding(days: days))
    }

    @Test func `a good response of the issuer holds until it ends`() async throws {
        let response = try await workshop.ocspResponse(about: leaf, issuer: root, days: 3)
        let read = try await read(response)
        #expect(read.status == .good && read.isCurrent && read.signatureHolds)
        #expect(read.timestamps == [])
        #expect(try await self.read(response, after: 4).isCurrent == false)
        #expect(try await self.read(response, after: -1).isCurrent == false)
        #expect(try await self.read(response, after: 4).signatureHolds)
    }

    @Test func `revoked is revoked, and what nobody issued is unknown`() async throws {
        let revoked = try await workshop.ocspResponse(about: leaf, issuer: root, days: 3, revoked: true)
        #expect(try await read(revoked).status == .revoked)
        let unknown = try await workshop.ocspResponse(about: leaf, issuer: root, days: 3, known: false)
        #expect(try await read(unknown).status == .unknown)
    }

    @Test func `a responder needs a certificate of the issuer that allows it`() async throws {
        let delegate = try await workshop.issue("delegate", by: root, extensions: ["extendedKeyUsage=OCSPSigning"])
        let delegated = try await workshop.ocspResponse(about: leaf, issuer: root, days: 3, signer: delegate)
        #expect(try await read(delegated).signatureHolds)
        let undelegated = try await workshop.ocspResponse(about: leaf, issuer: root, days: 3, signer: other)
        #expect(try await read(undelegated).signatureHolds == false)
        let stranger = try await workshop.root("stranger")
        let foreign = try await workshop.ocspResponse(about: leaf, issuer: root, days: 3, signer: stranger)
        let read = try await read(foreign)
        #expect(read.status == .good && !read.signatureHolds)
    }

    @Test func `a response about another certificate says nothing about this one`() async throws {
        let response = try await workshop.ocspResponse(about: other, issuer: root, days: 3)
        #expect(try await read(response).status == .unreadable)
        #expect(try await read(response, about: other).status == .good)
    }

    @Test func `no shorter form traps, and garbage is unreadable`() async throws {
        let response = try await workshop.ocspResponse(about: leaf, issuer: root, days: 3)
        let (leaf, root) = (try await certificate(leaf), try await certificate(root))
        for length in 0..<response.count {
            let read = OCSPResponse(Array(response.prefix(length)), about: leaf, issuedBy: root, at: now)
            #expect(read.status == .unreadable)
        }
        for position in response.indices {
            var altered = response
            altered[position] ^= 0xFF
            _ = OCSPResponse(altered, about: leaf, issuedBy: root, at: now)
        }
        let greeting = OCSPResponse(Array("220 mail.example ESMTP\r\n".utf8), about: leaf, issuedBy: nil, at: now)
        #expect(greeting.status == .unreadable)
    }
}
