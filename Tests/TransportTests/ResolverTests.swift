import Glibc
import Model
import Testing

@testable import Transport

@Suite(.nameServer) struct ResolverTests {
    private func withResolver<Success: Sendable>(
        _ settings: ResolverSettings? = nil, deadline: Duration = .seconds(10),
        _ body: @escaping @Sendable (Resolver) async throws -> Success
    ) async throws -> Success {
        let settings = try settings ?? #require(NameServer.current).settings
        return try await onLoop { loop in
            try await body(Resolver(settings, on: loop, deadline: deadline))
        }
    }

    private static let addresses: Set<[UInt8]> = [[192, 0, 2, 1], [192, 0, 2, 2]]

    @Test(arguments: [("www.signed.example", DNSAnswer.Validation.secure), ("www.plain.example", .insecure)])
    func `records come with what their signatures prove`(name: String, validation: DNSAnswer.Validation) async throws {
        let answer = try await withResolver { try await $0.lookup(name, .a) }
        #expect(Set(answer.records) == Self.addresses)
        #expect(answer.nameExists)
        #expect(answer.validation == validation)
    }

    @Test func `an alias leads to the records behind it`() async throws {
        let answer = try await withResolver { try await $0.lookup("ALIAS.signed.example.", .a) }
        #expect(Set(answer.records) == Self.addresses)
    }

