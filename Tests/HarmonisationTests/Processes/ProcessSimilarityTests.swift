import Harmonisation
import Model
import Testing

private let dogTax = process(["user Antrag erfassen", "user Antrag prüfen", "service Bescheid erstellen"])

@Test func `a process is like itself, also with steps drawn twice and loops`() {
    let twice = process(
        ["user Prüfen", "user Prüfen", "manual Prüfen", "user Ablegen"],
        arrows: [(0, 1), (1, 0), (1, 2), (2, 3), (3, 3)])
    for one in [dogTax, twice, process([]), process(["task"])] { #expect(ProcessSimilarity(one, one).value == 1) }
}

@Test(
    arguments: [
        // The steps of the other process, steps part, order part, whole: all counted by hand against
        // user Antrag erfassen → user Antrag prüfen → service Bescheid erstellen.
        (["user Antrag erfassen", "user Antrag prüfen", "service Bescheid erstellen"], 1, 1, 1),
        // Written another way: order of words, capitals, filler words.
        (
            ["user antrag  ERFASSEN", "user Prüfen des Antrags-Antrag", "service Erstellen: Bescheid"], 0.933333, 1,
            0.966667
        ),
        // One step less: 2·2/5 steps; of 2 and 1 pairs one is shared: 2·1/3.
        (["user Antrag erfassen", "user Antrag prüfen"], 0.8, 0.666667, 0.733333),
        // The same steps the other way round: all steps, no pair.
        (["service Bescheid erstellen", "user Antrag prüfen", "user Antrag erfassen"], 1, 0, 0.5),
        // Another kind costs a quarter of that step: 2·(1+1+0,75)/6; the order stays.
        (["user Antrag erfassen", "manual Antrag prüfen", "service Bescheid erstellen"], 0.916667, 1, 0.958333),
        // "Antrag auf Vollständigkeit prüfen" shares 2 of 3 and 2 words: 4/5.
        (
            ["user Antrag erfassen", "user Antrag auf Vollständigkeit prüfen", "service Bescheid erstellen"], 0.933333,
            1, 0.966667
        ),
        // Half the words are not enough.
        (["user Antrag ablegen", "user Akte prüfen", "service Mahnung erstellen"], 0, 0, 0),
        (["manual Hund impfen"], 0, 0, 0),
        ([], 0, 0, 0),
    ] as [([String], Double, Double, Double)])
func `similarity is what was counted by hand, from both sides`(
    steps: [String], stepPart: Double, order: Double, value: Double
) {
    let similarity = ProcessSimilarity(dogTax, process(steps))
    #expect(abs(similarity.steps - stepPart) < 0.000001)
    #expect(abs((similarity.order ?? -1) - order) < 0.000001)
    #expect(abs(similarity.value - value) < 0.000001)
    #expect(ProcessSimilarity(process(steps), dogTax) == similarity)
}

@Test func `events and gateways lie between steps and do not count`() {
    let drawn = process(
        ["user Antrag erfassen", "gateway", "event", "user Antrag prüfen", "service Bescheid erstellen"],
        arrows: [(0, 1), (1, 2), (2, 3), (1, 3), (3, 4)])
    #expect(ProcessSimilarity(dogTax, drawn).value == 1)
}

@Test func `where nothing follows anything only the steps count`() {
    let similarity = ProcessSimilarity(process(["task A"]), process(["task A", "task B"], arrows: []))
    #expect(similarity.order == nil)
    #expect(abs(similarity.value - 2.0 / 3) < 0.000001)
}

@Test func `similarity is symmetric and between 0 and 1 for any mix of likenesses`() {
    let words = ["Antrag", "prüfen", "Bescheid", "Akte", "senden", "ablegen"]
    let kinds = ["user", "manual", "service"]
    var random = Steady(state: 7)
    func step() -> String {
        let name = (0...random.below(3)).map { _ in words[random.below(6)] }
        return ([kinds[random.below(3)]] + name).joined(separator: " ")
    }
    let processes = (0..<40).map { _ in process((0..<random.below(7)).map { _ in step() }) }
    for left in processes {
        for right in processes {
            let there = ProcessSimilarity(left, right)
            let back = ProcessSimilarity(right, left)
            #expect(there == back)
            #expect((0...1).contains(there.value))
        }
    }
}

@Test func `hundreds of steps whose gateways lead everywhere are compared in a moment`() {
    let names = (0..<600).map { $0 % 2 == 0 ? "user Schritt \($0)" : "gateway" }
    let arrows = (0..<600).flatMap { from in [1, 2, 3, 4, 5, 6, 7, 300].map { (from, (from + $0) % 600) } }
    let mesh = process(names, arrows: arrows)
    #expect(ProcessSimilarity(mesh, mesh).value == 1)
}

/// The same numbers on every run.
private struct Steady {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}
