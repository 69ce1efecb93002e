/// What kind of file an import is; the raw values are what `--as` takes.
package enum ImportFormat: String, Sendable, CaseIterable {
    case csv, xlsx, cyclonedx, spdx, glpi, ocs, osquery, dpkg, rpm, windows, nmap, greenbone, oparl

    /// How far its rows are to be believed.
    package var confidence: String {
        switch self {
        case .csv, .xlsx: "declared"
        case .nmap, .greenbone, .oparl: "possible"
        case .cyclonedx, .spdx, .glpi, .ocs, .osquery, .dpkg, .rpm, .windows: "certain"
        }
    }
}
