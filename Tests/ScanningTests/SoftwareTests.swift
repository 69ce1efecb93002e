import Testing

@testable import Scanning

@Suite struct SoftwareTests {
    @Test(arguments: [
        (SoftwareSignal.Source.server, "nginx/1.22.1", "nginx", "1.22.1", "certain"),
        (.server, "nginx", "nginx", "", "certain"),
        (.server, "Microsoft-IIS/10.0", "microsoft-iis", "10.0", "certain"),
        (.server, "Apache-Coyote/1.1", "tomcat", "1.1", "certain"),
        (.server, "Jetty(9.4.51.v20230217)", "jetty", "9.4.51.v20230217", "certain"),
        (.poweredBy, "PHP/8.2.29", "php", "8.2.29", "certain"),
        (.generator, "TYPO3 CMS", "typo3", "", "certain"),
        (.generator, "WordPress 6.4.2", "wordpress", "6.4.2", "certain"),
        (.generator, "Drupal 10 (https://www.drupal.org)", "drupal", "10", "certain"),
        (.generator, "Joomla! - Open Source Content Management", "joomla", "", "certain"),
        (.cookie, "fe_typo_user", "typo3", "", "likely"), (.cookie, "JSESSIONID", "java-servlet", "", "possible"),
        (.cookie, "NSC_abc", "netscaler", "", "likely"),
        (.sshBanner, "OpenSSH_for_Windows_8.1", "openssh", "8.1", "certain"),
        (.sshBanner, "dropbear_2022.83", "dropbear", "2022.83", "certain"),
        (.smtpGreeting, "mail.example ESMTP Postfix (Debian/GNU)", "postfix", "", "certain"),
        (.smtpGreeting, "mail.example ESMTP Exim 4.96", "exim", "4.96", "certain"),
        (.smtpGreeting, "a ESMTP Sendmail 8.17.1/8.17.1/Debian-2", "sendmail", "8.17.1", "certain"),
        (.smtpGreeting, "EX01 Microsoft ESMTP MAIL Service ready at", "microsoft-exchange", "", "likely"),
        (.imapGreeting, "Dovecot (Debian) ready.", "dovecot", "", "certain"),
        (
            .imapGreeting, "mail Cyrus IMAP 3.6.1-Debian-3.6.1-4 server ready", "cyrus-imapd", "3.6.1-Debian-3.6.1-4",
            "certain"
        ),
        (.pop3Greeting, "Dovecot ready.", "dovecot", "", "certain"),
    ])
    func `a product is recognised by its own words`(
        source: SoftwareSignal.Source, text: String, product: String, version: String, confidence: String
    ) {
        let fact = SoftwareFact(
            product: product, version: version, evidence: "\(source.rawValue): \(text)", confidence: confidence)
        #expect(Software.recognised(in: [SoftwareSignal(source, text)]) == [fact])
    }

    @Test func `every product of a server line is listed`() {
        let signal = SoftwareSignal(.server, "Apache/2.4.62 (Debian) OpenSSL/3.0.17 PHP/8.2")
        let found = Software.recognised(in: [signal]).map { "\($0.product) \($0.version)" }
        #expect(found == ["apache-httpd 2.4.62", "openssl 3.0.17", "php 8.2"])
    }

    @Test func `two signals of one product make it certain, and the version stated counts`() {
        let signals = [SoftwareSignal(.cookie, "fe_typo_user"), SoftwareSignal(.generator, "TYPO3 4.7 CMS")]
        let found = Software.recognised(in: signals)
        #expect(found.map(\.version) == ["4.7"])
        #expect(found.map(\.confidence) == ["certain"])
    }

    @Test(arguments: ["", "Webserver", "notnginx/1.0", "nginxx/1", String(repeating: "/", count: 10_000), "\u{1F600}"])
    func `words that only look alike name no product`(text: String) {
        #expect(Software.recognised(in: [SoftwareSignal(.server, text)]).isEmpty)
    }

    @Test func `product names are written in one way`() {
        for signature in SoftwareSignatures.all {
            #expect(signature.product.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
            #expect(!signature.sources.isEmpty)
            #expect(signature.length > 1)
        }
    }
}
