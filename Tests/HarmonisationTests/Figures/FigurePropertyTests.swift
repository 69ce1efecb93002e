import Harmonisation
import Model
import Testing

/// Numbers that are the same in every run.
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 33)
    }
}

@Test func `the index lies within 0 and 1 and knows neither names nor order`() throws {
    var dice = Dice(state: 5)
    let words = ["A", "B", "C", "A+B", "B+C", "-", "?", ".", "~A", "~B+C", ">A", "A@p", "B@q", "C/2.1"]
    for _ in 0..<500 {
        let bodies = (0..<Int.random(in: 0...12, using: &dice)).map { _ in
            words[Int.random(in: 0..<words.count, using: &dice)]
        }
        let figures = comparison(bodies.joined(separator: " ")).figures(of: "finance")
        if let index = figures.index { #expect((0...1).contains(index), "\(bodies)") }
        let renamed = bodies.map { $0.replacing("A", with: "Zz").replacing("B", with: "Aa").replacing("C", with: "Mm") }
        let other = comparison(renamed.shuffled(using: &dice).joined(separator: " ")).figures(of: "finance")
        #expect(other.index == figures.index, "\(bodies)")
        #expect(other.coverage == figures.coverage)
        #expect(other.installations.count == figures.installations.count)
        #expect(other.shares.map(\.bodies.count) == figures.shares.map(\.bodies.count))
    }
}

@Test func `the index is 1 only where all are alike and 0 only where all differ`() {
    var dice = Dice(state: 7)
    for _ in 0..<300 {
        let bodies = (0..<Int.random(in: 2...8, using: &dice)).map { _ in
            ["A", "B", "C", "D"][Int.random(in: 0..<4, using: &dice)]
        }
        let index = comparison(bodies.joined(separator: " ")).figures(of: "finance").index
        #expect((index == 1) == (Set(bodies).count == 1), "\(bodies)")
        #expect((index == 0) == (Set(bodies).count == bodies.count), "\(bodies)")
    }
}