    @Test func `record data is what the wire says`() async throws {
        let answer = try await withResolver { try await $0.lookup("signed.example", .mx) }
        #expect(
            answer.records == [
                [0, 10] + [4] + Array("mail".utf8) + [6] + Array("signed".utf8) + [7] + Array("example".utf8) + [0]
            ])
    }

    @Test(arguments: [("no.signed.example", DNSAnswer.Validation.secure), ("no.plain.example", .insecure)])
    func `a name that does not exist is a definite answer`(
        name: String, validation: DNSAnswer.Validation
    ) async throws {
        let answer = try await withResolver { try await $0.lookup(name, .a) }
        #expect(answer == DNSAnswer(records: [], nameExists: false, validation: validation))
    }

    @Test(arguments: [("www.signed.example", DNSAnswer.Validation.secure), ("www.plain.example", .insecure)])
    func `a name without such records is a definite answer`(
        name: String, validation: DNSAnswer.Validation
    ) async throws {
        let answer = try await withResolver { try await $0.lookup(name, .aaaa) }
        #expect(answer == DNSAnswer(records: [], nameExists: true, validation: validation))
    }

    @Test func `a zone signed with another key than its parent says is bogus, with the reason`() async throws {
        let answer = try await withResolver { try await $0.lookup("www.broken.example", .a) }
        #expect(answer.validation == .bogus)
        #expect(answer.records.isEmpty)
        #expect(!answer.whyBogus.isEmpty)
    }

    @Test func `the reason is the same whatever is asked of a zone and in which order`() async throws {
        let reasons = try await withResolver { resolver in
            var reasons: Set<String> = []
            for (name, type) in [
                ("www.broken.example", RecordType.a), ("www.broken.example", .aaaa), ("broken.example", .ns),
            ] {
                reasons.insert(try await resolver.lookup(name, type).whyBogus)
            }
            return reasons
        }
        let others = try await withResolver { try await $0.lookup("broken.example", .ns) }
        #expect(reasons == [others.whyBogus])
        #expect(!others.whyBogus.contains("previous"))
    }

    @Test func `everything is bogus below an anchor that nobody signs with`() async throws {
        let server = try #require(NameServer.current)
        let settings = ResolverSettings(servers: server.settings.servers, trustAnchor: server.wrongAnchor)
        let answer = try await withResolver(settings) { try await $0.lookup("www.signed.example", .a) }
        #expect(answer.validation == .bogus)
    }

    @Test func `a resolver that gives no keys for the anchor leaves open whether an answer is genuine`() async throws {
        let server = try #require(NameServer.current)
        let settings = ResolverSettings(servers: server.settings.servers, trustAnchor: server.keylessAnchor)
        let answer = try await withResolver(settings) { try await $0.lookup("www.plain.example", .a) }
        #expect(Set(answer.records) == Self.addresses)
        #expect(answer.validation == .unknown)
        let absent = try await withResolver(settings) { try await $0.lookup("no.plain.example", .a) }
        #expect(absent == DNSAnswer(records: [], nameExists: false, validation: .unknown))
    }

    @Test func `without an anchor nothing is secure`() async throws {
        let server = try #require(NameServer.current)
        let settings = ResolverSettings(servers: server.settings.servers, trustAnchor: nil)
        let answer = try await withResolver(settings) { try await $0.lookup("www.signed.example", .a) }
        #expect(Set(answer.records) == Self.addresses)
        #expect(answer.validation == .insecure)
    }

    @Test func `a zone the server does not have is no answer`() async throws {
        let server = try #require(NameServer.current)
        let settings = ResolverSettings(servers: server.settings.servers, trustAnchor: nil)
        await #expect(throws: NetworkError.noAnswer(name: "www.other.invalid", reason: "SERVFAIL")) {
            try await withResolver(settings) { try await $0.lookup("www.other.invalid", .a) }
        }
    }

    @Test func `a server that never answers is a timeout at the deadline`() async throws {
        let (descriptor, port) = try NameServer.deafPort()
        defer { close(descriptor) }
        let settings = ResolverSettings(servers: ["127.0.0.1@\(port)"], trustAnchor: nil)
        await #expect(throws: NetworkError.timeout) {
            try await withResolver(settings, deadline: .milliseconds(150)) { try await $0.lookup("www.example", .a) }
        }
    }

    @Test func `cancelling wakes who waits for a server that never answers`() async throws {
        let (descriptor, port) = try NameServer.deafPort()
        defer { close(descriptor) }
        let settings = ResolverSettings(servers: ["127.0.0.1@\(port)"], trustAnchor: nil)
        let loops = try EventLoops(count: 2)
        let resolver = try Resolver(settings, on: loops.all[0], deadline: .seconds(60))
        let tasks = loops.all.map { loop in
            Task(executorPreference: loop) { try await resolver.lookup("www.example", .a) }
        }
        try await loops.all[1].run {}
        let before = Moment.now
        for task in tasks { task.cancel() }
        for task in tasks { await #expect(throws: CancellationError.self) { try await task.value } }
        #expect(Moment.now < before + .seconds(30))
        await loops.shutdown()
    }

    @Test func `many questions at the same time are all answered, equal ones once`() async throws {
        let answers = try await withResolver { resolver in
            try await withThrowingTaskGroup(of: DNSAnswer.self) { group in
                for number in 0..<300 {
                    group.addTask { try await resolver.lookup("host\(number % 100).plain.example", .a) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
        }
        #expect(answers.count == 300)
        #expect(answers.allSatisfy { !$0.nameExists })
    }

    @Test(arguments: ["", "a b.example", "evil\u{0}.example", "ü.example", String(repeating: "a", count: 5_000)])
    func `what is no name is never asked`(name: String) async throws {
        await #expect(throws: NetworkError.noAnswer(name: name, reason: "not a domain name")) {
            try await withResolver { try await $0.lookup(name, .a) }
        }
    }

    @Test(arguments: ["999.1.1.1", "ns.example", "127.0.0.1@x"])
    func `a resolver that is no address is an error when it is set up`(server: String) async throws {
        await #expect(throws: NetworkError.self) {
            try await withResolver(ResolverSettings(servers: [server], trustAnchor: nil)) { _ in }
        }
    }

    @Test func `a trust anchor that cannot be read is an error when it is set up`() async throws {
        await #expect(throws: NetworkError.local("trust anchor \"/nowhere/anchor\" unreadable")) {
            try await withResolver(ResolverSettings(servers: [], trustAnchor: "/nowhere/anchor")) { _ in }
        }
    }
}
