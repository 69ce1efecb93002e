/// The products known so far, each by the word it uses for itself.
///
/// Product names are lower case with hyphens. A product's own name in a field made for it is a full product string;
/// a cookie's name is a weaker sign, because people may choose it.
enum SoftwareSignatures {
    static let all: [SoftwareSignature] = web + webApplications + cookies + ssh + mail

    private static let web: [SoftwareSignature] = [
        server("nginx", "nginx"), server("openresty", "openresty"), server("apache-httpd", "Apache"),
        server("tomcat", "Apache-Coyote"), server("tomcat", "Apache Tomcat"), server("tomcat", "Tomcat"),
        server("microsoft-iis", "Microsoft-IIS"), server("microsoft-httpapi", "Microsoft-HTTPAPI"),
        server("lighttpd", "lighttpd"), server("caddy", "Caddy"), server("litespeed", "LiteSpeed"),
        server("jetty", "Jetty*"), server("envoy", "envoy"), server("haproxy", "HAProxy"), server("varnish", "Varnish"),
        server("squid", "squid"), server("traefik", "Traefik"), server("kestrel", "Kestrel"),
        server("gunicorn", "gunicorn"), server("uvicorn", "uvicorn"), server("werkzeug", "Werkzeug"),
        server("puma", "Puma"), server("phusion-passenger", "Phusion Passenger"),
        server("phusion-passenger", "Phusion_Passenger"), server("cowboy", "Cowboy"),
        server("cloudflare", "cloudflare"),
        server("openssl", "OpenSSL"), server("php", "PHP"), server("python", "Python"), server("perl", "Perl"),
        server("mod-perl", "mod_perl"), server("mod-jk", "mod_jk"), server("mod-wsgi", "mod_wsgi"),
        server("prtg", "PRTG"), server("hcl-domino", "Lotus-Domino"), server("f5-big-ip", "BigIP"),
        server("zope", "Zope"), server("geoserver", "GeoServer"), server("wildfly", "WildFly"),
        server("glassfish", "GlassFish"), server("weblogic", "WebLogic"), server("embedthis-goahead", "GoAhead-Webs"),
        server("boa", "Boa"), server("thttpd", "thttpd"), server("mini-httpd", "mini_httpd"), server("nsd", "NSD"),
    ]

    private static let webApplications: [SoftwareSignature] = [
        application("php", "PHP", [.poweredBy]), application("asp-net", "ASP.NET", [.poweredBy]),
        application("express", "Express", [.poweredBy]), application("next-js", "Next.js", [.poweredBy]),
        application("plesk", "PleskLin", [.poweredBy]), application("plesk", "PleskWin", [.poweredBy]),
        application("java-servlet", "Servlet", [.poweredBy]), application("jsf", "JSF", [.poweredBy]),
        application("phusion-passenger", "Phusion Passenger", [.poweredBy]),
        application("typo3", "TYPO3"), application("wordpress", "WordPress"), application("drupal", "Drupal"),
        application("joomla", "Joomla"), application("contao", "Contao"), application("plone", "Plone"),
        application("mediawiki", "MediaWiki"), application("dokuwiki", "DokuWiki"), application("ikiss", "iKISS"),
        application("nolis", "NOLIS"), application("sitepark-infosite", "InfoSite"),
        application("government-site-builder", "Government Site Builder"), application("neos", "Neos"),
        application("hugo", "Hugo"), application("redmine", "Redmine"), application("liferay", "Liferay"),
        application("opencms", "OpenCms"), application("moodle", "Moodle"), application("gitlab", "GitLab"),
        application("discourse", "Discourse"), application("matomo", "Matomo"), application("elementor", "Elementor"),
        application("nextcloud", "Nextcloud"), application("owncloud", "ownCloud"), application("wix", "Wix.com"),
    ]

    private static let cookies: [SoftwareSignature] = [
        cookie("php", "PHPSESSID"), cookie("asp-net", "ASP.NET_SessionId"), cookie("asp-net", ".ASPXAUTH"),
        cookie("asp-net", ".AspNetCore.*"), cookie("java-servlet", "JSESSIONID", .possible),
        cookie("typo3", "fe_typo_user"), cookie("typo3", "be_typo_user"), cookie("wordpress", "wordpress_*"),
        cookie("wordpress", "wp-*", .possible), cookie("drupal", "SSESS*", .possible),
        cookie("netscaler", "NSC_*"), cookie("f5-big-ip", "BIGipServer*"), cookie("fortigate", "SVPNCOOKIE"),
        cookie("ivanti-connect-secure", "DSID", .possible), cookie("nextcloud", "oc_sessionPassphrase"),
        cookie("nextcloud", "nc_sameSiteCookie*"), cookie("microsoft-exchange", "OutlookSession"),
        cookie("microsoft-exchange", "X-BackEndCookie"), cookie("microsoft-exchange", "X-OWA-CANARY"),
        cookie("roundcube", "roundcube_sessid"), cookie("roundcube", "ROUNDCUBEMAIL"), cookie("zimbra", "ZM_TEST"),
        cookie("zimbra", "ZM_LOGIN_CSRF"), cookie("shibboleth-sp", "_shibsession_*"), cookie("aws-elb", "AWSALB*"),
        cookie("imperva", "incap_ses*"), cookie("gitlab", "_gitlab_session"), cookie("grafana", "grafana_session"),
        cookie("moodle", "MoodleSession*"), cookie("laravel", "laravel_session", .possible),
        cookie("iserv", "IServSession*"), cookie("glpi", "glpi_*", .possible),
        cookie("icinga-web", "Icingaweb2"), cookie("jira", "atlassian.xsrf.token", .possible),
    ]

