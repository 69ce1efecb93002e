import Model

extension Wording {
    /// 23.11.2026 in German, 23 Nov 2026 in English.
    func day(_ day: Day) -> String {
        let (year, month, date) = day.civil
        return self("\(padded(date)).\(padded(month)).\(year)", "\(date) \(englishMonth(month)) \(year)")
    }

    /// The day without its year where it is the report's own or the next one's near future.
    func nearDay(_ day: Day, seenFrom today: Day) -> String {
        guard abs(day.number - today.number) < 300 else { return self.day(day) }
        let (_, month, date) = day.civil
        return self("\(padded(date)).\(padded(month)).", "\(date) \(englishMonth(month))")
    }

    /// Day and minute in the given zone, in UTC where there is none; the zone is always said.
    func moment(_ timestamp: Timestamp, zone: Picture.Zone?) -> String {
        let local = Timestamp(seconds: timestamp.seconds + (zone?.secondsFromUTC ?? 0))
        let seconds = local.seconds - local.day.number * 86_400
        let clock = "\(padded(seconds / 3_600)):\(padded(seconds / 60 % 60))"
        let name = zone == nil ? "UTC" : self("Uhr", zone?.name ?? "")
        return "\(day(local.day)), \(clock)\u{A0}\(name)"
    }

    /// Days between two days, as people say it: `33 Tage`.
    func age(from first: Day, to last: Day) -> String { count(max(0, last.number - first.number), .day) }

    private func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }

    private func englishMonth(_ month: Int) -> String {
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return names.indices.contains(month - 1) ? names[month - 1] : String(month)
    }
}
