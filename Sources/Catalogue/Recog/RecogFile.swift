import Documents
import Foundation
import Model
import Patterns

/// Reads fingerprints of the Recog format (rapid7/recog): XML files, each for one kind of signal.
///
/// What RE2 cannot take (look-around, references back) is told, not dropped silently; the others of the file count.
package struct RecogFile: Sendable {
    package let fingerprints: [Fingerprint]
    /// What could not be taken, each with its place.
    package let refused: [Diagnostic]

    private static let mostFiles = 500
    private static let limits = XMLLimits(
        bytes: 8 << 20, depth: 10, elements: 200_000, attributes: 20, textBytes: 64 << 10)

    /// Every `.xml` file of a folder. `catalogue` gives products their ids; the others get one made of their names.
    package static func read(folder: String, for catalogue: Catalogue) throws(Diagnostic) -> RecogFile {
        let start = Place(file: folder, line: 1, column: 1)
        guard let all = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw Diagnostic(at: start, "there is no such folder", hint: "name a folder of Recog XML files")
        }
        let names = all.filter { $0.hasSuffix(".xml") }.sorted()
        guard !names.isEmpty else {
            throw Diagnostic(at: start, "the folder holds no .xml file", hint: "name a folder of Recog XML files")
        }
        guard names.count <= mostFiles else { throw Diagnostic(at: start, "more than \(mostFiles) files") }
        var fingerprints: [Fingerprint] = []
        var refused: [Diagnostic] = []
        for name in names {
            let file = try read(file: "\(folder)/\(name)", for: catalogue)
            fingerprints += file.fingerprints
            refused += file.refused
        }
        return RecogFile(fingerprints: fingerprints, refused: refused)
    }

    static func read(file path: String, for catalogue: Catalogue) throws(Diagnostic) -> RecogFile {
        let root: XMLElement
        do {
            root = try XMLReading.document(ofFile: path, limits: limits)
        } catch let diagnostic as Diagnostic {
            throw diagnostic
        } catch {
            throw Diagnostic(at: Place(file: path, line: 1, column: 1), "cannot be read: \(error)")
        }
        let place = Place(file: path, line: root.line, column: root.column)
        guard root.name == "fingerprints", let matches = root["matches"] ?? root["database_type"] else {
            throw Diagnostic(
                at: place, "not a Recog file: its element is not 'fingerprints' with 'matches'",
                hint: "leave only Recog files in the folder")
        }
        var fingerprints: [Fingerprint] = []
        var refused: [Diagnostic] = []
        for element in root.children(named: "fingerprint") {
            do throws(Diagnostic) {
                let entry = RecogEntry(element, file: path, source: RecogSignal.source(of: matches))
                if let fingerprint = try entry.fingerprint(for: catalogue) { fingerprints.append(fingerprint) }
            } catch {
                refused.append(error)
            }
        }
        return RecogFile(fingerprints: fingerprints, refused: refused)
    }
}

/// What Recog calls the kinds of signals, and what we call them.
enum RecogSignal {
    /// Kinds no probe of ours sees keep their own name: their examples are tested all the same.
    static func source(of matches: String) -> String {
        switch matches {
        case "http_header.server": SoftwareSignal.header("server")
        case "http_header.cookie": SoftwareSignal.cookie
        case "http_header.wwwauth": SoftwareSignal.header("www-authenticate")
        case "http_header.x_powered_by": SoftwareSignal.header("x-powered-by")
        case "html_title": SoftwareSignal.title
        case "ssh.banner": SoftwareSignal.sshBanner
        case "smtp.banner": SoftwareSignal.smtpGreeting
        case "imap4.banner", "imap.banner": SoftwareSignal.imapGreeting
        case "pop3.banner", "pop.banner": SoftwareSignal.pop3Greeting
        case "x509.subject": SoftwareSignal.certificateSubject
        case "x509.issuer": SoftwareSignal.certificateIssuer
        default: matches
        }
    }
}
