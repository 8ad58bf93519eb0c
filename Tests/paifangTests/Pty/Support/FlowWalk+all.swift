import Localization

extension FlowWalk {
    static let email = "jana.novakova@example.cz"
    static let password = "730164"
    static let wrong = "730165"
    private static let fresh = "860275"

    /// What must never be seen: what is typed at questions that hide it.
    static let secrets = [password, wrong, fresh, "4111 1111", "Micka", "correct-horse", "Rex"]

    /// Signing in, which a flow that needs an account begins with.
    static let signIn: [Move] = [
        .type(email, at: "field.email.label"),
        .mistake(wrong, at: "sign-in.password.label", says: "sign-in.password.error.wrong"),
        .type(password, at: "sign-in.password.label"),
        .proceed,
    ]

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

    /// One walk for each flow; all languages are among them.
    static let all: [FlowWalk] = doors + accounts + money + people + ways

    /// Ways to an account.
    private static let doors: [FlowWalk] = [
        FlowWalk(
            flow: "wallet-signup",
            language: "id",
            before: [],
            end: "wallet-signup.registered.title",
            moves: [
                .mistake("olga", at: "field.email.label", says: "error.email.no_at"),
                .type(SignUp.address, at: "field.email.label"), .captcha,
                .accept("agreement", document: "user-agreement"), .proceed,
                .see("wallet-signup.check_mail.title"), .openLink,
                .see("wallet-signup.personal.title"), .signUp,
            ]
        ),
        FlowWalk(
            flow: "site-sign-up",
            language: "zh",
            before: [],
            end: "site-sign-up.registered.title",
            moves: [
                .mistake("zzz", at: "field.registration_country.label", says: "error.country.unknown"),
                .country("DE", at: "field.registration_country.label"), .captcha, .proceed,
                .see("site-sign-up.abroad.title"), .press("site-sign-up.abroad.by_email"),
                .type("petr@example.org", at: "field.email.label"),
                .accept("agreement", document: "user-agreement"), .proceed,
                .see("site-sign-up.check_mail.title"), .openLink,
                .mistake(
                    "password1",
                    at: "site-sign-up.login_password.label",
                    says: "site-sign-up.login_password.error.common"
                ),
                .secret("correct-horse-battery", at: "site-sign-up.login_password.label"),
                .secret(password, at: "field.payment_password.label"),
                .choose(
                    "options.security_questions.first_pet",
                    at: "site-sign-up.security_question.label"
                ),
                .type("Rex", at: "site-sign-up.security_answer.label"), .proceed,
                .type("Petrov", at: "field.family_name.label"),
                .type("Petr", at: "field.given_name.label"),
                .choose("field.gender.option.male", at: "field.gender.label"),
                .choose("options.professions.trade", at: "field.profession.label"), .proceed,
                .type("Berlin", at: "field.city.label"),
                .type("Mitte", at: "field.district.label"), .proceed,
                .see("site-sign-up.check_answers.title"), .confirm,
            ]
        ),
        FlowWalk(
            flow: "app-sign-up",
            language: "zh",
            options: ["--effect", "find_phone_account=answered"],
            before: [],
            end: "app-sign-up.registered.title",
            moves: [
                .country("CN", at: "app-sign-up.region_country.label"),
                .mistake(
                    "138",
                    at: "app-sign-up.app_phone.label",
                    says: "error.phone.too_short"
                ),
                .type("138 0013 8000", at: "app-sign-up.app_phone.label"),
                .accept("agreement", document: "user-agreement"), .proceed,
                .see("phone-verification.number.title"), .proceed, .code,
                .mistake(
                    "123456",
                    at: "app-sign-up.app_password.label",
                    says: "app-sign-up.app_password.error.no_sequence"
                ),
                .secret(password, at: "app-sign-up.app_password.label"), .proceed,
            ]
        ),
        FlowWalk(
            flow: "phone-verification",
            language: "en",
            before: [],
            end: "phone-verification.verified.title",
            moves: [
                .country("CZ", at: "phone-verification.phone_country.label"),
                .type("601 123 456", at: "phone-verification.phone.label"), .proceed, .code,
            ]
        ),
    ]

    /// Ways into an account, and out of it.
    private static let accounts: [FlowWalk] = [
        FlowWalk(
            flow: "sign-in",
            language: "zh",
            end: "sign-in.signed_in.title",
            moves: [.mistake("jana", at: "field.email.label", says: "error.email.no_at")] + signIn
        ),
        FlowWalk(
            flow: "forgotten-password",
            language: "ru",
            end: "forgotten-password.changed.title",
            moves: [
                .type(email, at: "field.email.label"), .captcha, .proceed,
                .see("forgotten-password.check_mail.title"), .openLink,
                .mistake(
                    "222233",
                    at: "forgotten-password.payment_password.label",
                    says: "field.payment_password.error.at_most_three_alike"
                ),
                .secret(fresh, at: "forgotten-password.payment_password.label"), .proceed,
            ]
        ),
        FlowWalk(
            flow: "account-recovery",
            language: "cs",
            end: "account-recovery.changed.title",
            moves: [
                .type(email, at: "field.email.label"), .captcha, .proceed,
                .type("Micka", at: "options.security_questions.first_pet"),
                .type("Dvořáková", at: "options.security_questions.mother_maiden_name"),
                .mistake(
                    "Praha",
                    at: "options.security_questions.birth_city",
                    says: "account-recovery.third_answer.error.wrong"
                ),
                .type("Brno", at: "options.security_questions.birth_city"), .proceed,
                .country("CZ", at: "phone-verification.phone_country.label"),
                .keep("phone-verification.phone.label"), .proceed, .code,
                .secret(fresh, at: "account-recovery.payment_password.label"), .proceed,
            ]
        ),
        FlowWalk(
            flow: "settings",
            language: "cs",
            end: "settings.done.title",
            moves: signIn + [
                .see("settings.menu.title"), .press("settings.menu.password"),
                .type(password, at: "settings.old_password.label"),
                .mistake(
                    "345678",
                    at: "settings.payment_password.label",
                    says: "field.payment_password.error.no_sequence"
                ),
                .secret(fresh, at: "settings.payment_password.label"), .proceed,
                .see("settings.password_saved.title"), .press("settings.password_saved.go_on"),
                .see("settings.menu.title"), .press("settings.menu.finish"),
            ]
        ),
        FlowWalk(
            flow: "account",
            language: "en",
            end: "account.signed_out.title",
            moves: signIn + [
                .see("account.unverified.title"), .press("account.unverified.sign_out_everywhere"),
            ]
        ),
        FlowWalk(
            flow: "account-deletion",
            language: "id",
            end: "account-deletion.deleted.title",
            moves: signIn + [
                .mistake(
                    wrong,
                    at: "account-deletion.password.label",
                    says: "account-deletion.password.error.wrong"
                ),
                .type(password, at: "account-deletion.password.label"), .proceed,
            ]
        ),
    ]

    /// What is done with money.
    private static let money: [FlowWalk] = [
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
    private static let people: [FlowWalk] = [
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
