/// Values that can't stand where they stand, and files that are not YAML.
enum ValueFaults {
    static func all() throws -> [Fault] {
        try durations() + scalars() + names() + shapes() + syntax()
    }

    private static func durations() throws -> [Fault] {
        let places = /(apart: |within: |after: |\n {6})(\d+[smhd])/
        return try ["24", "1 day", "h1", "0s", "1.5h", "10m1h"].flatMap { (wrong: String) in
            try EachWord(.flow, places).faults("no duration (\(wrong))", "E05", least: 8) { _ in
                wrong
            }
        }
    }

    private static func scalars() throws -> [Fault] {
        let wrong: [(kind: String, part: ProjectTexts.Part, old: String, new: String)] = [
            ("no bool", .fields, "repeat: true", "repeat: ⟦E39⟧yes"),
            ("no bool", .flow, "text, optional: true", "text, optional: ⟦E39⟧NO"),
            ("no bool", .effects, "success: true   ", "success: ⟦E39⟧on   "),
            ("no number", .flow, "version: 1\n", "version: ⟦E39⟧1.0\n"),
            ("no number", .flow, "limit: {times: 1}", "limit: {times: ⟦E39⟧once}"),
            ("no number", .flow, "at_most: 1}", "at_most: ⟦E39⟧0}"),
            ("no number", .fields, "count: 3", "count: ⟦E39⟧three"),
            ("no number", .fields, "{min: 6, max: 30}", "{min: ⟦E39⟧-6, max: 30}"),
            ("no number", .fields, "length: {max: 120}", "length: {max: ⟦E39⟧1e3}"),
            ("no such word", .flow, "back: never", "back: ⟦E39⟧no"),
            ("no such word", .flow, "review: all", "review: ⟦E39⟧some"),
            (
                "no such word", .effects,
                "    once: flow\n\n  # Opens a wallet for whoever signed up",
                "    once: ⟦E39⟧session\n\n  # Opens a wallet for whoever signed up"
            ),
            ("no such word", .fields, "line: mobile", "line: ⟦E39⟧satellite"),
            ("no language tag", .flow, "locale: en ", "locale: ⟦E39⟧english "),
            (
                "no default", .fields, "refund_to_wallet: {type: bool, default: false",
                "refund_to_wallet: {type: bool, default: ⟦E39⟧off"
            ),
            (
                "no constant", .flow, "held_unverified:     500 USD ",
                "held_unverified:     ⟦E39⟧500 dollars "
            ),
            (
                "no constant", .flow, "purchase_unverified: 500 USD ",
                "purchase_unverified: ⟦E39⟧500,00 USD "
            ),
            (
                "no constant", .flow, "held_verified:       5000 USD ",
                "held_verified:       ⟦E39⟧true "
            ),
            ("no document", .fields, "document: service-terms", "document: ⟦E39⟧Service_Terms"),
        ]
        return try wrong.map { try Fault($0.kind, .init($0.part, $0.old, $0.new)) } + [
            Fault(
                "outcome that is there already",
                .init(
                    .effects,
                    "      email_taken: ",
                    "      email_taken:\n      ⟦E39⟧unavailable: "
                )
            )
        ]
    }

    private static func names() throws -> [Fault] {
        try [
            Fault("bad name", .init(.flow, "- step: document\n", "- step: ⟦E39⟧Document\n")),
            Fault("bad name", .init(.flow, "- step: address\n", "- step: ⟦E39⟧home-address\n")),
            Fault("bad name", .init(.flow, "flow: wallet-signup", "flow: ⟦E39⟧wallet_signup")),
            Fault("bad name", .init(.flow, "      resend:  ", "      ⟦E39⟧Resend:  ")),
            Fault("bad name", .init(.flow, "mail: welcome", "mail: ⟦E39⟧Welcome")),
            Fault("bad name", .init(.fields, "[female, male]", "[female, ⟦E39⟧MALE]")),
            Fault("bad name", .init(.fields, "      digits_only:", "      ⟦E39⟧digits-only:")),
            Fault(
                "bad name",
                .init(.flow, "offer: [identity-verification,", "offer: [⟦E39⟧Identity,")
            ),
            Fault("reserved name", .init(.flow, "- step: phones\n", "- step: ⟦E39⟧title\n")),
            Fault("reserved name", .init(.flow, "      send_again: ", "      ⟦E39⟧submit: ")),
            Fault("reserved name", .init(.flow, "  held_unverified: ", "  ⟦E39⟧today: ")),
            Fault(
                "word for staying where none can stay",
                .init(.flow, "24h: link_expired", "24h: ⟦E02⟧stay")
            ),
            Fault(
                "name without a full stop",
                .init(.flow, "check_mail.confirmed", "⟦E39⟧confirmed")
            ),
        ]
    }

