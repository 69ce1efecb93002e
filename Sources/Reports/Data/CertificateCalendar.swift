import Model

/// Certificate expiry as a calendar file (RFC 5545) for Outlook and others: one day-long entry for each certificate,
/// with reminders 14 and 3 days before. The UID stays the same, so that a newer file replaces the entry.
struct CertificateCalendar {
    let picture: Picture

    var file: ReportFile {
        let figures = CertificateFigures(picture.certificates, at: picture.run.started)
        let events = figures.served.filter { picture.run.started <= $0.certificate.notAfter }.flatMap(event)
        let lines =
            ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Lagebild//\(picture.run.tool)//DE", "CALSCALE:GREGORIAN"]
            + events + ["END:VCALENDAR"]
        return ReportFile(path: DataName.calendar.path, text: lines.map(folded).joined())
    }

    private func event(_ served: CertificateFigures.Served) -> [String] {
        let endpoints = served.endpoints.joined(separator: ", ")
        let day = served.certificate.notAfter.day
        return [
            "BEGIN:VEVENT",
            "UID:\(FileSafeName.of(served.certificate.sha256))@\(FileSafeName.of(picture.cooperation.id))",
            "DTSTAMP:\(stamp)", "DTSTART;VALUE=DATE:\(compact(day))", "TRANSP:TRANSPARENT",
            "SUMMARY:" + escaped("Zertifikat läuft ab: \(served.endpoints.first ?? served.certificate.subject)"),
            "DESCRIPTION:" + escaped("Dienste: \(endpoints)\nAussteller: \(served.certificate.issuer)"),
        ] + alarm(days: 14) + alarm(days: 3) + ["END:VEVENT"]
    }

    private func alarm(days: Int) -> [String] {
        [
            "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:Zertifikat läuft in \(days) Tagen ab", "TRIGGER:-P\(days)D",
            "END:VALARM",
        ]
    }

    private var stamp: String {
        String(picture.run.started.description.filter { $0 != "-" && $0 != ":" })
    }

    private func compact(_ day: Day) -> String { String(day.description.filter { $0 != "-" }) }

    private func escaped(_ text: String) -> String {
        var result = ""
        for character in EscapedText.visible(text) {
            switch character {
            case "\\", ";", ",": result += "\\\(character)"
            case "\n": result += "\\n"
            case "\t": result += " "
            default: result.append(character)
            }
        }
        return result
    }

    /// Lines longer than 75 bytes go on after a break and a space; a character is never cut.
    private func folded(_ line: String) -> String {
        var result = ""
        var used = 0
        for scalar in line.unicodeScalars {
            let size = String(scalar).utf8.count
            if used + size > 74 {
                result += "\r\n "
                used = 1
            }
            result.unicodeScalars.append(scalar)
            used += size
        }
        return result + "\r\n"
    }
}
