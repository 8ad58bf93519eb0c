/// Names that are misspelt where they are used or where they are declared.
enum NameFaults {
    static func all() throws -> [Fault] {
        try ofSteps() + ofFields() + ofEffects() + ofConditions() + ofValues()
    }

    private static func ofSteps() throws -> [Fault] {
        try EachWord(.flow, /(\n {6}\w+: +)(\w+)/).misspelt("target misspelt", "E02", least: 14)
            + EachWord(.flow, /(goto: )(\w+)/).misspelt("target misspelt", "E02", least: 1)
            + EachWord(.flow, /(only_after: )(\w+)/).misspelt("proof misspelt", "E02", least: 1)
            + [
                // Each is found where it is used first, and once.
                Fault(
                    "step renamed",
                    meant: "lok_up",
                    .init(.flow, "- step: look_up", "- step: lok_up"),
                    .init(.flow, "send_again:   look_up", "send_again:   ⟦E02⟧look_up")
                ),
                Fault(
                    "step renamed",
                    meant: "truoble",
                    .init(.flow, "- step: trouble\n", "- step: truoble\n"),
                    .init(.flow, "unavailable: trouble\n", "unavailable: ⟦E02⟧trouble\n")
                ),
                Fault(
                    "step renamed",
                    meant: "beginn",
                    .init(.flow, "- step: start\n", "- step: beginn\n"),
                    .init(
                        .flow,
                        "resend:       check_mail               # a new letter and 24 new hours; the old link is dead\n      change_email: start",
                        "resend:       check_mail\n      change_email: ⟦E02⟧begin"
                    ),
                    .init(
                        .flow,
                        "send_again:   look_up\n      change_email: start",
                        "send_again:   look_up\n      change_email: beginn"
                    ),
                    .init(
                        .flow,
                        "try_again:    look_up\n      change_email: start",
                        "try_again:    look_up\n      change_email: beginn"
                    )
                ),
            ]
    }

