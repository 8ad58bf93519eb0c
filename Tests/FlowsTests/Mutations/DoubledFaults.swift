/// Names, keys and items that stand twice.
enum DoubledFaults {
    static func all() throws -> [Fault] {
        try doubled()
    }

    private static func doubled() throws -> [Fault] {
        try [
            Fault("key twice", .init(.flow, "version: 1\n", "version: 1\n⟦E01⟧version: 2\n")),
            Fault(
                "event twice",
                .init(
                    .flow,
                    "      confirmed:    personal\n",
                    "      confirmed:    personal\n      ⟦E01⟧confirmed: start\n"
                )
            ),
            Fault(
                "timer twice",
                .init(
                    .flow,
                    "      24h: link_expired",
                    "      24h: link_expired\n      ⟦E01⟧24h: trouble\n     "
                )
            ),
            Fault(
                "field asked twice",
                .init(.flow, "ask: [mobile, landline]", "ask: [mobile, landline, ⟦E01⟧mobile]")
            ),
            Fault(
                "field listed twice",
                .init(.flow, "- [country, region,", "- [country, ⟦E01⟧gender, region,")
            ),
            Fault(
                "account field declared again",
                .init(
                    .flow,
                    "- captcha: {type: captcha}",
                    "- captcha: {type: captcha}\n  - ⟦E01⟧mobile: {type: phone}"
                ),
                .init(
                    .flow,
                    "street, postcode, mobile, landline]\n  -",
                    "street, postcode, landline]\n  -"
                )
            ),
            Fault(
                "constant named like a field",
                .init(.flow, "  held_unverified: ", "  ⟦E01⟧citizenship: ")
            ),
            Fault(
                "field that an effect gives",
                .init(
                    .flow,
                    "- captcha: {type: captcha}",
                    "- captcha: {type: captcha}\n  - ⟦E01⟧is_known: {type: bool}"
                )
            ),
            Fault("option twice", .init(.fields, "[female, male]", "[female, male, ⟦E01⟧female]")),
            Fault(
                "option of a list twice",
                .init(.fields, "first_school, first_teacher,", "first_school, ⟦E01⟧first_pet,")
            ),
            Fault(
                "rule twice",
                .init(
                    .fields,
                    "      in_the_past: value < today\n",
                    "      in_the_past: value < today\n      ⟦E01⟧in_the_past: value < now\n"
                )
            ),
            Fault(
                "need twice",
                .init(.effects, "[email, agreement,", "[email, agreement, ⟦E01⟧email,")
            ),
            Fault(
                "needed and usable",
                .init(
                    .effects,
                    "may_use: [marketplace_account]",
                    "may_use: [marketplace_account, ⟦E01⟧email]"
                )
            ),
            Fault(
                "signal twice",
                .init(
                    .effects,
                    "[account_suspended, ",
                    "[account_suspended, ⟦E01⟧account_suspended, "
                )
            ),
            Fault(
                "offer twice",
                .init(
                    .flow,
                    "offer: [identity-verification, account]",
                    "offer: [account, ⟦E01⟧account]"
                )
            ),
            Fault(
                "step twice",
                .init(
                    .flow,
                    "  - step: document\n    ask: [document_type, document_number]\n",
                    "  - step: document\n    ask: [document_type, document_number]\n\n  - step: ⟦E01⟧document\n    ask: [document_type, document_number]\n"
                )
            ),
        ]
    }
}
