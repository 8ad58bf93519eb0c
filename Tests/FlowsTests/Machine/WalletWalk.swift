@testable import Flows

/// The wallet sign-up, walked by one person for whom all goes well.
enum WalletWalk {
    static let secret = FieldValue.sealed(SecretReference("s"))

    /// What happens, in order; links are opened and calls ended by what the walk holds then.
    static let steps: [@Sendable (inout MachineWalk) throws -> Void] = [
        {
            try $0.submit(
                [
                    "email": .text("jana@example.cz"), "captcha": .passed,
                    "agreement": consent("user-agreement"),
                ])
        },
        { try $0.end("answered", ["is_known": .bool(false)]) },
        {
            $0.wait(.minute); try $0.press("resend")
        },
        { try $0.openLast() },
        {
            try $0.submit([
                "gender": .text("female"), "given_name": .text("Jana"),
                "family_name": .text("Nováková"), "birth_date": .date(milliseconds: 0),
                "citizenship": .text("CZ"),
            ])
        },
        {
            try $0.submit(
                ["document_type": .text("passport"), "document_number": .text("12345678")])
        },
        {
            try $0.submit([
                "region": .text("Praha"), "city": .text("Praha"), "street": .text("Ulice 1"),
                "postcode": .text("120 00"),
            ])
        },
        { try $0.submit(["mobile": .text("+420601123456"), "landline": .text("+420601123456")]) },
        { try $0.answer(["payment_password": secret]) },
        {
            try $0.submit([
                "security_answers": .list([
                    [.text("first_pet"), secret], [.text("first_job"), secret],
                    [.text("birth_city"), secret],
                ])
            ])
        },
        { try $0.submit(["terms": consent("service-terms"), "refund_to_wallet": .bool(true)]) },
        { try $0.submit() },
        { try $0.end("done", ["account_id": .text("7")]) },
    ]

    static func consent(_ document: String) -> FieldValue {
        .consent(Consent(document: document, version: 1, at: 0, locale: "en"))
    }
}