    private static func shapes() throws -> [Fault] {
        try [
            Fault(
                "list for a mapping",
                .init(
                    .flow,
                    "expires: {after: 7d, goto: abandoned}",
                    "expires: ⟦E37⟧[7d, abandoned]"
                )
            ),
            Fault(
                "value for a mapping",
                .init(.flow, "    after:\n      24h: link_expired", "    after: ⟦E37⟧24h")
            ),
            Fault("value for a mapping", .init(.fields, "length: {max: 120}", "length: ⟦E37⟧120")),
            Fault(
                "mapping for a list",
                .init(.flow, "\nsteps:\n", "\nsteps: ⟦E37⟧{start: {}}\n⟦E30⟧list:\n")
            ),
            Fault(
                "mapping for a value",
                .init(.flow, "version: 1\n", "version: ⟦E37⟧{number: 1}\n")
            ),
            Fault("list for a value", .init(.flow, "end: email_taken", "end: ⟦E37⟧[email_taken]")),
            Fault(
                "list for a value",
                .init(
                    .flow,
                    "only_after: check_mail.confirmed",
                    "only_after: ⟦E37⟧[check_mail.confirmed]"
                )
            ),
            Fault(
                "branches that are no list",
                .init(
                    .flow,
                    "ask: [terms, refund_to_wallet]\n",
                    "ask: [terms, refund_to_wallet]\n    next: ⟦E37⟧{if: refund_to_wallet, goto: create}\n"
                )
            ),
        ]
    }

    private static func syntax() throws -> [Fault] {
        try [
            Fault(
                "anchor",
                .init(.flow, "send: {mail: welcome", "send: ⟦E31⟧&welcome {mail: welcome")
            ),
            Fault("alias", .init(.flow, "    end: abandoned", "    end: ⟦E31⟧*abandoned")),
            Fault("tag", .init(.flow, "version: 1\n", "version: ⟦E31⟧!!int 1\n")),
            Fault(
                "merge key",
                .init(
                    .flow,
                    "expires: {after: 7d, goto: abandoned}",
                    "expires: {⟦E31⟧<<: {after: 1d}, after: 7d, goto: abandoned}"
                )
            ),
            Fault("second document", .init(.effects, "\nsignals:", "\n⟦E31⟧---\nsignals:")),
            Fault(
                "directive",
                .init(.flow, "# Wallet sign-up:", "⟦E31⟧%YAML 1.1\n---\n# Wallet sign-up:")
            ),
            Fault("tab", .init(.flow, "    review: all", "⟦E32⟧\treview: all")),
            Fault(
                "open bracket",
                .init(
                    .flow,
                    "ask: [mobile, landline]\n\n  - step: secure\n",
                    "ask: [mobile, landline\n\n  - step⟦E32⟧: secure\n"
                )
            ),
            Fault(
                "open quote",
                .init(.flow, "{type: captcha}", "{type: ⟦E32⟧'captcha}")
            ),
            Fault("control character", .init(.flow, "mail: welcome", "mail: wel⟦E33⟧\u{8}come")),
            Fault(
                "hidden beginning",
                .init(.flow, "# yaml-language", "⟦E33⟧\u{FEFF}# yaml-language")
            ),
        ]
    }
}
