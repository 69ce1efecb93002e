import Catalogue
import Documents
import Foundation
import Model

/// Where the catalogue, the fingerprints and the lifecycles are read from: folders beside the rule packs.
package struct SoftwarePlaces: Sendable {
    /// Rules folders that may hold them, the first one that does counts.
    var folders = ["rules"]
    /// Folders of Recog files to ask beside the shipped fingerprints.
    package var recog: [String] = []

    /// The catalogue; throws `RuleFileError` with all that is wrong, `PlaceError` where there is none.
    package func catalogue() throws -> Catalogue {
        try reading { try Catalogue.read(from: folder("catalogue"), $0) }
    }

    /// The shipped fingerprints, for the catalogue's products.
    package func fingerprints(for catalogue: Catalogue) throws -> FingerprintSet {
        try reading { try FingerprintSet.read(from: folder("fingerprints"), for: catalogue, $0) }
    }

    /// The folders of Recog files the operator names.
    package func recogFiles(for catalogue: Catalogue) throws -> [RecogFile] {
        try recog.map { try RecogFile.read(folder: $0, for: catalogue) }
    }

    /// The shipped lifecycles, and newer ones of a folder of endoflife.date's files in their place.
    package func lifecycles(for catalogue: Catalogue, renewedBy copies: String? = nil) throws -> LifecycleBook {
        try reading { log in
            let book = try LifecycleBook.read(from: folder("lifecycle"), for: catalogue, log)
            let newer = copies.map { EndOfLifeFile.read(folder: $0, log) } ?? []
            return log.hasErrors ? nil : book?.renewed(by: newer)
        }
    }

    /// What probes ask: every fingerprint there is, the operator's own too.
    func recogniser() throws -> any SoftwareRecogniser {
        let catalogue = try catalogue()
        let shipped = try fingerprints(for: catalogue)
        let own = try recogFiles(for: catalogue).flatMap(\.fingerprints)
        return own.isEmpty ? shipped : FingerprintSet(shipped.fingerprints + own)
    }

    func folder(_ name: String) throws(PlaceError) -> String {
        let found = folders.map { "\($0)/\(name)" }.first { FileManager.default.fileExists(atPath: $0) }
        guard let found else {
            throw .missing(
                "no folder '\(name)' beside the rule packs", hint: "name a rules folder that has it with --rules")
        }
        return found
    }

    func reading<Value>(_ read: (DiagnosticLog) throws -> Value?) throws -> Value {
        let log = DiagnosticLog()
        guard let value = try read(log) else { throw RuleFileError(diagnostics: log.diagnostics) }
        return value
    }
}

extension Places {
    package var software: SoftwarePlaces { SoftwarePlaces(folders: catalogueFolders) }
}
