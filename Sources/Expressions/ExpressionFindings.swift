/// What the problems of expressions mean, for `paifang explain`.
public enum ExpressionFindings {
    /// A problem, with an expression that has it and one that has not.
    public struct Explanation: Sendable, Hashable {
        /// What is wrong, in a few words.
        public let title: String
        /// Why it is refused and how to mend it.
        public let text: String
        /// An expression that is refused.
        public let wrong: String
        /// What to write instead.
        public let right: String
    }

    /// The explanations by code: `E10`, `E11`, `E14` and `E15`, and `E16` for what fails only when it is evaluated.
    public static let explanations: [String: Explanation] = [
        "E10": Explanation(
            title: "The expression does not parse",
            text: """
                Expressions are written in a subset of CEL, the Common Expression Language. Values are \
                compared with ==, conditions are joined with && and || and turned round with !, texts \
                stand in straight quotes. A pattern of matches() that RE2 can't read is refused here too.
                """,
            wrong: #"citizenship = "RU""#,
            right: #"citizenship == "RU""#
        ),
        "E11": Explanation(
            title: "Unknown name",
            text: """
                An expression may use the flow's fields, inputs and constants, what an effect gave, now, \
                today and locale, and the functions of the language. This name is none of them; mostly \
                it is misspelt.
                """,
            wrong: #"citizenshp == "RU""#,
            right: #"citizenship == "RU""#
        ),
        "E14": Explanation(
            title: "Wrong type",
            text: """
                Every part of an expression has a type that is known when the flow is loaded, and nothing \
                is converted silently: an int is not compared with a text, nor added to a double. Use \
                int(), double(), string(), timestamp() and duration() to convert. A condition is a bool.
                """,
            wrong: #"years(birth_date) >= "18""#,
            right: "years(birth_date) >= 18"
        ),
        "E15": Explanation(
            title: "Too costly",
            text: """
                Conditions are answered while a person waits, so their cost is bounded before they run: \
                1,000 code points, 32 levels of nesting, all, exists and exists_one at most two deep, and \
                a worst case of 1,000,000 steps for the longest texts and lists that the fields allow.
                """,
            wrong: "answers.all(a, answers.all(b, answers.exists(c, a == b || b == c)))",
            right: "answers.all(a, answers.exists_one(b, a == b))"
        ),
        "E16": Explanation(
            title: "An expression gave no value",
            text: """
                A number left its 64 bits or was divided by zero, a list has no such item, a map no such key, \
                a text is no number, moment or length of time, or amounts of two currencies met. In a walk this \
                stops the session with an error; it never counts as false. Ask before you read: a part of && \
                or || that fails is forgiven where another part decides.
                """,
            wrong: "100 / age > 5",
            right: "age != 0 && 100 / age > 5"
        ),
    ]
}
