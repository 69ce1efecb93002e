import Wire

/// When the budget ends before the suites do.
extension Elimination {
    mutating func nextClass(left: Int) -> Question? {
        guard let part = SuiteClass.merge(suites.remaining, into: left).first else {
            suites.giveUp(because: "budget")
            stage = .order
            return nil
        }
        field = part
        return question(field)
    }

    mutating func learnClass(_ answer: Answer) {
        if case .choice(let choice) = answer, choice.version == version, field.contains(choice.suite) {
            suites.accept(choice.suite)
            suites.setAside(field, because: "budget")
        } else if isRefusal(answer) {
            suites.refuse(field)
        } else {
            suites.setAside(field, because: reason(answer))
        }
    }
}
