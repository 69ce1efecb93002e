import Store
import Testing

@Suite struct HexRunsTests {
    @Test(arguments: [
        ("", 0), ("[]", 2), ("deadbeef", 8), ("0123456789abcde", 15), ("0123456789abcdef", 10),
        ("[\"0123456789abcdef0\",1]", 17), ("0123456789ABCDEF", 16),
    ])
    func `runs of sixteen digits and more become bytes`(text: String, size: Int) {
        let packed = HexRuns.packed(Array(text.utf8))
        #expect(packed.count == size)
        #expect(String(decoding: HexRuns.unpacked(packed), as: UTF8.self) == text)
    }

    @Test func `every length of a run comes back`() {
        for length in 0...1_200 {
            let digits = (0..<length).map { Array("0123456789abcdef".utf8)[$0 * 7 % 16] }
            let text = Array("[\"".utf8) + digits + Array("\",null]".utf8)
            let packed = HexRuns.packed(text)
            #expect(HexRuns.unpacked(packed) == text)
            #expect(length < 16 ? packed == text : packed.count <= text.count - length / 2 + 2 * (length / 510 + 1))
        }
    }

    @Test func `what was never packed stays as it is, and a run cut off ends with what there is`() {
        let plain = Array("[[\"é\",\"0123456789abcdef0123456789abcdef\"]]".utf8)
        #expect(HexRuns.unpacked(plain) == plain)
        #expect(HexRuns.unpacked([1]) == [])
        #expect(HexRuns.unpacked([1, 200, 0xAB]) == Array("ab".utf8))
    }
}
