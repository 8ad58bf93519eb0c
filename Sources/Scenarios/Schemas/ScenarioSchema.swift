public import Documents
import Flows

/// The JSON schema of scenario files, for editors.
///
/// The keys are those of the reader's own tables, so that it is never behind them. It can't tell which
/// names a flow has: `paifang check` does.
public enum ScenarioSchema {
    /// The schema (JSON Schema draft-07).
    public static var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("$schema", "http://json-schema.org/draft-07/schema#"),
            .init("title", "Paifang: scenarios of a flow"),
        ]
        if case .object(let root) = file { members += root }
        let definitions: JSONValue = [
            "given": given, "entry": entry, "action": action, "expectation": expectation,
        ]
        members.append(.init("definitions", definitions))
        return .object(members)
    }

    private static let entries = Shape.list(of: Shape.definition("entry"))

    private static let file = Shape.object(
        .scenarioFile,
        [
            "flow": Shape.flowName,
            "given": Shape.definition("given"),
            "start": entries,
            "scenarios": [
                "type": "object", "minProperties": 1,
                "additionalProperties": Shape.any(of: [
                    entries,
                    Shape.object(
                        .scenario,
                        ["given": Shape.definition("given"), "start": entries, "steps": entries]
                    ),
                ]),
            ],
        ]
    )

    private static let given = Shape.object(
        .given,
        [
            "clock": Shape.scalar, "locale": Shape.scalar, "zone": Shape.scalar,
            "input": Shape.map(to: Shape.scalar, keys: Shape.pathPattern),
            "effects": Shape.map(to: Shape.oneOrMore(outcome)),
            "at": Shape.path,
        ]
    )

    /// An outcome alone, or with what it gives.
    private static let outcome = Shape.any(of: [
        Shape.name,
        [
            "type": "object", "properties": ["outcome": Shape.name], "required": ["outcome"],
            "additionalProperties": Shape.scalar,
        ],
    ])

    private static let entry = Shape.object(
        .entry,
        [
            "after": Shape.duration,
            "when": Shape.any(of: [Shape.words(["restart"]), Shape.definition("action")]),
            "then": Shape.definition("expectation"),
        ]
    )

    private static let action = Shape.object(
        .action,
        [
            "submit": Shape.map(to: answer, keys: Shape.pathPattern),
            "press": Shape.path,
            "change": Shape.path,
            "open_link": Shape.path,
            "enter_code": Shape.scalar,
            "which": Shape.integer(1, 1_000),
            "elsewhere": Shape.bool,
            "code": Shape.scalar,
            "device": Shape.words(["first"]),
            "switch_locale": Shape.scalar,
            "restart": Shape.bool,
            "signal": Shape.name,
            "late": Shape.bool,
        ]
    )

    /// What is typed; both texts of what is asked twice; or records.
    private static let answer: JSONValue = [
        "type": ["string", "number", "boolean", "null", "array"],
        "items": Shape.any(of: [
            Shape.scalar, Shape.map(to: Shape.oneOrMore(Shape.scalar)),
        ]),
    ]

    private static let expectation = Shape.object(
        .expectation,
        [
            "at": Shape.path,
            "sent": Shape.oneOrMore(Shape.path),
            "refused": Shape.any(of: [Shape.name, no]),
            "ready_in": Shape.duration,
            "left": Shape.map(to: Shape.integer(0, 1_000_000), keys: Shape.pathPattern),
            "can": Shape.any(of: [
                Shape.oneOrMore(Shape.path), Shape.map(to: Shape.bool, keys: Shape.pathPattern),
            ]),
            "errors": Shape.map(
                to: Shape.oneOrMore(
                    Shape.any(of: [Shape.name, Shape.map(to: Shape.oneOrMore(Shape.name))])
                ),
                keys: Shape.pathPattern
            ),
            "ended": Shape.any(of: [Shape.name, no]),
            "fields": Shape.map(to: answer, keys: Shape.pathPattern),
            "shows": Shape.any(of: [
                Shape.oneOrMore(Shape.scalar),
                ["type": "object", "additionalProperties": Shape.scalar],
            ]),
        ]
    )

    private static let no: JSONValue = ["enum": [false]]
}
