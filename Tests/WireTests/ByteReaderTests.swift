import Testing
import Wire

@Suite struct ByteReaderTests {
    @Test func `reads numbers in network order and vectors by their length`() throws {
        var reader = ByteReader([1, 0, 2, 0, 0, 3, 2, 0xAA, 0xBB, 0, 1, 0xCC, 9], of: "sample")
        #expect(try reader.uint8("one") == 1)
        #expect(try reader.uint16("two") == 2)
        #expect(try reader.uint24("three") == 3)
        #expect(try reader.vector8("short") == [0xAA, 0xBB])
        #expect(try reader.vector16("long") == [0xCC])
        #expect(throws: WireError.trailing(bytes: 1, after: "sample")) { try reader.finish() }
        #expect(reader.rest() == [9])
        try reader.finish()
    }

    @Test func `names the field that is cut short`() {
        var reader = ByteReader([0, 9, 1], of: "ServerHello")
        #expect(throws: WireError.missing(field: "session id", of: "ServerHello")) {
            try reader.vector16("session id")
        }
        var empty = ByteReader([0xFF, 0xFF, 0xFF, 0xFF], of: "KEXINIT")
        #expect(throws: WireError.missing(field: "names", of: "KEXINIT")) { try empty.vector32("names") }
    }
}
