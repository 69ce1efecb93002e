import Model

/// Reads `fleet.yaml`: every fault is found and named before a packet is sent.
package enum FleetFile {
    /// Packs that come with the program; rules from `extra` folders may add others.
    package static let shippedPacks = [
        "bsi-mindeststandard-tls", "bsi-tr-02102-2", "bsi-tr-03116-4", "ca-browser-forum", "certificates", "mail",
        "mozilla-intermediate", "mozilla-modern", "ncsc-nl", "online-services", "rfc-9325", "ssh", "weaknesses", "web",
    ]

    /// Packs that were divided or renamed, and what took their place.
    package static let retiredPacks = [
        "bsi": "certificates, bsi-tr-02102-2", "mozilla": "mozilla-intermediate",
    ]

    /// The fleet of a file and those it includes. Throws `FleetFileError` with all that is wrong.
    package static func load(
        at path: String, today: Day, packs: [String] = shippedPacks
    ) throws -> (fleet: Fleet, warnings: [Diagnostic]) {
        let reading = try read(at: path, today: today, packs: packs)
        return (reading.fleet, reading.warnings)
    }

    /// The same, with the places of what has to be held against the rules.
    package static func read(at path: String, today: Day, packs: [String] = shippedPacks) throws -> FleetReading {
        try read(file: path, today: today, packs: packs) { () throws(Diagnostic) in try TextFile.read(path) }
    }

    /// The same for a text that is already there; `file` names it in messages and says where includes are.
    package static func load(
        text: String, file: String, today: Day, packs: [String] = shippedPacks
    ) throws -> (fleet: Fleet, warnings: [Diagnostic]) {
        let reading = try read(file: file, today: today, packs: packs) { () throws(Diagnostic) in text }
        return (reading.fleet, reading.warnings)
    }

    /// JSON Schema (draft 2020-12) of the file, for editors; from the same declarations that read it.
    package static func jsonSchema() -> JSONValue {
        .object(
            [
                JSONMember("$schema", "https://json-schema.org/draft/2020-12/schema"),
                JSONMember("$id", "urn:lagebild:schema:fleet:1"),
                JSONMember("title", "lagebild fleet file"),
            ] + (FleetKeys.mapping.schema.members ?? []))
    }

    private static func read(
        file: String, today: Day, packs: [String], text: () throws(Diagnostic) -> String
    ) throws -> FleetReading {
        let log = DiagnosticLog()
        do {
            let draft = FleetDraft(try YAMLSource.read(text(), file: file), file: file, log)
            if let draft { FleetChecks(draft: draft, today: today, packs: packs, log: log).run() }
            if let draft, let fleet = draft.fleet, !log.hasErrors {
                return FleetReading(fleet: fleet, warnings: log.warnings, places: FleetPlaces(draft))
            }
        } catch {
            log.report(error)
        }
        throw FleetFileError(diagnostics: log.diagnostics)
    }
}
