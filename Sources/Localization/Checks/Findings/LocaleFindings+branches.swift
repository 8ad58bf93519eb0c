extension LocaleFindings {
    /// Findings about branches.
    static let branches: [String: Explanation] = [
        "L030": Explanation(
            title: "the branch `other` is missing",
            text: """
                Every plural and every select has a branch other, which is taken where no other fits.
                """,
            wrong: "# en.yaml\nwho: \"{gender, select, female {She} male {He}}\"",
            right: """
                # en.yaml
                who: "{gender, select, female {She} male {He} other {They}}"
                """
        ),
        "L031": Explanation(
            title: "all branches say the same",
            text: """
                A message that doesn't change with the number needs no branches: {n} shows the number \
                as # does, and a message without branches is easier to translate and to keep right.
                """,
            wrong: """
                # en.yaml
                n: "{n, plural, one {Type a number from 1 to #} other {Type a number from 1 to #}}"
                """,
            right: "# en.yaml\nn: \"Type a number from 1 to {n}\""
        ),
        "L032": Explanation(
            title: "a branch is empty",
            text: """
                The English branch has words, and people for whom this one is taken read none.
                """,
            wrong: """
                # en.yaml
                n: "{n, plural, one {# day} other {# days}}"
                # cs.yaml
                n: "{n, plural, one {} few {# dny} other {# dní}}"
                """,
            right: """
                # en.yaml
                n: "{n, plural, one {# day} other {# days}}"
                # cs.yaml
                n: "{n, plural, one {# den} few {# dny} other {# dní}}"
                """
        ),
        "L033": Explanation(
            title: "a branch of the English select is missing",
            text: """
                People for whom the English message has words of its own read those of other.
                """,
            wrong: """
                # en.yaml
                who: "{sex, select, female {She} male {He} other {They}}"
                # cs.yaml
                who: "{sex, select, female {Ona} other {Oni}}"
                """,
            right: """
                # en.yaml
                who: "{sex, select, female {She} male {He} other {They}}"
                # cs.yaml
                who: "{sex, select, female {Ona} male {On} other {Oni}}"
                """
        ),
        "L034": Explanation(
            title: "a select branch is never taken",
            text: """
                Neither the English message nor the flow has this word; most often the name of the \
                branch was translated or misspelt. Names of branches stay as they are in every \
                language.
                """,
            wrong: """
                # en.yaml
                who: "{sex, select, female {She} other {They}}"
                # ru.yaml
                who: "{sex, select, female {Она} женщина {Она} other {Они}}"
                """,
            right: """
                # en.yaml
                who: "{sex, select, female {She} other {They}}"
                # ru.yaml
                who: "{sex, select, female {Она} other {Они}}"
                """
        ),
        "L035": Explanation(
            title: "the branches make too many texts",
            text: """
                Branches beside branches multiply: three Russian plurals in one message are 64 texts, \
                four are 256. Nobody looks through so many; split the message.
                """,
            wrong: """
                # en.yaml
                n: "{a, plural, one {#} other {#s}}"
                # ru.yaml
                n: "\(plurals(4))"
                """,
            right: """
                # en.yaml
                n: "{a, plural, one {#} other {#s}}"
                # ru.yaml
                n: "{a, plural, one {# а} few {# б} many {# в} other {# г}}"
                """
        ),
    ]

    /// So many Russian plurals beside one another.
    private static func plurals(_ count: Int) -> String {
        let one = "{a, plural, one {# а} few {# б} many {# в} other {# г}}"
        return Array(repeating: one, count: count).joined(separator: " ")
    }
}
