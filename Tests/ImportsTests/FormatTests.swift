import Documents
import Imports
import Model
import Testing

@Test func `nested components of CycloneDX are read in JSON and XML alike`() throws {
    let json = try read(
        """
        {"bomFormat": "CycloneDX", "specVersion": "1.6", "metadata": {"component": {"name": "portal", "version": "2"}},
         "components": [{"name": "a", "version": "1", "purl": "pkg:deb/debian/a@1", "bom-ref": "r1",
           "supplier": {"name": "Debian"}, "components": [{"name": "b", "group": "org.x"}]}, {"version": "3"}]}
        """)
    let xml = try read(
        """
        <bom xmlns="http://cyclonedx.org/schema/bom/1.6"><metadata><tools><components><component><name>tool</name>
        </component></components></tools><component><name>portal</name><version>2</version></component></metadata>
        <components><component bom-ref="r1"><supplier><name>Debian</name></supplier><name>a</name><version>1</version>
        <purl>pkg:deb/debian/a@1</purl><components><component><group>org.x</group><name>b</name></component></components>
        </component><component><version>3</version></component></components></bom>
        """)
    for reading in [json, xml] {
        #expect(reading.format == .cyclonedx && reading.subject == "portal" && reading.refused == 1)
        #expect(reading.rows.map(\.name) == ["portal", "a", "b"])
        #expect(reading.rows.map(\.vendor) == ["", "Debian", "org.x"])
        #expect(reading.rows[1].purl == "pkg:deb/debian/a@1" && reading.rows[1].publisherID == "r1")
    }
    #expect(json.refusals.first?.description == "x:3:1: error: /components/1: the row names no product")
}

@Test func `SPDX is read in JSON and as tags, without people's addresses`() throws {
    let json = try read(
        """
        {"spdxVersion": "SPDX-2.3", "name": "doc", "packages": [{"name": "zlib", "SPDXID": "SPDXRef-1",
         "versionInfo": "1.2", "supplier": "Person: Jo (jo@example.org)", "externalRefs": [
         {"referenceType": "purl", "referenceLocator": "pkg:generic/zlib"}]}, {"name": "x", "versionInfo": "NOASSERTION"}]}
        """)
    let tags = try read(
        """
        SPDXVersion: SPDX-2.3
        DocumentName: doc
        PackageName: zlib
        SPDXID: SPDXRef-1
        PackageVersion: 1.2
        PackageSupplier: Person: Jo (jo@example.org)
        PackageComment: <text>PackageName: trap
        PackageName: trap</text>
        ExternalRef: PACKAGE-MANAGER purl pkg:generic/zlib
        PackageName: x
        PackageVersion: NOASSERTION
        """)
    for reading in [json, tags] {
        #expect(reading.format == .spdx && reading.subject == "doc")
        #expect(reading.rows.map(\.name) == ["zlib", "x"])
        #expect(reading.rows.map(\.version) == ["1.2", ""])
        #expect(reading.rows[0].vendor == "Jo" && reading.rows[0].purl == "pkg:generic/zlib")
    }
}

@Test func `inventories of GLPI, OCS and osquery name machine, vendor and day`() throws {
    let glpi = try read(
        """
        {"action": "inventory", "deviceid": "pc-17-2026", "itemtype": "Computer", "content": {"hardware": {"name": "pc-17"},
         "operatingsystem": {"full_name": "Debian 12", "version": "12"},
         "softwares": [{"name": "LibreOffice", "version": "7.4", "publisher": "TDF", "install_date": "2026-02-03"}]}}
        """)
    let ocs = try read(
        """
        <REQUEST><CONTENT><SOFTWARES><NAME>LibreOffice</NAME><VERSION>7.4</VERSION><PUBLISHER>TDF</PUBLISHER>
        <INSTALLDATE>2026/02/03</INSTALLDATE></SOFTWARES><HARDWARE><NAME>pc-17</NAME><OSNAME>Debian 12</OSNAME>
        <OSVERSION>12</OSVERSION></HARDWARE></CONTENT><DEVICEID>pc-17-2026</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>
        """)
    for reading in [glpi, ocs] {
        #expect(reading.subject == "pc-17")
        #expect(Set(reading.rows.map(\.name)) == ["Debian 12", "LibreOffice"])
        #expect(reading.rows.allSatisfy { $0.host == "pc-17" })
        let office = reading.rows.first { $0.name == "LibreOffice" }
        #expect(office?.vendor == "TDF" && office?.installed == Day(year: 2026, month: 2, day: 3))
    }
    let osquery = try read(
        """
        [{"name": "bash", "version": "5.2", "status": "install ok installed"}, {"name": "gone", "version": "1",
         "status": "deinstall ok config-files"}, {"name": "glibc", "version": "2.34", "release": "60.el9", "vendor": "RH"}]
        """)
    #expect(osquery.format == .osquery && osquery.rows.map(\.version) == ["5.2", "2.34-60.el9"])
    #expect(osquery.rows.map(\.purl) == ["pkg:deb/bash", "pkg:rpm/glibc"])
}

