import Documents
import Model

/// What one file holds.
package struct ImportReading: Sendable {
    package let format: ImportFormat
    /// The device, program or host the file is about; `nil` for lists.
    package let subject: String?
    package let rows: [ImportedRow]
    /// Rows that were refused, with place and reason; the first ones where there are very many.
    package let refusals: [Diagnostic]
    package let refused: Int

    /// Throws a `Diagnostic` where the file as a whole cannot be read.
    package static func read(
        _ bytes: [UInt8], file: String, as format: ImportFormat? = nil, mapping: ColumnMapping = ColumnMapping(),
        limits: ImportLimits = ImportLimits()
    ) throws -> ImportReading {
        let format = try format ?? FormatDetection.format(of: bytes, file: file)
        var sink = ImportSink(file: file, limits: limits)
        switch format {
        case .csv, .windows: try ListReader(mapping: mapping).readCSV(bytes, into: &sink)
        case .xlsx: try ListReader(mapping: mapping).readXLSX(bytes, into: &sink)
        case .cyclonedx: try CycloneDXReader.read(bytes, into: &sink)
        case .spdx: try SPDXReader.read(bytes, into: &sink)
        case .glpi: try GLPIReader.read(bytes, into: &sink)
        case .ocs: try OCSReader.read(bytes, into: &sink)
        case .osquery: try OsqueryReader.read(bytes, into: &sink)
        case .dpkg: try PackageListReader.readDpkg(bytes, into: &sink)
        case .rpm: try PackageListReader.readRPM(bytes, into: &sink)
        case .nmap: try NmapReader.read(bytes, into: &sink)
        case .greenbone: try GreenboneReader.read(bytes, into: &sink)
        case .oparl: try OParlReader.read(bytes, into: &sink)
        }
        if sink.hasPointers { sink.findLines(in: try String.unicode(bytes, file)) }
        return ImportReading(
            format: format, subject: sink.subject, rows: sink.rows, refusals: sink.refusals, refused: sink.refused)
    }
}
