import Wire

/// Proves what is left of the groups and signature schemes to be refused, with suites that are known to be accepted.
extension Elimination {
    /// Suites that need a group. Where there is a choice not those of an ECDSA key, which needs its own curve as well.
    private var suitesForGroups: [CipherSuite] {
        guard version < .tls13 else { return suites.accepted }
        let ephemeral = suites.accepted.filter { $0.keyExchange.hasPrefix("ECDHE") }
        let free = ephemeral.filter { $0.authentication != "ECDSA" }
        let signed = free.filter(\.isSigned)
        return !signed.isEmpty ? signed : free.isEmpty ? ephemeral : free
    }

    private var dependsOnKey: Bool {
        version < .tls13 && suitesForGroups.contains { $0.authentication == "ECDSA" }
    }

    mutating func nextGroups(left: Int) -> Question? {
        let offered = suitesForGroups
        if offered.isEmpty, hasOpen(where: { $0.needsCurve }) { groups.giveUp(because: suites.gap ?? "budget") }
        if offered.isEmpty { groups.refuseRemaining() }
        if !groups.remaining.isEmpty, left == 0 || spent >= patience { groups.giveUp(because: "budget") }
        guard !groups.isClosed, !groups.remaining.isEmpty else {
            groups.refuseRemaining()
            stage = .schemes
            spent = 0
            return nil
        }
        spent += 1
        var question = question(offered)
        question.groups = limit.map { Array(groups.remaining.prefix($0.groups)) } ?? groups.remaining
        if let curve = certificateCurve, dependsOnKey, !question.groups.contains(curve) {
            if let other = contender(to: curve) {
                // Which of two accepted groups is chosen shows whose order it is; one way round is known already.
                if hiddenGroups != nil {
                    question.groups = groupOrder.prefers(curve, over: other) ? [other, curve] : [curve, other]
                    return question
                }
            }
            question.groups.append(curve)
        }
        return question
    }

    mutating func learnGroups(_ answer: Answer, _ question: Question) {
        guard let choice = chosen(answer, from: question) else {
            if isRefusal(answer) { return groups.refuse(question.groups) }
            return groups.giveUp(because: reason(answer))
        }
        guard let group = choice.group, question.groups.contains(group) else {
            return groups.giveUp(because: "answered without a group of the hello")
        }
        guard let curve = certificateCurve, dependsOnKey, hiddenGroups != nil || question.groups.last == curve else {
            return
        }
        learnFromCurve(curve, group, question)
    }

    /// The key's own curve was chosen again: in the client's order that refuses all that stood before it.
    private mutating func learnFromCurve(_ curve: NamedGroup, _ group: NamedGroup, _ question: Question) {
        let isAboutOrder = question.groups.allSatisfy { groups.accepted.contains($0) }
        guard isAboutOrder || group == curve else { return }
        guard let other = contender(to: curve) else {
            return groups.giveUp(because: "the key's own curve hides them")
        }
        if groupOrder.isClients(curve, over: other) {
            groups.refuse(hiddenGroups ?? question.groups)
            hiddenGroups = nil
        } else if isAboutOrder {
            groups.giveUp(because: "the key's own curve hides them")
        } else {
            hiddenGroups = question.groups
        }
    }

    /// Another accepted group that has been on offer together with the curve.
    private func contender(to curve: NamedGroup) -> NamedGroup? {
        groups.accepted.first { other in
            other != curve && (groupOrder.prefers(other, over: curve) || groupOrder.prefers(curve, over: other))
        }
    }

    /// Among the suites of which nothing is proven: what the accepted ones refuse, these may take.
    private func hasOpen(where matches: (CipherSuite) -> Bool) -> Bool {
        suites.remaining.contains(where: matches) || suites.unknown.contains { matches($0.item) }
    }

    mutating func nextSchemes(left: Int) -> Question? {
        let offered = suites.accepted.filter(\.isSigned)
        let keys = Set(offered.map(\.authentication))
        if hasOpen(where: { $0.isSigned && !keys.contains($0.authentication) }) {
            schemes.giveUp(because: suites.gap ?? "budget")
        }
        if offered.isEmpty { schemes.refuseRemaining() }
        if !schemes.remaining.isEmpty, left == 0 || spent >= patience { schemes.giveUp(because: "budget") }
        guard !schemes.isClosed, !schemes.remaining.isEmpty else {
            schemes.refuseRemaining()
            stage = .done
            return nil
        }
        spent += 1
        var question = question(offered)
        question.schemes = limit.map { Array(schemes.remaining.prefix($0.schemes)) } ?? schemes.remaining
        return question
    }

    mutating func learnSchemes(_ answer: Answer, _ question: Question) {
        guard let choice = chosen(answer, from: question) else {
            if isRefusal(answer) { return schemes.refuse(question.schemes) }
            return schemes.giveUp(because: reason(answer))
        }
        guard let scheme = choice.scheme, question.schemes.contains(scheme) else {
            return schemes.giveUp(because: "answered without a scheme of the hello")
        }
    }
}
