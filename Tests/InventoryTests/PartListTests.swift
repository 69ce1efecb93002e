import Store
import Testing

@testable import Inventory

@Suite struct PartListTests {
    private func read(_ columns: String) throws -> [Int] {
        let test = try TestStore()
        try test.store.close()
        let file = try StoreFile(path: test.path, migrations: [], create: false)
        defer { try? file.close() }
        let list = try file.read { try $0.first("SELECT \(columns)", as: PartList.init) }
        return list?.numbers ?? []
    }

    @Test(arguments: [[], [0], [1, 127, 128, 300], [2_097_151, 2_097_152, 1 << 40]])
    func `numbers come back`(numbers: [Int]) throws {
        let hex = PartList(numbers).bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(try read("NULL AS parts, x'\(hex)' AS part_list") == numbers)
    }

    @Test func `lists of older stores are read`() throws {
        #expect(try read("'[3,17,4]' AS parts, NULL AS part_list") == [3, 17, 4])
        #expect(try read("'[]' AS parts, NULL AS part_list") == [])
    }

    @Test(arguments: ["'[3,x]' AS parts, NULL AS part_list", "NULL AS parts, x'0580' AS part_list"])
    func `a damaged list is an error, not a shorter list`(columns: String) {
        #expect(throws: StoreError.self) { try read(columns) }
    }
}
