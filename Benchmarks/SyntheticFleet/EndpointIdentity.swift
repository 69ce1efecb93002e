import Model

/// Who an endpoint is: its body, and its place among what every body runs.
struct EndpointIdentity {
    /// Every so many bodies one allows malformed messages.
    private static let intrusiveBodies = 20

    let number: Int
    let body: SyntheticBody
    let place: Municipality.Place

    init(_ number: Int) {
        self.number = number
        body = SyntheticBody(number: number / Municipality.places.count)
        place = Municipality.places[number % Municipality.places.count]
    }

    var service: Service { place.service }
    var isName: Bool { service == .domain || service == .mailDomain }
    var allowsMalformedMessages: Bool {
        body.number % Self.intrusiveBodies == 7 && service.security != .none
    }

    var endpoint: Endpoint {
        let name = body.host(place.label)
        if isName { return .domain(name, body: body.id, service: service) }
        return Endpoint(
            body: body.id, address: body.address(ofMachine: place.machine), port: place.port, serverName: name,
            service: service)
    }

    func names(_ chance: Chance) -> Names {
        var digest = SplitMix64(seed: chance.bits(.digest, number))
        return Names(
            host: body.host(place.label), domain: body.domain,
            address: isName ? body.address(ofMachine: place.machine)?.description ?? "" : "",
            digest: service == .mailDomain ? digest.hex(bytes: 32) : "")
    }
}
