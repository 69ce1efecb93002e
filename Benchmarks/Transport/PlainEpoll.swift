import CSocket
import Glibc

/// The yardstick: the same conversation as a state machine straight on epoll, without tasks or streams.
struct PlainEpoll {
    private let port: UInt16
    private let load: Load
    private let poller = csocket_poller()
    private var started = 0
    private var answered = 0
    private var open = 0
    private var isSent: [Int32: Bool] = [:]

    init(port: UInt16, _ load: Load) {
        self.port = port
        self.load = load
    }

    func run() throws -> Int {
        var run = self
        run.loop()
        close(run.poller)
        return run.answered
    }

    private mutating func loop() {
        var events = [csocket_event](repeating: csocket_event(), count: 256)
        while started < load.connections || open > 0 {
            while open < load.atOnce, started < load.connections { connect() }
            let count = csocket_wait(poller, &events, 256, 1_000)
            for event in events.prefix(Int(max(0, count))) { proceed(event) }
        }
    }

    private mutating func connect() {
        let address = load.address(started)
        let descriptor = csocket_open(0)
        started += 1
        open += 1
        isSent[descriptor] = false
        _ = csocket_connect(descriptor, address, 4, port)
        _ = csocket_watch(poller, descriptor, UInt64(descriptor))
    }

    private mutating func proceed(_ event: csocket_event) {
        let descriptor = Int32(event.token)
        if isSent[descriptor] == false, event.writable != 0 {
            isSent[descriptor] = true
            _ = send(descriptor, Hello.client, Hello.client.count, Int32(MSG_NOSIGNAL))
        }
        guard event.readable != 0 else { return }
        let isWhole = withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 1) { bytes in
            recv(descriptor, bytes.baseAddress, bytes.count, 0) == Hello.server.count
        }
        if isWhole { answered += 1 }
        close(descriptor)
        isSent[descriptor] = nil
        open -= 1
    }
}
