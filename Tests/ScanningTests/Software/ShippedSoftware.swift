import Catalogue
import Documents
import Foundation
import Model

/// The fingerprints the project ships, as a scan uses them.
private let shipped: FingerprintSet = {
    let rules = URL(filePath: #filePath).appending(path: "../../../../rules").standardized.path
    let log = DiagnosticLog()
    let catalogue = Catalogue.read(from: "\(rules)/catalogue", log)
    let set = catalogue.flatMap { FingerprintSet.read(from: "\(rules)/fingerprints", for: $0, log) }
    precondition(set != nil, "\(log.diagnostics)")
    return set ?? .none
}()

extension SoftwareRecogniser where Self == FingerprintSet {
    static var shipped: FingerprintSet { ScanningTests.shipped }
}
