import Catalogue
import Model
import Testing

@Suite struct NormalisingTests {
    private let catalogue = Shipped.catalogue

    private func normalised(
        _ name: String, vendor: String? = nil, version: String? = nil, purl: String? = nil, cpe: String? = nil
    ) -> NormalisedSoftware {
        catalogue.normalise(RawSoftware(name: name, vendor: vendor, version: version, purl: purl, cpe: cpe))
    }

    @Test(arguments: [
        ("Adobe Acrobat Reader DC 23.001.20093 (64-bit) - Deutsch", "adobe-acrobat-reader", "23.001.20093"),
        ("Adobe Acrobat Reader (64-bit)", "adobe-acrobat-reader", ""),
        ("7-Zip 22.01 (x64)", "7-zip", "22.01"), ("7-Zip 22.01 (x64 edition)", "7-zip", "22.01"),
        ("Notepad++ (64-bit x64)", "notepad-plus-plus", ""), ("Mozilla Firefox 115.0 (x64 de)", "firefox", "115.0"),
        ("Mozilla Firefox ESR (x64 de)", "firefox", ""), ("VLC media player", "vlc", ""),
        ("Microsoft Exchange Server 2019", "microsoft-exchange", "2019"),
        ("Windows Server 2012 R2", "windows-server", "2012 R2"),
        ("Windows Server 2022 Datacenter", "windows-server", "2022"),
        ("PostgreSQL 15.4-1", "postgresql", "15.4-1"),
        ("Microsoft SQL Server 2019 (64-bit)", "microsoft-sql-server", "2019"),
        ("Infoma Newsystem 23.1", "infoma-newsystem", "23.1"), ("INFOMA® newsystem®", "infoma-newsystem", ""),
        ("Axians Infoma GmbH newsystem", "infoma-newsystem", ""), ("DATA PLAN Finanz+", "finanzplus", ""),
        ("VOIS MESO", "vois-meso", ""), ("Laemmkom Lissa", "laemmkom-lissa", ""),
        ("L\u{e4}mmkom", "laemmkom-lissa", ""),
        ("La\u{308}mmkom", "laemmkom-lissa", ""), ("OPEN-PROSOZ", "open-prosoz", ""),
        ("PROSOZ 14plus", "prosoz-14plus", ""),
        ("S/4HANA", "sap-s4hana", ""), ("SAP S/4HANA 2023", "sap-s4hana", "2023"), ("d.3one", "d-velop-documents", ""),
        ("TYPO3 CMS v12.4.8", "typo3", "12.4.8"), ("Nextcloud Server Version 28.0.1", "nextcloud", "28.0.1"),
        ("3CX", "3cx", ""), ("Java 8 Update 391 (64-bit)", "java", "391"),
    ])
    func `a name as installers and people write it leads to its product and version`(
        name: String, product: String, version: String
    ) {
        let found = normalised(name)
        #expect(found.product == product)
        #expect(found.version == version)
        #expect(found.nearDuplicates.isEmpty)
    }

    @Test func `the way says by what it was recognised, identifiers before names`() {
        #expect(normalised("irgendwas", cpe: "cpe:2.3:a:f5:nginx:1.22.1:*:*:*:*:*:*:*").way == .cpe)
        #expect(normalised("irgendwas", cpe: "cpe:/a:apache:http_server:2.4.62").product == "apache-httpd")
        #expect(normalised("irgendwas", cpe: "cpe:/a:apache:http_server:2.4.62").version == "2.4.62")
        #expect(normalised("libnginx", purl: "pkg:deb/debian/nginx@1.22.1-9?arch=amd64").way == .purl)
        #expect(normalised("libnginx", purl: "pkg:deb/ubuntu/nginx@1.22.1-9").version == "1.22.1-9")
        #expect(normalised("core", purl: "pkg:composer/drupal/core@10.1.0").product == "drupal")
        #expect(normalised("core", purl: "pkg:composer/other/core@10.1.0").product == nil)
        #expect(normalised("apache-httpd").way == .id)
        #expect(normalised("nginx 1.0").way == .name)
        #expect(normalised("Postgres").way == .alias)
        #expect(normalised("TYPO3", cpe: "cpe:2.3:a:f5:nginx").product == "nginx")
        #expect(normalised("nginx", version: "1.26", cpe: "cpe:2.3:a:f5:nginx:1.22").version == "1.26")
    }

