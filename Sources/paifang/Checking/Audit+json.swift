import Documents
import Flows

extension Audit {
    /// The answers for a program.
    var json: JSONValue { ["schema": 1, "flows": .array(flows.map { Self.value($0) })] }

    private static func value(_ flow: Flow) -> JSONValue {
        let definition = flow.definition
        return [
            "flow": .string(definition.name.text),
            "version": .integer(definition.version),
            "hash": .string(definition.hash),
            "fields": .array(flow.fields.map { value($0) }),
            "sends": .array(flow.sends.map { value($0) }),
            "effects": .array(flow.calls.map { value($0) }),
            "promises": .array(flow.promises.map { value($0) }),
            "timers": .array(
                flow.timers.map { timer in
                    [
                        "step": .optional(timer.step), "after": .string(timer.after),
                        "goto": .string(timer.to),
                    ]
                }
            ),
            "deviations": .array(
                flow.deviations.map { deviation in
                    place(
                        [
                            .init("what", .string(deviation.what)),
                            .init("advice", .string(deviation.advice)),
                            .init("reason", .string(deviation.reason)),
                        ],
                        deviation.range
                    )
                }
            ),
            "undecided": .array(
                flow.undecided.map { place([.init("condition", .string($0.condition))], $0.range) }
            ),
        ]
    }

    private static func value(_ field: AuditedField) -> JSONValue {
        place(
            [
                .init("name", .string(field.name)), .init("type", .string(field.type)),
                .init("origin", .string(field.origin)), .init("asked_in", list(field.steps)),
                .init("protection", .string(field.protection.rawValue)),
                .init("secrets_in_it", list(field.innerSecrets)),
                .init("set_once", .bool(field.isSetOnce)),
                .init("document", .optional(field.document)),
            ],
            field.range
        )
    }

    private static func value(_ send: AuditedSend) -> JSONValue {
        let limit = send.limit.map { limit -> JSONValue in
            [
                "times": .integer(limit.times), "apart": .optional(limit.apart),
                "within": .optional(limit.within), "per": list(limit.scopes),
                "in_all": limit.inAll.map { .integer($0) } ?? .null,
            ]
        }
        return place(
            [
                .init("channel", .string(send.channel)), .init("name", .string(send.name)),
                .init("step", .optional(send.step)), .init("to", .string(send.recipient)),
                .init("link", .optional(send.link)), .init("if", .optional(send.condition)),
                .init("unless", .optional(send.exception)), .init("limit", limit ?? .null),
            ],
            send.range
        )
    }

    private static func value(_ call: AuditedCall) -> JSONValue {
        let gives = call.gives.map { JSONValue.Member($0.outcome, list($0.fields)) }
        return place(
            [
                .init("name", .string(call.name)), .init("called_in", list(call.steps)),
                .init("needs", list(call.needs)), .init("may_use", list(call.mayUse)),
                .init("writes", list(call.writes)),
                .init("ends_sessions", .bool(call.endsSessions)),
                .init("gives", .object(gives)), .init("once_per_flow", .bool(call.isOncePerFlow)),
                .init("webhook", .optional(call.webhook)),
            ],
            call.range
        )
    }

    private static func value(_ promise: AuditedPromise) -> JSONValue {
        place(
            [
                .init("outcome", .string(promise.outcome)),
                .init("only_after", .optional(promise.onlyAfter)),
                .init("at_most", promise.atMost.map { .integer($0) } ?? .null),
                .init("rests_on", list(promise.basis)),
            ],
            promise.range
        )
    }

    private static func list(_ words: [String]) -> JSONValue { .array(words.map { .string($0) }) }

    private static func place(_ members: [JSONValue.Member], _ range: SourceRange) -> JSONValue {
        .object(
            members + [
                .init("file", .string(range.file)), .init("line", .integer(range.start.line)),
            ]
        )
    }
}
