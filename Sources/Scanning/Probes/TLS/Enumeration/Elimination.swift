import Wire

/// Finds everything a server accepts in one version: each answer shows a suite, a group and a signature scheme at once,
/// and the next hello leaves all three out, until a refusal proves that nothing is left.
///
/// A value without a network: `next` says what to ask, `learn` takes what came back.
///
/// Leaving out groups or schemes can make suites impossible that are not refused. So a refusal counts only where every
/// group and scheme was on offer, and a suite of another kind than the one before is asked for once more in full before
/// it gets its place in the order.
struct Elimination: Sendable {
    /// What one hello may hold where long ones are not understood: less than 256 bytes with a name of usual length.
    struct Limit: Sendable {
        var suites = 32
        var groups = 8
        var schemes = 10
    }

    enum Stage: Sendable { case suites, classes, ranking, order, groups, schemes, done }

    let version: TLSVersion
    let limit: Limit?
    /// A real key share in every hello, where an empty list is not understood.
    let hasKeyShare: Bool
    /// Questions spent at most on groups alone and on schemes alone.
    let patience: Int
    var suites: Candidates<CipherSuite>
    var groups: Candidates<NamedGroup>
    var schemes: Candidates<SignatureScheme>
    var order = SuiteOrder()
    var stage = Stage.suites
    var spent = 0
    /// Of an ECDSA certificate: without its own curve on the list the key cannot be used before TLS 1.3.
    var certificateCurve: NamedGroup?
    var groupOrder = GroupOrder()
    var mustRank = false
    /// On offer with the key's own curve, which was chosen again.
    var hiddenGroups: [NamedGroup]?

    /// What the hellos of this stage offer; what has its place in the order is taken out.
    var field: [CipherSuite]
    /// Parts of the suites that are asked later.
    var laterFields: [[CipherSuite]] = []
    private var parts = 1
    private var asksInFull = true
    private var haveGroupsRunDry = false
    private var haveSchemesRunDry = false
    /// Accepted while something was left out: its place in the order is open.
    private var pending: CipherSuite?
    private var roundsAsked = 0
    /// Asked for DHE once more without the groups of RFC 7919: a server that has other primes only may want it so.
    private var leavesOutFiniteFields = false

    init(
        _ version: TLSVersion, limit: Limit? = nil, hasKeyShare: Bool = false, patience: Int = .max,
        suites: [CipherSuite]? = nil
    ) {
        self.version = version
        self.limit = limit
        self.hasKeyShare = hasKeyShare
        self.patience = patience
        let all = suites ?? Offers.suites(for: version)
        self.suites = Candidates(all)
        groups = Candidates(Offers.groups(for: version))
        schemes = Candidates(Offers.schemes(for: version))
        field = all
        if let limit { divide(by: limit.suites) }
        if hasKeyShare, version == .tls13 {
            let keyless = groups.all.filter { KeyShares.publicKey($0) == nil }
            groups.setAside(keyless, because: "a server that refuses an empty key share, and no key for the group")
        }
    }

    var isAccepted: Bool { !suites.accepted.isEmpty }

    /// Groups that are accepted without having been chosen, in the server's own words.
    mutating func learn(stated: [NamedGroup]) {
        for group in stated where groups.mayBeChosen(group) { groups.accept(group) }
        haveGroupsRunDry = true
    }

    /// What to ask next with so many questions left; `nil` when there is nothing more to ask.
    mutating func next(left: Int) -> Question? {
        while stage != .done {
            let question: Question? =
                switch stage {
                case .suites: nextRound(left: left)
                case .classes: nextClass(left: left)
                case .ranking: nextRank(left: left)
                case .order: nextOrder(left: left)
                case .groups: nextGroups(left: left)
                case .schemes: nextSchemes(left: left)
                case .done: nil
                }
            if let question { return question }
        }
        return nil
    }

    mutating func learn(_ answer: Answer, to question: Question) {
        note(answer, to: question)
        switch stage {
        case .suites: learnRound(answer, question)
        case .classes: learnClass(answer)
        case .ranking: learnRank(answer, question)
        case .order: learnOrder(answer, question)
        case .groups: learnGroups(answer, question)
        case .schemes: learnSchemes(answer, question)
        case .done: break
        }
    }

