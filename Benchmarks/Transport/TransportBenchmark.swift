import CSocket
import Glibc
import Model
import Transport

/// Measures what one short connection costs this process: connect, ClientHello, ServerHello, hang up.
///
///     swift run -c release TransportBenchmark [connections] [at once]
///
/// The server is a second process of the same program with a canned answer, so its time is not counted.
@main
struct TransportBenchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.first == "serve" { return try CannedServer().serve() }
        let numbers = arguments.compactMap(Int.init)
        let load = Load(connections: numbers.first ?? 20_000, atOnce: numbers.dropFirst().first ?? 128)
        let server = try ServerProcess()
        defer { server.stop() }
        print("connections \(load.connections), at once \(load.atOnce), one loop; CPU is user + system of the client")
        try await measure("plain epoll, no tasks", load) { try PlainEpoll(port: server.port, load).run() }
        try await measure("tasks on EventLoop, SocketStream", load) { try await streams(port: server.port, load) }
        try await measure("tasks on EventLoop, NetworkDialer", load) { try await dialer(port: server.port, load) }
        try await measure("plain epoll, no tasks (again)", load) { try PlainEpoll(port: server.port, load).run() }
    }

    private static func measure(_ name: String, _ load: Load, _ body: @Sendable () async throws -> Int) async throws {
        let before = Usage.now
        let answered = try await body()
        let spent = Usage.now - before
        let per = 1_000 / Double(load.connections)
        print(
            "\(name): \(rounded(spent.cpu * per)) ms CPU per connection",
            "(user \(rounded(spent.user * per)), system \(rounded(spent.system * per))),",
            "\(Int(Double(load.connections) / spent.wall)) connections/s, \(answered) answered")
    }

    private static func rounded(_ milliseconds: Double) -> Double { (milliseconds * 10_000).rounded() / 10_000 }
}

/// How much is asked of the server.
struct Load: Sendable {
    let connections: Int
    let atOnce: Int

    /// Spread over addresses, as a scan is: no endpoint sees more than its budget of forty.
    func address(_ number: Int) -> [UInt8] {
        let host = number / 32
        return [127, 31, UInt8(truncatingIfNeeded: host >> 8), UInt8(truncatingIfNeeded: host)]
    }
}

/// Seconds of this process and of the clock.
struct Usage {
    let user: Double
    let system: Double
    let wall: Double

    var cpu: Double { user + system }

    static var now: Usage {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Usage(
            user: seconds(usage.ru_utime), system: seconds(usage.ru_stime),
            wall: Double(Moment.now.nanoseconds) / 1e9)
    }

    static func - (left: Usage, right: Usage) -> Usage {
        Usage(user: left.user - right.user, system: left.system - right.system, wall: left.wall - right.wall)
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}

/// A ClientHello of usual size, and the ServerHello record the canned server answers with.
enum Hello {
    static let client: [UInt8] = [22, 3, 1, 1, 249, 1, 0, 1, 245, 3, 3] + [UInt8](repeating: 0x5a, count: 499)
    static let server: [UInt8] = [22, 3, 3, 0, 122, 2, 0, 0, 118, 3, 3] + [UInt8](repeating: 0xa5, count: 116)
}