    private static let ssh: [SoftwareSignature] = [
        banner("openssh", "OpenSSH"), banner("openssh", "OpenSSH_for_Windows"), banner("dropbear", "dropbear"),
        banner("libssh", "libssh"), banner("libssh", "libssh-*"), banner("cisco-ssh", "Cisco-*"),
        banner("apache-mina-sshd", "APACHE-SSHD-*"), banner("apache-mina-sshd", "SSHD-CORE-*"),
        banner("proftpd", "mod_sftp"), banner("go-ssh", "Go"), banner("mikrotik-routeros", "ROSSSH"),
        banner("bitvise-ssh-server", "FlowSsh: Bitvise SSH Server (WinSSHD)"), banner("asyncssh", "AsyncSSH"),
        banner("paramiko", "paramiko"), banner("sun-ssh", "Sun_SSH"), banner("cerberus-ftp", "CerberusFTPServer"),
        banner("wolfssh", "wolfSSHv*"), banner("gitlab-sshd", "GitLab-SSHD"), banner("erlang-ssh", "Erlang"),
    ]

    private static let mail: [SoftwareSignature] = [
        smtp("postfix", "Postfix"), smtp("exim", "Exim"), smtp("sendmail", "Sendmail"),
        smtp("microsoft-exchange", "Microsoft ESMTP MAIL Service", .likely), smtp("opensmtpd", "OpenSMTPD"),
        smtp("haraka", "Haraka"), smtp("mdaemon", "MDaemon"), smtp("hcl-domino", "Lotus Domino"),
        smtp("hcl-domino", "HCL Domino"), smtp("zimbra", "Zimbra"), smtp("hmailserver", "hMailServer"),
        smtp("nospamproxy", "NoSpamProxy"), smtp("seppmail", "SEPPmail"), smtp("sophos-email", "Sophos"),
        smtp("barracuda-esg", "Barracuda"), smtp("reddoxx", "REDDOXX"), smtp("kerio-connect", "Kerio Connect"),
        smtp("qmail", "qmail"), smtp("stalwart", "Stalwart"), smtp("proxmox-mail-gateway", "Proxmox"),
        smtp("mailenable", "MailEnable"), smtp("groupwise", "GroupWise"), smtp("communigate", "CommuniGate Pro"),
        mailbox("dovecot", "Dovecot"), mailbox("cyrus-imapd", "Cyrus IMAP"), mailbox("cyrus-imapd", "Cyrus POP3"),
        mailbox("courier-imap", "Courier-IMAP"), mailbox("uw-imap", "IMAP4rev1 2007*", .possible),
        mailbox("microsoft-exchange", "The Microsoft Exchange IMAP4 service"),
        mailbox("microsoft-exchange", "The Microsoft Exchange POP3 service"), mailbox("zimbra", "Zimbra"),
        mailbox("hcl-domino", "Domino IMAP4 Server"), mailbox("stalwart", "Stalwart"),
        mailbox("courier-imap", "Courier"),
        mailbox("mdaemon", "MDaemon"), mailbox("kerio-connect", "Kerio Connect"), mailbox("gimap", "Gimap"),
    ]

    private static func server(_ product: String, _ word: String) -> SoftwareSignature {
        SoftwareSignature(product, [.server], word)
    }

    private static func application(
        _ product: String, _ word: String,
        _ sources: Set<SoftwareSignal.Source> = [.generator, .generatorHeader, .poweredBy]
    ) -> SoftwareSignature {
        SoftwareSignature(product, sources, word)
    }

    private static func cookie(
        _ product: String, _ word: String, _ confidence: SoftwareSignature.Confidence = .likely
    ) -> SoftwareSignature {
        SoftwareSignature(product, [.cookie], word, confidence)
    }

    private static func banner(_ product: String, _ word: String) -> SoftwareSignature {
        SoftwareSignature(product, [.sshBanner], word)
    }

    private static func smtp(
        _ product: String, _ word: String, _ confidence: SoftwareSignature.Confidence = .certain
    ) -> SoftwareSignature {
        SoftwareSignature(product, [.smtpGreeting], word, confidence)
    }

    private static func mailbox(
        _ product: String, _ word: String, _ confidence: SoftwareSignature.Confidence = .certain
    ) -> SoftwareSignature {
        SoftwareSignature(product, [.imapGreeting, .pop3Greeting], word, confidence)
    }
}
