import Localization

extension FlowWalk {
    /// What is in the wallet of who pays.
    static let hundredDollars = Preparation(
        flow: "top-up",
        answers: """
            sign_in.email: \(email)
            sign_in.password: "\(password)"
            paying_country: CZ
            method: webmoney
            amount: "100"
            """
    )

    /// A card and its billing address.
    private static let card: [Move] = [
        .mistake(
            "4111 1111 1111 1112",
            at: "field.card_number.label",
            says: "field.card_number.error.check_digit"
        ),
        .type("4111 1111 1111 1111", at: "field.card_number.label"),
        .type("12/39", at: "field.card_expiry.label"),
        .type("123", at: "field.security_code.label"),
        .type("JANA NOVAKOVA", at: "field.card_holder.label"), .proceed,
        .keep("field.billing_country.label"), .keep("field.billing_city.label"),
        .keep("field.billing_street.label"),
        .type("120 00", at: "field.billing_postcode.label"), .proceed,
    ]

    /// What is done with money.
    static let money: [FlowWalk] = [
        FlowWalk(
            flow: "top-up",
            language: "ru",
            end: "top-up.arrived.title",
            moves: signIn + [
                .keep("top-up.paying_country.label"),
                .choose("top-up.method.option.webmoney", at: "top-up.method.label"), .proceed,
                .mistake("много", at: "top-up.amount.label", says: "error.money.unreadable"),
                .type("100", at: "top-up.amount.label"), .proceed,
                .see("top-up.check_answers.title"), .confirm,
            ]
        ),
        FlowWalk(
            flow: "pay",
            language: "id",
            options: ["--given", "price=20 USD", "--given", "order=A1"],
            before: [.account, hundredDollars],
            end: "pay.paid.title",
            moves: signIn + [
                .see("pay.confirm.title"),
                .mistake(wrong, at: "pay.password.label", says: "pay.password.error.wrong"),
                .type(password, at: "pay.password.label"), .proceed,
            ]
        ),
        FlowWalk(
            flow: "cards",
            language: "ru",
            end: "cards.done.title",
            moves: signIn + [.see("cards.none.title"), .press("cards.none.link")] + card + [
                .type(password, at: "cards.password.label"), .proceed,
                .see("cards.linked.title"), .press("cards.linked.go_on"),
                .see("cards.cards.title"), .press("cards.cards.finish"),
            ]
        ),
        FlowWalk(
            flow: "pay-by-card",
            language: "en",
            options: ["--given", "price=20 USD", "--given", "order=A1"],
            end: "pay-by-card.linked.title",
            moves: signIn + card + [
                .type(password, at: "pay-by-card.password.label"), .proceed,
                .see("pay-by-card.paid_first.link"), .press("pay-by-card.paid_first.link"),
            ]
        ),
    ]

    /// Where a person of ours has the last word.
    static let people: [FlowWalk] = [
        FlowWalk(
            flow: "identity-verification",
            language: "cs",
            end: "identity-verification.verified.title",
            moves: signIn + [
                .choose(
                    "identity-verification.identity_document.option.passport",
                    at: "identity-verification.identity_document.label"
                ),
                .proceed,
                .file("broken.png", at: "identity-verification.passport_pictures.label"),
                .see("error.file.damaged"),
                .file("photo.png", at: "identity-verification.passport_pictures.label"),
                .file("cover.png", at: "identity-verification.passport_pictures.label"),
                .keep("identity-verification.passport_pictures.label"), .proceed,
                .see("identity-verification.check_answers.title"), .confirm,
                .see("identity-verification.received.title"), .review(["approve"]),
            ]
        ),
        FlowWalk(
            flow: "support",
            language: "id",
            before: [],
            end: "support.answered.title",
            moves: [
                .choose("support.question.option.other", at: "support.question.label"), .proceed,
                .choose("support.subject.option.refund", at: "support.subject.label"),
                .type(email, at: "support.email.label"),
                .type(email, at: "support.contact_email.label"),
                .type("Jana", at: "support.name.label"), .proceed,
                .type("Refund", at: "support.topic.label"),
                .mistake(
                    "Where?",
                    at: "support.message.label",
                    says: "error.text.too_short",
                    with: ["min": .integer(10)]
                ),
                .type("Where is my money?", at: "support.message.label"),
                .keep("support.attachments.label"), .captcha, .proceed,
                .see("support.received.title"), .review(["answer", "--text", "On its way."]),
            ]
        ),
    ]
}
