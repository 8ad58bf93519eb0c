/// What each finding in locale files means, for `paifang explain`.
public enum LocaleFindings {
    /// A finding, explained.
    public struct Explanation: Sendable, Hashable {
        /// The finding in a few words.
        public let title: String
        /// Why it is one, and what to do.
        public let text: String
        /// Files that have it.
        ///
        /// A line `# ru.yaml` begins a file; `# a flow needs: key` is such a need.
        public let wrong: String
        /// The same files, mended.
        public let right: String
    }

    /// The explanations by code.
    public static let explanations: [String: Explanation] =
        own.merging(states) { first, _ in first }

    private static let own: [String: Explanation] = [
        "L001": Explanation(
            title: "the message is not written in the message syntax",
            text: """
                A message is text with arguments in braces: {name}; {n, number}, with the styles integer \
                and percent or a skeleton after ::; {d, date} and {d, time}, with short, medium, long, \
                full or a skeleton; {n, plural, …}, {n, selectordinal, …} and {word, select, …}. \
                A brace that is to be shown stands in apostrophes: '{'. An apostrophe itself is best \
                written as ’.
                """,
            wrong: "# en.yaml\nletter: \"Sent to {address\"",
            right: "# en.yaml\nletter: \"Sent to {address}\""
        ),
        "L002": Explanation(
            title: "the value is not a text, or not written as one",
            text: """
                Each key has one text: on one line, plain or quoted, or as a block behind |. Folded \
                blocks (>) and texts over several lines lose their line ends; an unquoted value that \
                begins with { is a mapping to YAML; and an unquoted `no` or `12:30` is a truth value or a \
                number to some readers.
                """,
            wrong: "# en.yaml\nfile: {name}",
            right: "# en.yaml\nfile: \"{name}\""
        ),
        "L003": Explanation(
            title: "the message is too long or nested too deep",
            text: """
                A message has at most 8,192 bytes, and messages stand inside messages at most 8 deep. \
                Longer texts are documents (locales/documents); deep nesting is easier to translate as \
                several messages.
                """,
            wrong: "# en.yaml\ndeep: \"\(nested(9))\"",
            right: "# en.yaml\ndeep: \"\(nested(8))\""
        ),
        "L010": Explanation(
            title: "a message is missing",
            text: """
                A flow needs the message, or the English file has it, and this file doesn't. Until it is \
                translated people read the English text.
                """,
            wrong: "# en.yaml\nstart: Start\nend: End\n# ru.yaml\nstart: Начать",
            right: "# en.yaml\nstart: Start\nend: End\n# ru.yaml\nstart: Начать\nend: Конец"
        ),
        "L011": Explanation(
            title: "a message is not among the English ones",
            text:
                "Nobody reads a message whose key the English file lacks; most often the key is misspelt.",
            wrong: "# en.yaml\nstart: Start\n# cs.yaml\nstart: Začít\nstrat: Začít",
            right: "# en.yaml\nstart: Start\n# cs.yaml\nstart: Začít"
        ),
        "L012": Explanation(
            title: "a plural lacks a category of the language",
            text: """
                Whole numbers take these categories: English one and other; Czech one, few and other; \
                Russian one (1, 21), few (2, 23) and many (5, 11), and other for fractions; Chinese and \
                Indonesian other alone. Without its branch a number is shown with the words of other.
                """,
            wrong:
                "# en.yaml\nn: \"{n, plural, one {# day} other {# days}}\"\n# ru.yaml\nn: \"{n, plural, one {# день} other {# дней}}\"",
            right:
                "# en.yaml\nn: \"{n, plural, one {# day} other {# days}}\"\n# ru.yaml\nn: \"{n, plural, one {# день} few {# дня} many {# дней} other {# дня}}\""
        ),
        "L020": Explanation(
            title: "an argument of the English message is missing",
            text:
                "What the English message shows, its translations show too; else people miss a fact.",
            wrong: "# en.yaml\nsent: \"Sent to {address}\"\n# id.yaml\nsent: \"Terkirim\"",
            right:
                "# en.yaml\nsent: \"Sent to {address}\"\n# id.yaml\nsent: \"Terkirim ke {address}\""
        ),
        "L021": Explanation(
            title: "an argument is not given to the message",
            text: """
                The English message, or the flow, has no argument of this name; most often it was \
                translated or misspelt. Names in braces stay as they are in every language.
                """,
            wrong:
                "# en.yaml\nsent: \"Sent to {address}\"\n# cs.yaml\nsent: \"Odesláno na {address} {adresa}\"",
            right:
                "# en.yaml\nsent: \"Sent to {address}\"\n# cs.yaml\nsent: \"Odesláno na {address}\""
        ),
        "L022": Explanation(
            title: "an argument is used as something else",
            text:
                "A date can't be counted, and a number has no month: a message uses an argument as what it is.",
            wrong:
                "# en.yaml\nuntil: \"Until {end, date, long}\"\n# zh.yaml\nuntil: \"截至 {end, number}\"",
            right:
                "# en.yaml\nuntil: \"Until {end, date, long}\"\n# zh.yaml\nuntil: \"截至 {end, date, long}\""
        ),
        "L030": Explanation(
            title: "the branch `other` is missing",
            text:
                "Every plural and every select has a branch other, which is taken where no other fits.",
            wrong: "# en.yaml\nwho: \"{gender, select, female {She} male {He}}\"",
            right: "# en.yaml\nwho: \"{gender, select, female {She} male {He} other {They}}\""
        ),
        "L040": Explanation(
            title: "a message is not used",
            text: """
                No flow needs the message and messages.yaml doesn't describe it. Remove it from every \
                language; if a program uses it, describe it.
                """,
            wrong:
                "# en.yaml\nstart: Start\nold: Old\n# messages.yaml\nstart: The button that begins",
            right: "# en.yaml\nstart: Start\n# messages.yaml\nstart: The button that begins"
        ),
        "L041": Explanation(
            title: "a message has no description",
            text: """
                Translators see a message without its screen. messages.yaml tells them what it is for, where it \
                stands, what its arguments look like, and how wide it may be. Nobody is failed by it while the \
                flow runs, so it warns; a pattern such as `signup.*.title` describes many.
                """,
            wrong:
                "# en.yaml\nstart: Start\n# messages.yaml\nother: Something else\n# a flow needs: start",
            right:
                "# en.yaml\nstart: Start\n# messages.yaml\nstart: The button that begins\n# a flow needs: start"
        ),
    ]

    /// A message with messages inside, so many deep.
    private static func nested(_ depth: Int) -> String {
        depth == 0 ? "text" : "{x, select, other {\(nested(depth - 1))}}"
    }
}