    @Test func `a short name is not taken when another vendor is named`() {
        #expect(normalised("VIS", vendor: "PDV GmbH").product == "vis")
        #expect(normalised("VIS").product == "vis")
        #expect(normalised("VIS", vendor: "Veritas Inc.").product == nil)
        #expect(normalised("VIS", vendor: "Veritas Inc.").nearDuplicates.contains { $0.product == "vis" })
    }

    @Test func `a name nobody knows is shown beside similar ones and never taken for one`() {
        let found = normalised("Infoma new system kommunall")
        #expect(found.product == nil)
        #expect(found.nearDuplicates.first?.product == "infoma-newsystem")
        #expect(found.nearDuplicates.count <= 3)
        #expect(normalised("Postgre SQL Serverr").product == nil)
        #expect(normalised("xqzzy").nearDuplicates.isEmpty)
        for empty in ["", " ", "!!!", "(64-bit)", "1.2.3", "GmbH"] { #expect(normalised(empty).product == nil) }
    }

    /// Ways of writing that say nothing about the product.
    private static let disguises: [@Sendable (String) -> String] = [
        { $0.uppercased() }, { $0.lowercased() }, { "  \($0)  " }, { $0.replacing(" ", with: "-") },
        { $0.replacing(" ", with: "") }, { "\($0) 12.3.4" }, { "\($0) v7" }, { "\($0) (64-bit)" },
        { "\($0) 9.1 (x64) - Deutsch" }, { "\($0)\u{ae}" }, { "\($0)." }, { "\($0) Version 3.0" },
        {
            $0.replacing("ä", with: "ae").replacing("ö", with: "oe").replacing("ü", with: "ue").replacing(
                "ß", with: "ss")
        },
    ]

    @Test func `every product is found under each of its names however it is written`() {
        for product in catalogue.products {
            for name in [product.name] + product.aliases {
                for disguise in Self.disguises {
                    let written = disguise(name)
                    let found = normalised(written, vendor: product.vendor)
                    #expect(found.product == product.id, "\(written) of \(product.vendor)")
                }
            }
            for cpe in product.cpe { #expect(normalised("-", cpe: "\(cpe):1.0:*:*:*:*:*:*:*").product == product.id) }
            for purl in product.purl { #expect(normalised("-", purl: "\(purl)@1.0").product == product.id) }
        }
    }

    @Test func `the same raw name gives the same answer, whatever the order of the catalogue`() {
        let turned = Catalogue(domains: catalogue.domains, products: catalogue.products.reversed())
        for name in ["Acrobat", "Word Press", "Infoma new", "Open", "SAP", "Server 2019", "VOIS"] {
            let raw = RawSoftware(name: name, vendor: "Microsoft")
            #expect(catalogue.normalise(raw) == catalogue.normalise(raw))
            #expect(turned.normalise(raw) == catalogue.normalise(raw))
        }
    }

    @Test func `a product that joins the catalogue is found when a stored name is asked again`() {
        let raw = RawSoftware(name: "Rathaus Manager 4.2", vendor: "Muster GmbH")
        #expect(catalogue.normalise(raw).product == nil)
        let new = Product(
            id: "rathaus-manager", name: "RathausManager", vendor: "Muster", domains: ["forms"], mark: .known)
        let grown = Catalogue(domains: catalogue.domains, products: catalogue.products + [new])
        #expect(grown.normalise(raw).product == "rathaus-manager")
        #expect(grown.normalise(raw).version == "4.2")
    }

    @Test func `hostile names neither trap nor stall`() {
        let texts = [
            String(repeating: "a", count: 100_000), String(repeating: "1.", count: 50_000),
            String(repeating: "x64 ", count: 10_000), "\u{0}\u{7f}\u{202e}",
            String(repeating: "ä\u{308}", count: 9_999),
        ]
        for text in texts {
            #expect(
                normalised(text, vendor: text, version: nil, purl: "pkg:deb/" + text, cpe: "cpe:2.3:a:" + text).product
                    == nil)
        }
    }
}
