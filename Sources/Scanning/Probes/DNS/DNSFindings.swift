import Model
import Transport
import Wire

/// What became of one question.
enum DNSReply: Sendable {
    case answer(DNSAnswer)
    /// No definite answer came, or one whose signatures do not hold.
    case unknown(reason: String)

    /// Records of a kind this program can read; one that cannot be read makes the answer unknown.
    func records<Record>(_ parse: ([UInt8]) throws -> Record) -> DNSRecords<Record> {
        switch self {
        case .unknown(let reason): return .unknown(reason: reason)
        case .answer(let answer):
            do {
                let records = try answer.records.map(parse)
                return records.isEmpty ? .absent : .found(records)
            } catch {
                return .unknown(reason: "malformed: \(error)")
            }
        }
    }
}

/// Records asked for, the proof that there are none, or why neither is known.
enum DNSRecords<Record> {
    case found([Record])
    case absent
    case unknown(reason: String)

    var found: [Record] {
        if case .found(let records) = self { records } else { [] }
    }
}

/// Facts of a group of questions, and what is needed to say whether the name exists and validates.
struct DNSFindings: Sendable {
    private var rows = Facts()
    /// Answers about the name itself, not about names above or below it.
    private var own: [DNSAnswer] = []
    private var failures: [NetworkError] = []
    private var answered = 0

    init() {}

    init(merging parts: [DNSFindings]) {
        for part in parts {
            rows = rows.merging(part.rows)
            own += part.own
            failures += part.failures
            answered += part.answered
        }
    }

    /// Throws the first failure when nothing was answered.
    func facts() throws -> Facts {
        guard answered > 0 else { throw failures.first ?? NetworkError.local("no question was asked") }
        var facts = rows
        if let name = nameFact { facts.insert(name) }
        return facts
    }

    mutating func insert(_ fact: some Fact) { rows.insert(fact) }

    mutating func insert<Record>(_ record: String, _ records: DNSRecords<Record>) {
        switch records {
        case .found: rows.insert(DNSLookupFact(record: record, answer: "found", reason: ""))
        case .absent: rows.insert(DNSLookupFact(record: record, answer: "absent", reason: ""))
        case .unknown(let reason): rows.insert(DNSLookupFact(record: record, answer: "unknown", reason: reason))
        }
    }

    mutating func note(_ answer: DNSAnswer, own isOwn: Bool) {
        answered += 1
        if isOwn { own.append(answer) }
    }

    mutating func note(_ failure: NetworkError) { failures.append(failure) }

    private var nameFact: DNSNameFact? {
        guard !own.isEmpty else { return nil }
        let bogus = own.first { $0.validation == .bogus }
        let validation: DNSAnswer.Validation =
            if bogus != nil {
                .bogus
            } else if own.contains(where: { $0.validation == .unknown }) {
                .unknown
            } else {
                own.allSatisfy { $0.validation == .secure } ? .secure : .insecure
            }
        return DNSNameFact(
            status: own.contains(where: \.nameExists) ? "exists" : "nxdomain", validation: validation.rawValue,
            reason: bogus.map { String(visible: $0.whyBogus) } ?? "")
    }
}
