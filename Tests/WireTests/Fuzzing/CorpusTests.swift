import Foundation
import Testing
import WireFuzzing

/// What the fuzzer starts from (`Fuzzing/make-corpus`) and what it once found goes through every parser.
@Suite struct CorpusTests {
    private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fuzzing/Corpus")

    private static func inputs(of target: String) throws -> [[UInt8]] {
        let folder = corpus.appending(path: target)
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .map { Array(try Data(contentsOf: $0)) }
    }

    @Test(arguments: FuzzTarget.all.map(\.name))
    func `every input goes through every parser, whole and cut short`(origin: String) throws {
        let inputs = try Self.inputs(of: origin)
        #expect(!inputs.isEmpty)
        for target in FuzzTarget.all {
            for input in inputs {
                target.feed(input)
                for length in stride(from: 0, to: input.count, by: max(1, input.count / 40)) {
                    target.feed(Array(input.prefix(length)))
                }
            }
        }
    }

    @Test func `every folder of the corpus belongs to a target`() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.corpus.path())
        #expect(Set(folders) == Set(FuzzTarget.all.map(\.name)))
    }
}
