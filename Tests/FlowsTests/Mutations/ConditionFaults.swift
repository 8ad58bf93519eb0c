/// Conditions of the wrong type, that do not parse, or that decide nothing.
enum ConditionFaults {
    static func all() throws -> [Fault] {
        try types() + syntax() + cost() + constant()
    }

    private static func cost() throws -> [Fault] {
        let rule = { (condition: String) in
            Fault.Edit(
                .fields,
                "      all_different: value.all(a, value.exists_one(b, b.question == a.question))",
                "      all_different: \(condition)"
            )
        }
        let nested =
            String(repeating: "(", count: 33) + "⟦E15⟧" + String(repeating: "(", count: 7)
            + "has(value)" + String(repeating: ")", count: 40)
        let all = (0..<60).map { "value[0].question != 'q\($0)'" }.joined(separator: " && ")
        let long = all.prefix(1_000) + "⟦E15⟧" + all.dropFirst(1_000)
        return try [
            Fault(
                "condition that goes round three deep",
                rule("value.all(a, value.all(b, ⟦E15⟧value.exists(c, c.question == a.question)))")
            ),
            Fault("condition that is nested too deep", rule(nested)),
            Fault("condition that is too long", rule("\(long)")),
        ]
    }

    private static func types() throws -> [Fault] {
        let rule = { (condition: String) in
            Fault.Edit(
                .fields,
                "city:             {type: text,",
                "city:             {type: text, rules: {other: '\(condition)'},"
            )
        }
        return try [
            Fault("wrong type", .init(.fields, "value < today", "⟦E14⟧value < 18")),
            Fault(
                "wrong type",
                .init(.fields, "years(value) < 120", "'⟦E14⟧years(value) < \"120\"'")
            ),
            Fault("wrong type", .init(.fields, "citizenship == \"RU\"", "⟦E14⟧citizenship == 7")),
            Fault("wrong type", rule("⟦E14⟧value + 1 == \"x\"")),
            Fault("no condition", rule("⟦E14⟧value")),
            Fault(
                "no condition",
                .init(.flow, "        if: is_known\n", "        if: ⟦E14⟧email\n")
            ),
            Fault("wrong number of arguments", rule("⟦E14⟧value.startsWith() ")),
            Fault(
                "letter to a phone",
                .init(.flow, "mail: welcome,", "mail: welcome, to: ⟦E14⟧mobile,")
            ),
            Fault(
                "country that is none",
                .init(.fields, "postcode, country: country", "postcode, country: ⟦E14⟧region")
            ),
            Fault("kind that is none", .init(.fields, "kind: document_type", "kind: ⟦E14⟧region")),
            Fault(
                "value of another type taken over",
                .init(.fields, "offer: mobile", "offer: ⟦E14⟧email")
            ),
            Fault(
                "value of another type prefilled",
                .init(.fields, "prefill: citizenship", "prefill: ⟦E14⟧birth_date")
            ),
            Fault(
                "scope of another type",
                .init(
                    .flow,
                    "        if: is_known\n        limit: {times: 4, apart: 60s, per: [session, email]",
                    "        if: is_known\n        limit: {times: 4, apart: 60s, per: [session, ⟦E14⟧birth_date]"
                )
            ),
        ]
    }

    private static func syntax() throws -> [Fault] {
        try [
            Fault(
                "condition that does not parse",
                .init(.fields, "'citizenship == \"RU\"'", "'citizenship ⟦E10⟧= \"RU\"'")
            ),
            Fault(
                "condition that does not parse",
                .init(.fields, "years(value) < 120", "years(value < 120⟦E10⟧")
            ),
            Fault(
                "condition that does not parse",
                .init(.flow, "        if: is_known\n", "        if: is_known ⟦E10⟧and is_known\n")
            ),
            Fault(
                "pattern that does not parse",
                .init(.fields, "\"^[0-9]+$\"", "⟦E10⟧\"^[0-9+$\"")
            ),
        ]
    }

