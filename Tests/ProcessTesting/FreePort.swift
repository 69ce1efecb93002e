import Glibc

/// A port of 127.0.0.1 that nobody had a moment ago.
package func freePort(_ kind: __socket_type = SOCK_STREAM) throws -> UInt16 {
    let (descriptor, port) = try boundPort(kind)
    close(descriptor)
    return port
}

/// A bound socket that nobody reads, and its port.
package func boundPort(_ kind: __socket_type) throws -> (descriptor: Int32, port: UInt16) {
    let descriptor = socket(AF_INET, Int32(kind.rawValue), 0)
    var address = loopback(port: 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
        }
    }
    guard isBound else {
        close(descriptor)
        throw Child.CannotStart(program: "bind", reason: "no free port")
    }
    return (descriptor, UInt16(bigEndian: address.sin_port))
}

/// Whether something listens on a TCP port of 127.0.0.1.
package func connects(to port: UInt16) -> Bool {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = loopback(port: port)
    return withUnsafePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
    }
}

private func loopback(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
}
