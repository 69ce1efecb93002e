/// One GET as a browser without a past would send it; the connection ends with the answer.
package struct HTTPRequest: Sendable, Equatable {
    package let url: HTTPURL
    package let userAgent: String

    package init(url: HTTPURL, userAgent: String) {
        self.url = url
        self.userAgent = userAgent
    }

    package var bytes: [UInt8] {
        let lines = [
            "GET \(url.target) HTTP/1.1", "Host: \(url.authority)", "User-Agent: \(String(visible: userAgent))",
            "Accept: text/html,application/xhtml+xml,*/*;q=0.8", "Connection: close", "", "",
        ]
        return Array(lines.joined(separator: "\r\n").utf8)
    }
}
