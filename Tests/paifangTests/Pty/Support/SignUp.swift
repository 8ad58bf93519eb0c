import Flows
import Localization

/// The sign-up of one person, whichever language it is walked in: what is typed, and what account it makes.
struct SignUp {
    static let address = "olga@example.com"
    static let password = "730164"
    static let questions = ["first_pet", "mother_maiden_name", "birth_city"]
    static let answers = ["Волга-Волга", "Praha 7", "Прага"]
    /// What is typed without being seen, right or wrong.
    static let secrets = [password, "345678", "730165"] + answers

    let speech: Speech

    var email: Question {
        Question("field.email.label", wrong: "olga", "error.email.no_at", right: Self.address)
    }

    var personal: [Question] {
        let isChinese = speech.language == LanguageTag("zh")
        return [
            Question(
                "field.gender.label",
                wrong: "",
                "error.choice.missing",
                right: "1",
                shown: speech("field.gender.option.female")
            ),
            Question(
                "field.family_name.label",
                wrong: "Воронцова1",
                "error.name.digits_in_name",
                right: "Воронцова",
                suggestion: "Vorontsova",
                shown: "Vorontsova"
            ),
            Question(
                "field.given_name.label",
                wrong: "晓雯1",
                "error.name.digits_in_name",
                right: "晓雯",
                suggestion: "Xiaowen",
                shown: "Xiaowen"
            ),
            Question(
                "field.birth_date.label",
                wrong: isChinese ? "1990年2月31日" : "31.02.1990",
                "error.date.no_such_day",
                [
                    "day": .integer(31), "days": .integer(28),
                    "month": .date(milliseconds: 633_830_400_000),
                ],
                right: isChinese ? "1990年2月27日" : "27 февраля 1990",
                shown: RegionalFormats(speech.language)
                    .date(milliseconds: 636_076_800_000, skeleton: "yMMMMd")
            ),
            Question(
                "field.citizenship.label",
                wrong: "zzz",
                "error.country.unknown",
                right: String(speech.country("RU").prefix(4)),
                shown: speech.country("RU")
            ),
        ]
    }

    var document: [Question] {
        [
            Question(
                "field.document_type.label",
                wrong: "",
                "error.choice.missing",
                right: "1",
                shown: speech("field.document_type.option.passport")
            ),
            Question(
                "field.document_number.label",
                wrong: "12",
                "error.document.format",
                [
                    "kind": .choice("passport"), "country": .text(speech.country("RU")),
                    "example": .text("4509 123456"),
                ],
                right: "4510 123456",
                shown: "4510123456"
            ),
        ]
    }

    /// The country is filled in already, as that of the citizenship.
    var country: Question {
        Question(
            "field.country.label",
            wrong: "zzz",
            "error.country.unknown",
            right: speech.country("CZ"),
            shown: speech.country("CZ")
        )
    }

    var address: [Question] {
        [
            Question("field.region.label", wrong: "", "error.text.missing", right: "Praha"),
            Question("field.city.label", wrong: "", "error.text.missing", right: "Praha 1"),
            Question("field.street.label", wrong: "", "error.text.missing", right: "Dlouhá 5"),
            Question(
                "field.postcode.label",
                wrong: "12",
                "error.postcode.format",
                ["country": .text(speech.country("CZ")), "example": .text("120 00")],
                right: "110 00"
            ),
        ]
    }

    var mobile: Question {
        Question(
            "field.mobile.label",
            wrong: "12",
            "error.phone.too_short",
            right: "+420 601 123 456"
        )
    }

    var landline: Question {
        Question("field.landline.label", wrong: "12", "error.phone.too_short", right: "=")
    }

    /// A question is chosen by its words: what was chosen before is not offered again.
    func question(_ number: Int) -> Question {
        let option = "options.security_questions.\(Self.questions[number - 1])"
        var question = Question(
            "field.security_answers.question.label",
            wrong: "",
            "field.security_answers.question.error.missing",
            right: speech(option)
        )
        question.labelArguments = ["number": .integer(Int64(number))]
        return question
    }

    func answer(_ number: Int) -> Question {
        var question = Question(
            "field.security_answers.answer.label",
            wrong: "",
            "field.security_answers.answer.error.missing",
            right: Self.answers[number - 1]
        )
        question.labelArguments = ["number": .integer(Int64(number))]
        return question
    }

    var refund: Question {
        Question(
            "field.refund_to_wallet.label",
            wrong: "xxx",
            "error.bool.yes_or_no",
            right: " ",
            shown: speech("field.refund_to_wallet.option.true")
        )
    }

    /// The fields of the account but for consents and secrets.
    static let account: [FieldName: FieldValue] = [
        "email": .text(address), "gender": .text("female"), "family_name": .text("Vorontsova"),
        "given_name": .text("Xiaowen"), "birth_date": .date(milliseconds: 636_076_800_000),
        "citizenship": .text("RU"), "document_type": .text("passport"),
        "document_number": .text("4510123456"), "country": .text("CZ"), "region": .text("Praha"),
        "city": .text("Praha 1"), "street": .text("Dlouhá 7"), "postcode": .text("110 00"),
        "mobile": .text("+420601123456"), "landline": .text("+420601123456"),
        "refund_to_wallet": .bool(true),
    ]
}
