import CSocket
import Glibc

/// Listens on every loopback address and answers the first bytes of each connection with a ServerHello.
struct CannedServer {
    /// Prints its port and serves until its standard input ends.
    func serve() throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        // All of 127.0.0.0/8, and through the loopback device only.
        address.sin_addr.s_addr = 0
        setsockopt(listener, SOL_SOCKET, SO_BINDTODEVICE, "lo", 3)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = bind(listener, $0, length)
                _ = getsockname(listener, $0, &length)
            }
        }
        listen(listener, 4_096)
        print(UInt16(bigEndian: address.sin_port))
        fflush(nil)
        loop(listener)
    }

    private func loop(_ listener: Int32) {
        let poller = csocket_poller()
        _ = csocket_watch_level(poller, listener, UInt64(listener))
        _ = csocket_watch_level(poller, STDIN_FILENO, UInt64(STDIN_FILENO))
        var events = [csocket_event](repeating: csocket_event(), count: 256)
        while true {
            let count = csocket_wait(poller, &events, 256, -1)
            for event in events.prefix(Int(max(0, count))) {
                switch Int32(event.token) {
                case STDIN_FILENO: return
                case listener: welcome(listener, poller)
                case let peer: answer(peer)
                }
            }
        }
    }

    private func welcome(_ listener: Int32, _ poller: Int32) {
        while true {
            let peer = accept(listener, nil, nil)
            guard peer >= 0 else { return }
            _ = csocket_watch_level(poller, peer, UInt64(peer))
        }
    }

    private func answer(_ peer: Int32) {
        let count = withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 1) { bytes in
            recv(peer, bytes.baseAddress, bytes.count, Int32(MSG_DONTWAIT))
        }
        guard count > 0 else {
            close(peer)
            return
        }
        _ = send(peer, Hello.server, Hello.server.count, Int32(MSG_NOSIGNAL))
    }
}

/// The server as a process of its own; it ends when the pipe to it does.
struct ServerProcess: Sendable {
    let port: UInt16
    private let process: pid_t
    private let lifeline: Int32

    struct Failure: Error {}

    init() throws {
        var input: [Int32] = [0, 0]
        var output: [Int32] = [0, 0]
        guard pipe(&input) == 0, pipe(&output) == 0 else { throw Failure() }
        for descriptor in input + output { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO)
        var process = pid_t()
        var arguments = [strdup("TransportBenchmark"), strdup("serve"), nil]
        let status = posix_spawn(&process, "/proc/self/exe", &actions, nil, &arguments, environ)
        for argument in arguments { free(argument) }
        posix_spawn_file_actions_destroy(&actions)
        close(input[0])
        close(output[1])
        var text = [UInt8](repeating: 0, count: 16)
        let count = read(output[0], &text, text.count)
        guard status == 0, count > 0,
            let port = UInt16(String(decoding: text.prefix(count - 1), as: UTF8.self))
        else { throw Failure() }
        self.port = port
        self.process = process
        lifeline = input[1]
    }

    func stop() {
        close(lifeline)
        waitpid(process, nil, 0)
    }
}
