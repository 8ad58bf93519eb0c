extension LocaleFindings {
    /// Findings about files, keys, descriptions, and comments that allow findings.
    static let files: [String: Explanation] = [
        "L002": Explanation(
            title: "the value is not a text, or not written as one",
            text: """
                Each key has one text: on one line, plain or quoted, or as a block behind |. Folded \
                blocks (>) and texts over several lines lose their line ends; an unquoted value that \
                begins with { is a mapping to YAML; and an unquoted `no` or `12:30` is a truth value \
                or a number to some readers.
                """,
            wrong: "# en.yaml\nfile: {name}",
            right: "# en.yaml\nfile: \"{name}\""
        ),
        "L010": Explanation(
            title: "a message is missing",
            text: """
                A flow needs the message, or the English file has it, and this file doesn't. Until it \
                is translated people read the English text.
                """,
            wrong: "# en.yaml\nstart: Start\nend: End\n# ru.yaml\nstart: Начать",
            right: """
                # en.yaml
                start: Start
                end: End
                # ru.yaml
                start: Начать
                end: Конец
                """
        ),
        "L011": Explanation(
            title: "a message is not among the English ones",
            text: """
                Nobody reads a message whose key the English file lacks; most often the key is \
                misspelt.
                """,
            wrong: "# en.yaml\nstart: Start\n# cs.yaml\nstart: Začít\nstrat: Začít",
            right: "# en.yaml\nstart: Start\n# cs.yaml\nstart: Začít"
        ),
        "L040": Explanation(
            title: "a message is not used",
            text: """
                No flow needs the message and messages.yaml doesn't describe it under its own key. \
                Remove it from every language; if a program uses it, describe it. A pattern such as \
                `signup.*.title` describes a message and doesn't make it used.
                """,
            wrong: """
                # en.yaml
                start: Start
                old: Old
                # messages.yaml
                start: The button that begins
                """,
            right: """
                # en.yaml
                start: Start
                # messages.yaml
                start: The button that begins
                """
        ),
        "L041": Explanation(
            title: "a message has no description",
            text: """
                Translators see a message without its screen. messages.yaml tells them what it is for, \
                where it stands, what its arguments look like, and how wide it may be. Nobody is \
                failed by it while the flow runs, so it warns; a pattern such as `signup.*.title` \
                describes many.
                """,
            wrong: """
                # en.yaml
                start: Start
                end: End
                # messages.yaml
                end: The button that ends
                # a flow needs: start
                """,
            right: """
                # en.yaml
                start: Start
                end: End
                # messages.yaml
                start: The button that begins
                end: The button that ends
                # a flow needs: start
                """
        ),
        "L042": Explanation(
            title: "a description that no message fits",
            text: """
                A key or a pattern in messages.yaml describes nothing that is there: its message was \
                removed or renamed, or it is misspelt. Translators of the renamed message then know \
                nothing about it.
                """,
            wrong: """
                # en.yaml
                start: Start
                # messages.yaml
                start: The button that begins
                welcome.*.title: A title
                """,
            right: """
                # en.yaml
                start: Start
                # messages.yaml
                start: The button that begins
                """
        ),
        "L050": Explanation(
            title: "a finding is allowed without a reason",
            text: """
                A comment `# paifang: allow L036 -- reason` above or beside a key keeps a finding \
                about it from being told. Whoever comes later must know why; without a reason the \
                finding stays.
                """,
            wrong: "# en.yaml\n# paifang: allow L036\nbrand: Say 'n'eat",
            right: """
                # en.yaml
                # paifang: allow L036 -- the brand writes it so
                brand: Say 'n'eat
                """
        ),
        "L051": Explanation(
            title: "a comment for paifang is not understood",
            text: """
                Comments that begin with `# paifang:` allow findings: `# paifang: allow L036 -- \
                reason`, with one code or several. The codes are those of findings in locale files.
                """,
            wrong: """
                # en.yaml
                # paifang: allow L999 -- the brand writes it so
                brand: Neat
                """,
            right: "# en.yaml\n# the brand writes it so\nbrand: Neat"
        ),
        "L052": Explanation(
            title: "a comment allows a finding that is not there",
            text: """
                The finding was mended, or the comment stands above another key. What keeps a message \
                from being read (L001 to L009, L014, L024, L030) can't be allowed.
                """,
            wrong: """
                # en.yaml
                # paifang: allow L036 -- the brand writes it so
                brand: Neat
                """,
            right: "# en.yaml\nbrand: Neat"
        ),
        "L060": Explanation(
            title: "lines end with CR LF",
            text: """
                The files of this project end lines with LF. An editor on Windows that changes this \
                makes each line of the file differ, and nobody finds what was really changed.
                """,
            wrong: "# en.yaml\nstart: Start\r\nend: End",
            right: "# en.yaml\nstart: Start\nend: End"
        ),
        "L061": Explanation(
            title: "a character is written in parts",
            text: """
                Some programs write é as e and an accent. It looks alike and is not found by \
                searching, and other programs count it as two. Normal form C is what keyboards write.
                """,
            wrong: "# en.yaml\nplace: Cafe\u{301}",
            right: "# en.yaml\nplace: \"Café\""
        ),
        "L062": Explanation(
            title: "an invisible character stands in the message",
            text: """
                Control characters and signs for right-to-left writing can't be seen in an editor, and \
                change what people see: a name after U+202E is shown backwards.
                """,
            wrong: "# en.yaml\nfile: The file \u{202E}{name}",
            right: "# en.yaml\nfile: The file {name}"
        ),
    ]
}
