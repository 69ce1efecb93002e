import Testing
import Wire

@Suite struct VisibleTextTests {
    @Test func `control characters and bidirectional overrides are gone, umlauts stay`() {
        #expect(String(visible: Array("K\u{1B}[31mö\u{202E}ln\u{0}\tNord\u{200B}".utf8)) == "K[31möln Nord")
    }

    @Test func `bytes that are not UTF-8 are replaced`() {
        #expect(String(visible: [0x4B, 0xF6, 0x6C, 0x6E]) == "K\u{FFFD}ln")
    }

    @Test func `spaces are folded and ends trimmed`() {
        #expect("  a   b ".spacesFolded == "a b")
        #expect("  a   b ".trimmed == "a   b")
        #expect("   ".trimmed.isEmpty)
    }
}
