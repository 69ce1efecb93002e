/// One row of a file that another tool or a person wrote: as raw as it stands there.
package struct ImportedRow: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case software
        /// A device or host the file names, with its address or open port.
        case host
        /// What a vulnerability scanner reports at a host.
        case vulnerability
    }

    package var kind: Kind
    /// As the file says it: an id, a name or an official key; empty where it says nothing.
    package var body = ""
    package var host = ""
    package var vendor = ""
    package var name = ""
    package var version = ""
    package var purl = ""
    package var cpe = ""
    /// The number the producer knows it by: a GUID, a bom-ref, an NVT's OID.
    package var publisherID = ""
    package var domain = ""
    /// `nil` where the file does not say it.
    package var installed: Day?
    package var users: Int?
    /// `nil` where the row is about no port.
    package var port: Int?
    /// CVSS as the scanner writes it; empty for software and hosts.
    package var severity = ""
    /// CVE ids, separated by spaces.
    package var cves = ""
    /// Line, row or pointer in the file.
    package var place: String

    package init(_ kind: Kind, name: String = "", place: String) {
        self.kind = kind
        self.name = name
        self.place = place
    }

    /// Everything but the place: equal rows are equal content.
    package var content: [String] {
        [
            kind.rawValue, body, host, vendor, name, version, purl, cpe, publisherID, domain,
            installed?.description ?? "", users.map(String.init) ?? "", port.map(String.init) ?? "", severity, cves,
        ]
    }

    /// What stays the same when a new version is installed.
    package var subject: [String] {
        [kind.rawValue, body, host, name.lowercased(), port.map(String.init) ?? ""]
    }
}
