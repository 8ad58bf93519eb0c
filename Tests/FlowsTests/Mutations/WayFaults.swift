/// Ways that are missing, lead nowhere, go round, or may be taken again and again.
enum WayFaults {
    /// The form before the review, where branches can be written.
    private static let wallet = "    ask: [terms, refund_to_wallet]\n"
    private static let createEvents = "      failed:      trouble_creating\n"

    static func all() throws -> [Fault] {
        try routes() + reach() + handling() + runs()
    }

    /// Steps that would run other flows.
    private static func runs() throws -> [Fault] {
        let step = { (run: String, events: String) in
            Fault.Edit(
                .flow,
                "  - step: personal\n",
                "  - step: birthday\n    run: \(run)\n    events: {\(events)}\n\n  - step: personal\n"
            )
        }
        return try [
            Fault("flow that is none", step("⟦E23⟧ask-birthday", "told: personal")),
            Fault(
                "flow that runs itself",
                step(
                    "⟦E24⟧wallet-signup",
                    "registered: personal, email_taken: personal, abandoned: personal"
                )
            ),
        ]
    }

    private static func branches(_ kind: String, _ branches: String, _ more: Fault.Edit...) throws
        -> Fault
    {
        try Fault(kind, [.init(.flow, wallet, wallet + "    next:\n" + branches)] + more)
    }

    private static func routes() throws -> [Fault] {
        try [
            branches("no else", "      - ⟦E03⟧{if: refund_to_wallet, goto: create}\n"),
            branches(
                "else first",
                "      - {⟦E03⟧else: create}\n      - {if: refund_to_wallet, goto: create}\n      - {else: check_answers}\n"
            ),
            branches(
                "branch without if",
                "      - ⟦E38⟧{goto: create}\n      - {else: check_answers}\n"
            ),
            branches(
                "branch without a target",
                "      - {⟦E38⟧if: refund_to_wallet}\n      - {else: check_answers}\n"
            ),
            Fault(
                "link that is only possible sometimes",
                .init(
                    .flow,
                    "      confirmed:    personal",
                    "      ⟦E03⟧confirmed:    {if: is_known, goto: personal}"
                )
            ),
            Fault(
                "outcome that is only possible sometimes",
                .init(
                    .flow,
                    "      failed:      trouble_creating",
                    "      ⟦E03⟧failed:      {if: refund_to_wallet, goto: trouble_creating}"
                )
            ),
            Fault(
                "nothing follows",
                .init(
                    .flow,
                    "  - step: already_there\n    end: email_taken\n",
                    "  - step: ⟦E04⟧already_there\n"
                )
            ),
            Fault(
                "nothing follows",
                .init(
                    .flow,
                    "  - step: abandoned\n    end: abandoned\n",
                    "  - step: ⟦E04⟧abandoned\n    ask: [terms]\n"
                )
            ),
        ]
    }

    private static func reach() throws -> [Fault] {
        try [
            Fault(
                "step that nothing leads to",
                .init(
                    .flow,
                    "  - step: already_there\n",
                    "  - step: ⟦E06⟧lost\n    end: lost\n\n  - step: already_there\n"
                )
            ),
            Fault(
                "steps that nothing leads to",
                .init(
                    .flow,
                    "  - step: already_there\n",
                    "  - step: ⟦E06⟧lost\n    events: {on_and_on: lost_too}\n    after: {1h: lost_too}\n\n  - step: lost_too\n    end: lost\n\n  - step: already_there\n"
                )
            ),
            Fault(
                "circle that nothing leads to",
                .init(
                    .flow,
                    "  - step: already_there\n",
                    "  - step: ⟦E06⟧lost\n    events: {leave: abandoned, again: lost_too}\n    after: {1h: lost_too}\n\n  - step: lost_too\n    after: {1h: lost}\n\n  - step: already_there\n"
                )
            ),
            Fault(
                "timer to another step",
                .init(.flow, "24h: link_expired", "24h: abandoned"),
                .init(.flow, "- step: link_expired", "- step: ⟦E06⟧link_expired")
            ),
            Fault(
                "outcome to another step",
                .init(.flow, "email_taken: already_there", "email_taken: trouble_creating"),
                .init(.flow, "- step: already_there", "- step: ⟦E06⟧already_there")
            ),
            Fault(
                "form that is jumped over",
                .init(
                    .flow,
                    "    ask: [mobile, landline]\n",
                    "    ask: [mobile, landline]\n    next: wallet\n"
                ),
                .init(.flow, "- step: secure", "- step: ⟦E06⟧secure")
            ),
            Fault(
                "trap",
                .init(.flow, createEvents, "      failed:      trap\n"),
                .init(
                    .flow,
                    "  - step: already_there\n",
                    "  - step: ⟦E07⟧trap\n    events: {go_on: cage}\n\n  - step: cage\n    events: {go_on: trap}\n\n  - step: already_there\n"
                )
            ),
            Fault(
                "loop that goes round by itself",
                .init(.flow, createEvents, "      failed:      create\n"),
                .init(.flow, "- step: create\n", "- step: ⟦E08⟧create\n")
            ),
            Fault(
                "loop that goes round by itself",
                .init(.flow, "      unavailable: trouble\n", "      unavailable: again\n"),
                .init(.flow, "- step: look_up\n", "- step: ⟦E08⟧look_up\n"),
                .init(
                    .flow,
                    "  - step: trouble\n",
                    "  - step: again\n    next: [{if: 'email.endsWith(\".ru\")', goto: trouble}, {else: look_up}]\n\n  - step: trouble\n"
                )
            ),
        ]
    }

    private static func handling() throws -> [Fault] {
        let outcomes: [(call: String, line: String)] = [
            ("find_account", "      answered:    check_mail\n"),
            ("find_account", "      unavailable: trouble\n"),
            ("create_account", "      done:        registered\n"),
            ("create_account", "      email_taken: already_there\n"),
            ("create_account", createEvents),
            ("create_account", "      unavailable: trouble_creating\n"),
        ]
        return try outcomes.map { call, line in
            try Fault(
                "outcome dropped",
                .init(.flow, line, ""),
                .init(.flow, "call: \(call)", "call: ⟦E20⟧\(call)")
            )
        } + [
            Fault(
                "all outcomes dropped",
                .init(
                    .flow,
                    "    events:\n      done:        registered\n      email_taken: already_there\n      failed:      trouble_creating\n      unavailable: trouble_creating\n",
                    ""
                ),
                .init(.flow, "call: create_account", "call: ⟦E20⟧create_account")
            ),
            Fault(
                "link's event dropped",
                .init(.flow, "      confirmed:    personal\n", ""),
                .init(.flow, "link: confirmed", "link: ⟦E21⟧confirmed")
            ),
            Fault(
                "outcome added",
                .init(.effects, "      email_taken: ", "      too_young:\n      email_taken: "),
                .init(.flow, "call: create_account", "call: ⟦E20⟧create_account")
            ),
        ]
    }
}
