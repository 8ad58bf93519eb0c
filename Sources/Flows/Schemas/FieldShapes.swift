import Documents

/// Declarations of fields: which keys a field may have follows from its type and its place.
enum FieldShapes {
    /// A declaration that stands in a place.
    static func declaration(at place: FieldDraft.Place) -> JSONValue {
        let kinds = kinds(at: place)
        let keys = all.filter { key in kinds.contains { keysOf($0, at: place).contains(key) } }
        return [
            "type": "object",
            "properties": .object(
                keys.map { key in
                    .init(key, key == "type" ? typeName(at: place) : shapes[key] ?? .object([]))
                }
            ),
            "required": ["type"],
            "additionalProperties": false,
            "allOf": .array(kinds.map { rule(for: $0, at: place) }),
        ]
    }

    /// What a flow may say of an account field.
    static let addition: JSONValue = [
        "type": ["object", "null"],
        "properties": .object(
            // The last two make a secret or a number stricter.
            (FieldKind.commonKeys.filter { !["type", "privacy", "set"].contains($0) }
                + ["unlike", "country"])
                .map { .init($0, shapes[$0] ?? .object([])) }
        ),
        "additionalProperties": false,
    ]

    /// The words for types that can stand in a place.
    static func typeName(at place: FieldDraft.Place) -> JSONValue {
        Shape.words(kinds(at: place).map(\.rawValue))
    }

    private static func kinds(at place: FieldDraft.Place) -> [FieldKind] {
        FieldKind.allCases.filter { kind in
            switch place {
            case .account, .flow: return true
            case .input, .given: return kind.canBeGiven
            case .record: return kind.canBeInRecord
            }
        }
    }

    private static func keysOf(_ kind: FieldKind, at place: FieldDraft.Place) -> [String] {
        (FieldKind.commonKeys + kind.ownKeys).filter {
            !(kind.refusedKeys + place.refusedKeys).contains($0)
        }
    }

    /// Every key that any field may have, each once.
    private static let all: [String] = FieldKind.allCases.reduce(into: FieldKind.commonKeys) {
        keys,
        kind in
        keys += kind.ownKeys.filter { !keys.contains($0) }
    }

    /// Which keys go with a type, and what `of` holds there.
    private static func rule(for kind: FieldKind, at place: FieldDraft.Place) -> JSONValue {
        var then: [JSONValue.Member] = [
            .init(
                "propertyNames",
                ["enum": .array(keysOf(kind, at: place).map { .string($0) })]
            )
        ]
        switch kind {
        case .choice: then += [.init("properties", ["of": options]), .init("required", ["of"])]
        case .list:
            then += [
                .init("properties", ["of": Shape.map(to: Shape.definition("record"))]),
                .init("required", ["of", "count"]),
            ]
        case .postcode: then.append(.init("required", ["country"]))
        case .document: then.append(.init("required", ["country", "kind"]))
        case .money: then.append(.init("required", ["currency"]))
        case .consent: then.append(.init("required", ["document"]))
        case .secret: then.append(.init("required", ["use"]))
        case .text, .name, .email, .phone, .date, .country, .bool, .integer, .file, .captcha, .code:
            break
        }
        return [
            "if": ["properties": ["type": ["const": .string(kind.rawValue)]]],
            "then": .object(then),
        ]
    }

    /// The name of a list of options, or options, of which some have a condition.
    private static let options = Shape.any(of: [
        Shape.name,
        Shape.list(
            of: Shape.any(of: [
                Shape.scalar,
                [
                    "type": "object", "minProperties": 1, "maxProperties": 1,
                    "additionalProperties": Shape.scalar,
                ],
            ])
        ),
    ])

    private static let shapes: [String: JSONValue] = [
        "optional": Shape.bool,
        "default": Shape.scalar,
        "prefill": Shape.path,
        "offer": Shape.path,
        "suggest": Shape.words(["latin"]),
        "set": Shape.words(["once"]),
        "privacy": Shape.words(["personal"]),
        "length": Shape.object(
            .length,
            ["min": Shape.integer(0, 10_000), "max": Shape.integer(1, 10_000)]
        ),
        "rules": Shape.map(to: Shape.scalar),
        "line": Shape.words(["mobile", "landline"]),
        "country": Shape.name,
        "kind": Shape.name,
        "of": ["type": ["string", "array", "object"]],
        "min": Shape.scalar,
        "max": Shape.scalar,
        "currency": ["type": "string", "pattern": "^[A-Z]{3}$"],
        "count": Shape.integer(1, 50),
        "files": Shape.object(
            .files,
            [
                "at_least": Shape.integer(1, FileBounds.mostFiles),
                "at_most": Shape.integer(1, FileBounds.mostFiles),
            ]
        ),
        "size": ["type": "string", "pattern": "^[1-5] MB$"],
        "formats": Shape.oneOrMore(Shape.words(FileFormat.allCases.map(\.rawValue))),
        "document": Shape.flowName,
        "digits": Shape.integer(1, 20),
        "use": Shape.words(["new", "check", "relay"]),
        "check": ["type": "string", "pattern": "^account[.][a-z][a-z0-9_]*([.][a-z][a-z0-9_]*)?$"],
        "where": Shape.map(to: Shape.path),
        "repeat": Shape.bool,
        "unlike": Shape.oneOrMore(Shape.name),
    ]
}
