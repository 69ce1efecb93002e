import Wire

/// Whose order decides, and which it is where elimination alone does not show it.
extension Elimination {
    /// All accepted suites whose place is open, in full, one less each time.
    mutating func nextRank(left: Int) -> Question? {
        if order.certainPlaces < order.ranked.count || order.ranked.count + field.count != suites.accepted.count {
            order.forgetDoubtful()
            let ranked = order.ranked
            field = suites.accepted.filter { !ranked.contains($0) }
            spent = 0
        }
        let looksLikeClients = !mustRank && spent >= 2 && !order.refutesClient(accepted: suites.accepted)
        if let last = field.first, field.count == 1 { order.rank(last, from: field) }
        guard field.count > 1, !looksLikeClients, left >= field.count else {
            stage = .order
            return nil
        }
        spent += 1
        return question(field, isReversed: spent.isMultiple(of: 2))
    }

    mutating func learnRank(_ answer: Answer, _ question: Question) {
        guard let choice = chosen(answer, from: question) else {
            stage = .order
            return
        }
        order.rank(choice.suite, from: question.suites)
        field.removeAll { $0 == choice.suite }
    }

    /// One hello in which the two hypotheses differ: what the server seems to like best stands last.
    mutating func nextOrder(left: Int) -> Question? {
        guard suites.accepted.count > 1 else { return finishOrder(nil) }
        guard !order.refutesClient(accepted: suites.accepted) else { return finishOrder(.server) }
        guard left > 0, let best = order.ranked.first ?? suites.accepted.first else { return finishOrder(.unknown) }
        let rest = suites.accepted.filter { $0 != best }
        let sorted = rest.filter { !$0.isChaCha } + rest.filter(\.isChaCha)
        return question(sorted + [best])
    }

    mutating func learnOrder(_ answer: Answer, _ question: Question) {
        guard let choice = chosen(answer, from: question) else { return _ = finishOrder(.unknown) }
        let first = question.suites.first { suites.accepted.contains($0) }
        if choice.suite != first, order.ranked.count < suites.accepted.count, suites.isProven, !mustRank {
            // It looked like the client's order, and is not: now every place counts.
            mustRank = true
            return stage = .ranking
        }
        _ = finishOrder(choice.suite == first ? .client : .server)
    }

    /// A refused suite to stand before a ChaCha20 that would else come first.
    func shield(_ offered: [CipherSuite]) -> [CipherSuite] {
        guard offered.first?.isChaCha == true else { return [] }
        let open = Set(suites.remaining + suites.unknown.map(\.item) + suites.accepted)
        return suites.all.first { !open.contains($0) && !$0.isChaCha }.map { [$0] } ?? []
    }

    private mutating func finishOrder(_ decider: SuiteOrder.Decider?) -> Question? {
        order.decider = decider
        stage = .groups
        spent = 0
        return nil
    }

    /// The server's own order where it decides and every place is certain.
    var positions: [CipherSuite: Int] {
        guard order.decider == .server, order.isCertain else { return [:] }
        return Dictionary(
            order.ranked.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    }
}
