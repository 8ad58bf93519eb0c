import Testing

/// Fields that are read where they may be unset, secrets, promises, types and conditions.
enum ReadFaults {
    static func all() throws -> [Fault] {
        try unasked() + unset() + secrets() + promises()
    }

    /// Each field that is needed, taken out of the form that asks it.
    private static func unasked() throws -> [Fault] {
        // Some are read before the effect is called; the others only there.
        let earlier = [
            "email": "call: find_account", "citizenship": "ask: [document_type, document_number]",
            "document_type": "ask: [document_number]",
            "country": "ask: [region, city, street, postcode]", "mobile": "ask: [landline]",
        ]
        let fields = [
            "email", "agreement", "gender", "family_name", "given_name", "birth_date",
            "citizenship", "document_type", "document_number", "country", "region", "city",
            "street", "postcode", "mobile", "landline", "payment_password", "security_answers",
            "terms",
        ]
        let flow = try ProjectTexts()[.flow]
        return try fields.map { field in
            let form = try #require(
                flow.firstMatch(of: Regex("ask: \\[[^\\]]*\\b\(field)\\b[^\\]]*\\]"))
            )
            let old = String(flow[form.range])
            let new = old.replacing("\(field), ", with: "").replacing(", \(field)]", with: "]")
            let reader = earlier[field] ?? "call: create_account"
            var texts = try ProjectTexts()
            texts[.flow] = flow.replacing(old, with: new)
            let marked =
                reader.hasPrefix("call")
                ? reader.replacing(": ", with: ": ⟦E12⟧")
                : reader.markedLast
            texts[.flow] = texts[.flow].replacing(reader, with: marked)
            return Fault("needed field never asked", texts)
        }
    }

    private static func unset() throws -> [Fault] {
        try [
            Fault(
                "form that can be skipped",
                .init(
                    .flow,
                    "    ask: [mobile, landline]\n",
                    "    ask: [mobile, landline]\n    events: {skip: secure}\n"
                ),
                .init(.flow, "call: create_account", "call: ⟦E12⟧create_account")
            ),
            Fault(
                "form that a branch skips",
                .init(
                    .flow,
                    "ask: [gender, family_name, given_name, birth_date, citizenship]\n",
                    "ask: [gender, family_name, given_name, birth_date, citizenship]\n    next: [{if: 'citizenship == \"CZ\"', goto: address}, {else: document}]\n"
                ),
                .init(.flow, "call: create_account", "call: ⟦E12⟧create_account")
            ),
            Fault(
                "needed field optional",
                .init(
                    .fields,
                    "region:           {type: text,",
                    "region:           {type: text, optional: true,"
                ),
                .init(.flow, "call: create_account", "call: ⟦E12⟧create_account")
            ),
            Fault(
                "value of another outcome",
                .init(.flow, "      unavailable: trouble\n", "      unavailable: check_mail\n"),
                .init(.flow, "unless: is_known", "unless: ⟦E12⟧is_known"),
                .init(.flow, "- step: trouble\n", "- step: ⟦E06⟧trouble\n")
            ),
            Fault(
                "field read before it is asked",
                .init(.flow, "mail: welcome,", "mail: welcome, if: 'email != \"\"',"),
                .init(
                    .flow,
                    "        if: is_known\n",
                    "        if: is_known && ⟦E12⟧citizenship == 'CZ'\n"
                )
            ),
            Fault(
                "field read before it is asked",
                .init(
                    .fields,
                    "{driving_licence: 'citizenship == \"RU\"'}",
                    "{driving_licence: '⟦E12⟧country == \"RU\"'}"
                )
            ),
            Fault(
                "optional input read",
                .init(
                    .fields,
                    "city:             {type: text,",
                    "city:             {type: text, rules: {known: 'value != ⟦E12⟧marketplace_email'},"
                )
            ),
            Fault(
                "letter to an address that may be unset",
                .init(
                    .flow,
                    "mail: already_registered\n",
                    "mail: ⟦E12⟧already_registered\n        to: marketplace_email\n"
                )
            ),
            Fault(
                "limit by a field that may be unset",
                .init(
                    .flow,
                    "        unless: is_known\n        limit: {times: 4, apart: 60s, per: [session, email], within",
                    "        unless: is_known\n        limit: {times: 4, apart: 60s, per: [session, ⟦E12⟧mobile], within"
                ),
                .init(
                    .flow,
                    "        if: is_known\n        limit: {times: 4, apart: 60s, per: [session, email], within",
                    "        if: is_known\n        limit: {times: 4, apart: 60s, per: [session, mobile], within"
                )
            ),
            Fault(
                "forms in the wrong order",
                .init(.flow, "ask: [mobile, landline]", "ask: [⟦E12⟧landline, mobile]")
            ),
            Fault(
                "value taken over from a later form",
                .init(
                    .fields,
                    "{type: country, privacy: personal, set: once}",
                    "{type: country, privacy: personal, set: once, prefill: country}"
                ),
                .init(
                    .fields,
                    "{type: country, privacy: personal, prefill: citizenship}",
                    "{type: country, privacy: personal}"
                ),
                .init(.flow, "birth_date, citizenship]\n\n", "birth_date, ⟦E12⟧citizenship]\n\n")
            ),
        ]
    }

    private static func secrets() throws -> [Fault] {
        let rule = { (condition: String) in
            Fault.Edit(
                .fields,
                "landline:         {type: phone,",
                "landline:         {type: phone, rules: {other: '\(condition)'},"
            )
        }
        return try [
            Fault("secret in another rule", rule("value != ⟦E41⟧payment_password")),
            Fault("secret whose presence is asked", rule("has(⟦E41⟧payment_password)")),
            Fault(
                "secret behind other words",
                rule("\"payment_password\" != ⟦E41⟧payment_password")
            ),
            Fault(
                "secret in a branch",
                .init(
                    .flow,
                    "ask: [payment_password, security_answers]\n",
                    "ask: [payment_password, security_answers]\n    next: [{if: ⟦E41⟧payment_password.size() > 20, goto: wallet}, {else: wallet}]\n"
                )
            ),
            Fault(
                "secret in what is sent",
                .init(
                    .flow,
                    "mail: welcome,",
                    "mail: welcome, if: '⟦E41⟧payment_password != \"\"',"
                )
            ),
            Fault(
                "secret in an option",
                .init(
                    .fields,
                    "[female, male]",
                    "[female, {male: '⟦E41⟧payment_password == \"1\"'}]"
                )
            ),
            Fault(
                "secret in an event",
                .init(
                    .flow,
                    "      try_again: create\n",
                    "      try_again: {if: '⟦E41⟧payment_password != \"\"', goto: create}\n"
                )
            ),
            Fault(
                "secret taken over",
                .init(
                    .fields,
                    "street:           {type: text,",
                    "street:           {type: text, offer: ⟦E41⟧payment_password,"
                )
            ),
            Fault(
                "secret of a record",
                .init(.fields, "b.question == a.question", "b.⟦E41⟧answer == a.question")
            ),
            Fault("captcha read", rule("value != ⟦E11⟧captcha")),
        ]
    }

    private static func promises() throws -> [Fault] {
        let broken = Fault.Edit(.flow, "  create_account.done: {", "  ⟦E40⟧create_account.done: {")
        return try [
            Fault(
                "shortcut past the proof",
                broken,
                .init(.flow, "send_again:   look_up", "send_again:   personal")
            ),
            Fault(
                "shortcut past the proof",
                broken,
                .init(.flow, "24h: link_expired", "24h: link_expired\n      48h: personal")
            ),
            Fault(
                "proven field asked again",
                broken,
                .init(.flow, "ask: [mobile, landline]", "ask: [mobile, landline, email]")
            ),
            Fault(
                "effect no longer called once",
                broken,
                .init(
                    .effects,
                    "    once: flow\n\n  # Opens a wallet for whoever signed up",
                    "\n  # Opens a wallet for whoever signed up"
                )
            ),
            Fault(
                "effect without a success",
                broken,
                .init(
                    .effects,
                    "        success: true                        # from here on, what is `set: once` can't be changed\n",
                    ""
                )
            ),
            Fault(
                "review behind a barrier",
                .init(
                    .flow,
                    "  - step: check_answers\n",
                    "  - step: ⟦E42⟧check_answers\n    back: never\n"
                )
            ),
            Fault(
                "review without a form before it",
                .init(
                    .flow,
                    "      try_again: create\n",
                    "      try_again: create\n      look: gate\n"
                ),
                .init(.flow, "  - step: check_answers\n", "  - step: ⟦E42⟧check_answers\n"),
                .init(
                    .flow,
                    "  - step: already_there\n",
                    "  - step: gate\n    back: never\n    events: {go_on: check_answers}\n\n  - step: already_there\n"
                )
            ),
        ]
    }
}

extension String {
    /// A list with a mark before its last word.
    fileprivate var markedLast: String {
        guard let space = lastIndex(where: { $0 == " " || $0 == "[" }) else { return self }
        return self[...space] + "⟦E12⟧" + self[index(after: space)...]
    }
}
