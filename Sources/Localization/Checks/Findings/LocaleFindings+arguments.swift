extension LocaleFindings {
    /// Findings about arguments.
    static let arguments: [String: Explanation] = [
        "L020": Explanation(
            title: "an argument of the English message is missing",
            text: """
                What the English message shows, its translations show too; else people miss a fact.
                """,
            wrong: """
                # en.yaml
                sent: "Sent to {address}"
                # id.yaml
                sent: "Terkirim"
                """,
            right: """
                # en.yaml
                sent: "Sent to {address}"
                # id.yaml
                sent: "Terkirim ke {address}"
                """
        ),
        "L021": Explanation(
            title: "an argument is not given to the message",
            text: """
                The English message, or the flow, has no argument of this name; most often it was \
                translated or misspelt. Names in braces stay as they are in every language.
                """,
            wrong: """
                # en.yaml
                sent: "Sent to {address}"
                # cs.yaml
                sent: "Odesláno na {address} {adresa}"
                """,
            right: """
                # en.yaml
                sent: "Sent to {address}"
                # cs.yaml
                sent: "Odesláno na {address}"
                """
        ),
        "L022": Explanation(
            title: "an argument is used as something else",
            text: """
                A date can't be counted, a number has no month, and a percentage is a hundred times \
                its number: a message uses an argument as what it is, and as the English message does.
                """,
            wrong: """
                # en.yaml
                until: "Until {end, date, long}"
                # zh.yaml
                until: "截至 {end, number}"
                """,
            right: """
                # en.yaml
                until: "Until {end, date, long}"
                # zh.yaml
                until: "截至 {end, date, long}"
                """
        ),
        "L023": Explanation(
            title: "a branch lacks an argument",
            text: """
                The English message shows the argument whatever the values are, and so do other \
                branches of the translation. People for whom this branch is taken miss a fact.
                """,
            wrong: """
                # en.yaml
                sent: "{n, plural, one {# letter to {address}} other {# letters to {address}}}"
                # cs.yaml
                sent: "{n, plural, one {# dopis na {address}} few {# dopisy} other {# dopisů na {address}}}"
                """,
            right: """
                # en.yaml
                sent: "{n, plural, one {# letter to {address}} other {# letters to {address}}}"
                # cs.yaml
                sent: "{n, plural, one {# dopis na {address}} few {# dopisy na {address}} other {# dopisů na {address}}}"
                """
        ),
    ]
}
