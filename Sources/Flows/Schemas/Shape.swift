import Documents

/// What values may look like, in the words of JSON Schema.
enum Shape {
    /// A single value: the reader takes it as the text that is written.
    static let scalar: JSONValue = ["type": ["string", "number", "boolean"]]
    static let bool: JSONValue = ["type": "boolean"]
    static let name: JSONValue = [
        "type": "string", "pattern": "^[a-z][a-z0-9_]*$", "maxLength": 60,
    ]
    static let flowName: JSONValue = [
        "type": "string", "pattern": "^[a-z][a-z0-9-]*$", "maxLength": 60,
    ]
    static let durationPattern: JSONValue = "^(?=[0-9])([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?$"
    static let duration: JSONValue = ["type": "string", "pattern": durationPattern]

    static func words(_ values: [String]) -> JSONValue {
        ["enum": .array(values.map { .string($0) })]
    }

    static func integer(_ minimum: Int, _ maximum: Int) -> JSONValue {
        ["type": "integer", "minimum": .integer(minimum), "maximum": .integer(maximum)]
    }

    static func list(of item: JSONValue) -> JSONValue { ["type": "array", "items": item] }

    /// One value, or a list of them.
    static func oneOrMore(_ item: JSONValue) -> JSONValue { any(of: [item, list(of: item)]) }

    static func any(of shapes: [JSONValue]) -> JSONValue { ["anyOf": .array(shapes)] }

    static func definition(_ name: String) -> JSONValue {
        ["$ref": .string("#/definitions/" + name)]
    }

    /// Names of the author's choice, each with a value; may be empty.
    static func map(
        to value: JSONValue,
        keys pattern: JSONValue = "^[a-z][a-z0-9_]*$"
    ) -> JSONValue {
        [
            "type": ["object", "null"], "propertyNames": ["pattern": pattern],
            "additionalProperties": value,
        ]
    }

    /// A mapping with the keys of a table; one that needs no key may be empty.
    ///
    /// A key whose shape is not known here takes anything.
    static func object(_ table: KeyTable, _ shapes: [String: JSONValue]) -> JSONValue {
        let keys = table.known.map { JSONValue.Member($0, shapes[$0] ?? .object([])) }
        return [
            "type": table.required.isEmpty ? ["object", "null"] : "object",
            "properties": .object(keys),
            "required": .array(table.required.map { .string($0) }),
            "additionalProperties": false,
        ]
    }
}
