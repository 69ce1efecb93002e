extension Site {
    /// Pages on online services and processes, where the fleet names any.
    static func services(_ edition: Edition) -> [ReportFile] {
        var pages: [ReportFile] = []
        if let services = edition.picture.onlineServices {
            let content = OnlineServicesPage(edition: edition, services: services)
            pages.append(page(edition, .onlineServices, content.title, content.content))
        }
        if edition.picture.has(.processes) {
            let content = ProcessesPage(edition: edition)
            pages.append(page(edition, .processes, content.title, content.content))
        }
        return pages
    }
}

extension Picture {
    /// Pages about something the fleet does not name are left out.
    func has(_ page: PageName) -> Bool {
        switch page {
        case .onlineServices: onlineServices != nil
        case .processes: !processes.isEmpty || !chains.isEmpty
        case .harmonisation: harmonisation != nil
        default: true
        }
    }
}
