import Foundation

/// Measures steps and prints a line for each: seconds, the most memory the step had, and what the store grew by.
final class StepReport {
    private let store: String
    private var bytes: Int

    init(store: String) {
        self.store = store
        bytes = Self.size(of: store)
        Self.say("| step | wall s | CPU s | peak MB | store MB | grown by MB | |\n|---|---|---|---|---|---|---|")
    }

    /// `body` answers what is worth saying about it.
    @discardableResult
    func measure<T>(_ step: String, _ body: () throws -> (T, String)) throws -> T {
        Self.forgetPeak()
        let before = Usage.now
        let (answer, remark) = try body()
        let spent = Usage.now - before
        let size = Self.size(of: store)
        let cells = [
            step, Self.text(spent.wall), Self.text(spent.cpu), String(Self.peakKilobytes / 1_000),
            Self.text(Double(size) / 1e6), Self.text(Double(size - bytes) / 1e6), remark,
        ]
        Self.say("| \(cells.joined(separator: " | ")) |")
        bytes = size
        return answer
    }

    /// At once, also into a pipe: a step may take minutes.
    static func say(_ line: String) { FileHandle.standardOutput.write(Data("\(line)\n".utf8)) }

    static func text(_ number: Double) -> String { String(format: "%.2f", number) }

    /// The main file and what is still in its log.
    private static func size(of store: String) -> Int {
        [store, "\(store)-wal"].reduce(0) { sum, file in
            sum + ((try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) ?? 0)
        }
    }

    /// VmHWM counts from here on (proc(5), clear_refs).
    private static func forgetPeak() {
        guard let file = FileHandle(forWritingAtPath: "/proc/self/clear_refs") else { return }
        file.write(Data("5".utf8))
        try? file.close()
    }

    private static var peakKilobytes: Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
}