    /// Whatever was chosen from the offer is accepted, in whichever stage.
    private mutating func note(_ answer: Answer, to question: Question) {
        guard let choice = chosen(answer, from: question) else { return }
        if choice.suite.authentication == "ECDSA", let curve = choice.certificateCurve { certificateCurve = curve }
        if let group = choice.group, groups.mayBeChosen(group), question.groups.contains(group) {
            groups.accept(group)
            groupOrder.note(group, from: question.groups)
        }
        if let scheme = choice.scheme, schemes.mayBeChosen(scheme) { schemes.accept(scheme) }
    }

    /// A choice of this version and from the offer; anything else is a refusal or makes no sense.
    func chosen(_ answer: Answer, from question: Question) -> Choice? {
        guard case .choice(let choice) = answer, choice.version == version, question.suites.contains(choice.suite)
        else {
            return nil
        }
        return choice
    }

    /// Fatal, or an older version: the suites of the hello are not accepted with its groups and schemes.
    func isRefusal(_ answer: Answer) -> Bool {
        switch answer {
        case .choice(let choice): choice.version < version && TLSVersion.known.contains(choice.version)
        case .alert(let alert): alert.isProvenRefusal
        case .failure: false
        }
    }

    func reason(_ answer: Answer) -> String {
        switch answer {
        case .choice(let choice): "answered with \(choice.version) and \(choice.suite.name)"
        case .alert(let alert): alert.description
        case .failure(let failure): failure.word
        }
    }

    // MARK: Rounds

    private mutating func nextRound(left: Int) -> Question? {
        if field.isEmpty, !nextField() {
            stage = order.isCertain ? .order : .ranking
            return nil
        }
        let classes = left > SuiteClass.allCases.count ? 0 : SuiteClass.partition(suites.remaining).count
        guard left > classes || (left > 0 && !isAccepted) else {
            field = SuiteClass.merge(suites.remaining, into: left).first ?? []
            stage = .classes
            return nil
        }
        roundsAsked += 1
        return question(field, isReversed: roundsAsked.isMultiple(of: 2), isFull: asksInFull)
    }

    private mutating func learnRound(_ answer: Answer, _ question: Question) {
        let lacksGroups = !Set(question.groups).isSuperset(of: fullGroups + finiteFields)
        let lacksSchemes = !Set(question.schemes).isSuperset(of: fullSchemes)
        asksInFull = false
        roundsAsked = max(1, roundsAsked)
        if let choice = chosen(answer, from: question) {
            suites.accept(choice.suite)
            place(choice, lacksGroups: lacksGroups, lacksSchemes: lacksSchemes, question)
        } else if lacksGroups || lacksSchemes {
            asksInFull = true
            if lacksGroups { haveGroupsRunDry = true } else { haveSchemesRunDry = true }
        } else {
            endField(answer)
        }
    }

    /// Gives the suite its place in the order, unless what was left out may have brought it forward.
    private mutating func place(_ choice: Choice, lacksGroups: Bool, lacksSchemes: Bool, _ question: Question) {
        let suite = choice.suite
        if lacksGroups, let group = choice.group, group == certificateCurve { haveGroupsRunDry = true }
        // Where questions are few and the client's order seems to decide, the suite need not come again for its place.
        let isAboutPlaces =
            patience == .max || order.refutesClient(accepted: suites.accepted) || order.ranked.count < 2
        if isAboutPlaces, lacksGroups || lacksSchemes, let last = order.last, SuiteKind(last) != SuiteKind(suite) {
            pending = suite
            asksInFull = true
            return
        }
        if let pending, pending != suite {
            haveGroupsRunDry = true
            if pending.authentication != suite.authentication { haveSchemesRunDry = true }
        }
        pending = nil
        order.rank(suite, from: question.suites, lacksGroups: lacksGroups, lacksSchemes: lacksSchemes, part: parts)
        field.removeAll { $0 == suite }
    }

    /// Nothing of the field was chosen though everything was on offer.
    private mutating func endField(_ answer: Answer) {
        let open = field.filter { suites.remaining.contains($0) }
        if isRefusal(answer), leaveOutFiniteFields(open) {
            asksInFull = true
        } else if isRefusal(answer) {
            suites.refuse(open)
            field = []
            asksInFull = true
        } else if !setAsideStrangers(answer), !halve() {
            suites.setAside(open, because: reason(answer))
            field = []
            asksInFull = true
        }
    }

