import Testing

/// One or more replacements in the good fleet file, and the one complaint they must cause.
struct WrongFleetFile: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let changes: KeyValuePairs<String, String>
    let complaint: String
    let hint: String

    init(_ name: String, _ changes: KeyValuePairs<String, String>, _ complaint: String, hint: String) {
        testDescription = name
        self.changes = changes
        self.complaint = complaint
        self.hint = hint
    }

    static let all = [
        WrongFleetFile(
            "a key misspelt",
            [
                "owner: it\n    authorisation: FRG-1\n    networks: [{cidr: 192":
                    "ownr: it\n    authorisation: FRG-1\n    networks: [{cidr: 192"
            ],
            "fleet.yaml:28:5: unknown key 'ownr'", hint: "did you mean 'owner'?"),
        WrongFleetFile(
            "a file of another version",
            ["lagebild/1": "lagebild/2"],
            "fleet.yaml:1:13: 'lagebild/2' is not one of lagebild/1", hint: "did you mean 'lagebild/1'?"),
        WrongFleetFile(
            "an official key without quotes",
            ["\"07231\"": "07231"],
            "fleet.yaml:27:10: 3737 is not text (YAML reads 07231 as an octal number)",
            hint: "put it in quotes: \"07231\""),
        WrongFleetFile(
            "an official key of no Land",
            ["\"07231\"": "\"99231\""],
            "fleet.yaml:27:10: '99231' is not an AGS",
            hint: "it has 5 or 8 digits and starts with the Land, 01 to 16, as \"07231\""),
        WrongFleetFile(
            "a name YAML takes for false",
            ["name: IKZ Nord": "name: no"],
            "fleet.yaml:5:9: false is not text (YAML reads no as a boolean)", hint: "put it in quotes: \"no\""),
        WrongFleetFile(
            "a marking nobody knows",
            ["tlp: AMBER": "tlp: AMBR"],
            "fleet.yaml:6:8: 'AMBR' is not one of CLEAR, GREEN, AMBER, AMBER+STRICT, RED", hint: "did you mean 'AMBER'?"
        ),
        WrongFleetFile(
            "a time zone nobody knows",
            ["Europe/Berlin": "Europe/Berln"],
            "fleet.yaml:7:13: 'Europe/Berln' is not a time zone", hint: "did you mean 'Europe/Berlin'?"),
        WrongFleetFile(
            "a mail address without @",
            ["contact: scan@ikz": "contact: scan.ikz"],
            "fleet.yaml:8:22: 'scan.ikz.example' is not a mail address", hint: "write it as name@example.org"),
        WrongFleetFile(
            "no authorisation",
            ["    authorisation: FRG-1\n    networks: [{cidr: 192": "    networks: [{cidr: 192"],
            "fleet.yaml:24:5: a body lacks the key 'authorisation'",
            hint: "authorisation: signed permission to ask its systems"),
        WrongFleetFile(
            "an authorisation nobody gave",
            ["authorisation: FRG-1\n    networks: [{cidr: 192": "authorisation: FRG-9\n    networks: [{cidr: 192"],
            "fleet.yaml:29:20: unknown authorisation 'FRG-9'", hint: "did you mean 'FRG-1'?"),
        WrongFleetFile(
            "an authorisation that ended",
            [
                "FRG-1\n    networks: [{cidr: 192": "FRG-0\n    networks: [{cidr: 192",
                "software_domains:\n":
                    "  FRG-0: {granted_by: Nord, signed_by: it, document: 0.pdf, valid_from: 2020-01-01, valid_until: 2020-12-31, level: light}\nsoftware_domains:\n",
            ],
            "fleet.yaml:30:20: authorisation 'FRG-0' ended on 2020-12-31: no packet may be sent to 'Landkreis Nord'",
            hint: "have it renewed (fleet.yaml:21:98)"),
        WrongFleetFile(
            "a day there is not",
            ["valid_until: 2099-12-31": "valid_until: 2099-02-29"],
            "fleet.yaml:20:98: '2099-02-29' is not a day", hint: "write it as 2026-11-23"),
        WrongFleetFile(
            "more than was allowed",
            ["cidr: 192.0.2.0/24": "cidr: 192.0.2.0/24, level: full"],
            "fleet.yaml:30:44: level 'full' goes further than authorisation 'FRG-1', which allows 'light'",
            hint: "lower the level or have the authorisation extended"),
        WrongFleetFile(
            "a contact nobody knows",
            ["signed_by: it": "signed_by: itt"],
            "fleet.yaml:20:40: unknown contact 'itt'", hint: "did you mean 'it'?"),
        WrongFleetFile(
            "host bits",
            ["192.0.2.0/24": "192.0.2.7/24"],
            "fleet.yaml:30:23: '192.0.2.7/24' has host bits set", hint: "the network is 192.0.2.0/24"),
        WrongFleetFile(
            "a prefix too long",
            ["192.0.2.0/24": "192.0.2.0/33"],
            "fleet.yaml:30:23: '192.0.2.0/33' is not a network: the prefix length must be 0 to 32",
            hint: "for a single address write 192.0.2.0/32"),
        WrongFleetFile(
            "networks of two bodies that overlap",
            ["198.51.100.0/24": "192.0.2.128/25"],
            "fleet.yaml:38:23: network 192.0.2.128/25 overlaps 192.0.2.0/24 of 'nord'",
            hint: "the other one stands at fleet.yaml:30:23; an address belongs to one network of one body"),
        WrongFleetFile(
            "a host of two bodies",
            ["{name: portal.krz.example": "{name: www.nord.example", ", hosts: [portal.krz.example]": ""],
            "fleet.yaml:39:20: host 'www.nord.example' is given twice, also by 'nord'",
            hint: "the other one stands at fleet.yaml:32:16"),
        WrongFleetFile(
            "a body twice",
            [
                "id: krz\n": "id: nord\n",
                "provider: krz, consumers: [nord], hosts: [portal.krz.example]": "provider: nord, consumers: []",
            ],
            "fleet.yaml:33:9: body 'nord' is given twice", hint: "the other one stands at fleet.yaml:24:9"),
        WrongFleetFile(
            "a port without a service",
            ["ports: [443], soft": "ports: [9443], soft"],
            "fleet.yaml:32:42: port 9443 has no service of its own",
            hint:
                "write {port: 9443, service: https}; services are http, https, ssh, smtp, submission, submissions, imap, imaps, pop3, pop3s, sieve, ftp, ftps, ldap, ldaps, xmpp-client, xmpp-server, xmpps-client, postgresql, mysql, nntp, nntps, domain-s, ircs-u, tls"
        ),
        WrongFleetFile(
            "a port twice",
            ["ports: [443], soft": "ports: [443, 443], soft"],
            "fleet.yaml:32:47: port 443 is given twice", hint: "one service speaks there: keep that one"),
        WrongFleetFile(
            "a software domain nobody knows",
            ["software_domain: geo": "software_domain: gea"],
            "fleet.yaml:32:65: unknown software domain 'gea'", hint: "did you mean 'geo'?"),
        WrongFleetFile(
            "a marking loosened",
            ["    ags: \"07231\"\n": "    tlp: GREEN\n"],
            "fleet.yaml:27:10: TLP GREEN is looser than the cooperation's AMBER",
            hint: "a body may tighten the marking, never loosen it"),
        WrongFleetFile(
            "a line indented with a tab",
            ["    type: county": "\ttype: county"],
            "fleet.yaml:26:1: not valid YAML: a line is indented with a tab",
            hint: "indent with spaces, YAML does not allow tabs"),
        WrongFleetFile(
            "a time range that is none",
            ["00:00-24:00": "01:00-25:00"],
            "fleet.yaml:11:11: '01:00-25:00' is not a time range", hint: "write it as \"01:00-05:30\""),
        WrongFleetFile(
            "an include outside the folder",
            ["kind: Fleet\n": "kind: Fleet\ninclude: [../other.yaml]\n"],
            "fleet.yaml:3:11: '../other.yaml' is not a path inside the fleet file's folder",
            hint: "write it relative, without '..'"),
        WrongFleetFile(
            "an exception without an end",
            ["    expires: \(GoodFiles.day(180))\n": ""],
            "fleet.yaml:43:5: an exception lacks the key 'expires'", hint: "expires: last day on which it holds"),
        WrongFleetFile(
            "an exception without its residual risk",
            ["    residual_risk: Messdaten sind im VPN lesbar\n": ""],
            "fleet.yaml:43:5: an exception lacks the key 'residual_risk'", hint: "residual_risk: what can still happen"),
        WrongFleetFile(
            "an exception nobody asked for",
            ["    requested_by: it\n": ""],
            "fleet.yaml:43:5: an exception lacks the key 'requested_by'",
            hint: "requested_by: contact that asked for it"),
        WrongFleetFile(
            "an exception its applicant accepts",
            ["accepted_by: isb": "accepted_by: it"],
            "fleet.yaml:51:18: exception 'AUS-1' is accepted by 'it', who asked for it",
            hint: "somebody else must decide"),
        WrongFleetFile(
            "an exception with a reason too short",
            ["Feldgeräte sprechen nur TLS 1.0": "kurz"],
            "fleet.yaml:46:13: the reason 'kurz' has 4 characters, at least 20 are needed",
            hint: "write why, so that somebody else can decide"),
        WrongFleetFile(
            "an exception for a port anywhere",
            ["{host: www.nord.example, port: 443}": "{port: 443}"],
            "fleet.yaml:45:12: an exception needs a 'body', a 'host' or a 'software' it covers",
            hint: "where: {host: www.example.org, port: 443}"),
        WrongFleetFile(
            "a pasted block with its dots",
            ["residual_risk: Messdaten sind im VPN lesbar": "residual_risk: \"...\""],
            "fleet.yaml:48:20: '...' says nothing", hint: "put words in place of the dots"),
        WrongFleetFile(
            "a plan without a day",
            ["austauschen, by: \(GoodFiles.day(150))}": "austauschen}"],
            "fleet.yaml:49:11: a plan lacks the key 'by'", hint: "by: day by which it is done"),
        WrongFleetFile(
            "a pack nobody knows",
            ["web@3": "wbe@3"],
            "fleet.yaml:13:13: unknown rule pack 'wbe'", hint: "did you mean 'web'?"),
        WrongFleetFile(
            "a pin that is no number",
            ["web@3": "web@latest"],
            "fleet.yaml:13:13: 'latest' in 'web@latest' is not a version of a rule pack",
            hint: "write a whole number from 1, as web@3, or web for the one installed"),
        WrongFleetFile(
            "a pin on version 0",
            ["web@3": "web@0"],
            "fleet.yaml:13:13: '0' in 'web@0' is not a version of a rule pack",
            hint: "write a whole number from 1, as web@3, or web for the one installed"),
        WrongFleetFile(
            "a pin on an older version",
            ["web@3": "web@2"],
            "fleet.yaml:13:13: the fleet pins web@2, installed is web 3, the store has kept no other",
            hint: "leave out the pin, see with 'lagebild rules preview' what changes, then pin the new version"),
        WrongFleetFile(
            "a pack twice",
            ["packs: [web@3, mail]": "packs: [web@3, mail, web]"],
            "fleet.yaml:13:26: rule pack 'web' is given twice", hint: "the other one stands at fleet.yaml:13:13"),
        WrongFleetFile(
            "a severity for no rule",
            ["rule: mail-old": "rule: mail-odl"],
            "fleet.yaml:15:16: no pack has a rule 'mail-odl'", hint: "did you mean 'mail-old'?"),
        WrongFleetFile(
            "a severity without its reason",
            [", reason: Nur im Verwaltungsnetz erreichbar": ""],
            "fleet.yaml:15:9: a severity lacks the key 'reason'", hint: "reason: why, in at least 20 characters"),
        WrongFleetFile(
            "a severity twice",
            [
                "      - {rule: mail-old":
                    "      - {rule: mail-old, severity: info, reason: Nur im Verwaltungsnetz erreichbar}\n      - {rule: mail-old"
            ],
            "fleet.yaml:16:16: the severity of 'mail-old' is given twice",
            hint: "the other one stands at fleet.yaml:15:16"),
        WrongFleetFile(
            "a service on another's host",
            ["hosts: [portal.krz.example]": "hosts: [www.nord.example]"],
            "fleet.yaml:41:74: 'www.nord.example' is no host or domain of 'krz', which provides the service",
            hint: "known are: portal.krz.example"),
    ]
}
