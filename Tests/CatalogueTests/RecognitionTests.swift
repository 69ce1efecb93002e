import Catalogue
import Documents
import Model
import Testing

@Suite struct RecognitionTests {
    @Test(arguments: [
        ("server header", "nginx/1.22.1", "nginx", "1.22.1", "likely"),
        ("server header", "nginx", "nginx", "", "likely"),
        ("server header", "Microsoft-IIS/10.0", "microsoft-iis", "10.0", "likely"),
        ("server header", "Apache-Coyote/1.1", "tomcat", "1.1", "likely"),
        ("server header", "Jetty(9.4.51.v20230217)", "jetty", "9.4.51.v20230217", "likely"),
        ("x-powered-by header", "PHP/8.2.29", "php", "8.2.29", "likely"),
        ("generator", "TYPO3 CMS", "typo3", "", "likely"),
        ("generator", "WordPress 6.4.2", "wordpress", "6.4.2", "likely"),
        ("generator", "Drupal 10 (https://www.drupal.org)", "drupal", "10", "likely"),
        ("generator", "Joomla! - Open Source Content Management", "joomla", "", "likely"),
        ("cookie", "fe_typo_user", "typo3", "", "possible"), ("cookie", "JSESSIONID", "java-servlet", "", "possible"),
        ("cookie", "NSC_abc", "netscaler", "", "likely"),
        ("ssh banner", "OpenSSH_for_Windows_8.1", "openssh", "8.1", "likely"),
        ("ssh banner", "dropbear_2022.83", "dropbear", "2022.83", "likely"),
        ("smtp greeting", "mail.example ESMTP Postfix (Debian/GNU)", "postfix", "", "likely"),
        ("smtp greeting", "mail.example ESMTP Exim 4.96", "exim", "4.96", "likely"),
        ("smtp greeting", "a ESMTP Sendmail 8.17.1/8.17.1/Debian-2", "sendmail", "8.17.1", "likely"),
        ("smtp greeting", "EX01 Microsoft ESMTP MAIL Service ready at", "microsoft-exchange", "", "possible"),
        ("imap greeting", "Dovecot (Debian) ready.", "dovecot", "", "likely"),
        (
            "imap greeting", "mail Cyrus IMAP 3.6.1-Debian-3.6.1-4 server ready", "cyrus-imapd", "3.6.1-Debian-3.6.1-4",
            "likely"
        ),
        ("pop3 greeting", "Dovecot ready.", "dovecot", "", "likely"),
    ])
    func `a product is recognised by its own words`(
        source: String, text: String, product: String, version: String, confidence: String
    ) throws {
        let found = Shipped.fingerprints.recognise([SoftwareSignal(source, text)]).filter { !$0.isOperatingSystem }
        #expect(found.map(\.product) == [product])
        #expect(found.map(\.version) == [version])
        #expect(found.map(\.evidence) == ["\(source): \(text)"])
        #expect(found.map(\.confidence.rawValue) == [confidence])
    }

