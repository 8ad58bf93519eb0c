extension LocaleFindings {
    /// Findings about the message syntax.
    static let patterns: [String: Explanation] = [
        "L001": Explanation(
            title: "the message is not written in the message syntax",
            text: """
                A message is text with arguments in braces: {name}; {n, number}, with the styles \
                integer and percent or a skeleton after ::; {d, date} and {d, time}, with short, \
                medium, long, full or a skeleton; {n, plural, …}, {n, selectordinal, …} and {word, \
                select, …}. A brace that is to be shown stands in apostrophes: '{'. An apostrophe \
                itself is best written as ’.
                """,
            wrong: "# en.yaml\nletter: \"Sent to {address\"",
            right: "# en.yaml\nletter: \"Sent to {address}\""
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
        "L004": Explanation(
            title: "a brace closes nothing",
            text: """
                Some programs show a stray brace, and others refuse the message. Most often its \
                partner was lost while translating. A brace that is to be shown stands in apostrophes: \
                '}'.
                """,
            wrong: "# en.yaml\nletter: \"Sent to address}\"",
            right: "# en.yaml\nletter: \"Sent to {address}\""
        ),
        "L005": Explanation(
            title: "an apostrophe quotes the rest of the message",
            text: """
                An apostrophe directly before a brace makes everything up to the next apostrophe plain \
                text, arguments included. As a sign of elision it is written ’.
                """,
            wrong: "# en.yaml\nowner: \"The file of O'{name}\"",
            right: "# en.yaml\nowner: \"The file of O’{name}\""
        ),
        "L006": Explanation(
            title: "an unknown type of argument",
            text: """
                Known are number, date, time, plural, selectordinal and select. The old choice counted \
                from limit to limit, which no language but English does; plural takes its place. \
                spellout, ordinal and duration of ICU are not used here.
                """,
            wrong: """
                # en.yaml
                files: "{n, choice, 0#no files|1#one file|1<many files}"
                """,
            right: """
                # en.yaml
                files: "{n, plural, =0 {no files} one {# file} other {# files}}"
                """
        ),
        "L007": Explanation(
            title: "an unknown style of number",
            text: """
                Numbers have the styles integer and percent, and skeletons after ::, such as ::.00 for \
                two decimals or ::compact-short. Patterns such as 0.00 put a blank before the number, \
                and count it otherwise.
                """,
            wrong: "# en.yaml\nrate: \"{x, number, #0.00}\"",
            right: "# en.yaml\nrate: \"{x, number, ::.00}\""
        ),
        "L008": Explanation(
            title: "an unknown style of date or time",
            text: """
                Dates and times have the styles short, medium, long and full, and skeletons after ::, \
                which name what is shown and leave the order to the language: ::yMMMMd. Patterns such \
                as dd.MM.yyyy are right in one language only. Y is the year of a week and wrong around \
                New Year; y is the year.
                """,
            wrong: "# en.yaml\nuntil: \"Until {end, date, dd/MM/yyyy}\"",
            right: "# en.yaml\nuntil: \"Until {end, date, ::yMMMMd}\""
        ),
        "L009": Explanation(
            title: "a branch is there twice",
            text: """
                Of two branches with one name the second is never taken, so what it says is lost \
                without a word.
                """,
            wrong: """
                # en.yaml
                who: "{sex, select, female {She} female {Her} other {They}}"
                """,
            right: "# en.yaml\nwho: \"{sex, select, female {She} other {They}}\""
        ),
        "L024": Explanation(
            title: "a name has letters of another script",
            text: """
                Names of arguments and branches are words of Latin letters, digits and `_`, and stay \
                as they are in every language. A Cyrillic а in {nаme} can't be seen, and makes another \
                name of it.
                """,
            wrong: """
                # en.yaml
                hello: "Hello {name}"
                # ru.yaml
                hello: "Привет, {nаme}"
                """,
            right: """
                # en.yaml
                hello: "Hello {name}"
                # ru.yaml
                hello: "Привет, {name}"
                """
        ),
    ]

    /// A message with messages inside, so many deep.
    private static func nested(_ depth: Int) -> String {
        depth == 0 ? "text" : "{x, select, other {\(nested(depth - 1))}}"
    }
}
