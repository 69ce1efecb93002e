/// The files for tools; filled below.
struct DataFiles {
    let picture: Picture
    var files: [ReportFile] { [] }
}
