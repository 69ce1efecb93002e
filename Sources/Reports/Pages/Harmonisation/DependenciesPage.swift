import Model

/// On what several bodies rest, and what falls with it.
struct DependenciesPage {
    let words: HarmonisationWords

    private var edition: Edition { words.edition }
    private var say: Wording { words.say }
    private var failures: [Picture.Harmonisation.Failure] { words.harmonisation.failures }

    var title: String {
        say("Abhängigkeiten: was fällt, wenn etwas ausfällt", "Dependencies: what falls if something fails")
    }

    var content: HTML {
        guard !failures.isEmpty else {
            return .p(
                .text(
                    say(
                        "Weder die Listen noch die Messung zeigen etwas, von dem andere abhängen.",
                        "Neither lists nor measurement show anything on which others depend.")))
        }
        return .group([
            lead, .h2(nil, .text(say("Übersicht", "Overview"))), overview.html(edition),
            .group(detailed.map(section)), words.source(.dependencies),
        ])
    }

    /// As many as one page bears; the file has all.
    private static let sections = 60
    private var detailed: [Picture.Harmonisation.Failure] {
        Array(failures.filter { $0.thing.kind == .provider }.prefix(Self.sections))
    }

    private var lead: HTML {
        let worst = failures.first
        let figure = edition.figure(.failing, say("Was mit ausfällt", "What falls with it"))
        let shared = HTML.link(edition.address(.shared), .text(say("Gemeinsame Risiken", "Shared risks")))
        let sentence: HTML =
            worst.map { failure in
                let bodies = say.count(failure.bodies.count, .body)
                return say(
                    "Am meisten hinge an \(edition.common(failure.thing)): \(bodies). ",
                    "Most would fall with \(edition.common(failure.thing)): \(bodies). ")
            } ?? .nothing
        return .p(
            say(
                "\(sentence)\(figure) folgt den Listen und der Flottendatei, auch über mehrere Stufen. Zertifikate, Schlüssel, Nameserver und Mailserver stehen mit ihren Diensten und Befunden unter \(shared).",
                "\(sentence)\(figure) follows the lists and the fleet file, also over several steps. Certificates, keys, name servers and mail hosts stand with their services and findings under \(shared)."
            ))
    }

    private var overview: Listing {
        Listing(
            id: "ausfaelle",
            caption: say("Worauf mehrere ruhen, die meisten zuerst", "On what several rest, most first"),
            columns: [
                .init(title: say("Wenn ausfällt", "If this fails")), .init(title: say("Art", "Kind")),
                .init(title: say("Stellen", "Bodies"), numeric: true),
                .init(title: say("Fachbereiche und Dienste", "Domains and services")),
                .init(title: say("Betroffen", "Concerned")),
            ],
            rows: failures.map(row), file: .dependencies, limit: 200)
    }

    private func row(_ failure: Picture.Harmonisation.Failure) -> Listing.Row {
        let name = edition.common(failure.thing)
        let bodies = failure.bodies
        let isDetailed = detailed.contains { $0.thing == failure.thing }
        let what = names(of: failure)
        return Listing.Row(cells: [
            .init(name),
            .init(.text(say.failing(failure.thing.kind))),
            .init(.text(say.number(bodies.count)), sortKey: String(bodies.count)),
            .init(what.isEmpty ? "–" : .text(what.joined(separator: ", ")), sortKey: String(what.count)),
            .init(
                isDetailed
                    ? .link(.here(.failing(failure.thing)), .text(say("im Einzelnen", "in detail")))
                    : edition.bodyLinks(bodies)),
        ])
    }

    private func names(of failure: Picture.Harmonisation.Failure) -> [String] {
        Set(failure.losses.compactMap { $0.what.map { say($0) } }).sorted()
    }

    private func section(_ failure: Picture.Harmonisation.Failure) -> HTML {
        let name = edition.common(failure.thing)
        let plain = edition.picture.body(failure.thing.value)?.name ?? failure.thing.value
        let losses = Dictionary(grouping: failure.losses, by: \.body)
        return .group([
            .h3(.failing(failure.thing), say("Wenn \(name) ausfällt", "If \(name) fails")),
            Listing(
                id: "liste-" + Anchor.failing(failure.thing).id,
                caption: say(
                    "Was welche Stelle verliert, wenn \(plain) ausfällt", "What each body loses if \(plain) fails"),
                columns: [
                    .init(title: say("Stelle", "Body")),
                    .init(title: say("Fachbereiche und Dienste", "Domains and services")),
                ],
                rows: losses.keys.sorted().map { body in
                    Listing.Row(cells: [
                        .init(edition.bodyLink(body)),
                        .init(.joined((losses[body] ?? []).map { loss($0, failure) }, ", ")),
                    ])
                }, file: .dependencies, sortable: false, limit: 40
            ).html(edition),
        ])
    }

    private func loss(_ loss: Picture.Harmonisation.Loss, _ failure: Picture.Harmonisation.Failure) -> HTML {
        let what = HTML.text(loss.what.map { say($0) } ?? say.failing(failure.thing.kind))
        guard loss.because != failure.thing else { return what }
        return say(
            "\(what) (über \(edition.common(loss.because)))", "\(what) (through \(edition.common(loss.because)))")
    }
}

extension Wording {
    func failing(_ kind: Picture.Common.Kind) -> String {
        switch kind {
        case .provider: self("Betreiber", "provider")
        case .certificate: self("Zertifikat", "certificate")
        case .key: self("Schlüssel", "key")
        case .address: self("Adresse", "address")
        case .nameServer: self("Nameserver", "name server")
        case .mailHost: self("Mailserver", "mail host")
        }
    }
}
