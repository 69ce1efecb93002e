import Glibc
import Model
import Synchronization

/// A real listening socket on loopback with one thread behind it, and a count of who came.
package final class LoopbackServer: Sendable {
    package enum Manner: Sendable {
        /// Takes everything and never answers.
        case silent
        /// Sends back what it gets.
        case echo
        /// Says this, then closes at once.
        case says([UInt8])
        /// Answers the first bytes of a connection with these.
        case answers([UInt8])
        /// Accepts and ends with RST.
        case resets
    }

    package struct Failure: Error {
        let call: String
        let number = errno
    }

    package let address: IPAddress
    package let port: UInt16
    private let manner: Manner
    private let listener: Int32
    private let bell: (reading: Int32, writing: Int32)
    private let accepted = Atomic<Int>(0)
    private let isStopped = Atomic<Bool>(false)
    private let ended = DoneFlag()

    /// Listens on a port the system chooses.
    package init(_ manner: Manner, at address: String = "127.0.0.1") throws {
        guard let address = IPAddress(address) else { throw Failure(call: "address") }
        self.address = address
        self.manner = manner
        listener = socket(address.isIPv6 ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Failure(call: "pipe") }
        bell = (ends[0], ends[1])
        port = try LoopbackServer.listen(listener, address)
        try start()
    }

    /// Connections accepted so far.
    package var count: Int { accepted.load(ordering: .sequentiallyConsistent) }

    /// Closes everything and returns when the thread is gone.
    package func stop() {
        guard !isStopped.exchange(true, ordering: .sequentiallyConsistent) else { return }
        close(bell.writing)
        ended.wait()
    }

    private static func listen(_ listener: Int32, _ address: IPAddress) throws -> UInt16 {
        var storage = sockaddr_storage()
        var length = socklen_t(address.isIPv6 ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size)
        try withUnsafeMutableBytes(of: &storage) { bytes in
            bytes.storeBytes(of: sa_family_t(address.isIPv6 ? AF_INET6 : AF_INET), as: sa_family_t.self)
            let offset = address.isIPv6 ? 8 : 4
            for (index, byte) in address.bytes.enumerated() { bytes[offset + index] = byte }
            guard let base = bytes.baseAddress else { throw Failure(call: "memory") }
            let socketAddress = base.assumingMemoryBound(to: sockaddr.self)
            guard bind(listener, socketAddress, length) == 0 else { throw Failure(call: "bind") }
            guard Glibc.listen(listener, 4_096) == 0 else { throw Failure(call: "listen") }
            guard getsockname(listener, socketAddress, &length) == 0 else { throw Failure(call: "getsockname") }
        }
        return withUnsafeBytes(of: &storage) { UInt16($0[2]) << 8 | UInt16($0[3]) }
    }

    private func start() throws {
        var thread = pthread_t()
        let server = Unmanaged.passRetained(self)
        let status = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                let server = Unmanaged<LoopbackServer>.fromOpaque(argument).takeRetainedValue()
                server.serve()
                server.ended.set()
                return nil
            }, server.toOpaque())
        guard status == 0 else {
            server.release()
            throw Failure(call: "pthread_create")
        }
        pthread_detach(thread)
    }

    private func serve() {
        var sockets = [pollfd(fd: bell.reading, events: Int16(POLLIN), revents: 0)]
        sockets.append(pollfd(fd: listener, events: Int16(POLLIN), revents: 0))
        while poll(&sockets, nfds_t(sockets.count), -1) >= 0, sockets[0].revents == 0 {
            var closed: Set<Int32> = []
            for socket in sockets.dropFirst(2) where socket.revents != 0 {
                if !answer(socket.fd) { closed.insert(socket.fd) }
            }
            sockets.removeAll { closed.contains($0.fd) }
            for descriptor in closed { close(descriptor) }
            if sockets[1].revents != 0, let peer = welcome() {
                sockets.append(pollfd(fd: peer, events: Int16(POLLIN), revents: 0))
            }
        }
        for socket in sockets { close(socket.fd) }
    }

    /// A new peer that stays, if there is one.
    private func welcome() -> Int32? {
        let peer = accept(listener, nil, nil)
        guard peer >= 0 else { return nil }
        accepted.add(1, ordering: .sequentiallyConsistent)
        switch manner {
        case .silent, .echo, .answers: return peer
        case .says(let bytes): send(peer, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        case .resets:
            var option = linger(l_onoff: 1, l_linger: 0)
            setsockopt(peer, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        }
        close(peer)
        return nil
    }

    /// False when the peer is gone.
    private func answer(_ peer: Int32) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = recv(peer, &bytes, bytes.count, 0)
        guard count > 0 else { return false }
        switch manner {
        case .echo: send(peer, bytes, count, Int32(MSG_NOSIGNAL))
        case .answers(let answer): send(peer, answer, answer.count, Int32(MSG_NOSIGNAL))
        case .silent, .says, .resets: break
        }
        return true
    }
}

/// Set once by one thread, waited for by another.
private final class DoneFlag: Sendable {
    private let value = Atomic<UInt32>(0)

    func set() { value.store(1, ordering: .releasing) }

    func wait() {
        while value.load(ordering: .acquiring) == 0 { sched_yield() }
    }
}
