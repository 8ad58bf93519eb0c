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
                .mistake(
                    "zzz",
                    at: "field.registration_country.label",
                    says: "error.country.unknown"
                ),
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
            before: [],
            end: "app-sign-up.address_saved.title",
            moves: [
                .country("CN", at: "app-sign-up.registration_country.label"),
                .mistake(
                    "138",
                    at: "app-sign-up.mobile.label",
                    says: "error.phone.too_short"
                ),
                .type("138 0013 8000", at: "app-sign-up.mobile.label"),
                .accept("agreement", document: "user-agreement"), .proceed,
                .see("phone-verification.number.title"), .proceed, .code,
                .mistake(
                    "123456",
                    at: "app-sign-up.payment_password.label",
                    says: "field.payment_password.error.no_sequence"
                ),
                .secret(password, at: "app-sign-up.payment_password.label"), .proceed,
                .press("app-sign-up.registered.add_address"),
                .type("li@example.cn", at: "app-sign-up.email.label"), .proceed, .openLink,
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
            flow: "recovery-by-documents",
            language: "zh",
            end: "recovery-by-documents.changed.title",
            moves: [
                .type(email, at: "field.email.label"), .captcha, .proceed,
                .mistake(
                    "jana@",
                    at: "recovery-by-documents.contact_email.label",
                    says: "error.email.no_domain"
                ),
                .type("jana@work.example", at: "recovery-by-documents.contact_email.label"),
                .file("photo.png", at: "recovery-by-documents.document_pictures.label"),
                .file("cover.png", at: "recovery-by-documents.document_pictures.label"),
                .keep("recovery-by-documents.document_pictures.label"), .proceed,
                .see("recovery-by-documents.check_answers.title"), .confirm,
                .see("recovery-by-documents.received.title"), .review(["approve"]),
                .see("recovery-by-documents.new_link.title"), .openLink,
                .secret(fresh, at: "recovery-by-documents.payment_password.label"), .proceed,
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
}
