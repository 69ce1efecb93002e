import Cryptography
import Documents
import Model
import Scanning

/// The JSON Schema of what `check --format json` prints, from the same declarations that write it.
package enum CheckDocumentSchema {
    package static func json() -> JSONValue {
        .object([
            "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:lagebild:schema:check:1",
            "title": "lagebild check", "type": "object", "additionalProperties": false,
            "required": ["schema", "tool", "at", "traffic", "observations", "verdicts", "rule_errors"],
            "properties": .object([
                "schema": ["const": "lagebild/check/1"],
                "tool": object(["name": ["const": "lagebild"], "version": text]),
                "at": time("When the check began."),
                "traffic": object(["connections": count, "sent_bytes": count, "received_bytes": count]),
                "observations": list(of: observation),
                "verdicts": list(of: verdict), "rule_errors": list(of: object(["rule": text, "message": text])),
                "changes": changes, "file": file,
            ]),
        ])
    }

    /// Only there when certificates in a file were checked.
    private static var file: JSONValue {
        object([
            "path": text, "certificates": ["type": "integer", "minimum": 1], "name": text,
            "name_assumed": ["type": "boolean"], "private_key": words(CertificateFile.PrivateKey.words),
        ])
    }

    private static let text: JSONValue = ["type": "string"]
    private static let count: JSONValue = ["type": "integer", "minimum": 0]

    private static func words(_ words: [String]) -> JSONValue { ["enum": .array(words.map(JSONValue.string))] }

    private static func time(_ sentence: String) -> JSONValue {
        ["type": "string", "format": "date-time", "description": .string(sentence)]
    }

    private static func list(of items: JSONValue) -> JSONValue { ["type": "array", "items": items] }

    /// Every member is required and no other allowed.
    private static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object([
            "type": "object", "additionalProperties": false,
            "required": .array(members.map { .string($0.key) }),
            "properties": .object(members.map { JSONMember($0.key, $0.value) }),
        ])
    }

    private static var observation: JSONValue {
        object([
            "endpoint": object([
                "address": text, "port": ["type": "integer", "minimum": 0, "maximum": 65_535],
                "transport": words(["tcp", "dns"]), "server_name": text,
                "service": words(Service.allCases.map(\.rawValue)), "body": text,
            ]),
            "probe": text, "at": time("When the probe ended."), "outcome": words(Outcome.allCases.map(\.rawValue)),
            "reason": text, "facts": facts,
        ])
    }

    /// Tables without a row are left out.
    private static var facts: JSONValue {
        .object([
            "type": "object", "additionalProperties": false,
            "properties": .object(
                Probes.vocabulary.tables.map { table in
                    JSONMember(
                        table.name,
                        .object(["description": .string(table.sentence), "type": "array", "items": row(of: table)]))
                }),
        ])
    }

    private static func row(of table: FactTable) -> JSONValue {
        .object([
            "type": "object", "additionalProperties": false,
            "required": .array(table.columns.map { .string($0.name) }),
            "properties": .object(table.columns.map { JSONMember($0.name, column($0)) }),
        ])
    }

    private static func column(_ column: FactColumn) -> JSONValue {
        let kind: JSONValue = column.kind == .text ? "string" : .string(column.kind.rawValue)
        let absence = column.absence.map { " null: \($0)" } ?? ""
        return [
            "type": column.absence == nil ? kind : [kind, "null"],
            "description": .string(column.sentence + absence),
        ]
    }

    private static var verdict: JSONValue {
        object([
            "endpoint": text, "rule": text, "pack": text, "verdict": words(Verdict.allCases.map(\.rawValue)),
            "severity": words(Severity.allCases.map(\.rawValue)),
            "status": words(RuleText.Status.allCases.map(\.rawValue)), "evidence": text,
        ])
    }

    private static var changes: JSONValue {
        let verdict: JSONValue = ["type": ["string", "null"]]
        return object([
            "since": text,
            "verdicts": list(
                of: object(["endpoint": text, "rule": text, "before": verdict, "after": verdict, "evidence": text])),
            "outcomes": list(of: text),
            "facts": list(
                of: object(["endpoint": text, "table": text, "change": words(["added", "removed"]), "row": text])),
        ])
    }
}
