/// The least a fleet says, with one body; wrong fleets are made from it by one replacement.
let smallFleet = """
    apiVersion: lagebild/1
    kind: Fleet
    cooperation:
      id: ikz
      name: IKZ
      scanner: {contact: scan@ikz.example, info_url: "https://scan.ikz.example/"}
    contacts:
      it: {name: IT-Leitung, role: it-lead, email: it@nord.example}
      isb: {name: Informationssicherheit, role: security-officer, email: isb@ikz.example}
    authorisations:
      FRG-1: {granted_by: Nord, signed_by: it, document: 1.pdf, valid_from: 2026-01-01, valid_until: 2027-12-31, level: light}
    software_domains:
      geo: {name: Geoinformation, owner: it, criticality: medium}
    bodies:
      - id: nord
        name: Landkreis Nord
        type: county
        owner: it
        ags: "07231"
        authorisation: FRG-1
        domains: [{name: nord.example}]
        networks: [{cidr: 192.0.2.0/24}]
        hosts: [{name: www.nord.example, ports: [443], software_domain: geo}]
      - id: sued
        name: Landkreis Süd
        type: county
        owner: it
        authorisation: FRG-1
    exceptions:
      - id: AUS-1
        rule: tls-protocol-outdated
        where: {host: www.nord.example}
        reason: Feldgeräte sprechen nur TLS 1.1
        compensating: Zugriff nur aus dem VPN
        residual_risk: Messdaten sind im VPN lesbar
        requested_by: it
        accepted_by: isb
        approved_on: 2026-05-04
        expires: 2027-05-03

    """
