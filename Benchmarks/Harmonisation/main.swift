// Compares synthetic bodies over software domains and says what it cost: BODIES=11000 DOMAINS=30 SEED=5.
import Foundation
import Harmonisation
import Model

let environment = ProcessInfo.processInfo.environment
let bodyCount = environment["BODIES"].flatMap(Int.init) ?? 11_000
let domainCount = environment["DOMAINS"].flatMap(Int.init) ?? 30
var dice = Dice(state: environment["SEED"].flatMap(UInt64.init) ?? 5)

/// Numbers that are the same in every run.
struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(sides))
    }
}

/// Some twelve products a domain, unevenly spread; one body in ten did not answer, one in ten has nothing.
func usage(of body: Int, in domain: Int, _ dice: inout Dice) -> Usage {
    let names = ("body-\(body)", "domain-\(domain)")
    switch dice.roll(10) {
    case 0: return Usage(body: names.0, domain: names.1, answer: .unknown)
    case 1: return Usage(body: names.0, domain: names.1, answer: .none)
    default:
        let since = Day(year: 2010 + dice.roll(16), month: 1 + dice.roll(12), day: 1)
        return Usage(
            body: names.0, domain: names.1, answer: .product("product-\(domain)-\(min(dice.roll(12), dice.roll(12)))"),
            version: "\(20 + dice.roll(5)).\(dice.roll(4)).\(dice.roll(9))",
            operation: dice.roll(3) == 0 ? .provider("provider-\(dice.roll(40))") : .own,
            history: [UsageStep(.live, since: since)],
            contract: Contract(end: Day(year: 2027 + dice.roll(4), month: 1 + dice.roll(12), day: 1), noticeMonths: 6))
    }
}

func measure<Answer>(_ what: String, _ work: () -> Answer) -> Answer {
    let clock = ContinuousClock()
    let cpu = clock_gettime_nsec(CLOCK_PROCESS_CPUTIME_ID)
    let start = clock.now
    let answer = work()
    let seconds = Double(clock_gettime_nsec(CLOCK_PROCESS_CPUTIME_ID) - cpu) / 1e9
    print("\(what): \(String(format: "%.2f", seconds)) s CPU, \(clock.now - start) elapsed")
    return answer
}

func clock_gettime_nsec(_ id: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(id, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

let today = Day(year: 2026, month: 11, day: 23)
let usages = (0..<bodyCount).flatMap { body in (0..<domainCount).map { usage(of: body, in: $0, &dice) } }
print("\(usages.count) rows made up")
let comparison = measure("indexed") {
    SoftwareComparison(
        bodies: (0..<bodyCount).map { "body-\($0)" }, usages: usages,
        targets: (0..<domainCount).map {
            TargetProduct(
                domain: "domain-\($0)", product: "product-\($0)-0", agreedOn: Day(year: 2025, month: 1, day: 1))
        }, on: today)
}
let figures = measure("\(domainCount) domains compared") { comparison.domains.map(comparison.figures) }
let distances = measure("distances") { comparison.domains.compactMap(comparison.distance) }
let months = measure("common months") { comparison.domains.flatMap(comparison.commonMonths) }
let mean = figures.compactMap(\.index).reduce(0, +) / Double(max(figures.count, 1))
print(
    "mean index \(String(format: "%.3f", mean)), \(distances.map(\.left).reduce(0, +)) migrations left, \(months.count) common months"
)
