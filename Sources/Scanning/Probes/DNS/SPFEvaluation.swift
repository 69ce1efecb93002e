import Model
import Transport
import Wire

/// Counts the terms of an SPF record that cost a DNS lookup, through include and redirect (RFC 7208 4.6.4).
///
/// Ten are allowed, so counting stops at twenty; every descent counts one, so a loop ends there too.
struct SPFEvaluation<D: Dialer> {
    private static var enough: Int { 20 }

    let inquiry: DNSInquiry<D>
    private var lookups = 0
    /// Why the count may be too small; `nil` where every record on the way was read.
    private(set) var gap: String?

    init(inquiry: DNSInquiry<D>) { self.inquiry = inquiry }

    mutating func fact(of text: String, noting findings: inout DNSFindings) async throws -> DNSSPFFact {
        let all = try await evaluate(text, noting: &findings)
        return DNSSPFFact(record: text, all: all, lookups: lookups)
    }

    /// The qualifier of the final `all`; empty without one.
    private mutating func evaluate(_ text: String, noting findings: inout DNSFindings) async throws -> String {
        guard let record = SPFRecord(parsing: text) else { return "" }
        for mechanism in record.effective {
            guard ["include", "a", "mx", "ptr", "exists"].contains(mechanism.name) else { continue }
            guard count() else { break }
            if mechanism.name == "include", let included = try await policy(of: mechanism.value, noting: &findings) {
                _ = try await evaluate(included, noting: &findings)
            }
        }
        if let all = record.all { return String(all.qualifier) }
        guard let target = record.redirect, count(), let text = try await policy(of: target, noting: &findings) else {
            return ""
        }
        return try await evaluate(text, noting: &findings)
    }

    private mutating func count() -> Bool {
        guard lookups < Self.enough else { return false }
        lookups += 1
        return true
    }

    /// A name with macros depends on the mail being judged: counted, but not asked.
    private mutating func policy(of name: String, noting findings: inout DNSFindings) async throws -> String? {
        guard !name.isEmpty, !name.contains("%"), name.utf8.count <= 253 else { return nil }
        switch try await inquiry.texts(of: name.lowercased(), noting: &findings) {
        case .found(let texts): return texts.first { SPFRecord(parsing: $0) != nil }
        case .absent: return nil
        case .unknown(let reason):
            gap = gap ?? "\(String(visible: name)): \(reason)"
            return nil
        }
    }
}
