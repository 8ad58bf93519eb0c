package import Documents

/// What values may look like, in the words of JSON Schema.
package enum Shape {
    /// A single value: the reader takes it as the text that is written.
    package static let scalar: JSONValue = ["type": ["string", "number", "boolean"]]
    package static let bool: JSONValue = ["type": "boolean"]
    package static let name: JSONValue = [
        "type": "string", "pattern": "^[a-z][a-z0-9_]*$", "maxLength": 60,
    ]
    package static let flowName: JSONValue = [
        "type": "string", "pattern": "^[a-z][a-z0-9-]*$", "maxLength": 60,
    ]
    /// A name, or that of a part of a flow that is run: `pet.start`.
    package static let path: JSONValue = ["type": "string", "pattern": pathPattern]
    package static let pathPattern: JSONValue = "^[a-z][a-z0-9_]*([.][a-z][a-z0-9_]*)*$"
    package static let durationPattern: JSONValue =
        "^(?=[0-9])([0-9]+d)?([0-9]+h)?([0-9]+m)?([0-9]+s)?$"
    package static let duration: JSONValue = ["type": "string", "pattern": durationPattern]

    package static func words(_ values: [String]) -> JSONValue {
        ["enum": .array(values.map { .string($0) })]
    }

    package static func integer(_ minimum: Int, _ maximum: Int) -> JSONValue {
        ["type": "integer", "minimum": .integer(minimum), "maximum": .integer(maximum)]
    }

    package static func list(of item: JSONValue) -> JSONValue { ["type": "array", "items": item] }

    /// One value, or a list of them.
    package static func oneOrMore(_ item: JSONValue) -> JSONValue {
        any(of: [item, list(of: item)])
    }

    package static func any(of shapes: [JSONValue]) -> JSONValue { ["anyOf": .array(shapes)] }

    package static func definition(_ name: String) -> JSONValue {
        ["$ref": .string("#/definitions/" + name)]
    }

    /// Names of the author's choice, each with a value; may be empty.
    package static func map(
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
    package static func object(_ table: KeyTable, _ shapes: [String: JSONValue]) -> JSONValue {
        let keys = table.known.map { JSONValue.Member($0, shapes[$0] ?? .object([])) }
        return [
            "type": table.required.isEmpty ? ["object", "null"] : "object",
            "properties": .object(keys),
            "required": .array(table.required.map { .string($0) }),
            "additionalProperties": false,
        ]
    }
}
