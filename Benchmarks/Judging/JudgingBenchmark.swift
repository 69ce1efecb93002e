import Foundation
import Inventory
import Model
import SyntheticFleet

/// Measures recording and judging on a synthetic fleet. No packet is sent.
///
///     swift run -c release JudgingBenchmark ENDPOINTS SEED STORE [all | generate | first | night | rules | keys]
///
/// `all` is a first night and a second one in which 2 % changed; `night` is the second on a store that has the first.
/// `rules` judges with each rule alone and lists the slowest. Rules are read from ./rules.
@main
struct JudgingBenchmark {
    private static let usage = "Usage: JudgingBenchmark ENDPOINTS SEED STORE [all|generate|first|night|rules|keys]"

    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 3, let count = Int(arguments[0]), count > 0, let seed = UInt64(arguments[1]),
            let stage = Stage(rawValue: arguments.count > 3 ? arguments[3] : "all")
        else {
            StepReport.say(usage)
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
        let benchmark = JudgingBenchmark(
            recorder: recorder, verdicts: Verdicts(recorder: recorder, rules: rules), report: report)
        switch stage {
        case .all: try [1, 2].forEach(benchmark.measure)
        case .first: try benchmark.measure(night: 1)
        case .night: try benchmark.measure(night: 2)
        case .rules: try benchmark.measureRules()
        case .keys: try benchmark.measureKeys()
        case .generate: break
        }
        try recorder.inventory.close()
    }

    private enum Stage: String { case all, generate, first, night, rules, keys }

    private let recorder: FleetRecorder
    private let verdicts: Verdicts
    private let report: StepReport

    private static func generate(_ endpoints: SyntheticEndpoints, _ report: StepReport) throws {
        for night in [1, 2] {
            try report.measure("generate night \(night)") {
                let rows = (0..<endpoints.count).reduce(0) { sum, number in
                    sum + endpoints.observations(of: number, night: night).reduce(0) { $0 + $1.facts.rows.count }
                }
                return ((), "\(rows) tables filled")
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
        let judgement = try step(night, "judge") {
            let judgement = try verdicts.judge(at: finished.started)
            let errors = judgement.errors.map { "\($0.rule): \($0.message)" }.joined(separator: "; ")
            return (judgement, "\(judgement.verdicts.count) verdicts \(errors)")
        }
        try step(night, "remember") {
            try verdicts.remember(judgement, of: finished)
            return ((), "")
        }
        let open = try verdicts.count("SELECT count(*) FROM finding WHERE state = 'open'")
        StepReport.say(
            "| open findings | | | | | | \(open), \(StepReport.text(Double(open) / Double(recorder.endpoints.count))) per endpoint |"
        )
    }

    /// A step with everything it wrote moved into the main file.
    private func step<T>(_ night: Int, _ name: String, _ body: () throws -> (T, String)) throws -> T {
        try report.measure("night \(night): \(name)") {
            let answer = try body()
            try recorder.inventory.checkpoint()
            return answer
        }
    }

    /// Each rule alone, with what is read once for all rules, so the sum is more than judging takes.
    private func measureRules() throws {
        var spent: [(rule: String, seconds: Double, deviating: Int)] = []
        for rule in verdicts.rules.rules {
            let before = Usage.now
            let judgement = try verdicts.judge(at: SyntheticEndpoints.time(ofNight: 1), only: rule.id)
            let deviating = judgement.verdicts.count { $0.verdict == .deviates }
            spent.append((rule.id, (Usage.now - before).wall, deviating))
        }
        for (rule, seconds, deviating) in spent.sorted(by: { $0.seconds > $1.seconds }) {
            StepReport.say("| \(rule) | \(Int(seconds * 1_000)) ms | \(deviating) deviate |")
        }
    }

    private func measureKeys() throws {
        try report.measure("keys with a prime in common") {
            let (keys, pairs) = try verdicts.sharedFactors()
            return ((), "\(keys) RSA keys, \(pairs) pairs")
        }
    }
}
