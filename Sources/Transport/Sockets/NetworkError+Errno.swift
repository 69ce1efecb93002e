import Glibc

extension NetworkError {
    /// What a system call's error number says about the peer, the way to it, or this machine.
    package init(errno number: Int32) {
        switch number {
        case ECONNREFUSED: self = .refused
        case ETIMEDOUT: self = .timeout
        case ECONNRESET, EPIPE, ECONNABORTED: self = .reset
        case ENETUNREACH, EHOSTUNREACH, EHOSTDOWN, ENETDOWN, EACCES, EPERM:
            self = .unreachable(NetworkError.text(of: number))
        default: self = .local(NetworkError.text(of: number))
        }
    }

    private static func text(of number: Int32) -> String {
        switch number {
        case EMFILE: "this process has no file descriptors left"
        case ENFILE: "this machine has no file descriptors left"
        case ENETUNREACH: "network unreachable"
        case EHOSTUNREACH: "host unreachable"
        case EHOSTDOWN: "host down"
        case ENETDOWN: "network down"
        case EACCES, EPERM: "forbidden by this machine's packet filter"
        case EADDRNOTAVAIL: "no local port or address left"
        default: "system error \(number)"
        }
    }
}