    private static func ofFields() throws -> [Fault] {
        let asked = try EachWord(.flow, /(ask: \[|, )([a-z_]+)(?=[a-z_, ]*\]\n\n  - )/)
            .misspelt("asked field misspelt", "E13", least: 19)
        let listed = try EachWord(
            .flow,
            /(\n  - \[|, )([a-z_]+)(?=[^\n\[]*\]\n(?:  - \[|\n+steps))/
        )
        .misspelt("listed field misspelt", "E13", least: 17)
        return try asked + listed
            + EachWord(.flow, /(per: \[session, )(\w+)/).misspelt("scope misspelt", "E13", least: 2)
            + EachWord(.flow, /(\n  - )(email)/).misspelt("listed field misspelt", "E13", least: 1)
            + EachWord(.flow, /(prefill: )(\w+)/).misspelt("reference misspelt", "E13", least: 1)
            + EachWord(.fields, /((?:prefill|offer|country|kind): )(\w+)(?=[,}])/)
            .misspelt("reference misspelt", "E13", least: 5)
            + EachWord(.fields, /(type: choice, of: )(\w+)/)
            .misspelt("option list misspelt", "E39", least: 1)
            + [
                Fault(
                    "account field renamed",
                    meant: "landlines",
                    .init(.fields, "  landline: ", "  landlines:"),
                    .init(.flow, "mobile, landline]\n  -", "mobile, ⟦E13⟧landline]\n  -")
                ),
                Fault(
                    "own field renamed",
                    meant: "captchas",
                    .init(.flow, "- captcha: {", "- captchas: {"),
                    .init(.flow, "ask: [email, captcha, ", "ask: [email, ⟦E13⟧captcha, ")
                ),
                Fault(
                    "input renamed",
                    meant: "marketplace_mail",
                    .init(.flow, "  marketplace_email:  ", "  marketplace_mail:   "),
                    .init(.flow, "prefill: marketplace_email", "prefill: ⟦E13⟧marketplace_email")
                ),
                Fault(
                    "option list renamed",
                    meant: "secret_questions",
                    .init(.fields, "  security_questions: [", "  secret_questions: ["),
                    .init(.fields, "of: security_questions", "of: ⟦E39⟧security_questions")
                ),
            ]
    }

    private static func ofEffects() throws -> [Fault] {
        let needs = try EachWord(
            .effects,
            /(needs: \[|, |,\n {12})([a-z_]+)(?=[,\]](?:.*\n)*signals)/
        )
        .misspelt("needed field misspelt", "E13", least: 19)
        return try needs
            + EachWord(.effects, /(may_use: \[)(\w+)/)
            .misspelt("usable field misspelt", "E13", least: 1)
            + EachWord(.flow, /(call: )(\w+)/).misspelt("effect misspelt", "E22", least: 2)
            + EachWord(.flow, /(\n {6})(answered|unavailable|done|email_taken|failed)(?=:)/)
            .misspelt("outcome misspelt", "E20", least: 6)
            + EachWord(.flow, /(\n {6})(confirmed)(?=:)/)
            .misspelt("link's event misspelt", "E21", least: 1)
            + EachWord(.flow, /(promises:\n(?:.*\n)*?  )(create_account)(?=\.done)/)
            .misspelt("promise misspelt", "E22", least: 1)
            + [
                Fault(
                    "effect renamed",
                    meant: "find_acount",
                    .init(.effects, "  find_account:", "  find_acount:"),
                    .init(.flow, "call: find_account", "call: ⟦E22⟧find_account")
                ),
                Fault(
                    "outcome renamed",
                    meant: "answer",
                    .init(
                        .effects,
                        "      answered:\n        gives: {is_known",
                        "      answer:\n        gives: {is_known"
                    ),
                    .init(.flow, "      answered: ", "      ⟦E20⟧answered: ")
                ),
                Fault(
                    "outcome renamed",
                    meant: "turned_down: <step>",
                    .init(.effects, "      failed: ", "      turned_down: "),
                    .init(.flow, "call: create_account", "call: ⟦E20⟧create_account")
                ),
                Fault(
                    "link's event renamed",
                    meant: "confirmd",
                    .init(.flow, "link: confirmed", "link: confirmd"),
                    .init(.flow, "      confirmed: ", "      ⟦E21⟧confirmed: ")
                ),
                Fault(
                    "link's event renamed",
                    .init(.flow, "link: confirmed", "link: ⟦E21⟧opened")
                ),
                Fault(
                    "promise misspelt",
                    meant: "done",
                    .init(.flow, "create_account.done: {", "⟦E39⟧create_account.dne: {")
                ),
                Fault(
                    "promise misspelt",
                    meant: "confirmed",
                    .init(.flow, "check_mail.confirmed", "⟦E39⟧check_mail.confirmd")
                ),
                Fault(
                    "proof that is none",
                    .init(.flow, "check_mail.confirmed", "⟦E39⟧check_mail.change_email")
                ),
            ]
    }

    private static func ofConditions() throws -> [Fault] {
        try [
            Fault(
                "name in a condition misspelt",
                meant: "is_known",
                .init(.flow, "unless: is_known", "unless: ⟦E11⟧is_knwn")
            ),
            Fault(
                "name in a condition misspelt",
                meant: "citizenship",
                .init(.fields, "'citizenship == ", "'⟦E11⟧citizenshp == ")
            ),
            Fault(
                "name in a condition misspelt",
                meant: "value",
                .init(.fields, "digits_only: value.", "digits_only: ⟦E11⟧valeu.")
            ),
            Fault(
                "given value renamed",
                meant: "is_knwn",
                .init(.effects, "{is_known: ", "{is_knwn: "),
                .init(.flow, "unless: is_known", "unless: ⟦E11⟧is_known")
            ),
            Fault(
                "function misspelt",
                meant: "matches",
                .init(.fields, "value.matches(\"^[0-9]+$\")", "value.⟦E11⟧matchs(\"^[0-9]+$\")")
            ),
            Fault(
                "function misspelt",
                meant: "years",
                .init(.fields, "years(value)", "⟦E11⟧yeras(value)")
            ),
            Fault(
                "variable misspelt",
                meant: "question",
                .init(.fields, "b.question == ", "b.⟦E11⟧queston == ")
            ),
            Fault(
                "variable misspelt",
                .init(.fields, "== a.question", "== ⟦E11⟧c.question")
            ),
        ]
    }

    private static func ofValues() throws -> [Fault] {
        try EachWord(.fields, /(type: )(\w+)/).misspelt("type misspelt", "E39", least: 20)
            + EachWord(.flow, /(type: )(\w+)/).misspelt("type misspelt", "E39", least: 3)
            + EachWord(.effects, /(type: )(\w+)/).misspelt("type misspelt", "E39", least: 2)
            + EachWord(.fields, /((?:privacy|set|suggest|line|use): )(\w+)(?=[,}\n])/)
            .misspelt("word misspelt", "E39", least: 20)
            + EachWord(.flow, /((?:privacy|back|review): )(\w+)/)
            .misspelt("word misspelt", "E39", least: 3)
            + EachWord(.effects, /(\n {4}once: )(\w+)/).misspelt("word misspelt", "E39", least: 1)
    }
}
