extension LocaleFindings {
    /// Findings about plurals and their numbers.
    static let plurals: [String: Explanation] = [
        "L012": Explanation(
            title: "a plural lacks a category of the language",
            text: """
                Whole numbers take these categories: English one and other; Czech one, few and other; \
                Russian one (1, 21), few (2, 23) and many (5, 11), and other for fractions; Chinese \
                and Indonesian other alone. A number that may have decimals needs many in Czech as \
                well. Without its branch a number is shown with the words of other.
                """,
            wrong: """
                # en.yaml
                n: "{n, plural, one {# day} other {# days}}"
                # ru.yaml
                n: "{n, plural, one {# день} other {# дней}}"
                """,
            right: """
                # en.yaml
                n: "{n, plural, one {# day} other {# days}}"
                # ru.yaml
                n: "{n, plural, one {# день} few {# дня} many {# дней} other {# дня}}"
                """
        ),
        "L013": Explanation(
            title: "a plural branch is never taken",
            text: """
                The language has no such category, or each of its numbers has a branch of its own \
                (=1). What the branch says is never read; often the number that was meant needs =N.
                """,
            wrong: """
                # en.yaml
                n: "{n, plural, one {# day} other {# days}}"
                # zh.yaml
                n: "{n, plural, one {# 天} other {# 天}}"
                """,
            right: """
                # en.yaml
                n: "{n, plural, one {# day} other {# days}}"
                # zh.yaml
                n: "{n, plural, other {# 天}}"
                """
        ),
        "L014": Explanation(
            title: "no plural category",
            text: """
                Branches of plurals are zero, one, two, few, many and other, and =N with a whole \
                number. A branch of another name is never taken. The offset is a whole number, too.
                """,
            wrong: "# en.yaml\nn: \"{n, plural, single {# day} other {# days}}\"",
            right: "# en.yaml\nn: \"{n, plural, one {# day} other {# days}}\""
        ),
        "L015": Explanation(
            title: "a number is written out in a branch for several numbers",
            text: """
                Russian one is for 1, 21, 31 and so on: a branch that says 1 is wrong for 21. Write #, \
                or a branch =1 for the number alone. The same is so for every other category with \
                several numbers.
                """,
            wrong: """
                # en.yaml
                n: "{n, plural, one {# day} other {# days}}"
                # ru.yaml
                n: "{n, plural, one {1 день} few {# дня} many {# дней} other {# дня}}"
                """,
            right: """
                # en.yaml
                n: "{n, plural, one {# day} other {# days}}"
                # ru.yaml
                n: "{n, plural, one {# день} few {# дня} many {# дней} other {# дня}}"
                """
        ),
        "L016": Explanation(
            title: "a branch doesn’t show the number",
            text: """
                The English branch shows the number, or other branches do, and this one is for several \
                numbers: people don't learn which it is.
                """,
            wrong: """
                # en.yaml
                n: "{n, plural, one {# day} other {# days}}"
                # ru.yaml
                n: "{n, plural, one {# день} few {дня} many {# дней} other {# дня}}"
                """,
            right: """
                # en.yaml
                n: "{n, plural, one {# day} other {# days}}"
                # ru.yaml
                n: "{n, plural, one {# день} few {# дня} many {# дней} other {# дня}}"
                """
        ),
        "L017": Explanation(
            title: "the sign # is shown as it is",
            text: """
                # is the number directly inside of a branch of a plural. In a select inside of that \
                branch it is a sign, and so it is outside of plurals. There, write the argument: {n}.
                """,
            wrong: """
                # en.yaml
                n: "{n, plural, one {{who, select, me {# day} other {a day}}} other {# days}}"
                """,
            right: """
                # en.yaml
                n: "{n, plural, one {{who, select, me {{n} day} other {a day}}} other {# days}}"
                """
        ),
        "L018": Explanation(
            title: "the offset differs from the English one",
            text: """
                An offset is taken off the number before it is shown. With another one, people read \
                another number.
                """,
            wrong: """
                # en.yaml
                n: "{n, plural, offset:1 one {you and # other} other {you and # others}}"
                # id.yaml
                n: "{n, plural, other {Anda dan # orang lain}}"
                """,
            right: """
                # en.yaml
                n: "{n, plural, offset:1 one {you and # other} other {you and # others}}"
                # id.yaml
                n: "{n, plural, offset:1 other {Anda dan # orang lain}}"
                """
        ),
        "L019": Explanation(
            title: "counted in place of numbered, or the other way round",
            text: """
                plural counts things (1 day, 2 days), selectordinal numbers them (1st, 2nd). The \
                categories differ: English has four for ordinals, Russian one.
                """,
            wrong: """
                # en.yaml
                n: "{n, plural, one {# day} other {# days}}"
                # id.yaml
                n: "{n, selectordinal, other {# hari}}"
                """,
            right: """
                # en.yaml
                n: "{n, plural, one {# day} other {# days}}"
                # id.yaml
                n: "{n, plural, other {# hari}}"
                """
        ),
    ]
}
