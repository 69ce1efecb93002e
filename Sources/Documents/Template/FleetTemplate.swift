import Model

/// The files `lagebild init` writes: valid as they are, with names and addresses kept for documentation
/// (RFC 2606, RFC 5737, RFC 3849), for the operator to replace.
package enum FleetTemplate {
    /// Paths are relative to the new folder; the first one is the fleet file.
    package static func files(example: Bool, today: Day) -> [(path: String, text: String)] {
        guard example else { return [(path: "fleet.yaml", text: StarterTemplate(today: today).text)] }
        return ExampleTemplate(today: today).files
    }
}

/// A bare start: one body, one authorisation, every optional part explained and commented out.
struct StarterTemplate {
    let today: Day

    var text: String {
        head + cooperation + defaults + people + bodies + tail
    }

    private var head: String {
        """
        # Die Flotte: wer zusammenarbeitet, was gefragt werden darf, mit wessen Freigabe.
        # Prüfen mit:  lagebild validate        Zeigen, was gefragt würde:  lagebild plan
        # Namen und Adressen hier sind Platzhalter für Dokumentation (RFC 2606, RFC 5737).
        # Was wie eine Zahl aussieht und Text ist, gehört in Anführungszeichen: "07231", "01:30".
        apiVersion: lagebild/1
        kind: Fleet
        # include: [bodies/*.yaml]        # je Körperschaft eine Datei; jede enthält eine Liste wie 'bodies'


        """
    }

    private var cooperation: String {
        """
        cooperation:
          id: mein-verbund
          name: Mein Verbund
          language: de                    # Sprache der Berichte: de | en
          timezone: Europe/Berlin         # Zeitfenster und Zeitpläne sind örtlich
          tlp: AMBER                      # Vorgabe für jeden Bericht; eine Stelle darf verschärfen, nie lockern
          scanner:                        # so stellt sich der Scanner vor (User-Agent)
            contact: scan@verbund.example
            info_url: https://scan.verbund.example/info
          # dns: {resolvers: [192.0.2.53], trust_anchor: dns/anker.txt}   # sonst die des Systems
          # trusted_roots: [ca/wurzel.pem]                                # zusätzlich zu denen des Systems


        """
    }

    private var defaults: String {
        """
        defaults:
          level: light                    # passive | light | full | intrusive
          rate: {per_address: 10/s, per_address_at_once: 2, total: 500/s, at_once: 1000}
          timeout: 8s
          retries: 1
          # window: "01:00-05:30"         # außerhalb wird nichts gesendet
          due: {critical: 3d, high: 14d, medium: 60d, low: 180d, info: 365d}
          # Sonst gelten die Regelwerke certificates, bsi-tr-02102-2, weaknesses, web, mail und ssh;
          # 'lagebild rules list' nennt alle. web@3 hält an Fassung 3 fest.
          # rules:
          #   packs: [certificates, bsi-tr-02102-2, weaknesses, web, mail, ssh]
          #   extra: [rules]              # Ordner mit eigenen Regelwerken
          #   severity: [{rule: web-hsts-missing, severity: low, reason: Nur im Verwaltungsnetz erreichbar}]


        """
    }

    private var people: String {
        """
        contacts:
          isb: {name: Informationssicherheitsbeauftragte, role: security-officer, email: isb@verbund.example}
          it: {name: IT-Leitung, role: it-lead, email: it@kreis.example}

        authorisations:                   # ohne gültige Freigabe kein Paket
          FREIGABE-1:
            granted_by: Landkreis Muster
            signed_by: it
            document: freigaben/1.pdf
            # sha256: Prüfsumme des Dokuments, 64 Zeichen, wie sha256sum sie ausgibt
            valid_from: \(today)
            valid_until: \(Day(number: today.number + 364))
            level: light                  # mehr geschieht nicht, was auch immer unten steht

        software_domains:                 # wofür Software da ist
          portal: {name: Bürgerdienste und Portale, owner: it, criticality: high}


        """
    }

    private var bodies: String {
        """
        bodies:
          - id: lk-muster
            name: Landkreis Muster
            # county | municipality | association-of-municipalities | special-purpose-association | it-provider | other
            type: county
            # ags: "01234"                # in Anführungszeichen: sonst geht die führende Null verloren
            owner: it
            report_to: [isb]
            authorisation: FREIGABE-1
            domains:
              - {name: kreis.example, mail: true, enumerate: [www]}     # www.kreis.example auf 80 und 443
            networks:                     # eine Adresse außerhalb wird nie gefragt
              - {cidr: 192.0.2.0/24, name: DMZ}
            hosts:
              - {name: portal.kreis.example, ports: [80, 443], software_domain: portal}
              - {name: fach.kreis.example, ports: [{port: 9443, service: https}]}
            # exclude:
            #   - {cidr: 192.0.2.32/29, reason: Telefonanlage startet bei Verbindungen neu, until: \(Day(number: today.number + 120))}


        """
    }

    private var tail: String {
        """
        # services:                       # wer stellt bereit, wer nutzt
        #   - {id: portal, name: Serviceportal, provider: rechenzentrum, consumers: [lk-muster], software_domain: portal}
        #     # hosts: [portal.rechenzentrum.example]   # sonst alles, was der Bereitsteller betreibt

        schedules:
          nightly: {at: "01:30", days: daily, bodies: all}

        # exceptions:                     # befristet, begründet, mit Namen; nach Ablauf zählt der Befund wieder
        #   - id: AUS-1
        #     rule: tls-protocol-outdated
        #     where: {host: fach.kreis.example, port: 9443}     # body, host, port, software: was dasteht, muss passen
        #     reason: Feldgeräte sprechen nur TLS 1.1, Austausch ist beauftragt
        #     compensating: Zugriff nur aus dem VPN             # was das Risiko bis dahin senkt
        #     residual_risk: Wer im VPN mithört, kann Messdaten mitlesen
        #     plan: {what: Feldgeräte austauschen, by: \(Day(number: today.number + 150))}
        #     requested_by: it
        #     accepted_by: isb            # jemand anderes
        #     approved_on: \(today)
        #     expires: \(Day(number: today.number + 180))

        """
    }
}
