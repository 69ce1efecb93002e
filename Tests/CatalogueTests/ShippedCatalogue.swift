import Catalogue
import Documents
import Foundation
import Testing

/// The data the project ships, read once for all tests.
enum Shipped {
    static let rules = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "rules").path

    static let catalogue: Catalogue = {
        let log = DiagnosticLog()
        let catalogue = Catalogue.read(from: "\(rules)/catalogue", log)
        for diagnostic in log.diagnostics { Issue.record("\(diagnostic)") }
        return catalogue ?? Catalogue(domains: [], products: [])
    }()
}

extension Shipped {
    static let fingerprints: FingerprintSet = {
        let log = DiagnosticLog()
        let set = FingerprintSet.read(from: "\(rules)/fingerprints", for: catalogue, log)
        for diagnostic in log.diagnostics { Issue.record("\(diagnostic)") }
        return set ?? .none
    }()
}
