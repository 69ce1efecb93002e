import Foundation
import Pipeline

/// How far a scan is: one live line on a terminal, a line a minute elsewhere, none when quiet.
final class ProgressLine {
    enum Style { case live, plain, none }

    private let style: Style
    private var shown = Date.distantPast
    private let started = Date()

    init(quiet: Bool, option: String?) {
        style =
            switch (quiet, option ?? "auto") {
            case (true, _), (_, "none"): .none
            case (_, "plain"): .plain
            default: Environment.isTerminal ? .live : .plain
            }
        // Without a terminal a short scan says nothing, a long one a line a minute.
        if style == .plain { shown = started }
    }

    func show(_ progress: ScanProgress) {
        guard style != .none, Date().timeIntervalSince(shown) >= (style == .live ? 0.2 : 60) else { return }
        shown = Date()
        let text = sentence(progress)
        style == .live ? write("\r\u{1B}[K" + text.prefix(Environment.columns - 1)) : write(text + "\n")
    }

    /// Leaves the terminal with a clean line.
    func finish() {
        if style == .live, shown != .distantPast { write("\r\u{1B}[K") }
    }

    private func sentence(_ progress: ScanProgress) -> String {
        let seconds = Date().timeIntervalSince(started)
        let rest = progress.done == 0 ? 0 : seconds / Double(progress.done) * Double(progress.planned - progress.done)
        let time = progress.done < 10 ? "" : ", about \(Int(rest.rounded(.up))) s left"
        return "scanning: \(progress.done) of \(progress.planned) measurements, \(progress.gaps) without answer\(time)"
    }

    private func write(_ text: some StringProtocol) { FileHandle.standardError.write(Data(text.utf8)) }
}
