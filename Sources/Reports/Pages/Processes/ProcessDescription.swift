import Model

/// A drawn process in words, for those who do not see the drawing.
struct ProcessDescription {
    let entry: Picture.ServiceProcesses.Entry
    let say: Wording

    /// Steps beyond it are counted, not told.
    private static let most = 40

    var text: String {
        let steps = entry.process.steps
        let rest = steps.count - Self.most
        let more = rest > 0 ? say(" … und \(say.number(rest)) weitere.", " … and \(say.number(rest)) more.") : ""
        let told = steps.prefix(Self.most).enumerated().map { "\($0.offset + 1). \(sentence($0.element))" }
        return say(
            "\(say.count(steps.count, .step)), \(say.count(entry.mediaBreaks.count, .mediaBreak)). ",
            "\(say.count(steps.count, .step)), \(say.count(entry.mediaBreaks.count, .mediaBreak)). ")
            + told.joined(separator: " ") + more
    }

    private func sentence(_ step: ProcessModel.Node) -> String {
        let systems = step.systems.map { id in entry.process.systems.first { $0.id == id }?.name ?? id }
        let with = systems.isEmpty ? say.medium(step.medium) : systems.joined(separator: ", ")
        let isBreak = entry.mediaBreaks.contains { $0.to.id == step.id }
        let parts = [step.role, with, isBreak ? say("Medienbruch davor", "media break before it") : ""]
        return "\(step.name) (\(parts.filter { !$0.isEmpty }.joined(separator: ", ")))."
    }
}
