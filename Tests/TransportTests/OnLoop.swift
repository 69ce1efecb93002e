import Transport

/// Runs a test's body on a loop that ends with it.
func onLoop<Success: Sendable>(
    _ body: @escaping @Sendable (EventLoop) async throws -> Success
) async throws -> Success {
    let loops = try EventLoops(count: 1)
    let loop = loops.all[0]
    let task = Task(executorPreference: loop) { try await body(loop) }
    let result = await task.result
    await loops.shutdown()
    return try result.get()
}

/// Opens when a number of tasks stand before it.
actor Gate {
    private var missing: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(waitingFor count: Int) { missing = count }

    func pass() async {
        missing -= 1
        guard missing > 0 else {
            for continuation in waiting { continuation.resume() }
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }
}
