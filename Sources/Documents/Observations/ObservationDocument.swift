import Model

/// One observation as JSON: what `check --format json` prints and other tools may hand back.
package enum ObservationDocument {
    package static func json(of observation: Observation, _ vocabulary: Vocabulary) -> JSONValue {
        .object(members(of: observation, vocabulary, at: .string(observation.at.description)))
    }

    /// The same without the time, sorted: equal observations are equal bytes, whenever they were made.
    package static func canonicalBytes(of observation: Observation, _ vocabulary: Vocabulary) -> [UInt8] {
        Array(JSONValue.object(members(of: observation, vocabulary, at: nil)).text(.canonical).utf8)
    }

    /// Strict: an unknown member, word, table or column is an error.
    package static func observation(
        from json: JSONValue, _ vocabulary: Vocabulary, path: String = "observation"
    ) throws -> Observation {
        let object = try JSONObject(
            json, path: path, members: ["endpoint", "probe", "at", "outcome", "reason", "facts"])
        guard let at = Timestamp(rfc3339: try object.text("at")) else {
            throw DocumentError("\(path).at", "expected a time, as 2026-11-23T01:30:00Z")
        }
        return Observation(
            endpoint: try endpoint(from: try object.value("endpoint"), path: "\(path).endpoint"),
            probe: try object.text("probe"), at: at, outcome: try object.word("outcome"),
            reason: try object.text("reason"),
            facts: try FactsDocument.facts(from: try object.value("facts"), vocabulary, path: "\(path).facts"))
    }

    private static func members(of observation: Observation, _ vocabulary: Vocabulary, at: JSONValue?) -> [JSONMember] {
        let members: [(String, JSONValue?)] = [
            ("endpoint", json(of: observation.endpoint)), ("probe", .string(observation.probe)), ("at", at),
            ("outcome", .string(observation.outcome.rawValue)), ("reason", .string(observation.reason)),
            ("facts", FactsDocument.json(of: observation.facts, vocabulary)),
        ]
        return members.compactMap { name, value in value.map { JSONMember(name, $0) } }
    }

    /// `address` is empty where there is none.
    private static func json(of endpoint: Endpoint) -> JSONValue {
        [
            "address": .string(endpoint.address?.description ?? ""), "port": .integer(Int(endpoint.port)),
            "transport": .string(endpoint.transport.rawValue), "server_name": .string(endpoint.serverName),
            "service": .string(endpoint.service.rawValue), "body": .string(endpoint.body),
        ]
    }

    private static func endpoint(from json: JSONValue, path: String) throws -> Endpoint {
        let object = try JSONObject(
            json, path: path, members: ["address", "port", "transport", "server_name", "service", "body"])
        let address = try object.text("address")
        guard address.isEmpty || IPAddress(address) != nil else {
            throw DocumentError("\(path).address", "'\(address.excerpt)' is not an IP address")
        }
        guard let port = try object.value("port").int.flatMap(UInt16.init(exactly:)) else {
            throw DocumentError("\(path).port", "expected a port, 0 to 65535")
        }
        return Endpoint(
            body: try object.text("body"), address: IPAddress(address), port: port,
            transport: try object.word("transport"),
            serverName: try object.text("server_name"), service: try object.word("service"))
    }
}

/// An object of which every member is known and required; says with its path what is wrong.
struct JSONObject {
    private let json: JSONValue
    private let path: String

    init(_ json: JSONValue, path: String, members names: [String]) throws {
        guard let members = json.members else { throw DocumentError(path, "expected an object") }
        for member in members where !names.contains(member.name) {
            throw DocumentError(path, "unknown member '\(member.name.excerpt)'")
        }
        self.json = json
        self.path = path
    }

    func value(_ name: String) throws -> JSONValue {
        guard let value = json[name] else { throw DocumentError(path, "lacks the member '\(name)'") }
        return value
    }

    func text(_ name: String) throws -> String {
        guard let text = try value(name).text else { throw DocumentError("\(path).\(name)", "expected text") }
        return text
    }

    func word<Word: RawRepresentable<String>>(_ name: String) throws -> Word {
        let text = try text(name)
        guard let word = Word(rawValue: text) else {
            throw DocumentError("\(path).\(name)", "unknown word '\(text.excerpt)'")
        }
        return word
    }
}
