import Testing
import Wire

@Suite struct HTTPTests {
    private let head = [
        "HTTP/1.1 301 Moved", "Server: nginx/1.22.1", "X-Long: a", "  b", "Set-Cookie: a=1", "set-cookie: b=2",
    ]

    @Test func `status and fields are read, folded lines joined, several of a name kept`() throws {
        let answer = try HTTPResponseHead(parsing: head.map { Array($0.utf8) })
        #expect(answer.status == 301)
        #expect(answer.values(of: "server") == ["nginx/1.22.1"])
        #expect(answer.values(of: "x-long") == ["a b"])
        #expect(answer.values(of: "set-cookie") == ["a=1", "b=2"])
    }

    @Test func `lines that are no fields are passed over`() throws {
        let lines = ["HTTP/1.0 200", "no colon", ": no name", "bad name: x", "good: y"].map { Array($0.utf8) }
        #expect(try HTTPResponseHead(parsing: lines).fields == [.init(name: "good", value: "y")])
    }

    @Test func `every shorter status line and every other protocol is an error`() {
        for part in Array("HTTP/1.1 200".utf8).everyShorterPrefix {
            #expect(throws: WireError.self) { try HTTPResponseHead(parsing: [part]) }
        }
        for greeting in ForeignGreeting.all(but: "HTTP/") {
            #expect(throws: WireError.self) { try HTTPResponseHead(parsing: [greeting]) }
        }
        #expect(throws: WireError.self) { try HTTPResponseHead(parsing: []) }
    }

    @Test(arguments: [
        ("Transfer-Encoding: chunked", HTTPBodyFraming.chunked), ("Content-Length: 12", .length(12)),
        ("Content-Length: -1", .untilClose), ("Content-Length: 99999999999999999999", .untilClose),
        ("X: y", .untilClose),
    ])
    func `the end of a body is told by its fields`(field: String, framing: HTTPBodyFraming) throws {
        let lines = ["HTTP/1.1 200 OK", field].map { Array($0.utf8) }
        #expect(try HTTPResponseHead(parsing: lines).framing == framing)
    }

    @Test func `chunk sizes are hex, perhaps with extensions, and never overflow`() throws {
        #expect(try HTTPChunkSize(parsing: Array("1a;x=y".utf8)).bytes == 26)
        for bad in ["", "x", "-1", "FFFFFFFFFFFFFFFFFF", "+5"] {
            #expect(throws: WireError.self) { try HTTPChunkSize(parsing: Array(bad.utf8)) }
        }
    }

    @Test(arguments: [
        ("/login", "https://www.example.org/login"), ("login?a=b#c", "https://www.example.org/a/login?a=b"),
        ("../x y", "https://www.example.org/x%20y"), ("//other.example", "https://other.example/"),
        ("http://Example.ORG:80/", "http://example.org/"),
        ("https://[2001:db8::1]:8443/a", "https://[2001:db8::1]:8443/a"),
        ("?q=1", "https://www.example.org/a/b?q=1"), ("https://user:pw@example.org", "https://example.org/"),
        ("/a:b", "https://www.example.org/a:b"),
        ("https://example.org\\@evil.example/", "https://example.org/%5C@evil.example/"),
    ])
    func `locations are resolved as browsers do`(reference: String, absolute: String) throws {
        let base = try #require(HTTPURL(parsing: "https://www.example.org/a/b?x"))
        #expect(base.resolving(reference)?.description == absolute)
    }

    @Test(arguments: [
        "javascript:alert(1)", "mailto:a@b", "https://", "https://a:0/", "https://a:99999/", "http://a b/", "ftp://x/",
        "https://a../", "https://a..b/",
    ])
    func `what leads out of HTTP is no location`(reference: String) throws {
        let base = try #require(HTTPURL(parsing: "https://www.example.org/"))
        #expect(base.resolving(reference) == nil)
    }

    @Test func `a request cannot be split by a hostile URL`() throws {
        let url = try #require(HTTPURL(parsing: "http://example.org/a\r\nX: y\u{7F}ä"))
        let text = String(decoding: HTTPRequest(url: url, userAgent: "a\r\nB: c").bytes, as: UTF8.self)
        #expect(text.hasPrefix("GET /a%0D%0AX:%20y%7F%C3%A4 HTTP/1.1\r\nHost: example.org\r\nUser-Agent: a  B: c\r\n"))
        #expect(text.hasSuffix("\r\n\r\n"))
    }

    @Test func `cookies keep their attributes and lose their value`() {
        let cookie = HTTPCookie(parsing: "PHPSESSID=abc; Path=/; secure; HttpOnly; SameSite=Lax")
        #expect(cookie == HTTPCookie(name: "PHPSESSID", secure: true, httpOnly: true, sameSite: "lax"))
        #expect(HTTPCookie(parsing: "a=b; samesite=whatever")?.sameSite == "")
        #expect(HTTPCookie(parsing: "novalue") == nil)
        #expect(HTTPCookie(parsing: "=x; Secure") == nil)
    }
}

@Suite struct HTMLPageTests {
    private let page = """
        <!DOCTYPE html><html><head><!-- <title>no</title> --><META content='TYPO3 CMS' name="Generator" >
        <script>var t = "<title>no</title>";</script><Title lang=de> B&uuml;rger&#115;ervice
          &amp; mehr&nbsp;\u{202E}</tItle></head><body><svg><title>icon</title></svg></body></html>
        """

    @Test func `title and generator are found, folded and decoded`() {
        let found = HTMLPage(scanning: Array(page.utf8))
        #expect(found.title == "Bürgerservice & mehr")
        #expect(found.generator == "TYPO3 CMS")
    }

    @Test func `pages that break off anywhere and other protocols are read without harm`() {
        for part in Array(page.utf8).everyShorterPrefix { _ = HTMLPage(scanning: part) }
        for greeting in ForeignGreeting.all { #expect(HTMLPage(scanning: greeting).title.isEmpty) }
        for bad in [
            "<title>&#xFFFFFFFFF;&#0;&#xD800;&;&", "<meta name", "<meta =", "<meta name=generator content=", "<!--",
            "</",
        ] {
            _ = HTMLPage(scanning: Array(bad.utf8))
        }
    }

    @Test func `a page in Latin-1 keeps its umlauts`() {
        let bytes = Array("<title>M".utf8) + [0xFC] + Array("nster</title>".utf8)
        #expect(HTMLPage(scanning: bytes, charset: "ISO-8859-1").title == "Münster")
        #expect(HTMLPage(scanning: Array("<meta charset=\"iso-8859-1\">".utf8) + bytes).title == "Münster")
    }

    @Test func `a hostile page costs time by its length only`() {
        _ = HTMLPage(scanning: Array(String(repeating: "<a <", count: 60_000).utf8))
        _ = HTMLPage(scanning: Array(String(repeating: "<script></scrip", count: 16_000).utf8))
        _ = HTMLPage(scanning: Array(("<title>" + String(repeating: "&", count: 250_000)).utf8))
    }
}
