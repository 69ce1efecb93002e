/// What a node of a process is, by its BPMN 2.0 element.
package enum NodeKind: String, Sendable, CaseIterable {
    case task, userTask, serviceTask, manualTask, sendTask, receiveTask, scriptTask, businessRuleTask
    case callActivity, subProcess, adHocSubProcess, transaction
    case startEvent, endEvent, intermediateCatchEvent, intermediateThrowEvent, boundaryEvent
    case exclusiveGateway, parallelGateway, inclusiveGateway, eventBasedGateway, complexGateway

    package enum Family: Sendable { case step, event, gateway }

    package var family: Family {
        switch self {
        case .task, .userTask, .serviceTask, .manualTask, .sendTask, .receiveTask, .scriptTask, .businessRuleTask,
            .callActivity, .subProcess, .adHocSubProcess, .transaction:
            .step
        case .startEvent, .endEvent, .intermediateCatchEvent, .intermediateThrowEvent, .boundaryEvent: .event
        case .exclusiveGateway, .parallelGateway, .inclusiveGateway, .eventBasedGateway, .complexGateway: .gateway
        }
    }

    package var isStep: Bool { family == .step }

    /// Where further nodes may stand inside.
    package var isContainer: Bool { self == .subProcess || self == .adHocSubProcess || self == .transaction }

    /// A step made of further steps or defined elsewhere.
    package var isComposite: Bool { isContainer || self == .callActivity }
}

/// What a step is done with.
package enum Medium: String, Sendable, CaseIterable { case system, paper }

extension ProcessModel.Node {
    /// What the file says, else what follows from the kind: a manual task is paper, a service, script, business rule or
    /// user task is a system, and so is every step that uses a system. `nil`: not known.
    ///
    /// A composite step has none of its own: the steps inside it have.
    package var medium: Medium? {
        guard kind.isStep else { return nil }
        if let statedMedium { return statedMedium }
        switch kind {
        case .manualTask: return .paper
        case .userTask, .serviceTask, .scriptTask, .businessRuleTask: return .system
        default: return systems.isEmpty ? nil : .system
        }
    }
}
