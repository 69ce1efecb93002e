import Model

/// A place where work leaves the system for paper, or paper has to be put into a system.
///
/// Two steps with a known medium, one directly after the other along sequence or message flows, whose media differ.
/// Events, gateways and steps whose medium is not known lie in between and are passed over: the change happens somewhere
/// there. A pair counts once, however many ways lead from one to the other.
package struct MediaBreak: Sendable, Equatable {
    package let from: ProcessModel.Node
    package let to: ProcessModel.Node

    /// `paper`: printed, signed, posted. `system`: typed in, scanned.
    package var onto: Medium { to.medium ?? .system }

    /// In the order of the file.
    package static func all(in process: ProcessModel) -> [MediaBreak] {
        StepOrder(in: process, over: [.sequence, .message]) { $0.medium != nil }.pairs.compactMap { pair in
            let (from, to) = (process.nodes[pair.from], process.nodes[pair.to])
            return from.medium == to.medium ? nil : MediaBreak(from: from, to: to)
        }
    }
}
