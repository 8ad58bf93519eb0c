import Documents

/// The mappings of flow files.
enum FlowShapes {
    static let flow = Shape.object(
        .flow,
        [
            "flow": Shape.flowName,
            "version": Shape.integer(1, 1_000_000),
            "locale": Shape.scalar,
            "expires": Shape.object(.expires, ["after": Shape.duration, "goto": Shape.name]),
            "input": Shape.map(to: value),
            "constants": Shape.map(to: Shape.scalar),
            "fields": Shape.list(of: listedField),
            "steps": Shape.list(of: Shape.definition("step")),
            "promises": Shape.map(
                to: Shape.object(
                    .promise,
                    ["only_after": dotted, "at_most": Shape.integer(1, 1_000)]
                ),
                keys: "^[a-z0-9_]+[.][a-z0-9_]+$"
            ),
            "open": Shape.object(
                .opening,
                ["from": Shape.scalar, "until": Shape.scalar, "notice": Shape.duration]
            ),
            "closed": Shape.name,
            "account": Shape.any(of: [
                Shape.words(["required"]),
                Shape.object(.account, ["with": Shape.map(to: Shape.scalar)]),
            ]),
            "migrate": Shape.oneOrMore(
                Shape.object(
                    .migration,
                    [
                        "from": Shape.integer(1, 1_000_000),
                        "steps": Shape.map(to: Shape.path, keys: Shape.pathPattern),
                    ]
                )
            ),
        ]
    )

    static let fieldsFile = Shape.object(
        .fieldsFile,
        [
            "fields": Shape.map(to: Shape.definition("declared")),
            "options": Shape.map(to: Shape.list(of: Shape.name)),
            "constants": Shape.map(to: Shape.scalar),
        ]
    )

    static let effectsFile = Shape.object(
        .effectsFile,
        ["effects": Shape.map(to: effect), "signals": Shape.oneOrMore(Shape.name)]
    )

    static let step = Shape.object(
        .step,
        [
            "step": Shape.name,
            "ask": Shape.oneOrMore(Shape.name),
            "review": Shape.words(["all"]),
            "call": Shape.name,
            "send": Shape.oneOrMore(send),
            "events": Shape.map(to: Shape.any(of: [Shape.definition("route"), event])),
            "after": Shape.map(to: Shape.name, keys: Shape.durationPattern),
            "attempts": Shape.object(
                .attempts,
                [
                    "times": Shape.integer(1, 1_000), "goto": Shape.name,
                    "apart": Shape.duration, "per": Shape.oneOrMore(Shape.name),
                    "within": Shape.duration,
                ]
            ),
            "next": Shape.definition("route"),
            "back": Shape.words(["never"]),
            "end": Shape.name,
            "offer": Shape.oneOrMore(Shape.flowName),
            "run": Shape.flowName,
            "with": Shape.map(to: Shape.scalar),
        ]
    )

    /// A step, or branches of which the last is `else`.
    static let route = Shape.any(of: [
        Shape.name,
        Shape.list(
            of: Shape.any(of: [
                event,
                [
                    "type": "object", "properties": ["else": Shape.name],
                    "required": ["else"], "additionalProperties": false,
                ],
            ])
        ),
    ])

    private static let event = Shape.object(.event, ["if": Shape.scalar, "goto": Shape.name])
    private static let dotted: JSONValue = [
        "type": "string", "pattern": "^[a-z0-9_]+[.][a-z0-9_]+$",
    ]

    private static let send = Shape.object(
        .send,
        [
            "mail": Shape.name, "sms": Shape.name, "link": Shape.name, "code": Shape.name,
            "start": Shape.flowName, "to": Shape.path, "if": Shape.scalar, "unless": Shape.scalar,
            "limit": Shape.object(
                .limit,
                [
                    "times": Shape.integer(1, 10_000), "apart": Shape.duration,
                    "per": Shape.oneOrMore(Shape.name), "within": Shape.duration,
                    "in_all": Shape.integer(1, 1_000_000),
                ]
            ),
        ]
    )

    /// A declaration, or only its type.
    private static let value = Shape.any(of: [
        FieldShapes.typeName(at: .input), Shape.definition("given"),
    ])

    /// A name, a list of names, or declarations and additions by name.
    private static let listedField = Shape.any(of: [
        Shape.oneOrMore(Shape.name),
        Shape.map(to: [
            "if": ["required": ["type"]],
            "then": Shape.definition("declared"),
            "else": Shape.definition("added"),
        ]),
    ])

    private static let effect = Shape.object(
        .effect,
        [
            "needs": Shape.oneOrMore(Shape.path),
            "may_use": Shape.oneOrMore(Shape.path),
            "writes": Shape.any(of: [
                Shape.name, Shape.map(to: Shape.scalar),
                Shape.list(of: Shape.any(of: [Shape.name, Shape.map(to: Shape.scalar)])),
            ]),
            "ends": Shape.words(["sessions"]),
            "outcomes": Shape.map(
                to: Shape.object(
                    .outcome,
                    [
                        "gives": Shape.any(of: [
                            Shape.words(["account"]),
                            Shape.map(
                                to: Shape.any(of: [
                                    FieldShapes.typeName(at: .given), Shape.definition("given"),
                                ])
                            ),
                        ]),
                        "success": Shape.bool,
                    ]
                )
            ),
            "once": Shape.words(["flow"]),
            "webhook": Shape.name,
        ]
    )
}
