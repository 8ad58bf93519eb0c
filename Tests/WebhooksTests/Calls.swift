import Documents
import Expressions
import Flows
import Foundation
import Sessions
import TestTexts

@testable import Webhooks

enum Calls {
    /// A field of a type.
    static func field(_ name: FieldName, _ type: FieldType, _ origin: FieldDefinition.Origin)
        -> FieldDefinition
    {
        FieldDefinition(
            name: name,
            type: type,
            origin: origin,
            length: LengthBounds(),
            range: .start(of: "")
        )
    }

    /// A call that may end as done, with an account, as email_taken, or as unavailable.
    static func create(
        key: String = "5e55.7.0",
        values: [FieldName: FieldValue] = ["email": .text("jana@example.cz")],
        takes: [FieldDefinition] = [field("email", .email, .asked)],
        gives: [FieldDefinition] = [field("account_id", .text, .given)]
    ) -> EffectCall {
        EffectCall(
            key: key,
            session: SessionID("5e55"),
            effect: "create_account",
            values: values,
            takes: takes,
            webhook: "accounts",
            endings: [
                EffectEnding(outcome: "done", gives: gives, isUsual: true),
                EffectEnding(outcome: "email_taken"),
                EffectEnding(outcome: OutcomeDefinition.unavailable),
            ],
            locale: "cs",
            now: 0
        )
    }

    /// A webhook on this machine, by the real clock, since the host looks at it.
    static func webhook(
        to url: String,
        key: String = HostProcess.key,
        answering: Int32 = 60_000
    ) throws -> Webhook {
        Webhook(
            to: try WebhookAddress(url: url, key: key),
            limits: Webhook.Limits(connecting: 60_000, answering: answering),
            clock: { Int64(Date().timeIntervalSince1970 * 1_000) }
        )
    }
}
