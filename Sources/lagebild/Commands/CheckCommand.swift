import ArgumentParser
import Documents
import Foundation
import Model
import Pipeline

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look at one host now and answer in the terminal; nothing is kept.",
        usage: "lagebild check TARGET [--authorised] [--service SERVICE] [--compare FILE]",
        discussion: """
            EXAMPLES
              lagebild check www.example.org
              lagebild check mail.example.org:25
              lagebild check example.org --service mail_domain
              lagebild check 192.0.2.7:8443 --format json --authorised > before.json
              lagebild check 192.0.2.7:8443 --authorised --compare before.json
              lagebild check new.pem --name www.example.org --at 2027-03-15

            It asks whether you may: answer y, or give --authorised where nobody can be
            asked. A host the fleet file authorises needs no question. Networks are refused.
            A file of certificates is judged as if it were served; nothing is sent.

            EXIT STATUSES
              0 done · 1 a rule of --fail-on or above deviates, or --exit-code and
              something changed, or a private key belongs to none of the certificates
              2 a rule erred · 64 usage · 65 the file to compare with is none
              69 no address or no answer · 77 not authorised
            """)

    @Argument(help: "HOST, HOST:PORT, ADDRESS, [ADDRESS]:PORT, or a file of certificates (PEM, DER).") var target:
        String
    @OptionGroup var places: FleetOptions
    @OptionGroup var language: LanguageOptions
    @Option(help: "What speaks there, if the port does not tell; or mail_domain.") var service: Service?
    @OptionGroup var format: DocumentOptions
    @OptionGroup var fingerprints: FingerprintOptions
    @Flag(help: "I am authorised to look at this host.") var authorised = false
    @Option(help: "Show what changed since this earlier output of --format json.") var compare: String?
    @Flag(help: "With --compare: exit 1 when anything changed.") var exitCode = false
    @Option(help: "Judge by this pack of rules only; repeatable. 'lagebild rules list' names them.") var pack:
        [String] = []
    @Option(help: "auto, always or never; NO_COLOR and CLICOLOR_FORCE are heeded.") var color: Colour.Wish = .auto
    @Flag(name: .shortAndLong, help: "Show every fact as a table.") var verbose = false
    @Option(help: "Exit 1 when a rule of this severity or above deviates.") var failOn: Severity?

    @Option(help: "Of certificates in a file: the name they are meant for.") var name: String?
    @Option(help: "Of certificates in a file: judge them at this day or moment (RFC 3339).") var at: String?
    @Option(help: "Of certificates in a file: a PEM file of roots to trust as well; repeatable.") var roots: [String] =
        []

    func run() async throws {
        if isFile { return try checkFile() }
        try refuseFileOptions()
        let target = try parsed()
        let earlier = try compare.map(EarlierCheck.read)
        var surroundings = try CheckSurroundings.find(places.places, at: .now).judging(by: pack)
        surroundings.software.recog = fingerprints.folders
        try requirePermission(target, surroundings)
        let check = Check(target, in: surroundings, toolVersion: Lagebild.version, clock: { .now })
        let answer = try await check.run()
        let comparison = try earlier.map { try $0.compared(to: answer) }
        show(answer, comparison, in: language.chosen ?? surroundings.fleet?.cooperation.language ?? .en)
        try requireAnswer(answer, from: target)
        if exitCode, comparison?.isEmpty == false { throw ExitStatus.findings.code }
        if let failOn, answer.worst.map({ $0 >= failOn }) == true { throw ExitStatus.findings.code }
        if !answer.errors.isEmpty { throw ExitStatus.partial.code }
    }

    private func show(_ answer: Check.Answer, _ comparison: CheckComparison?, in language: Language) {
        let changes = comparison.map { CheckComparisonView(comparison: $0, language: language) }
        if format.isJSON {
            let more = changes.map { [JSONMember("changes", $0.json)] } ?? []
            Document.print("check", members: answer.document + more)
        } else {
            CheckView(answer: answer, language: language, verbose: verbose, colour: Colour(color)).printText()
            changes?.printText()
        }
    }

    private func requireAnswer(_ answer: Check.Answer, from target: CheckTarget) throws {
        guard
            answer.observations.contains(where: { $0.outcome == .answered && $0.endpoint.transport == .tcp })
                || target.mail
        else {
            throw Refusal.unavailable("nothing at \(target.host) could be measured", hint: "the reasons stand above")
        }
    }

    private func parsed() throws -> CheckTarget {
        do throws(CheckTarget.Mistake) {
            return try CheckTarget(target, service: service)
        } catch {
            switch error {
            case .network(let text):
                throw PlaceError.missing(
                    "\"\(text)\" is a network or a URL; check looks at one host",
                    hint: "name one host, or put networks into a fleet file")
            case .notAHost(let text):
                throw PlaceError.missing("\"\(text)\" is no host name and no address", hint: "write HOST or HOST:PORT")
            case .notAPort(let text):
                throw PlaceError.missing("\"\(text)\" is no port", hint: "a port is a number from 1 to 65535")
            case .unknownService(let port):
                throw PlaceError.missing(
                    "port \(port) does not say what speaks there", hint: "add --service https, tls, smtp, ...")
            }
        }
    }

    private func requirePermission(_ target: CheckTarget, _ surroundings: CheckSurroundings) throws {
        if authorised || surroundings.authorises(target) { return }
        guard Environment.isInteractive else {
            throw Refusal.notAuthorised(
                "nobody said that you may look at \(target.host)", hint: "--authorised says so; a fleet file records it"
            )
        }
        FileHandle.standardError.write(Data("Are you authorised to look at \(target.host)? [y/N] ".utf8))
        guard let answer = readLine()?.lowercased(), ["y", "yes", "j", "ja"].contains(answer) else {
            throw Refusal.notAuthorised(
                "not authorised, nothing was sent", hint: "ask the owner of \(target.host) first")
        }
    }
}

extension Service: ExpressibleByArgument {}
extension Colour.Wish: ExpressibleByArgument {}
