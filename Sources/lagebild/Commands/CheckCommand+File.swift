import Cryptography
import Foundation
import Model
import Pipeline

/// `lagebild check FILE.pem`: certificates before they are installed. Nothing is sent.
extension CheckCommand {
    /// The usual endings, which no host name has, or a path that leads to a file.
    var isFile: Bool {
        let ending = target.split(separator: ".").last?.lowercased() ?? ""
        if ["pem", "crt", "cer", "der"].contains(ending) { return true }
        var isFolder: ObjCBool = false
        return target.contains("/") && FileManager.default.fileExists(atPath: target, isDirectory: &isFolder)
            && !isFolder.boolValue
    }

    func checkFile() throws {
        let moment = try self.moment()
        let surroundings = try CheckSurroundings.find(places.places, at: .now).judging(by: pack)
        let answer: CertificateFileCheck.Answer
        do {
            answer = try CertificateFileCheck(
                target, name: name, roots: roots, in: surroundings, toolVersion: Lagebild.version, at: moment
            ).run()
        } catch let error as CertificateError {
            throw UnreadableInput(
                error.description,
                hint: "name a PEM file, the server's own certificate first, or one certificate as DER")
        }
        let language = language.chosen ?? surroundings.fleet?.cooperation.language ?? .en
        if format.isJSON {
            Document.print("check", members: answer.document)
        } else {
            CertificateFileView(answer: answer, language: language, colour: Colour(color)).printText()
        }
        if answer.hasForeignKey { throw ExitStatus.findings.code }
        if let failOn, answer.check.worst.map({ $0 >= failOn }) == true { throw ExitStatus.findings.code }
        if !answer.check.errors.isEmpty { throw ExitStatus.partial.code }
    }

    func refuseFileOptions() throws {
        guard name != nil || at != nil || !roots.isEmpty else { return }
        throw PlaceError.missing(
            "--name, --at and --roots belong to a file of certificates; \"\(target)\" is none",
            hint: "name a PEM file, or leave them out")
    }

    private func moment() throws -> Timestamp {
        guard let at else { return .now }
        if let moment = Timestamp(rfc3339: at) { return moment }
        if let day = Day(at) { return day.start }
        throw PlaceError.missing(
            "\"\(at)\" is no time", hint: "write a day as 2027-03-15 or a moment as 2027-03-15T06:00:00Z")
    }
}
