import Documents
import Foundation
import Inventory
import Model
import Rules
import Scanning

/// What a fleet says about rules, held against the rules there are.
struct RuleSelection {
    let reading: FleetReading
    /// Every rule of the rules folder and the fleet's own folders.
    let installed: RuleBook
    /// The fleet's own folders.
    let extra: [String]
    /// Where the catalogue of controls lies for rules read from kept texts.
    let catalogues: [String]
    /// A version of a pack that judged before, as the store kept it.
    let kept: (_ pack: String, _ version: Int) throws -> KeptPack?

    private var defaults: FleetDefaults { reading.fleet.defaults }

    /// Every rule as the fleet weighs it, and those it chose. Throws `FleetFileError` with all that does not fit.
    func books() throws -> (available: RuleBook, chosen: RuleBook) {
        let log = DiagnosticLog()
        checkPacks(log)
        checkSeverities(log)
        let pinned = try pinned(log)
        guard !log.hasErrors, let pinned else { throw FleetFileError(diagnostics: log.diagnostics) }
        let available = pinned.weighed(defaults.severities)
        return (available, available.choosing(names + available.packs(from: extra)))
    }

    /// What accepts or changes nothing, because the rule is not among those that judge.
    func warnings(chosen: RuleBook) -> [Diagnostic] {
        let log = DiagnosticLog()
        for exception in reading.fleet.exceptions {
            guard let fault = chosen.absence(of: exception.rule, installed: installed) else { continue }
            log.warning(
                at: reading.places.place(ofRuleIn: exception.id),
                "exception \(exception.id) accepts nothing: \(fault.message)", hint: fault.hint)
        }
        for choice in defaults.severities {
            let place = reading.places.place(ofSeverityOf: choice.rule)
            if installed.rule(choice.rule)?.text.severity == choice.severity {
                log.warning(
                    at: place, "'\(choice.rule)' has the severity \(choice.severity.rawValue) already",
                    hint: "leave the entry out")
            } else if let fault = chosen.absence(of: choice.rule, installed: installed) {
                log.warning(at: place, "the severity changes nothing: \(fault.message)", hint: fault.hint)
            }
        }
        return log.warnings
    }

    private var names: [String] {
        defaults.packs.isEmpty ? installed.defaultPacks : defaults.packs.map(\.name)
    }

    /// Only now are the packs of the fleet's own folders known.
    private func checkPacks(_ log: DiagnosticLog) {
        let known = installed.packs.map(\.name)
        for pack in defaults.packs where !known.contains(pack.name) {
            log.error(
                at: reading.places.place(ofPack: pack.name), "unknown rule pack '\(pack.name)'",
                hint: Suggestion.hint(for: pack.name, among: known))
        }
    }

    private func checkSeverities(_ log: DiagnosticLog) {
        let known = installed.rules.map(\.id)
        for choice in defaults.severities where !known.contains(choice.rule) {
            log.error(
                at: reading.places.place(ofSeverityOf: choice.rule), "no pack has a rule '\(choice.rule)'",
                hint: Suggestion.hint(for: choice.rule, among: known) ?? "'lagebild rules list' names them all")
        }
    }

    /// The rules in the versions the fleet holds on to: installed, or kept from the time they judged. `nil` where one of
    /// them cannot be had or read, which the log says.
    private func pinned(_ log: DiagnosticLog) throws -> RuleBook? {
        var sources = installed.packs.map(\.source)
        var isOther = false
        for pin in defaults.packs {
            guard let version = pin.version, let pack = installed.packs.first(where: { $0.name == pin.name }),
                pack.version != version
            else { continue }
            guard let kept = try kept(pin.name, version) else {
                log.error(
                    at: reading.places.place(ofPack: pin.name),
                    "the fleet pins \(pin), installed is \(pack.name) \(pack.version), the store has kept no other",
                    hint: version < pack.version
                        ? "leave out the pin, see with 'lagebild rules preview' what changes, then pin the new version"
                        : "install the rules the pin names, or lower the pin")
                continue
            }
            isOther = true
            sources.removeAll { $0 == pack.source }
            sources.append(PackSource(folder: "kept in the store/\(pin.name)", texts: kept.files))
        }
        guard isOther, !log.hasErrors else { return log.hasErrors ? nil : installed }
        return try RuleBook.load(sources, catalogues: catalogues, vocabulary: Probes.vocabulary, log: log)
    }
}

extension RuleBook {
    /// Why a rule is not among these, and what to do; `nil` where it is and judges.
    func absence(of rule: String, installed: RuleBook) -> (message: String, hint: String?)? {
        if let found = self.rule(rule) {
            return found.text.status == .retired ? ("rule '\(rule)' is retired", "remove it") : nil
        }
        if let found = installed.rule(rule) {
            return (
                "the fleet does not choose the pack '\(found.text.pack)' of rule '\(rule)'",
                "add '\(found.text.pack)' to defaults.rules.packs, or remove it"
            )
        }
        return ("no pack has a rule '\(rule)'", Suggestion.hint(for: rule, among: installed.rules.map(\.id)))
    }

    /// Names of the packs that came from one of the folders: a fleet that names a folder wants its rules.
    fileprivate func packs(from folders: [String]) -> [String] {
        packs.filter { pack in folders.contains { "\(pack.source.folder)/".hasPrefix("\($0)/") } }.map(\.name)
    }
}
