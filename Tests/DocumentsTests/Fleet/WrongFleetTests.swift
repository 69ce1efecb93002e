import Documents
import Foundation
import Model
import Testing

/// One replacement in the small fleet, and the first complaint it must cause.
struct WrongFleet: Sendable, CustomTestStringConvertible {
    let find: String
    let replacement: String
    let expected: String

    init(_ find: String, _ replacement: String, _ expected: String) {
        self.find = find
        self.replacement = replacement
        self.expected = expected
    }

    var testDescription: String { "\(find) → \(replacement)" }

    var firstComplaint: String {
        let text = smallFleet.replacingOccurrences(of: find, with: replacement)
        do {
            let (_, warnings) = try FleetFile.load(text: text, file: "f", today: today)
            return warnings.first?.description ?? "nothing"
        } catch let error as FleetFileError {
            return error.diagnostics.first?.description ?? "nothing"
        } catch {
            return "\(error)"
        }
    }
}

private let twiceWeighed = """
    defaults:
      rules: {severity: [
        {rule: a, severity: low, reason: im Verwaltungsnetz allein},
        {rule: a, severity: info, reason: im Verwaltungsnetz allein}]}

    """

@Test(arguments: [
    WrongFleet(
        "owner: it\n    ags", "ownr: it\n    ags",
        "f:18:5: error: unknown key 'ownr'\nhint: did you mean 'owner'?"),
    WrongFleet(
        "authorisation: FRG-1\n    domains", "athorisation: FRG-1\n    domains",
        "f:20:5: error: unknown key 'athorisation'\nhint: did you mean 'authorisation'?"),
    WrongFleet(
        "exceptions:", "exception:",
        "f:29:1: error: unknown key 'exception'\nhint: did you mean 'exceptions'?"),
    WrongFleet(
        "lagebild/1", "lagebild/2",
        "f:1:13: error: 'lagebild/2' is not one of lagebild/1\nhint: did you mean 'lagebild/1'?"),
    WrongFleet(
        "    ags: \"07231\"\n", "    ags: 07231\n",
        "f:19:10: error: 3737 is not text (YAML reads 07231 as an octal number)\nhint: put it in quotes: \"07231\""),
    WrongFleet(
        "\"07231\"", "\"7231\"",
        "f:19:10: error: '7231' is not an AGS\nhint: it has 5 or 8 digits and starts with the Land, 01 to 16, as \"07231\""
    ),
    WrongFleet(
        "\"07231\"", "\"99231\"",
        "f:19:10: error: '99231' is not an AGS\nhint: it has 5 or 8 digits and starts with the Land, 01 to 16, as \"07231\""
    ),
    WrongFleet(
        "ags: \"07231\"", "ars: \"07231\"",
        "f:19:10: error: '07231' is not an ARS\nhint: it has 9 or 12 digits and starts with the Land, 01 to 16, as \"072315001001\""
    ),
    WrongFleet(
        "    ags: \"07231\"\n", "    ags: \"07231\"\n    ags: \"07232\"\n",
        "f:20:5: error: key 'ags' is given twice\nhint: it is already given in line 19"),
    WrongFleet(
        "name: Landkreis Nord\n", "name: no\n",
        "f:16:11: error: false is not text (YAML reads no as a boolean)\nhint: put it in quotes: \"no\""),
    WrongFleet(
        "name: IKZ\n", "name: IKZ\n  tlp: no\n",
        "f:6:8: error: false is not text (YAML reads no as a boolean)\nhint: put it in quotes: \"no\""),
    WrongFleet(
        "name: IKZ\n", "name: IKZ\n  tlp: AMBR\n",
        "f:6:8: error: 'AMBR' is not one of CLEAR, GREEN, AMBER, AMBER+STRICT, RED\nhint: did you mean 'AMBER'?"),
    WrongFleet(
        "name: IKZ\n", "name: IKZ\n  timezone: Europe/Berln\n",
        "f:6:13: error: 'Europe/Berln' is not a time zone\nhint: did you mean 'Europe/Berlin'?"),
    WrongFleet(
        "    ags: \"07231\"\n", "    tlp: GREEN\n",
        "f:19:10: error: TLP GREEN is looser than the cooperation's AMBER\nhint: a body may tighten the marking, never loosen it"
    ),
    WrongFleet(
        "name: Geoinformation,", "name: Basis (Web, Mail),",
        "f:13:27: error: unknown key 'Mail)'\nhint: put text that contains a comma in quotes"),
    WrongFleet(
        "type: county\n    owner: it\n    ags", "type: conty\n    owner: it\n    ags",
        "f:17:11: error: 'conty' is not one of county, municipality, association-of-municipalities, special-purpose-association, it-provider, other\nhint: did you mean 'county'?"
    ),
    WrongFleet(
        "scan@ikz.example", "scan.ikz.example",
        "f:6:22: error: 'scan.ikz.example' is not a mail address\nhint: write it as name@example.org"),
    WrongFleet(
        "https://scan", "htps://scan",
        "f:6:50: error: 'htps://scan.ikz.example/' is not a web address\nhint: write it as https://scan.example.org/info"
    ),
    WrongFleet(
        "    authorisation: FRG-1\n    domains", "    domains",
        "f:15:5: error: a body lacks the key 'authorisation'\nhint: authorisation: signed permission to ask its systems"
    ),
    WrongFleet(
        "authorisation: FRG-1\n    domains", "authorisation: FRG-2\n    domains",
        "f:20:20: error: unknown authorisation 'FRG-2'\nhint: did you mean 'FRG-1'?"),
    WrongFleet(
        "valid_until: 2027-12-31", "valid_until: 2026-11-22",
        "f:20:20: error: authorisation 'FRG-1' ended on 2026-11-22: no packet may be sent to 'Landkreis Nord'\nhint: have it renewed (f:11:98)"
    ),
    WrongFleet(
        "valid_until: 2027-12-31", "valid_until: 2027-02-29",
        "f:11:98: error: '2027-02-29' is not a day\nhint: write it as 2026-11-23"),
    WrongFleet(
        "valid_until: 2027-12-31", "valid_until: 2025-12-31",
        "f:11:98: error: '2025-12-31' lies before valid_from '2026-01-01'\nhint: valid_until is its last day"),
    WrongFleet(
        "valid_until: 2027-12-31", "valid_until: 2026-11-24",
        "f:11:98: warning: FRG-1 ends tomorrow (2026-11-24): Landkreis Nord, Landkreis Süd will not be scanned after that\nhint: have it renewed"
    ),
    WrongFleet(
        "valid_from: 2026-01-01", "valid_from: 2026-12-01",
        "f:20:20: warning: authorisation 'FRG-1' begins on 2026-12-01: 'Landkreis Nord' will not be scanned before"),
    WrongFleet(
        "level: light}", "level: lite}",
        "f:11:117: error: 'lite' is not one of passive, light, full, intrusive"),
    WrongFleet(
        "level: light}", "level: passive}",
        "f:20:20: error: level 'light' goes further than authorisation 'FRG-1', which allows 'passive'\nhint: lower the level or have the authorisation extended"
    ),
    WrongFleet(
        "cidr: 192.0.2.0/24", "cidr: 192.0.2.0/24, level: full",
        "f:22:44: error: level 'full' goes further than authorisation 'FRG-1', which allows 'light'\nhint: lower the level or have the authorisation extended"
    ),
    WrongFleet(
        "signed_by: it", "signed_by: itt",
        "f:11:40: error: unknown contact 'itt'\nhint: did you mean 'it'?"),
    WrongFleet(
        "192.0.2.0/24", "192.0.2.7/24",
        "f:22:23: error: '192.0.2.7/24' has host bits set\nhint: the network is 192.0.2.0/24"),
    WrongFleet(
        "192.0.2.0/24", "192.0.2.0/33",
        "f:22:23: error: '192.0.2.0/33' is not a network: the prefix length must be 0 to 32\nhint: for a single address write 192.0.2.0/32"
    ),
    WrongFleet(
        "192.0.2.0/24", "192.0.2.7",
        "f:22:23: error: '192.0.2.7' has no prefix length\nhint: for a single address write 192.0.2.7/32"),
    WrongFleet(
        "192.0.2.0/24", "192.0.2/24",
        "f:22:23: error: '192.0.2/24' is not a network\nhint: write it as 192.0.2.0/24"),
    WrongFleet(
        "192.0.2.0/24", "0.0.0.0/0",
        "f:22:23: error: '0.0.0.0/0' is too wide for one body\nhint: the shortest prefix is /8"),
    WrongFleet(
        "[{cidr: 192.0.2.0/24}]", "[{cidr: 192.0.2.0/24}, {cidr: 192.0.2.128/25}]",
        "f:22:45: error: network 192.0.2.128/25 overlaps 192.0.2.0/24 of the same body\nhint: the other one stands at f:22:23; an address belongs to one network of one body"
    ),
    WrongFleet(
        "Süd\n", "Süd\n    networks: [{cidr: 192.0.0.0/16}]\n",
        "f:26:23: error: network 192.0.0.0/16 overlaps 192.0.2.0/24 of 'nord'\nhint: the other one stands at f:22:23; an address belongs to one network of one body"
    ),
    WrongFleet(
        "Süd\n", "Süd\n    domains: [{name: NORD.example}]\n",
        "f:26:22: error: domain 'nord.example' is given twice\nhint: the other one stands at f:21:22"),
    WrongFleet(
        "Süd\n", "Süd\n    networks: [{cidr: 198.51.100.0/24}]\n    hosts: [{name: www.nord.example, ports: [80]}]\n",
        "f:27:20: error: host 'www.nord.example' is given twice, also by 'nord'\nhint: the other one stands at f:23:20"),
    WrongFleet(
        "Süd\n", "Süd\n    hosts: [{name: www.sued.example, ports: [80]}]\n",
        "f:26:20: warning: host 'www.sued.example' will never be asked: its body has no networks\nhint: add 'networks' to the body or 'hosted_by' to the host"
    ),
    WrongFleet(
        "id: sued", "id: nord",
        "f:24:9: error: body 'nord' is given twice\nhint: the other one stands at f:15:9"),
    WrongFleet(
        "id: sued", "id: Süd",
        "f:24:9: error: 'Süd' is not an id\nhint: this id has up to 64 lower-case letters, digits or '-', and starts with a letter or digit"
    ),
    WrongFleet(
        "Süd\n", "Süd\n    children: [nord, sued]\n",
        "f:26:22: error: 'sued' cannot be a child of what it contains\nhint: leave it out of 'children'"),
    WrongFleet(
        "name: www.nord.example", "name: www_x.nord.example",
        "f:23:20: error: 'www_x.nord.example' is neither a DNS name nor an IP address\nhint: a host name has no '_'"),
    WrongFleet(
        "name: www.nord.example", "name: müller.nord.example",
        "f:23:20: error: 'müller.nord.example' is neither a DNS name nor an IP address\nhint: write an international name in its xn-- form"
    ),
    WrongFleet(
        "name: www.nord.example", "name: 192.0.2.300",
        "f:23:20: error: '192.0.2.300' is neither a DNS name nor an IP address\nhint: an IPv4 address has four parts from 0 to 255"
    ),
    WrongFleet(
        "name: www.nord.example", "name: 198.51.100.1",
        "f:23:20: warning: host '198.51.100.1' will never be asked: it lies outside every authorised network"),
    WrongFleet(
        "ports: [443]", "ports: [9443]",
        "f:23:46: error: port 9443 has no service of its own\nhint: write {port: 9443, service: https}; services are http, https, ssh, smtp, submission, submissions, imap, imaps, pop3, pop3s, sieve, ftp, ftps, ldap, ldaps, xmpp-client, xmpp-server, xmpps-client, postgresql, mysql, nntp, nntps, domain-s, ircs-u, tls"
    ),
    WrongFleet(
        "ports: [443]", "ports: [443, 443]",
        "f:23:51: error: port 443 is given twice\nhint: one service speaks there: keep that one"),
    WrongFleet(
        "ports: [443]", "ports: [{port: 9443, service: htps}]",
        "f:23:68: error: 'htps' is not one of http, https, ssh, smtp, submission, submissions, imap, imaps, pop3, pop3s, sieve, ftp, ftps, ldap, ldaps, xmpp-client, xmpp-server, xmpps-client, postgresql, mysql, nntp, nntps, domain-s, ircs-u, tls\nhint: did you mean 'https'?"
    ),
    WrongFleet(
        "ports: [443]", "ports: [{port: 5433, service: postgres}]",
        "f:23:68: error: 'postgres' is not one of http, https, ssh, smtp, submission, submissions, imap, imaps, pop3, pop3s, sieve, ftp, ftps, ldap, ldaps, xmpp-client, xmpp-server, xmpps-client, postgresql, mysql, nntp, nntps, domain-s, ircs-u, tls\nhint: did you mean 'postgresql'?"
    ),
    WrongFleet(
        "ports: [443]", "ports: [70000]",
        "f:23:46: error: '70000' is not within 1 to 65535"),
    WrongFleet(
        "ports: [443]", "ports: 443",
        "f:23:45: error: expected a list, found '443'\nhint: write [a, b] or one '- a' a line"),
    WrongFleet(
        "ports: [443]", "ports: []",
        "f:23:45: error: the list is empty\nhint: name at least one"),
    WrongFleet(
        "bodies:\n",
        "chains: [{id: post, name: Post, links: [{name: Scan, domain: geo, service: nobody}]}]\nbodies:\n",
        "f:14:76: error: unknown service 'nobody'"),
    WrongFleet(
        "bodies:\n",
        "chains: [{id: p, name: P, bodies: [nort], links: [{name: Scan, domain: geo}]}]\nbodies:\n",
        "f:14:36: error: unknown body 'nort'\nhint: did you mean 'nord'?"),
    WrongFleet(
        "bodies:\n", "chains: [{id: post, name: Post, links: []}]\nbodies:\n",
        "f:14:40: error: the list is empty\nhint: name at least one"),
    WrongFleet(
        "software_domain: geo", "software_domain: gea",
        "f:23:69: error: unknown software domain 'gea'\nhint: did you mean 'geo'?"),
    WrongFleet(
        "software_domain: geo", "hosted_by: nort",
        "f:23:63: error: unknown body 'nort'\nhint: did you mean 'nord'?"),
    WrongFleet(
        "    expires: 2027-05-03\n", "",
        "f:30:5: error: an exception lacks the key 'expires'\nhint: expires: last day on which it holds"),
    WrongFleet(
        "expires: 2027-05-03", "expires: 2026-11-22",
        "f:39:14: warning: exception 'AUS-1' expired on 2026-11-22: its findings count again\nhint: remove it or decide again"
    ),
    WrongFleet(
        "approved_on: 2026-05-04", "approved_on: 2026-12-04",
        "f:38:18: error: '2026-12-04' has not come yet\nhint: approved_on is the day of the decision"),
    WrongFleet(
        "Feldgeräte sprechen nur TLS 1.1", "kurz",
        "f:33:13: error: the reason 'kurz' has 4 characters, at least 20 are needed\nhint: write why, so that somebody else can decide"
    ),
    WrongFleet(
        "requested_by: it", "requested_by: isb",
        "f:37:18: error: exception 'AUS-1' is accepted by 'isb', who asked for it\nhint: somebody else must decide"),
    WrongFleet(
        "where: {host: www.nord.example}", "where: {port: 443}",
        "f:32:12: error: an exception needs a 'body', a 'host' or a 'software' it covers\nhint: where: {host: www.example.org, port: 443}"
    ),
    WrongFleet(
        "    residual_risk: Messdaten sind im VPN lesbar\n", "",
        "f:30:5: error: an exception lacks the key 'residual_risk'\nhint: residual_risk: what can still happen"),
    WrongFleet(
        "    requested_by: it\n", "",
        "f:30:5: error: an exception lacks the key 'requested_by'\nhint: requested_by: contact that asked for it"),
    WrongFleet(
        "residual_risk: Messdaten sind im VPN lesbar", "residual_risk: \"...\"",
        "f:35:20: error: '...' says nothing\nhint: put words in place of the dots"),
    WrongFleet(
        "    compensating: Zugriff nur aus dem VPN\n", "",
        "f:30:5: warning: exception 'AUS-1' has neither 'compensating' nor 'plan': nothing lowers or ends the risk\nhint: plan: {what: \"what ends the deviation\", by: 2027-05-03}"
    ),
    WrongFleet(
        "compensating: Zugriff nur aus dem VPN", "plan: {what: Austausch}",
        "f:34:11: error: a plan lacks the key 'by'\nhint: by: day by which it is done"),
    WrongFleet(
        "compensating: Zugriff nur aus dem VPN", "plan: {what: Austausch, by: 2026-05-03}",
        "f:34:33: error: '2026-05-03' lies before approved_on '2026-05-04'\nhint: by is the day by which the plan is done"
    ),
    WrongFleet(
        "expires: 2027-05-03", "expires: 2027-06-09",
        "f:39:14: warning: exception 'AUS-1' holds for 401 days\nhint: decide again at least every 400 days"),
    WrongFleet(
        "expires: 2027-05-03", "expires: 2026-05-03",
        "f:39:14: error: '2026-05-03' lies before approved_on '2026-05-04'\nhint: expires is its last day"),
    WrongFleet(
        "where: {host: www.nord.example}", "where: {host: www.nort.example}",
        "f:32:19: warning: exception 'AUS-1' covers nothing: 'www.nort.example' is no host or domain of this fleet\nhint: did you mean 'www.nord.example'?"
    ),
    WrongFleet(
        "kind: Fleet\n", "kind: Fleet\ndefaults: {rules: {packs: [web, sssh]}}\n",
        "f:3:33: error: unknown rule pack 'sssh'\nhint: did you mean 'ssh'?"),
    WrongFleet(
        "kind: Fleet\n", "kind: Fleet\ndefaults: {rules: {packs: [web, bsi]}}\n",
        "f:3:33: error: the rule pack 'bsi' is no more\nhint: its rules are now in: certificates, bsi-tr-02102-2"),
    WrongFleet(
        "kind: Fleet\n", "kind: Fleet\ndefaults: {rules: {packs: [web@three]}}\n",
        "f:3:28: error: 'three' in 'web@three' is not a version of a rule pack\nhint: write a whole number from 1, as web@3, or web for the one installed"
    ),
    WrongFleet(
        "kind: Fleet\n", "kind: Fleet\ndefaults: {rules: {packs: [web@0]}}\n",
        "f:3:28: error: '0' in 'web@0' is not a version of a rule pack\nhint: write a whole number from 1, as web@3, or web for the one installed"
    ),
    WrongFleet(
        "kind: Fleet\n", "kind: Fleet\ndefaults: {rules: {packs: [web, mail, web@3]}}\n",
        "f:3:39: error: rule pack 'web' is given twice\nhint: the other one stands at f:3:28"),
    WrongFleet(
        "kind: Fleet\n", "kind: Fleet\ndefaults: {rules: {packs: [wbe@3]}}\n",
        "f:3:28: error: unknown rule pack 'wbe'\nhint: did you mean 'web'?"),
    WrongFleet(
        "kind: Fleet\n", "kind: Fleet\ndefaults: {rules: {severity: [{rule: a, severity: low}]}}\n",
        "f:3:31: error: a severity lacks the key 'reason'\nhint: reason: why, in at least 20 characters"),
    WrongFleet(
        "kind: Fleet\n", "kind: Fleet\ndefaults: {rules: {severity: [{rule: a, severity: low, reason: kurz}]}}\n",
        "f:3:64: error: the reason 'kurz' has 4 characters, at least 20 are needed\nhint: write why, so that somebody else can decide"
    ),
    WrongFleet(
        "kind: Fleet\n", "kind: Fleet\n" + twiceWeighed,
        "f:6:12: error: the severity of 'a' is given twice\nhint: the other one stands at f:5:12"),
    WrongFleet(
        "kind: Fleet\n",
        "kind: Fleet\nservices: [{id: a, name: A, provider: nord, consumers: [sued], hosts: [ww.nord.example]}]\n",
        "f:3:72: error: 'ww.nord.example' is no host or domain of 'nord', which provides the service\nhint: did you mean 'www.nord.example'?"
    ),
    WrongFleet(
        "kind: Fleet\n",
        "kind: Fleet\nservices: [{id: a, name: A, provider: sued, consumers: [nord], hosts: [www.nord.example]}]\n",
        "f:3:72: error: 'www.nord.example' is no host or domain of 'sued', which provides the service\nhint: add it to the hosts of 'sued' first"
    ),
    WrongFleet(
        "kind: Fleet\n",
        "kind: Fleet\nservices: [{id: a, name: A, provider: nord, consumers: [sued], hosts: []}]\n",
        "f:3:71: error: the list is empty\nhint: name at least one"),
    WrongFleet(
        "kind: Fleet\n", "kind: Fleet\ndefaults: {timeout: 8}\n",
        "f:3:21: error: '8' is not a whole number with the unit 's', 'm', 'h', 'd'\nhint: write it as 8s"),
    WrongFleet(
        "kind: Fleet\n", "kind: Fleet\ndefaults: {window: 01:00-25:00}\n",
        "f:3:20: error: '01:00-25:00' is not a time range\nhint: write it as \"01:00-05:30\""),
    WrongFleet(
        "kind: Fleet\n", "kind: Fleet\ndefaults: {due: {cirtical: 3d}}\n",
        "f:3:18: error: unknown key 'cirtical'\nhint: did you mean 'critical'?"),
    WrongFleet(
        "kind: Fleet\n", "kind: Fleet\ndefaults: {rate: {per_host: 2/s}}\n",
        "f:3:19: error: unknown key 'per_host'\nhint: known are: per_address, per_address_at_once, total, at_once"),
    WrongFleet(
        "kind: Fleet\n", "kind: Fleet\nschedules: {nightly: {at: 01:30}}\n",
        "f:3:27: error: 90 is not text (YAML reads 01:30 as a number to base 60)\nhint: put it in quotes: \"01:30\""),
    WrongFleet(
        "kind: Fleet\n", "kind: Fleet\nschedules: {nightly: {at: \"01:30\", level: full}}\n",
        "f:3:43: error: level 'full' goes further than authorisation 'FRG-1', which allows 'light'\nhint: lower the level or have the authorisation extended"
    ),
    WrongFleet(
        "kind: Fleet\n", "kind: Fleet\nservices: [{id: a, name: A, provider: nord, consumers: [nord]}]\n",
        "f:3:57: error: 'nord' cannot consume what it provides itself\nhint: leave it out of 'consumers'"),
    WrongFleet(
        "kind: Fleet\n", "kind: Fleet\ninclude: [../other.yaml]\n",
        "f:3:11: error: '../other.yaml' is not a path inside the fleet file's folder\nhint: write it relative, without '..'"
    ),
    WrongFleet(
        "kind: Fleet\n", "kind: Fleet\ninclude: [nowhere.yaml]\n",
        "f:3:11: error: there is no file 'nowhere.yaml'\nhint: paths begin at the fleet file's folder"),
    WrongFleet(
        "kind: Fleet\n", "kind: Fleet\nsecrets: {smtp: hunter2}\n",
        "f:3:1: error: unknown key 'secrets'\nhint: known are: apiVersion, kind, include, cooperation, defaults, contacts, authorisations, software_domains, bodies, services, schedules, exceptions, online_services, processes, chains, usage, targets"
    ),
    WrongFleet(
        "bodies:\n", "07231: x\nbodies:\n",
        "f:14:1: error: unknown key '07231'\nhint: known are: apiVersion, kind, include, cooperation, defaults, contacts, authorisations, software_domains, bodies, services, schedules, exceptions, online_services, processes, chains, usage, targets"
    ),
    WrongFleet(
        "  it: {name", "  07231: {name",
        "f:8:3: error: 3737 is not text (YAML reads 07231 as an octal number)\nhint: put it in quotes: \"07231\""),
    WrongFleet(
        "    type: county", "  type: county",
        "f:17:3: error: not valid YAML: a list item without '-'\nhint: it began in line 15"
    ),
])
func `a wrong fleet is refused with place, fact and way out`(wrong: WrongFleet) {
    #expect(wrong.firstComplaint == wrong.expected)
}