@Test func `package lists are told apart and lines that are none are refused`() throws {
    let dpkg = try read(
        """
        Desired=Unknown/Install/Remove/Purge/Hold
        ||/ Name           Version      Architecture Description
        +++-==============-============-============-=================================
        ii  adduser        3.134        all          add and remove users
        rc  old            1            all          gone
        ii  libc6:amd64    2.36-9+deb12 amd64        GNU C Library
        what is this
        """)
    #expect(dpkg.format == .dpkg && dpkg.rows.map(\.name) == ["adduser", "libc6"] && dpkg.refusals.map(\.line) == [7])
    #expect(dpkg.rows.map(\.purl) == ["pkg:deb/adduser", "pkg:deb/libc6"])
    let rpm = try read("bash-5.1.8-9.el9.x86_64\ngpg-pubkey-fd431d51-4ae0493b.(none)\nlibstdc++-11.5.0-2.el9.i686\n")
    #expect(rpm.format == .rpm && rpm.rows.map(\.name) == ["bash", "gpg-pubkey", "libstdc++"])
    #expect(rpm.rows.last?.purl == "pkg:rpm/libstdc%2B%2B")
    #expect(rpm.rows.map(\.version) == ["5.1.8-9.el9", "fd431d51-4ae0493b", "11.5.0-2.el9"])
}

@Test func `Greenbone results come with host, port, test and CVEs from XML and CSV`() throws {
    let xml = try read(
        """
        <report id="1"><report><results start="1"><result id="r"><name>SSL weak</name><host>192.0.2.7<asset/>
        <hostname>www.example.org</hostname></host><port>443/tcp</port><nvt oid="1.3.6.1"><name>SSL weak</name>
        <refs><ref type="cve" id="CVE-2026-0001"/><ref type="url" id="https://example.org"/></refs></nvt>
        <severity>7.5</severity></result></results></report></report>
        """)
    let csv = try read(
        "IP,Hostname,Port,Port Protocol,CVSS,NVT Name,NVT OID,CVEs\n"
            + "192.0.2.7,www.example.org,443,tcp,7.5,SSL weak,1.3.6.1,CVE-2026-0001\nbroken,row\n")
    for reading in [xml, csv] {
        let row = try #require(reading.rows.first)
        #expect(reading.format == .greenbone && row.kind == .vulnerability)
        #expect(row.host == "www.example.org" && row.port == 443 && row.publisherID == "1.3.6.1")
        #expect(row.severity == "7.5" && row.cves == "CVE-2026-0001" && row.name == "SSL weak")
    }
    #expect(csv.refusals.map(\.line) == [3])
}

@Test func `an OParl system names product and vendor`() throws {
    let reading = try read(
        """
        {"id": "https://ris.example.org/oparl", "type": "https://schema.oparl.org/1.1/System",
         "vendor": "https://example.org/", "product": "https://example.org/session"}
        """)
    #expect(reading.format == .oparl && reading.rows.first?.host == "ris.example.org")
    #expect(reading.rows.first?.name == "https://example.org/session")
}

@Test(arguments: [
    "", "   \n", "\u{0}\u{0}", "<html/>", "{\"a\": 1}", "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"2.0\"}",
    "{\"bomFormat\": \"CycloneDX\"", "<bom><component>", "PK\u{3}\u{4}nothing",
    "<!DOCTYPE bom [<!ENTITY x 'y'>]><bom>&x;</bom>",
])
func `what is no file of a known format is refused as a whole`(text: String) {
    #expect(throws: Diagnostic.self) { try read(text) }
}
