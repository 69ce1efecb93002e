import Catalogue
import Testing

@Test func `a long list of names nobody knows is compared in reasonable time`() {
    let catalogue = Shipped.catalogue
    let words = ["Fach", "Verfahren", "Server", "Amt", "Rathaus", "Client", "Manager", "Portal"]
    let names = (0..<2_000).map { number in
        "\(words[number % 8]) \(words[number / 8 % 8])\(number) \(words[number / 64 % 8]) \(number % 10).\(number % 7)"
    }
    let clock = ContinuousClock()
    let needed = clock.measure { for name in names { _ = catalogue.normalise(RawSoftware(name: name)) } }
    // Measured 2.3 s in a debug build; the bound is for a busy machine.
    #expect(needed < .seconds(120))
}
