extension LocaleFindings {
    /// Findings about what readers see.
    static let shown: [String: Explanation] = [
        "L036": Explanation(
            title: "a straight apostrophe",
            text: """
                In a message ' is part of the syntax: before a brace it quotes. The apostrophe of \
                words is ’, which looks better and can't be misunderstood.
                """,
            wrong: "# en.yaml\nleft: \"You don't have any\"",
            right: "# en.yaml\nleft: \"You don’t have any\""
        ),
        "L037": Explanation(
            title: "readers see a brace",
            text: """
                Apostrophes around braces make plain text of what is between them: people read {name} \
                in place of the name.
                """,
            wrong: """
                # en.yaml
                hello: "Hello {name}"
                # id.yaml
                hello: "Halo {name} '{name}'"
                """,
            right: """
                # en.yaml
                hello: "Hello {name}"
                # id.yaml
                hello: "Halo {name}"
                """
        ),
        "L070": Explanation(
            title: "the message shows nothing",
            text: """
                For some values nothing at all is shown, where a screen expects words. Write what is \
                to be said then, or let the flow leave the message out.
                """,
            wrong: """
                # en.yaml
                left: "{n, plural, =0 {} one {# file} other {# files}}"
                """,
            right: """
                # en.yaml
                left: "{n, plural, =0 {no files} one {# file} other {# files}}"
                """
        ),
    ]
}
