import Foundation

/// Listening sockets that nobody should ever reach; counts who did.
final class CountingListener {
    private let sockets: [Int32]

    struct CannotListen: Error { let port: UInt16 }

    init(address: String, ports: [UInt16]) throws {
        sockets = try ports.map { port in
            let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
            var on: Int32 = 1
            setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
            var name = sockaddr_in()
            name.sin_family = sa_family_t(AF_INET)
            name.sin_port = port.bigEndian
            inet_pton(AF_INET, address, &name.sin_addr)
            let bound = withUnsafePointer(to: &name) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(listener, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
            guard bound == 0, listen(listener, 64) == 0 else { throw CannotListen(port: port) }
            return listener
        }
    }

    /// Connections that reached the sockets so far.
    func accepted() -> Int {
        var count = 0
        for listener in sockets {
            while case let connection = accept(listener, nil, nil), connection >= 0 {
                count += 1
                Foundation.close(connection)
            }
        }
        return count
    }

    func close() { for listener in sockets { Foundation.close(listener) } }
}
