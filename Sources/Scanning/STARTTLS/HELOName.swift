/// The host of the page that says who scans, taken from `Lagebild/0.1 (+https://scan.example/info; ...)`.
///
/// EHLO wants a host name (RFC 5321 4.1.4). The scanner's own is of no use outside, an address literal would name a
/// private address behind NAT, so the name that the operator published is the honest one. A reserved name (RFC 2606)
/// stands in where there is none.
func heloName(from userAgent: String) -> String {
    guard let start = userAgent.firstRange(of: "+https://") ?? userAgent.firstRange(of: "+http://") else {
        return "lagebild.invalid"
    }
    let host = userAgent[start.upperBound...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0)) }
    return host.isEmpty || host.count > 253 ? "lagebild.invalid" : host.lowercased()
}
