import Cryptography
import Model

/// One file of a report; the path is relative to the report's folder.
package struct ReportFile: Sendable, Equatable {
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}

/// The report as a folder of files: every page in both languages and the data behind them.
package enum Site {
    /// Pure: the same picture gives the same bytes, in the same order.
    package static func render(_ picture: Picture) -> [ReportFile] {
        let data = DataFiles(picture: picture).files
        let digest = Digest.sha256(data.flatMap { Digest.sha256($0.bytes) }).hex.prefix(16)
        let figures = Figures(picture, scope: .everything(in: picture))
        let written = Language.allCases.flatMap { language in
            pages(of: Edition(picture: picture, figures: figures, language: language, digest: "\(digest)…"))
        }
        let files = (written + data).sorted { $0.path < $1.path }
        return files + [Manifest(picture: picture, files: files).file]
    }

    private static func pages(of edition: Edition) -> [ReportFile] {
        single(edition) + services(edition) + harmonisation(edition)
            + edition.picture.bodies.map { body in
                let content = BodyPage(edition: edition, body: body)
                return page(edition, .body(body.id), content.title, content.content, tlp: body.tlp)
            }
            + edition.picture.rules.map { rule in
                let content = RulePage(edition: edition, rule: rule)
                return page(edition, .rule(rule.id), content.title, content.content)
            }
            + edition.figures.paged.map { finding in
                let content = FindingPage(edition: edition, finding: finding)
                let tlp = edition.picture.body(finding.body)?.tlp
                return page(edition, .finding(finding.id), content.title, content.content, tlp: tlp)
            }
    }

    private static func single(_ edition: Edition) -> [ReportFile] {
        let index = IndexPage(edition: edition)
        let findings = FindingsPage(edition: edition)
        let changes = ChangesPage(edition: edition)
        let shared = SharedPage(edition: edition)
        let inventory = InventoryPage(edition: edition)
        let software = SoftwarePage(edition: edition)
        let certificates = CertificatesPage(edition: edition)
        let exceptions = ExceptionsPage(edition: edition)
        let permissions = PermissionsPage(edition: edition)
        let evidence = EvidencePage(edition: edition)
        let method = MethodPage(edition: edition)
        return [
            page(edition, .index, index.title, index.content),
            page(edition, .findings, findings.title, findings.content),
            page(edition, .changes, changes.title, changes.content),
            page(edition, .shared, shared.title, shared.content),
            page(edition, .inventory, inventory.title, inventory.content),
            page(edition, .software, software.title, software.content),
            page(edition, .certificates, certificates.title, certificates.content),
            page(edition, .exceptions, exceptions.title, exceptions.content),
            page(edition, .permissions, permissions.title, permissions.content),
            page(edition, .evidence, evidence.title, evidence.content),
            page(edition, .method, method.title, method.content),
        ]
    }

    static func page(
        _ edition: Edition, _ name: PageName, _ title: String, _ content: HTML, tlp: TLP? = nil
    ) -> ReportFile {
        let strictest = max(tlp ?? edition.picture.cooperation.tlp, edition.picture.cooperation.tlp)
        let frame = PageFrame(edition: edition, page: name, title: title, content: content, tlp: strictest)
        return ReportFile(path: name.fileName(edition.language), text: frame.document)
    }
}