    @Test(arguments: [
        ("ssh banner", "OpenSSH_9.2p1 Debian-2+deb12u3", "debian", "12", "likely"),
        ("ssh banner", "OpenSSH_9.2p1 Debian-2", "debian", "12", "likely"),
        ("ssh banner", "OpenSSH_10.0p2 Debian-7+deb13u2", "debian", "13", "likely"),
        ("ssh banner", "OpenSSH_9.9p2 Debian-1", "debian", "", "likely"),
        ("ssh banner", "OpenSSH_9.6p1 Ubuntu-3ubuntu13.15", "ubuntu", "24.04", "likely"),
        ("ssh banner", "OpenSSH_5.9p1 Debian-5ubuntu1.10", "ubuntu", "12.04", "likely"),
        ("ssh banner", "OpenSSH_for_Windows_9.5", "windows-server", "", "possible"),
        ("ssh banner", "OpenSSH_9.6 FreeBSD-20240806", "freebsd", "", "likely"),
        ("server header", "Apache/2.4.57 (Ubuntu)", "ubuntu", "", "likely"),
        ("server header", "Apache/2.4.52 (Ubuntu) OpenSSL/3.0.2", "ubuntu", "22.04", "likely"),
        ("server header", "nginx/1.18.0 (Ubuntu)", "ubuntu", "", "likely"),
        ("server header", "Apache/2.4.6 (CentOS) PHP/5.4.16", "centos", "7", "likely"),
        ("server header", "Apache/2.4.62 (AlmaLinux) OpenSSL/3.2.2", "almalinux", "9", "likely"),
        ("server header", "Apache/2.4.25 (Univention)", "univention-corporate-server", "", "likely"),
        ("server header", "Microsoft-IIS/10.0", "windows-server", "", "possible"),
        ("server header", "Microsoft-IIS/8.5", "windows-server", "2012-r2", "possible"),
        ("x-powered-by header", "PHP/7.4.33-1+deb11u5", "debian", "11", "likely"),
        (
            "smtp greeting", "web1 Microsoft ESMTP MAIL Service, Version: 10.0.14393.4169 ready", "windows-server",
            "2016", "likely"
        ),
        ("smtp greeting", "mail.example ESMTP Postfix (Ubuntu)", "ubuntu", "", "likely"),
        ("imap greeting", "Dovecot (Debian) ready.", "debian", "", "likely"),
    ])
    func `an operating system is recognised by what its packages add to banners`(
        source: String, text: String, product: String, version: String, confidence: String
    ) throws {
        let found = Shipped.fingerprints.recognise([SoftwareSignal(source, text)]).filter(\.isOperatingSystem)
        #expect(found.map(\.product) == [product])
        #expect(found.map(\.version) == [version])
        #expect(found.map(\.confidence.rawValue) == [confidence])
        #expect(Shipped.catalogue.product(product)?.domains.contains("operating-system") == true)
    }

    @Test(arguments: [
        (
            "certificate subject", "CN=FGT60F0000000000,OU=FortiGate,O=Fortinet,L=Sunnyvale,ST=California,C=US",
            "fortigate"
        ),
        ("certificate issuer", "CN=Fireware web CA,OU=Fireware,O=WatchGuard", "watchguard-firebox"),
        ("certificate subject", "CN=pve1.example.org,O=Proxmox Virtual Environment,OU=PVE Cluster Node", "proxmox-ve"),
        ("certificate name", "kubernetes.default.svc.cluster.local", "kubernetes"),
    ])
    func `a product is recognised by the certificate it makes for itself`(
        source: String, text: String, product: String
    ) {
        #expect(Shipped.fingerprints.recognise([SoftwareSignal(source, text)]).map(\.product) == [product])
    }

    @Test(arguments: [
        "CN=www.example.org", "CN=*.landkreis.example,O=Landkreis,L=Wittlich,ST=Rheinland-Pfalz,C=DE",
        "CN=R11,O=Let's Encrypt,C=US", "CN=mail.example.org,O=CA", "CN=usg.example.org,O=stadt.berlin",
        "CN=GEANT TLS RSA 1,O=Hellenic Academic and Research Institutions CA,C=GR",
        "CN=D-TRUST SSL CA 2 2020,O=D-Trust GmbH,C=DE", "CN=plesk.example.org", "CN=unifi.example.org",
    ])
    func `a certificate somebody ordered names no product`(name: String) {
        let sources = ["certificate subject", "certificate issuer"]
        #expect(Shipped.fingerprints.recognise(sources.map { SoftwareSignal($0, name) }).isEmpty)
    }

    @Test func `every version an operating system is recognised in has an end of support`() throws {
        let log = DiagnosticLog()
        let book = try #require(
            LifecycleBook.read(from: "\(Shipped.rules)/lifecycle", for: Shipped.catalogue, log), "\(log.diagnostics)")
        for fingerprint in Shipped.fingerprints.fingerprints {
            guard let product = Shipped.catalogue.product(fingerprint.product), book.lifecycle(of: product) != nil,
                product.domains.contains("operating-system")
            else { continue }
            for version in fingerprint.examples.compactMap(\.version) where !version.isEmpty {
                #expect(book.line(of: product, version: version) != nil, "\(product.id) \(version)")
            }
        }
    }
}

extension SoftwareSighting {
    fileprivate var isOperatingSystem: Bool {
        Shipped.catalogue.product(product)?.domains.contains("operating-system") ?? false
    }
}
