import Foundation
import Inventory
import Model
import SyntheticFleet

/// Measures recording and judging on a synthetic fleet. No packet is sent.
///
///     swift run -c release JudgingBenchmark ENDPOINTS SEED STORE [STAGE [NIGHT]]
///
/// `all` is a first night and further ones, up to NIGHT (2), in each of which 2 % changed; `night` is that one alone, on a
/// store that has those before it.
/// On a store that has a night, `judge` judges and remembers nothing, `rules` does so with each rule alone, and `keys`
/// looks for RSA keys with a prime in common. Rules are read from ./rules.
@main
struct JudgingBenchmark {
    private enum Stage: String, CaseIterable { case all, generate, first, night, judge, rules, keys }

    private let recorder: FleetRecorder
    private let verdicts: Verdicts
    private let report: StepReport
    private let last: Int

    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 3, let count = Int(arguments[0]), count > 0, let seed = UInt64(arguments[1]),
            let stage = Stage(rawValue: arguments.count > 3 ? arguments[3] : "all"),
            let last = Int(arguments.count > 4 ? arguments[4] : "2"), last > 1
        else {
            let stages = Stage.allCases.map(\.rawValue).joined(separator: " | ")
            StepReport.say("Usage: JudgingBenchmark ENDPOINTS SEED STORE [\(stages) [NIGHT]]")
            exit(64)
        }
        let endpoints = try SyntheticEndpoints(seed: seed, count: count)
        let report = StepReport(store: arguments[2])
        if stage == .generate { return try generate(endpoints, report) }
        let recorder = try FleetRecorder(endpoints, path: arguments[2])
        let rules = try report.measure("load rules") {
            let rules = try Verdicts.rules(in: "rules")
            return (rules, "\(rules.rules.count) rules")
        }
        let verdicts = Verdicts(recorder: recorder, rules: rules)
        try JudgingBenchmark(recorder: recorder, verdicts: verdicts, report: report, last: last).measure(stage)
        try recorder.inventory.close()
    }

    private func measure(_ stage: Stage) throws {
        switch stage {
        case .all: try (1...last).forEach(measure)
        case .first: try measure(night: 1)
        case .night: try measure(night: last)
        case .judge: try measureJudging()
        case .rules: try measureRules()
        case .keys: try measureKeys()
        case .generate: break
        }
    }

    private static func generate(_ endpoints: SyntheticEndpoints, _ report: StepReport) throws {
        for night in [1, 2] {
            try report.measure("generate night \(night)") {
                let tables = (0..<endpoints.count).reduce(0) { sum, number in
                    sum + endpoints.observations(of: number, night: night).reduce(0) { $0 + $1.facts.rows.count }
                }
                return ((), "\(tables) tables filled")
            }
        }
    }

    private func measure(night: Int) throws {
        let run = try step(night, "plan") { (try recorder.plan(night: night), "\(recorder.endpoints.count) endpoints") }
        try step(night, "pending") { ((), "\(try recorder.pending(in: run)) measurements") }
        try step(night, "record") {
            try recorder.observe(night: night, in: run)
            return ((), "")
        }
        let finished = try step(night, "finish") { (try recorder.finish(run), "") }
        try step(night, "judge and remember") {
            var tally = Tally()
            var whole = 0
            try verdicts.judge(finished) { said in
                switch said {
                case .whole(let judgement):
                    tally.count(judgement)
                    whole += 1
                case .changed(_, let now): tally.count(now)
                }
            }
            let open = try recorder.inventory.findingCounts(of: finished).open
            let share = StepReport.text(Double(open) / Double(recorder.endpoints.count))
            return ((), "\(whole) rules whole, \(tally.text), \(open) open findings, \(share) per endpoint")
        }
    }

    /// A step with everything it wrote moved into the main file.
    private func step<T>(_ night: Int, _ name: String, _ body: () throws -> (T, String)) throws -> T {
        try report.measure("night \(night): \(name)") {
            let answer = try body()
            try recorder.inventory.checkpoint()
            return answer
        }
    }

    private func measureJudging() throws {
        try report.measure("judge") {
            var tally = Tally()
            try verdicts.judge(at: SyntheticEndpoints.time(ofNight: 1)) { tally.count($0) }
            return ((), tally.text)
        }
    }

    /// Each rule alone, with what is otherwise read once for all rules, so the sum is more than judging takes.
    private func measureRules() throws {
        var lines: [(seconds: Double, text: String)] = []
        for rule in verdicts.rules.rules {
            let before = Usage.now
            var tally = Tally()
            try verdicts.judge(at: SyntheticEndpoints.time(ofNight: 1), only: rule.id) { tally.count($0) }
            let seconds = (Usage.now - before).wall
            lines.append((seconds, "| \(rule.id) | \(Int(seconds * 1_000)) ms | \(tally.text) |"))
        }
        for line in lines.sorted(by: { $0.seconds > $1.seconds }) { StepReport.say(line.text) }
    }

    private func measureKeys() throws {
        try report.measure("keys with a prime in common") {
            let (keys, pairs) = try verdicts.sharedFactors()
            return ((), "\(keys) RSA keys, \(pairs) pairs")
        }
    }
}
