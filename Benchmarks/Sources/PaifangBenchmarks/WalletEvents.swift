import Flows

/// What one person does who signs up for a wallet and is sent one letter more.
enum WalletEvents {
    typealias Event = (name: String, make: (FlowState) -> FlowEvent)

    static var all: [Event] {
        [
            submit("start") {
                [
                    "email": typed("jana.novakova@example.cz"), "captcha": .passed,
                    "agreement": consent("user-agreement"),
                ]
            },
            outcome("answered") { ["is_known": .bool(false)] },
            ("resend", { .pressed(visit: $0.visit, event: "resend") }),
            ("link", { .linkOpened(hash: $0.links.last?.hash ?? []) }),
            submit("personal") {
                [
                    "gender": typed("female"), "given_name": typed("Jana"),
                    "family_name": typed("Nováková"), "birth_date": .date(milliseconds: 0),
                    "citizenship": typed("CZ"),
                ]
            },
            submit("document") {
                ["document_type": typed("passport"), "document_number": typed("12345678")]
            },
            submit("address") {
                [
                    "region": typed("Praha"), "city": typed("Praha"),
                    "street": typed("Vinohradská 1597/174"), "postcode": typed("130 00"),
                ]
            },
            submit("phones") {
                ["mobile": typed("+420601123456"), "landline": typed("+420601123456")]
            },
            ("password", { .answered(visit: $0.visit, answers: ["payment_password": secret()]) }),
            submit("questions") {
                [
                    "security_answers": .list([
                        [typed("first_pet"), secret()], [typed("first_job"), secret()],
                        [typed("birth_city"), secret()],
                    ])
                ]
            },
            submit("wallet") {
                ["terms": consent("service-terms"), "refund_to_wallet": .bool(true)]
            },
            submit("review") { [:] },
            outcome("done") { ["account_id": typed("7")] },
        ]
    }

    private static func submit(
        _ name: String,
        _ answers: @escaping () -> [FieldName: FieldValue]
    ) -> Event {
        (name, { .submitted(visit: $0.visit, answers: answers()) })
    }

    private static func outcome(
        _ name: OutcomeName,
        _ gives: @escaping () -> [FieldName: FieldValue]
    ) -> Event {
        (
            name.text,
            { .effectEnded(key: $0.pendingCall ?? "", outcome: name, gives: gives()) }
        )
    }

    private static func consent(_ document: String) -> FieldValue {
        .consent(Consent(document: own(document), version: 1, at: 0, locale: "cs"))
    }

    private static func secret() -> FieldValue {
        .sealed(SecretReference(own("0123456789abcdef012345")))
    }

    private static func typed(_ text: String) -> FieldValue { .text(own(text)) }

    /// A text of its own in memory, as what a person has typed; a literal takes none.
    private static func own(_ text: String) -> String {
        String(decoding: Array(text.utf8), as: UTF8.self)
    }
}