    private mutating func leaveOutFiniteFields(_ open: [CipherSuite]) -> Bool {
        let isDone = suites.accepted.contains { $0.keyExchange.hasPrefix("DHE") }
        guard !leavesOutFiniteFields, !isDone, isAccepted, !finiteFields.isEmpty else { return false }
        leavesOutFiniteFields = true
        let ephemeral = open.filter { $0.keyExchange.hasPrefix("DHE") }
        suites.refuse(open.filter { !$0.keyExchange.hasPrefix("DHE") })
        field = ephemeral
        parts += 1
        return !ephemeral.isEmpty
    }

    private var finiteFields: [NamedGroup] {
        leavesOutFiniteFields || version == .tls13 || version == .ssl3 ? [] : Offers.finiteFields
    }

    /// A server that chose a suite of pre-shared keys or SRP may miss the name of the key and say so.
    private mutating func setAsideStrangers(_ answer: Answer) -> Bool {
        guard case .alert(let alert) = answer, alert.code == 115 else { return false }
        let strangers = field.filter { $0.keyExchange.hasSuffix("PSK") || $0.keyExchange == "SRP" }
        guard !strangers.isEmpty else { return false }
        suites.setAside(strangers, because: alert.description)
        field.removeAll(where: strangers.contains)
        asksInFull = true
        return true
    }

    /// One odd suite may have spoilt the hello: the usual ones are asked for by themselves, once.
    private mutating func halve() -> Bool {
        let usual = Set(CipherSuite.offered(for: version))
        let rest = field.filter { !usual.contains($0) }
        guard isAccepted, limit == nil, parts == 1, laterFields.isEmpty, !rest.isEmpty, rest.count < field.count else {
            return false
        }
        field.removeAll { !usual.contains($0) }
        laterFields = [rest]
        asksInFull = true
        return true
    }

    private mutating func nextField() -> Bool {
        guard !laterFields.isEmpty else { return false }
        field = laterFields.removeFirst()
        parts += 1
        asksInFull = true
        return true
    }

    private mutating func divide(by size: Int) {
        let all = field
        let starts = Array(stride(from: 0, to: all.count, by: max(1, size)))
        laterFields = starts.dropFirst().map { Array(all[$0..<min($0 + size, all.count)]) }
        field = Array(all.prefix(size))
    }

    // MARK: Hellos

    /// Where hellos must be short, what is known to be accepted comes first.
    var fullGroups: [NamedGroup] {
        limit.map { Array((groups.accepted + groups.all.filter { !groups.accepted.contains($0) }).prefix($0.groups)) }
            ?? groups.all
    }
    var fullSchemes: [SignatureScheme] {
        limit.map {
            Array((schemes.accepted + schemes.all.filter { !schemes.accepted.contains($0) }).prefix($0.schemes))
        } ?? schemes.all
    }

    func question(_ offered: [CipherSuite], isReversed: Bool = false, isFull: Bool = true) -> Question {
        let someGroups = isFull || haveGroupsRunDry ? fullGroups : leftGroups
        let someSchemes = isFull || haveSchemesRunDry || schemes.remaining.isEmpty ? fullSchemes : leftSchemes
        let inOrder = isReversed ? Self.reversed(offered) : offered
        return Question(
            versions: [version], suites: shield(inOrder) + inOrder,
            groups: (isReversed ? someGroups.reversed() : someGroups) + finiteFields, schemes: someSchemes,
            extras: isReversed ? .odd : .even, hasKeyShare: hasKeyShare && version == .tls13, isShort: limit != nil)
    }

    /// The usual suites stand before the odd ones in both directions: wolfSSL reads only the first 150.
    private static func reversed(_ suites: [CipherSuite]) -> [CipherSuite] {
        guard suites.count > 100 else { return suites.reversed() }
        return suites.filter(Offers.isUsual).reversed() + suites.filter { !Offers.isUsual($0) }
    }

    /// What is left of the groups; the curve of an ECDSA key stays on the list, or the key could not be used.
    private var leftGroups: [NamedGroup] {
        guard !groups.remaining.isEmpty else { return fullGroups }
        let left = limit.map { Array(groups.remaining.prefix($0.groups)) } ?? groups.remaining
        guard version < .tls13, let certificateCurve, !left.contains(certificateCurve) else { return left }
        return left + [certificateCurve]
    }

    private var leftSchemes: [SignatureScheme] {
        limit.map { Array(schemes.remaining.prefix($0.schemes)) } ?? schemes.remaining
    }
}

extension Question.Extras {
    /// Half of the extras go with one hello and half with the next: a ticket hides whether there is a session id.
    static let even: Self = [.ticket, .heartbeat, .compression]
    static let odd: Self = [.fragmentLength, .nextProtocol, .compression]
}
