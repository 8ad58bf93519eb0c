/// What can be wrong with any file, whatever it is about.
public enum DocumentFindings {
    /// The explanations of the codes, in their order.
    public static let explanations: [DiagnosticExplanation] = [
        duplicate, surprising, notYAML, notText, tooMuch,
    ]

    private static let duplicate = DiagnosticExplanation(
        code: "E01",
        title: "a name stands twice",
        text: """
            A key may stand once in a mapping, and a step or a field once in a flow. Of two, readers
            of YAML silently take the last, so the first would be lost without a word.
            Remove one of them, or give it another name.
            """,
        wrong: """
            refused:
              too_soon: Wait a moment.
              too_soon: Please wait.
            """,
        right: """
            refused:
              too_soon: Please wait.
            """
    )

    private static let surprising = DiagnosticExplanation(
        code: "E31",
        title: "a part of YAML that is not used here",
        text: """
            Anchors (`&`), aliases (`*`), tags (`!`), merge keys (`<<`), directives (`%`), keys that
            are not texts, and several documents in a file make a file mean something other than
            what stands in it. They are refused everywhere.
            Write values out where they are needed. A text that begins with such a sign is quoted.
            """,
        wrong: """
            resend: &limit {times: 4, apart: 60s}
            change: *limit
            """,
        right: """
            resend: {times: 4, apart: 60s}
            change: {times: 4, apart: 60s}
            """
    )

    private static let notYAML = DiagnosticExplanation(
        code: "E32",
        title: "not valid YAML",
        text: """
            The file can't be read behind this place; other findings show once it can. Often a text
            lacks its quotes: one that begins with `{`, `[`, `*`, `&`, `!`, `%`, `@` or a backtick,
            or that holds `: ` or ` #`, is put in quotes. In single quotes, a quote is written twice.
            """,
        wrong: """
            left: {count} attempts left
            """,
        right: """
            left: "{count} attempts left"
            """
    )

    private static let notText = DiagnosticExplanation(
        code: "E33",
        title: "not UTF-8, or with control characters",
        text: """
            Files are UTF-8 without a byte order mark, and hold no control characters but tabs and
            line ends. Most come from copying out of other programs; an editor that shows
            invisible characters finds them.
            """,
        wrong: "city: Pra\u{8}ha\n",
        right: "city: Praha\n"
    )

    private static let tooMuch = DiagnosticExplanation(
        code: "E34",
        title: "too large or too deep",
        text: """
            A file has at most 1 MiB, 64 levels of nesting, and 100,000 keys and values, and after
            100 findings the rest is not read. No file written by a person comes near; the limits
            keep one that was made to do harm from using up the machine.
            """,
        wrong: "of: " + String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
            + "\n",
        right: "of: [passport, [driving_licence]]\n"
    )
}
