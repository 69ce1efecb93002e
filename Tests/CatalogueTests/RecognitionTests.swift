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
        let sighting = SoftwareSighting(
            product: product, version: version, evidence: "\(source): \(text)",
            confidence: try #require(SoftwareConfidence(rawValue: confidence)))
        #expect(Shipped.fingerprints.recognise([SoftwareSignal(source, text)]) == [sighting])
    }
}
