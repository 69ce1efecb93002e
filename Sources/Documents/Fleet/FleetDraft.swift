import Model

/// A fleet file as read, each part with its places, before the checks that look across parts.
struct FleetDraft {
    let fields: YAMLFields
    /// Absent where it was missing or wrong, which the log then says.
    let cooperation: Written<Cooperation>?
    let defaults: Written<FleetDefaults>?
    let contacts: [Written<Contact>]
    let authorisations: [Written<Authorisation>]
    let softwareDomains: [Written<SoftwareDomain>]
    let bodies: [Written<Body>]
    let services: [Written<SharedService>]
    let schedules: [Written<Schedule>]
    let exceptions: [Written<FleetException>]
    let onlineOffers: [Written<OnlineOffer>]
    let processes: [Written<ProcessFile>]
    let chains: [Written<ProcessChain>]
    let usages: [Written<Usage>]
    let targets: [Written<TargetProduct>]
    /// What may be referred to, also where the entry itself is wrong: one fault shall not cause others.
    let names: FleetNames

    init?(_ root: YAMLNode, file: String, _ log: DiagnosticLog) {
        guard let fields = FleetKeys.mapping.fields(of: root, log) else { return nil }
        self.fields = fields
        cooperation = fields[FleetKeys.cooperation]
        defaults = fields[FleetKeys.defaults]
        contacts = fields[FleetKeys.contacts] ?? []
        authorisations = fields[FleetKeys.authorisations] ?? []
        softwareDomains = fields[FleetKeys.softwareDomains] ?? []
        let folder = FleetIncludes(of: file)
        let included = folder.read(fields[FleetKeys.include] ?? [], log)
        bodies = (fields[FleetKeys.bodies] ?? []) + included.flatMap(\.bodies)
        names = FleetNames(root, included: included.flatMap(\.ids))
        services = fields[FleetKeys.services] ?? []
        schedules = fields[FleetKeys.schedules] ?? []
        exceptions = fields[FleetKeys.exceptions] ?? []
        onlineOffers = folder.offers(fields[FleetKeys.onlineServices] ?? [], log)
        processes = fields[FleetKeys.processes] ?? []
        chains = fields[FleetKeys.chains] ?? []
        usages = folder.usages(fields[FleetKeys.usage] ?? [], log)
        targets = fields[FleetKeys.targets] ?? []
        for process in processes { folder.require(process.fields[ProcessKeys.file], log) }
    }

    var fleet: Fleet? {
        guard let cooperation else { return nil }
        return Fleet(
            cooperation: cooperation.value, defaults: effectiveDefaults, contacts: contacts.map(\.value),
            authorisations: authorisations.map(\.value), softwareDomains: softwareDomains.map(\.value),
            bodies: bodies.map(\.value), sharedServices: services.map(\.value), schedules: schedules.map(\.value),
            exceptions: exceptions.map(\.value), onlineOffers: onlineOffers.map(\.value),
            processes: processes.map(\.value), chains: chains.map(\.value), usages: usages.map(\.value),
            targets: targets.map(\.value))
    }

    var effectiveDefaults: FleetDefaults { defaults?.value ?? .careful }
}

/// Ids as written in the file.
struct FleetNames {
    let contacts: [String]
    let authorisations: [String]
    let softwareDomains: [String]
    let bodies: [String]

    init(_ root: YAMLNode, included: [String]) {
        func keys(_ name: String) -> [String] { root[name]?.entries?.map(\.key.text) ?? [] }
        contacts = keys(FleetKeys.contacts.name)
        authorisations = keys(FleetKeys.authorisations.name)
        softwareDomains = keys(FleetKeys.softwareDomains.name)
        bodies = FleetNames.ids(root[FleetKeys.bodies.name]) + included
    }

    /// The ids of a list of bodies.
    static func ids(_ list: YAMLNode?) -> [String] {
        list?.items?.compactMap { $0[BodyKeys.id.name]?.scalar?.text } ?? []
    }
}

/// The keys at the top of a fleet file.
enum FleetKeys {
    static let apiVersion = YAMLKey.required("apiVersion", .word(["lagebild/1"]), "version of this file format")
    static let kind = YAMLKey.required("kind", .word(["Fleet"]), "what this file is")
    static let include = YAMLKey.optional(
        "include", YAMLShape.relativePath.placed.list, "files with further bodies, `*` allowed in the file name")
    static let cooperation = YAMLKey.required(
        "cooperation", CooperationKeys.shape, "who works together and how the scanner introduces itself")
    static let defaults = YAMLKey.optional(
        "defaults", DefaultsKeys.shape, "what holds for every body that does not say otherwise")
    static let contacts = YAMLKey.required(
        "contacts", YAMLShape<[Written<Contact>]>.table(keyedBy: .identifier, of: ContactKeys.shape),
        "people and offices by id; the only personal data")
    static let authorisations = YAMLKey.required(
        "authorisations",
        YAMLShape<[Written<Authorisation>]>.table(keyedBy: .identifier, of: AuthorisationKeys.shape),
        "signed permissions by id; without a valid one no packet is sent")
    static let softwareDomains = YAMLKey.optional(
        "software_domains",
        YAMLShape<[Written<SoftwareDomain>]>.table(keyedBy: .identifier, of: SoftwareDomainKeys.shape),
        "what software is for, by id")
    static let bodies = YAMLKey.optional(
        "bodies", BodyKeys.shape.list, "counties, municipalities, associations, providers")
    static let services = YAMLKey.optional(
        "services", SharedServiceKeys.shape.list, "what one body provides and others consume")
    static let schedules = YAMLKey.optional(
        "schedules", YAMLShape<[Written<Schedule>]>.table(keyedBy: .slug, of: ScheduleKeys.shape),
        "recurring scans by id")
    static let exceptions = YAMLKey.optional(
        "exceptions", ExceptionKeys.shape.list, "deviations accepted until a date")
    static let onlineServices = YAMLKey.optional(
        "online_services", YAMLShape.relativePath.placed.list,
        "service lists: files that say which body offers which service where, `*` allowed in the file name")
    static let processes = YAMLKey.optional(
        "processes", ProcessKeys.shape.list, "BPMN files, one for each body and service")
    static let chains = YAMLKey.optional(
        "chains", ChainKeys.shape.list, "systems that work passes through one after the other")
    static let usage = YAMLKey.optional(
        "usage", YAMLShape.relativePath.placed.list,
        "usage lists (.csv or .yaml): which body uses which software, `*` allowed in the file name")
    static let targets = YAMLKey.optional(
        "targets", TargetProductKeys.shape.list, "the agreed product of a software domain")

    static let mapping = YAMLMapping(
        "a fleet file",
        [
            apiVersion.declaration, kind.declaration, include.declaration, cooperation.declaration,
            defaults.declaration, contacts.declaration, authorisations.declaration, softwareDomains.declaration,
            bodies.declaration, services.declaration, schedules.declaration, exceptions.declaration,
            onlineServices.declaration, processes.declaration, chains.declaration, usage.declaration,
            targets.declaration,
        ])
}
