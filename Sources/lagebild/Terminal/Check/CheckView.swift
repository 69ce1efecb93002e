import Documents
import Model
import Pipeline

/// The answer of `check`: what was seen, section by section, and what to do about it.
struct CheckView {
    let answer: Check.Answer
    let language: Language
    let verbose: Bool
    let colour: Colour

    func printText() {
        for place in places { printPlace(place) }
        CheckJudgementView(answer: answer, language: language, verbose: verbose, colour: colour).printText()
        for error in answer.errors { say("rule error: \(error.rule): \(printable(error.message))") }
    }

    /// One place for each endpoint, in the order asked.
    private var places: [[Observation]] {
        var order: [Endpoint] = []
        var places: [Endpoint: [Observation]] = [:]
        for observation in answer.observations {
            if places[observation.endpoint] == nil { order.append(observation.endpoint) }
            places[observation.endpoint, default: []].append(observation)
        }
        return order.map { places[$0] ?? [] }
    }

    private func printPlace(_ observations: [Observation]) {
        guard let first = observations.first else { return }
        print(colour.paint(printable(first.endpoint.place), .bold) + "  " + first.endpoint.service.rawValue)
        if let twin = twin(of: observations) {
            print("  " + word("antwortet genau wie ", "answers exactly as ") + printable(twin.place) + "\n")
            return
        }
        print("  " + observations.map(outcome).joined(separator: " · "))
        let facts = observations.reduce(Facts()) { $0.merging($1.facts) }
        if verbose { printTables(facts) } else { printSections(facts) }
        print("")
    }

    /// An earlier endpoint of the same name and port that showed the very same facts.
    private func twin(of observations: [Observation]) -> Endpoint? {
        guard let first = observations.first else { return nil }
        return places.prefix { $0.first?.endpoint != first.endpoint }.first { other in
            other.first?.endpoint.label == first.endpoint.label && other.map(\.probe) == observations.map(\.probe)
                && zip(other, observations).allSatisfy { $0.facts == $1.facts && $0.outcome == $1.outcome }
                && other.contains { $0.outcome == .answered }
        }?.first?.endpoint
    }

    private func outcome(_ observation: Observation) -> String {
        let text = "\(observation.probe) \(observation.outcome.rawValue)"
        guard observation.outcome != .answered else { return text }
        let reason = observation.reason.isEmpty ? "" : ": \(printable(observation.reason))"
        return colour.paint(text + reason, .yellow)
    }

    private func printSections(_ facts: Facts) {
        let facts = SeenFacts(facts)
        let sections =
            TLSSections(facts: facts, language: language).all
            + CertificateSections(facts: facts, language: language, now: answer.at).all
            + ServiceSections(facts: facts, language: language).all
        for section in sections {
            print("\n" + colour.paint(section.title, .bold))
            for line in section.lines { print(line) }
        }
    }

    private func printTables(_ facts: Facts) {
        for (name, rows) in facts.rows.sorted(by: { $0.key < $1.key }) {
            guard let table = PublicVocabulary.facts.table(name) else { continue }
            print("\n" + colour.paint(name, .bold))
            let cells = rows.map { $0.values.map { JSONValue($0).plain } }
            for line in TextTable(head: table.columns.map(\.name), rows: cells, width: Environment.columns).lines {
                print("  " + line)
            }
        }
    }

    private func word(_ german: String, _ english: String) -> String { language == .de ? german : english }
}
