/// Walks that wait for ever, letters without a limit, fields that are never asked.
enum WaitFaults {
    static func all() throws -> [Fault] {
        try waiting() + limits() + fields()
    }

    private static func waiting() throws -> [Fault] {
        try [
            Fault(
                "expiry removed",
                .init(
                    .flow,
                    "expires: {after: 7d, goto: abandoned}        # counted from the last thing the person did\n",
                    ""
                ),
                .init(.flow, "- step: look_up\n", "- step: ⟦W30⟧look_up\n"),
                .init(.flow, "- step: create\n", "- step: ⟦W30⟧create\n"),
                .init(.flow, "- step: link_expired\n", "- step: ⟦W30⟧link_expired\n")
            ),
            Fault(
                "end that waits",
                .init(
                    .flow,
                    "  - step: abandoned\n    end: abandoned\n",
                    "  - step: ⟦W30⟧abandoned\n    back: never\n    events: {leave: already_there}\n"
                )
            ),
            Fault(
                "end that goes round",
                .init(
                    .flow,
                    "  - step: abandoned\n    end: abandoned\n",
                    "  - step: ⟦W30⟧abandoned\n    back: never\n    events: {leave: already_there}\n    after: {24h: abandoned}\n"
                )
            ),
            Fault(
                "two timers at once",
                .init(
                    .flow,
                    "      24h: link_expired",
                    "      1d: trouble\n      ⟦W33⟧24h: link_expired"
                )
            ),
            Fault(
                "two timers at once",
                .init(
                    .flow,
                    "      24h: link_expired",
                    "      1d: trouble\n      2h: trouble\n      ⟦W33⟧23h60m: link_expired"
                )
            ),
        ]
    }

    private static func limits() throws -> [Fault] {
        let limit = "        limit: {times: 4, apart: 60s, per: [session, email], within: 24h}\n"
        return try [
            Fault(
                "limit removed",
                .init(.flow, "        unless: is_known\n" + limit, "        unless: is_known\n"),
                .init(.flow, "mail: confirm_email", "mail: ⟦E43⟧confirm_email")
            ),
            Fault(
                "limit removed",
                .init(.flow, "        if: is_known\n" + limit, "        if: is_known\n"),
                .init(.flow, "mail: already_registered", "mail: ⟦E43⟧already_registered")
            ),
            Fault(
                "letter on a way that Back repeats",
                .init(
                    .flow,
                    "ask: [country, region, city, street, postcode]\n",
                    "ask: [country, region, city, street, postcode]\n    send: {mail: ⟦E43⟧hello}\n"
                )
            ),
            Fault(
                "letter on a way that a review repeats",
                .init(.flow, "review: all\n", "review: all\n    send: {mail: ⟦E43⟧hello}\n")
            ),
            Fault(
                "letter on a way that an event repeats",
                .init(
                    .flow,
                    "  - step: link_expired\n",
                    "  - step: link_expired\n    send: {mail: ⟦E43⟧hello}\n"
                )
            ),
            Fault(
                "letter on a way that an outcome repeats",
                .init(
                    .flow,
                    "  - step: trouble_creating\n",
                    "  - step: trouble_creating\n    back: never\n    send: {mail: ⟦E43⟧hello}\n"
                )
            ),
            Fault(
                "letter on a way that a timer repeats",
                .init(.flow, "24h: link_expired", "23h: reminder"),
                .init(
                    .flow,
                    "  - step: link_expired\n",
                    "  - step: reminder\n    back: never\n    send: {mail: ⟦E43⟧hello}\n    events: {leave: abandoned, resend: link_expired}\n    after: {24h: reminder}\n\n  - step: link_expired\n"
                )
            ),
        ]
    }

    private static func fields() throws -> [Fault] {
        try [
            Fault(
                "field never asked",
                .init(
                    .flow,
                    "- captcha: {type: captcha}",
                    "- captcha: {type: captcha}\n  - ⟦W31⟧nickname: {type: text}"
                )
            ),
            Fault(
                "field never asked",
                .init(.flow, "ask: [terms, refund_to_wallet]", "ask: [terms]"),
                .init(
                    .flow,
                    "security_answers, refund_to_wallet]\n",
                    "security_answers, ⟦W31⟧refund_to_wallet]\n"
                )
            ),
            Fault(
                "field never asked",
                .init(.flow, "ask: [email, captcha, agreement]", "ask: [email, agreement]"),
                .init(.flow, "- captcha: {", "- ⟦W31⟧captcha: {")
            ),
            Fault(
                "field asked that is not listed",
                .init(
                    .flow,
                    "country, region, city, street, postcode, mobile, landline]\n  -",
                    "country, region, street, postcode, mobile, landline]\n  -"
                ),
                .init(.flow, "ask: [country, region, city,", "ask: [country, region, ⟦E13⟧city,")
            ),
            Fault(
                "given value asked",
                .init(
                    .flow,
                    "ask: [terms, refund_to_wallet]",
                    "ask: [terms, refund_to_wallet, ⟦E13⟧is_known]"
                )
            ),
            Fault(
                "captcha that an effect needs",
                .init(.effects, "needs: [email]", "needs: [email, ⟦E14⟧captcha]")
            ),
        ]
    }
}
