import Cryptography
import Model

/// What surrounds the content of every page: head, policy, menu, footer.
struct PageFrame {
    let edition: Edition
    let page: PageName
    let title: String
    /// Content under the page's heading.
    let content: HTML
    /// A body may be stricter than the cooperation.
    let tlp: TLP

    var document: String {
        "<!doctype html>\n"
            + HTML.tag(
                .html, [.lang(edition.language)],
                [
                    .tag(.head, [], head), "\n", .tag(.body, [], [skipLink, header, main, footer, script]),
                ]
            ).markup + "\n"
    }

    private var head: [HTML] {
        [
            .tag(.meta, [.utf8], []),
            .tag(.meta, [.named(.viewport), .content("width=device-width,initial-scale=1")], []),
            .tag(.meta, [.httpEquivalent("Content-Security-Policy"), .content(Self.policy)], []),
            .tag(.meta, [.named(.referrer), .content("no-referrer")], []),
            .tag(.meta, [.named(.robots), .content("noindex,nofollow")], []),
            .tag(.link, [.rel(.alternate), .hreflang(other), .href(edition.twin(of: page))], []),
            .tag(.title, [], [.text("\(title) – Lagebild \(edition.picture.cooperation.name), \(today)")]),
            .raw(.style, [], Stylesheet.text),
        ]
    }

    private var skipLink: HTML {
        .tag(.a, [.class(.skip), .href(.here(.content))], [.text(edition.say("Zum Inhalt", "Skip to content"))])
    }

    private var header: HTML {
        .tag(
            .header, [],
            [
                .tag(
                    .p, [.class(.quiet)],
                    [
                        .tag(.strong, [.class(.tlp)], [.text("TLP:\(tlp.rawValue)")]),
                        " \(state)",
                    ]),
                .tag(.h1, [], [.text(title)]), menu,
            ])
    }

    private var state: HTML {
        let run = edition.picture.run
        let moment = edition.say.moment(run.started, zone: run.zone)
        return edition.say("Stand \(moment) · Prüflauf \(run.id)", "As of \(moment) · run \(run.id)")
    }

    private var menu: HTML {
        let entries = PageName.menu.filter(edition.picture.has).map { entry -> HTML in
            let attributes: [Attribute] = [.href(edition.address(entry))] + (entry == page.menuEntry ? [.current] : [])
            return .tag(.li, [], [.tag(.a, attributes, [.text(edition.say(entry.menuTitle))])])
        }
        let twin = HTML.tag(
            .li, [.class(.languages)],
            [
                .tag(
                    .a, [.href(edition.twin(of: page)), .lang(other), .hreflang(other)],
                    [.text(other == .de ? "Deutsch" : "English")])
            ])
        let label = edition.say("Berichtsteile", "Parts of the report")
        return .tag(.nav, [.class(.menu), .label(label)], [.tag(.ul, [], entries + [twin])])
    }

    private var main: HTML { .tag(.main, [.id(Anchor.content.id)], [content]) }

    private var footer: HTML {
        let picture = edition.picture
        let packs = picture.packs.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
        let mail = Address.external("mailto:" + picture.cooperation.contact)
        let contact = HTML.text(picture.cooperation.contact)
        let parts: [HTML] = [
            .text(edition.say("Erzeugt mit Lagebild \(picture.run.tool)", "Made with Lagebild \(picture.run.tool)")),
            .text(edition.say("Regelwerke: \(packs)", "Rule packs: \(packs)")),
            "\(edition.say("SHA-256 der Daten", "SHA-256 of the data")) \(HTML.link(.data(.manifest), .text(edition.digest)))",
            "\(edition.say("Fragen", "Questions")): \(mail.map { HTML.link($0, contact) } ?? contact)",
        ]
        return .tag(.footer, [], [.p(.joined(parts, " · "))])
    }

    /// Only tables need it.
    private var script: HTML { content.hasListing ? .raw(.script, [], PageScript.text) : .nothing }
    private var other: Language { edition.language == .de ? .en : .de }
    private var today: String { edition.say.day(edition.picture.run.day) }

    /// Nothing may be loaded or run but this style and this script.
    private static let policy =
        "default-src 'none'; style-src '\(hash(Stylesheet.text))'; script-src '\(hash(PageScript.text))'; "
        + "base-uri 'none'; form-action 'none'"

    private static func hash(_ text: String) -> String { "sha256-" + Digest.sha256(Array(text.utf8)).base64 }
}