    private static func constant() throws -> [Fault] {
        let wallet = "    ask: [terms, refund_to_wallet]\n"
        let branches = { (lines: String...) in
            Fault.Edit(
                .flow,
                wallet,
                wallet + "    next:\n" + lines.map { "      - \($0)\n" }.joined()
            )
        }
        let rule = { (condition: String, code: String) in
            Fault.Edit(
                .fields,
                "city:             {type: text,",
                "city:             {type: text, rules: {other: ⟦\(code)⟧'\(condition)'},"
            )
        }
        return try [
            Fault(
                "option that is none",
                meant: "passport",
                .init(
                    .fields,
                    "city:             {type: text,",
                    "city:             {type: text, rules: {other: 'document_type != ⟦W32⟧\"pasport\"'},"
                )
            ),
            Fault(
                "country that can't be",
                .init(.fields, "citizenship == \"RU\"", "citizenship == ⟦W32⟧\"ru\"")
            ),
            Fault(
                "country that can't be",
                .init(.fields, "citizenship == \"RU\"", "citizenship in [\"RU\", ⟦W32⟧\"Russia\"]")
            ),
            Fault("rule that refuses nothing", rule("value.size() < 100", "W32")),
            Fault("rule that nothing meets", rule("value.size() > 80", "W32")),
            Fault("rule that nothing meets", rule("value == \"a\" && value == \"b\"", "W32")),
            Fault(
                "rules that nothing meets together",
                .init(
                    .fields,
                    "      plausible:   years(value) < 120",
                    "      plausible:   years(value) < 120\n      old:         ⟦W32⟧years(value) > 120"
                )
            ),
            Fault(
                "condition of constants",
                .init(
                    .flow,
                    "        if: is_known\n",
                    "        if: ⟦W32⟧held_verified > held_unverified\n"
                )
            ),
            Fault(
                "condition that is sure",
                .init(.flow, "        if: is_known\n", "        if: ⟦W32⟧has(is_known)\n")
            ),
            Fault(
                "condition that can't be",
                .init(.flow, "        if: is_known\n", "        if: ⟦W32⟧has(citizenship)\n")
            ),
            Fault(
                "letter that never goes out",
                .init(
                    .flow,
                    "        unless: is_known\n",
                    "        if: is_known\n        unless: ⟦W32⟧is_known\n"
                )
            ),
            Fault(
                "button that is never there",
                .init(
                    .flow,
                    "      try_again: create\n",
                    "      try_again: create\n      skip: {if: ⟦W32⟧refund_to_wallet && !refund_to_wallet, goto: abandoned}\n"
                )
            ),
            Fault(
                "same condition twice",
                branches(
                    "{if: refund_to_wallet, goto: create}",
                    "{if: ⟦W32⟧refund_to_wallet, goto: create}",
                    "{else: check_answers}"
                )
            ),
            Fault(
                "condition that an earlier one covers",
                branches(
                    "{if: 'citizenship in [\"CZ\", \"SK\"]', goto: create}",
                    "{if: ⟦W32⟧'citizenship == \"SK\"', goto: create}",
                    "{else: check_answers}"
                )
            ),
            Fault(
                "condition that an earlier one covers",
                branches(
                    "{if: years(birth_date) > 20, goto: create}",
                    "{if: ⟦W32⟧years(birth_date) >= 60, goto: create}",
                    "{else: check_answers}"
                )
            ),
            Fault(
                "condition that earlier ones cover together",
                branches(
                    "{if: years(birth_date) > 20, goto: create}",
                    "{if: years(birth_date) < 18, goto: create}",
                    "{if: ⟦W32⟧years(birth_date) < 10 || years(birth_date) == 30, goto: create}",
                    "{else: check_answers}"
                )
            ),
            Fault(
                "branches that leave nothing",
                branches(
                    "{if: refund_to_wallet, goto: create}",
                    "{if: ⟦W32⟧'!refund_to_wallet', goto: check_answers}",
                    "{else: create}"
                )
            ),
            Fault(
                "branches that leave nothing",
                branches(
                    "{if: 'gender == \"female\"', goto: create}",
                    "{if: ⟦W32⟧'gender == \"male\"', goto: check_answers}",
                    "{else: create}"
                )
            ),
            Fault(
                "branch that is always taken",
                branches(
                    "{if: ⟦W32⟧'citizenship != \"CZ\" || citizenship != \"SK\"', goto: check_answers}",
                    "{else: create}"
                )
            ),
        ]
    }
}
