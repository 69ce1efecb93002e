import Model

/// Four counties with a provider and a special-purpose association, one file per body.
struct ExampleTemplate {
    let today: Day

    var files: [(path: String, text: String)] {
        [(path: "fleet.yaml", text: fleet)] + counties.map { (path: "bodies/\($0.id).yaml", text: $0.text) }
            + [(path: "bodies/krz-muster.yaml", text: provider), (path: "bodies/zv-abfall.yaml", text: association)]
    }

    private var counties: [CountyTemplate] {
        [
            CountyTemplate(
                id: "lk-bernkastel-wittlich", name: "Landkreis Bernkastel-Wittlich", ags: "07231",
                domain: "bernkastel-wittlich.example", network: "198.51.100.0/26", contact: "it-bkw", number: 1),
            CountyTemplate(
                id: "lk-cochem-zell", name: "Landkreis Cochem-Zell", ags: "07135",
                domain: "cochem-zell.example", network: "203.0.113.0/26", contact: "it-coc", number: 2),
            CountyTemplate(
                id: "lk-vulkaneifel", name: "Landkreis Vulkaneifel", ags: "07233",
                domain: "vulkaneifel.example", network: "203.0.113.128/26", contact: "it-vul", number: 3),
            CountyTemplate(
                id: "eifelkreis-bitburg-pruem", name: "Eifelkreis Bitburg-Prüm", ags: "07232",
                domain: "bitburg-pruem.example", network: "198.51.100.128/26", contact: "it-bit", number: 4),
        ]
    }

    private var fleet: String { head + contacts + authorisations + rest }

    private var head: String {
        """
        # Beispiel: vier Kreise, ihr Rechenzentrum und ein Zweckverband. Nur Namen und Adressen für Dokumentation.
        apiVersion: lagebild/1
        kind: Fleet
        include: [bodies/*.yaml]          # je Körperschaft eine Datei, die ihr gehört

        cooperation:
          id: ikz-emh
          name: IKZ Eifel-Mosel-Hunsrück
          language: de
          timezone: Europe/Berlin
          tlp: AMBER
          scanner: {contact: scan@ikz-emh.example, info_url: "https://scan.ikz-emh.example/info"}

        defaults:
          level: light
          rate: {per_address: 10/s, per_address_at_once: 2, total: 200/s, at_once: 500}
          window: "01:00-05:30"

        contacts:
          isb-ikz: {name: Informationssicherheitsbeauftragte IKZ, role: security-officer, email: isb@ikz-emh.example}
          krz-soc: {name: Leitstelle Rechenzentrum, role: provider, email: soc@krz-muster.example}

        """
    }

    private var contacts: String {
        counties.map { "  \($0.contact): {name: IT-Leitung \($0.name), role: it-lead, email: it@\($0.domain)}\n" }
            .joined()
    }

    private var authorisations: String {
        let provider = (number: 5, name: "KRZ Muster GmbH", contact: "krz-soc")
        let grants = counties.map { (number: $0.number, name: $0.name, contact: $0.contact) } + [provider]
        let lines = grants.map {
            "  FRG-\($0.number): {granted_by: \($0.name), signed_by: \($0.contact), "
                + "document: freigaben/\($0.number).pdf, \(validity), level: light}\n"
        }
        return "\nauthorisations:                   # ohne gültige Freigabe kein Paket\n" + lines.joined()
    }

    private var validity: String { "valid_from: \(today), valid_until: \(Day(number: today.number + 364))" }

    private var rest: String {
        """

        software_domains:
          portal: {name: Bürgerdienste und Portale, owner: it-bkw, criticality: high}
          geo: {name: Geoinformation, owner: it-vul, criticality: medium}

        services:
          - {id: geoportal, name: Geoportal, provider: krz-muster, consumers: [lk-vulkaneifel, lk-cochem-zell], software_domain: geo}

        schedules:
          nightly: {at: "01:30", days: daily, bodies: all}

        exceptions:
          - id: AUS-1
            rule: tls-protocol-outdated
            where: {host: geo.bernkastel-wittlich.example, port: 8443}
            reason: Feldgeräte der Straßenmeisterei sprechen nur TLS 1.1, Austausch ist beauftragt
            compensating: Zugriff nur aus dem VPN
            residual_risk: Wer im VPN mithört, kann Messdaten mitlesen
            plan: {what: Feldgeräte austauschen, by: \(Day(number: today.number + 150))}
            requested_by: it-bkw
            accepted_by: isb-ikz
            approved_on: \(today)
            expires: \(Day(number: today.number + 180))

        """
    }

    private var provider: String {
        """
        - id: krz-muster
          name: Kommunales Rechenzentrum Muster
          type: it-provider
          owner: krz-soc
          authorisation: FRG-5
          tlp: AMBER+STRICT
          domains: [{name: krz-muster.example, mail: true, enumerate: [www]}]
          networks: [{cidr: 203.0.113.64/26, name: Kundenhosting}]

        """
    }

    private var association: String {
        """
        - id: zv-abfall
          name: Zweckverband Abfallwirtschaft Muster
          type: special-purpose-association
          members: [lk-bernkastel-wittlich, lk-vulkaneifel, eifelkreis-bitburg-pruem]
          owner: it-bkw
          authorisation: FRG-1
          domains: [{name: abfall-muster.example}]
          hosts: [{name: www.abfall-muster.example, ports: [80, 443], hosted_by: krz-muster}]

        """
    }
}

/// One county's file.
private struct CountyTemplate {
    let id: String
    let name: String
    let ags: String
    let domain: String
    let network: String
    let contact: String
    let number: Int

    var text: String {
        """
        - id: \(id)
          name: \(name)
          type: county
          ags: "\(ags)"                   # in Anführungszeichen: sonst geht die führende Null verloren
          owner: \(contact)
          report_to: [isb-ikz]
          authorisation: FRG-\(number)
          domains: [{name: \(domain), mail: true, enumerate: [www]}]
          networks: [{cidr: \(network), name: DMZ}]
          hosts:
            - {name: portal.\(domain), ports: [80, 443], software_domain: portal}
            - {name: geo.\(domain), ports: [8443], software_domain: geo, hosted_by: krz-muster}

        """
    }
}
