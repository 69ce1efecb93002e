import Wire

/// The whole interview: which versions, suites, groups and schemes a server accepts, and what it shows on the way.
///
/// It is held in two parts, because between them a full handshake may show the server's own list of groups, which saves
/// asking for them one by one.
struct Interview<R: Respondent> {
    let interviewer: Interviewer<R>
    let hasServerName: Bool
    var versions = VersionAnswers()
    var observed: Observed
    var eliminations: [TLSVersion: Elimination] = [:]
    var ssl2Kinds: [SSL2CipherKind] = []
    /// How this server wants to be asked.
    var limit: Elimination.Limit?
    var needsKeyShare = false
    /// The server does not know the name it is asked under.
    var isStranger = false
    var groupForHandshake: NamedGroup?

    init(interviewer: Interviewer<R>, hasServerName: Bool) {
        self.interviewer = interviewer
        self.hasServerName = hasServerName
        observed = Observed(hasServerName: hasServerName)
    }

    /// The first hello, and with TLS 1.3 a second one, which shows a second group.
    mutating func open() async throws {
        try await Opening.hold(&self)
        guard eliminations[.tls13]?.isAccepted == true else { return }
        try await eliminate(.tls13, reserve: 6, rounds: 1)
        groupForHandshake = handshakeGroup
    }

    /// Everything else.
    mutating func finish(statedGroups: [NamedGroup]?) async throws {
        if let statedGroups, !statedGroups.isEmpty { eliminations[.tls13]?.learn(stated: statedGroups) }
        if isOpen(.tls13), !isStranger { try await eliminate(.tls13, reserve: 6, rounds: 1) }
        if eliminations[.tls13]?.isAccepted == true { try await eliminate(.tls13, reserve: 6) }
        if isOpen(.tls12) { try await eliminate(.tls12, reserve: 6, rounds: limit == nil ? 1 : 9) }
        try await askForOlder()
        for version in [TLSVersion.tls12, .tls11, .tls10, .ssl3] where eliminations[version]?.isAccepted == true {
            try await eliminate(version, reserve: reserve(after: version))
        }
        try await askForFallback()
        try await askWithoutName()
        try await askForReuse()
        try await askForSSL2()
        versions.doubtRefusalsOfEverything()
    }

    /// One version, as far as the budget and the rounds go.
    mutating func eliminate(_ version: TLSVersion, reserve: Int, rounds: Int = .max) async throws {
        var elimination = eliminations[version] ?? newElimination(version)
        defer { eliminations[version] = elimination }
        var asked = 0
        while asked < rounds, let question = elimination.next(left: max(0, interviewer.left - reserve)) {
            asked += 1
            let answer = try await interviewer.ask(question)
            observed.learn(answer, to: question)
            elimination.learn(answer, to: question)
            learnVersions(answer, to: question)
            adopt(answer, from: question)
            if !elimination.isAccepted, isFinal(answer, for: elimination) { break }
        }
        if !elimination.isAccepted, elimination.suites.isProven, case .unknown(let reason) = versions.answers[version] {
            versions.record(.refused(reason), for: version)
        }
    }

    /// An older version was chosen from its full list of suites: the first round of that version is done.
    private mutating func adopt(_ answer: Answer, from question: Question) {
        guard case .choice(let choice) = answer, choice.version < question.highest, limit == nil,
            TLSVersion.known.contains(choice.version), eliminations[choice.version]?.isAccepted != true
        else { return }
        var elimination = newElimination(choice.version)
        guard elimination.field.allSatisfy(Set(question.suites).contains) else { return }
        elimination.learn(answer, to: question)
        eliminations[choice.version] = elimination
    }

    func newElimination(_ version: TLSVersion) -> Elimination {
        Elimination(
            version, limit: limit, hasKeyShare: needsKeyShare, patience: interviewer.isGenerous ? .max : 3)
    }

    /// Nothing accepted yet, and nothing more to expect from further parts of the suites.
    private func isFinal(_ answer: Answer, for elimination: Elimination) -> Bool {
        switch answer {
        case .choice: true
        case .alert(let alert): alert.code == TLSAlert.protocolVersion || elimination.laterFields.isEmpty
        case .failure: true
        }
    }

    /// What an answer says about the version that was asked for, and about the one that was chosen.
    mutating func learnVersions(_ answer: Answer, to question: Question) {
        switch answer {
        case .choice(let choice):
            guard choice.version <= question.highest, TLSVersion.known.contains(choice.version) else {
                for version in question.versions where isOpen(version) {
                    versions.record(.unknown("answered with \(choice.version)"), for: version)
                }
                return
            }
            versions.record(.accepted, for: choice.version)
            for version in question.versions where version > choice.version && isOpen(version) {
                versions.record(.refused("\(choice.version) chosen"), for: version)
            }
        case .alert(let alert):
            // A short hello holds a part of the suites: only protocol_version speaks of the others too.
            let isPart = question.isShort && alert.code != TLSAlert.protocolVersion
            for version in question.versions where isOpen(version) {
                versions.record(isPart ? .unknown(alert.description) : VersionAnswer(alert), for: version)
            }
        case .failure(let failure):
            for version in question.versions where isOpen(version) { versions.record(failure, for: version) }
        }
    }

    /// Neither accepted nor refused so far.
    func isOpen(_ version: TLSVersion) -> Bool {
        switch versions.answers[version] {
        case .accepted, .refused: false
        case .unknown, nil: true
        }
    }

    /// Questions kept back for what comes after a version.
    private func reserve(after version: TLSVersion) -> Int {
        let older = eliminations.filter { $0.key < version && $0.value.isAccepted }.count
        let open = TLSVersion.known.filter { $0 < version && isOpen($0) }.count
        return 3 + 3 * older + open
    }

    /// A group that is not the server's first choice and that OpenSSL can use.
    private var handshakeGroup: NamedGroup? {
        guard let accepted = eliminations[.tls13]?.groups.accepted, accepted.count > 1 else { return nil }
        let usable: Set<UInt16> = [23, 24, 25, 29, 30, 0x0100, 0x0101, 0x0102, 0x0103, 0x0104]
        return accepted.dropFirst().first { usable.contains($0.rawValue) }
    }
}
