import Cryptography

/// SHA-256 of every other file, so that a copy can be checked.
struct Manifest {
    let picture: Picture
    let files: [ReportFile]

    var file: ReportFile {
        let entries = files.map { file in
            JSONText.object([
                ("path", .string(file.path)), ("bytes", .number(file.bytes.count)),
                ("sha256", .string(Digest.sha256(file.bytes).hex)),
            ])
        }
        let text = JSONText.object([
            ("schema", .string("lagebild/report-manifest/1")), ("tool", .string("lagebild \(picture.run.tool)")),
            ("run", .string(picture.run.id)), ("at", .string(picture.run.started.description)),
            ("files", .array(entries)),
        ])
        return ReportFile(path: DataName.manifest.path, text: text.file)
    }
}
