/// Keys that are misspelt, stand in the wrong place, are missing or contradict each other.
enum KeyFaults {
    static func all() throws -> [Fault] {
        try misspelt() + misplaced() + missing() + contradicting() + later()
    }

    private static func later() throws -> [Fault] {
        try [
            Fault(
                "choice of a later version",
                .init(
                    .flow,
                    "- captcha: {type: captcha}",
                    "- captcha: {type: captcha}\n  - photo: {type: choice, of: ⟦E36⟧{from: cards}}"
                )
            )
        ]
    }

    private static func misspelt() throws -> [Fault] {
        try EachWord(.flow, /(\n)([a-z]+)(?=:)/).misspelt("key of a flow misspelt", "E30", least: 8)
            + EachWord(.flow, /(\n {4})([a-z]+)(?=:)/)
            .misspelt("key of a step misspelt", "E30", least: 25)
            + EachWord(.flow, /(\n {2}- )(step)(?=: look)/)
            .misspelt("key of a step misspelt", "E30", least: 1)
            + EachWord(.flow, /(\n {6}- |\n {8})(mail|link|unless|if|limit)(?=:)/)
            .misspelt("key of a send misspelt", "E30", least: 6)
            + EachWord(.flow, /(limit: \{|, )(times|apart|per|within)(?=:)/)
            .misspelt("key of a limit misspelt", "E30", least: 8)
            + EachWord(.flow, /(expires: \{|7d, )(after|goto)(?=:)/)
            .misspelt("key of expires misspelt", "E30", least: 2)
            + EachWord(.flow, /(done: \{|confirmed, )(only_after|at_most)(?=:)/)
            .misspelt("key of a promise misspelt", "E30", least: 2)
            + EachWord(.flow, /(\{|, )(type|optional|privacy|document|prefill)(?=:)/)
            .misspelt("key of a field misspelt", "E30", least: 7)
            + EachWord(
                .fields,
                /(\{|, |\n {4})(type|privacy|document|suggest|set|of|kind|country|prefill|offer|line|length|use|repeat|count|rules|default|min|max)(?=:)/
            ).misspelt("key of a field misspelt", "E30", least: 60)
            + EachWord(.effects, /(\n {4}|\n {8})(needs|may_use|outcomes|once|gives|success)(?=:)/)
            .misspelt("key of an effect misspelt", "E30", least: 8)
            + EachWord(.effects, /(\n)(effects|signals)(?=:)/)
            .misspelt("key of the effects file misspelt", "E30", least: 1)
            + EachWord(.fields, /(\n)(fields|options)(?=:)/)
            .misspelt("key of the fields file misspelt", "E30", least: 2)
    }

    private static func misplaced() throws -> [Fault] {
        try [
            Fault(
                "key of another step",
                .init(.flow, "    review: all", "    review: all\n    ⟦E30⟧offer: [account]")
            ),
            Fault(
                "key of another type",
                .init(
                    .fields,
                    "{type: country, privacy: personal, set: once}",
                    "{type: country, privacy: personal, set: once, ⟦E30⟧length: {max: 2}}"
                )
            ),
            Fault(
                "key of another type",
                .init(
                    .fields,
                    "{type: phone, line: mobile",
                    "{type: phone, ⟦E30⟧digits: 9, line: mobile"
                )
            ),
            Fault(
                "key of another type",
                .init(
                    .fields,
                    "refund_to_wallet: {type: bool, default",
                    "refund_to_wallet: {type: bool, ⟦E30⟧suggest: latin, default"
                )
            ),
            Fault(
                "key where it can't be",
                .init(
                    .flow,
                    "marketplace_account: {type: text, optional",
                    "marketplace_account: {type: text, ⟦E30⟧prefill: email, optional"
                )
            ),
            Fault(
                "word that a YAML tool made of it",
                .init(
                    .flow,
                    "    events:\n      try_again: create",
                    "    ⟦E30⟧true:\n      try_again: create"
                )
            ),
            Fault(
                "account field changed by a flow",
                .init(
                    .flow,
                    "- email: {prefill: marketplace_email}",
                    "- email: {prefill: marketplace_email, ⟦E39⟧privacy: personal}"
                )
            ),
        ]
    }

    private static func missing() throws -> [Fault] {
        try [
            Fault(
                "no version",
                .init(.flow, "version: 1\n", ""),
                .init(.flow, "\nflow: wallet-signup", "\n⟦E38⟧flow: wallet-signup")
            ),
            Fault(
                "no target",
                .init(.flow, "expires: {after: 7d, goto: abandoned}", "expires: {⟦E38⟧after: 7d}")
            ),
            Fault(
                "no count of times",
                .init(
                    .flow,
                    "        unless: is_known\n        limit: {times: 4, apart",
                    "        unless: is_known\n        limit: {⟦E38⟧apart"
                )
            ),
            Fault(
                "no letter",
                .init(.flow, "send: {mail: welcome, limit", "send: ⟦E38⟧{limit")
            ),
            Fault("no type", .init(.flow, "- captcha: {type: captcha}", "- ⟦E38⟧captcha: {}")),
            Fault(
                "no type",
                .init(
                    .fields,
                    "region:           {type: text, privacy",
                    "⟦E38⟧region:           {privacy"
                )
            ),
            Fault(
                "no options",
                .init(
                    .fields,
                    "{type: choice, of: [female, male], privacy",
                    "{type: choice, privacy"
                ),
                .init(.fields, "  gender:", "  ⟦E38⟧gender:")
            ),
            Fault(
                "no country",
                .init(
                    .fields,
                    "postcode:         {type: postcode, country: country,",
                    "⟦E38⟧postcode:         {type: postcode,"
                )
            ),
            Fault(
                "no use of a secret",
                .init(.fields, "    use: new\n", ""),
                .init(.fields, "  payment_password:", "  ⟦E38⟧payment_password:")
            ),
            Fault(
                "no count of records",
                .init(.fields, "    count: 3\n", ""),
                .init(.fields, "  security_answers:", "  ⟦E38⟧security_answers:")
            ),
            Fault(
                "no document",
                .init(
                    .fields,
                    "terms:            {type: consent, document: service-terms}",
                    "⟦E38⟧terms:            {type: consent}"
                )
            ),
            Fault(
                "nothing promised",
                .init(
                    .flow,
                    "create_account.done: {only_after: check_mail.confirmed, at_most: 1}",
                    "⟦E38⟧create_account.done: {}"
                )
            ),
            Fault("empty value", .init(.flow, "end: email_taken", "end: ⟦E38⟧\"\"")),
            Fault(
                "no address to send to",
                .init(.flow, "send: {mail: welcome", "send: {sms: ⟦E38⟧welcome"),
                .init(
                    .flow,
                    "street, postcode, mobile, landline]\n  -",
                    "street, postcode, landline]\n  -"
                ),
                .init(.flow, "ask: [mobile, landline]", "ask: [landline]"),
                .init(.effects, "            mobile, landline", "            landline")
            ),
        ]
    }

    private static func contradicting() throws -> [Fault] {
        try [
            Fault(
                "step of two kinds",
                .init(
                    .flow,
                    "    review: all\n",
                    "    review: all\n    ⟦E35⟧call: create_account\n    events: {done: create, email_taken: create, failed: create, unavailable: create}\n"
                )
            ),
            Fault(
                "end that goes on",
                .init(
                    .flow,
                    "    end: email_taken\n",
                    "    end: email_taken\n    ⟦E35⟧next: start\n"
                )
            ),
            Fault(
                "call with next",
                .init(
                    .flow,
                    "call: create_account\n",
                    "call: create_account\n    ⟦E35⟧next: registered\n"
                )
            ),
            Fault(
                "attempts without a form",
                .init(
                    .flow,
                    "review: all\n",
                    "review: all\n    ⟦E35⟧attempts: {times: 3, goto: trouble}\n"
                )
            ),
            Fault(
                "two limits of one step",
                .init(
                    .flow,
                    "        unless: is_known\n        limit: {times: 4,",
                    "        unless: is_known\n        limit: {times: 3,"
                ),
                .init(.flow, "mail: already_registered", "mail: ⟦E35⟧already_registered")
            ),
            Fault(
                "apart longer than within",
                .init(
                    .flow,
                    "send: {mail: welcome, limit: {times: 1}}",
                    "send: {mail: welcome, limit: {times: 1, ⟦E35⟧apart: 2h, within: 1h}}"
                )
            ),
            Fault(
                "least above the greatest",
                .init(.fields, "length: {min: 6, max: 30}", "length: ⟦E35⟧{min: 60, max: 30}")
            ),
            Fault(
                "link that is an outcome",
                .init(
                    .flow,
                    "call: find_account ",
                    "send: {mail: hello, link: ⟦E35⟧answered, limit: {times: 1}}\n    call: find_account "
                )
            ),
            Fault(
                "link that is a signal",
                .init(.flow, "link: confirmed", "link: ⟦E35⟧account_ended"),
                .init(.flow, "confirmed:    personal", "account_ended:    personal")
            ),
        ]
    }
}
