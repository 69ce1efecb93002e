import CUnbound

/// Asks the fleet's resolvers through libunbound and validates what they say.
///
/// An answer is kept for the life of the resolver, which is one run; equal questions at the same time are asked once.
/// `@unchecked Sendable`: every variable is touched on the loop's thread only; the constants are Sendable.
package final class Resolver: @unchecked Sendable {
    private let context: UnboundContext
    private let loop: EventLoop
    private let deadline: Duration
    private var answers: [DNSQuestion: DNSAnswer] = [:]
    private var queries: [DNSQuestion: Query] = [:]
    private var listening: UInt64?
    private var numbers: UInt64 = 0

    /// Throws `NetworkError.local` when a resolver or the trust anchor cannot be used.
    package init(_ settings: ResolverSettings, on loop: EventLoop, deadline: Duration) throws {
        context = try UnboundContext(settings)
        self.loop = loop
        self.deadline = deadline
    }

    deinit {
        guard let listening else { return }
        // The context lives on in the action until the loop has let go of its descriptor.
        loop.perform { [loop, context] in loop.unlisten(context.descriptor, token: listening) }
    }

    /// A definite answer. Throws `timeout` at the deadline, `noAnswer` when the servers could not say.
    package func lookup(_ name: String, _ type: RecordType) async throws -> DNSAnswer {
        let question = DNSQuestion(name, type)
        guard question.isAskable else { throw NetworkError.noAnswer(name: name, reason: "not a domain name") }
        return try await loop.run {
            if let answer = answers[question] { return answer }
            numbers += 1
            let number = numbers
            return try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { join(question, number, $0) }
            } onCancel: {
                loop.perform { self.leave(question, number) }
            }
        }
    }
}

/// One question on its way, and who waits for the answer.
///
/// `@unchecked Sendable`: touched on the resolver's loop only.
private final class Query: @unchecked Sendable {
    let question: DNSQuestion
    weak var resolver: Resolver?
    var waiting: [UInt64: CheckedContinuation<DNSAnswer, any Error>] = [:]
    /// libunbound's number for it; `nil` when libunbound has answered or was told to forget it.
    var number: Int32?

    init(_ question: DNSQuestion, _ resolver: Resolver) {
        self.question = question
        self.resolver = resolver
    }

    func end(_ result: Result<DNSAnswer, any Error>) {
        let waiting = self.waiting
        self.waiting = [:]
        for continuation in waiting.values { continuation.resume(with: result) }
    }
}

// On the loop's thread
extension Resolver {
    private func join(
        _ question: DNSQuestion, _ number: UInt64, _ continuation: CheckedContinuation<DNSAnswer, any Error>
    ) {
        if Task.isCancelled { return continuation.resume(throwing: CancellationError()) }
        if let query = queries[question] {
            query.waiting[number] = continuation
            return
        }
        let query = Query(question, self)
        query.waiting[number] = continuation
        queries[question] = query
        do {
            try start(query)
        } catch {
            finish(query, .failure(error))
        }
    }

    private func leave(_ question: DNSQuestion, _ number: UInt64) {
        guard let query = queries[question], let continuation = query.waiting.removeValue(forKey: number) else {
            return
        }
        continuation.resume(throwing: CancellationError())
        if query.waiting.isEmpty { finish(query, .failure(CancellationError())) }
    }

    private func start(_ query: Query) throws {
        if listening == nil {
            listening = try loop.listen(context.descriptor) { [context] in ub_process(context.pointer) }
        }
        var number: Int32 = 0
        let carried = Unmanaged.passRetained(query)
        let status = ub_resolve_async(
            context.pointer, query.question.absoluteName, Int32(query.question.type.rawValue), 1, carried.toOpaque(),
            { carried, status, result in
                guard let carried else { return ub_resolve_free(result) }
                let query = Unmanaged<Query>.fromOpaque(carried).takeRetainedValue()
                query.number = nil
                let answer = Result { try DNSAnswer(status, result?.pointee, to: query.question.name) }
                ub_resolve_free(result)
                query.resolver?.finish(query, answer)
            }, &number)
        guard status == 0 else {
            carried.release()
            throw NetworkError.local(ub_strerror(status).map { String(cString: $0) } ?? "resolver error")
        }
        query.number = number
        loop.schedule(at: .now + deadline) { [weak self, weak query] in
            guard let query else { return }
            self?.finish(query, .failure(NetworkError.timeout))
        }
    }

    /// Once per query: by its answer, its deadline, or because nobody waits any more.
    private func finish(_ query: Query, _ result: Result<DNSAnswer, any Error>) {
        guard queries[query.question] === query else { return }
        queries[query.question] = nil
        if let number = query.number {
            query.number = nil
            // From here on libunbound does not call back; what it carried for the callback is ours again.
            ub_cancel(context.pointer, number)
            Unmanaged.passUnretained(query).release()
        }
        if case .success(let answer) = result { answers[query.question] = answer }
        query.end(result)
    }
}

extension DNSAnswer {
    /// Throws `noAnswer` for what is no answer: a failing, refusing or broken server.
    fileprivate init(_ status: Int32, _ result: ub_result?, to name: String) throws {
        guard status == 0, let result else {
            let reason = ub_strerror(status).map { String(cString: $0) } ?? "resolver error"
            throw NetworkError.noAnswer(name: name, reason: reason)
        }
        if result.bogus != 0, !lacksAnchorKeys(result) {
            self.init(
                records: [], nameExists: result.nxdomain == 0, validation: .bogus,
                whyBogus: result.why_bogus.map { BogusCause.text(in: String(cString: $0)) } ?? "signature not valid")
            return
        }
        guard result.rcode == 0 || result.nxdomain != 0 else {
            throw NetworkError.noAnswer(name: name, reason: DNSAnswer.reason(rcode: result.rcode))
        }
        self.init(
            records: DNSAnswer.records(result), nameExists: result.nxdomain == 0,
            validation: result.bogus != 0 ? .unknown : result.secure != 0 ? .secure : .insecure)
    }

    /// libunbound ends the list with a null pointer.
    private static func records(_ result: ub_result) -> [[UInt8]] {
        guard result.havedata != 0, let data = result.data, let lengths = result.len else { return [] }
        var records: [[UInt8]] = []
        while let record = data[records.count] {
            let bytes = UnsafeRawBufferPointer(start: record, count: Int(max(0, lengths[records.count])))
            records.append(Array(bytes))
        }
        return records
    }

    private static func reason(rcode: Int32) -> String {
        switch rcode {
        case 1: "FORMERR"
        case 2: "SERVFAIL"
        case 4: "NOTIMP"
        case 5: "REFUSED"
        default: "RCODE \(rcode)"
        }
    }
}

/// A resolver that passes on no keys of the anchor itself makes everything look forged: that says nothing about the name
/// asked for, so the answer is taken as it came, neither secure nor bogus.
private func lacksAnchorKeys(_ result: ub_result) -> Bool {
    guard let why = result.why_bogus.map({ String(cString: $0) }) else { return false }
    return why.contains("no DNSKEY rrset") && why.contains("for trust anchor")
}
