import Expressions
import Testing

@Suite("ExpressionProblem")
struct ProblemTests {
    @Test(arguments: [
        ("citizenship 1️⃣=2️⃣ \"RU\"", "E10", "'=' is not an operator"),
        (
            "is_known 1️⃣and2️⃣ age > 1", "E10",
            "expected an operator or the end of the expression, found 'and'"
        ),
        ("(age > 11️⃣2️⃣", "E10", "expected ')' to close the parenthesis, found the end"),
        ("age > 1️⃣2️⃣", "E10", "expected a value, found the end"),
        ("citizenship == 1️⃣\"RU2️⃣", "E10", "the text has no closing quote"),
        ("citizenship == 1️⃣“2️⃣RU”", "E10", "texts stand in straight quotes"),
        (
            "'a1️⃣\\q2️⃣' == 'b'", "E10",
            "there is no such escape sequence; write '\\\\' for a backslash"
        ),
        ("age > 1️⃣1u2️⃣", "E10", "unsigned numbers are not part of this language"),
        ("age > 1️⃣0x2️⃣", "E10", "hexadecimal digits stand behind '0x'"),
        ("age > 1️⃣1_2️⃣000", "E10", "the digits of a number stand without '_'"),
        ("share < 1️⃣1e9992️⃣", "E10", "the number doesn't fit into a double"),
        ("age 1️⃣=>2️⃣ 1", "E10", "'=>' is not an operator"),
        ("is_known 1️⃣/*2️⃣ perhaps */", "E10", "a comment begins with '//', and ends with its line"),
        (
            "1️⃣имя_22️⃣ == 1", "E10",
            "a name has only the letters a to z, A to Z, digits and '_'"
        ),
        ("age > 1 1️⃣22️⃣", "E10", "expected an operator or the end of the expression, found a number"),
        ("1️⃣import2️⃣ == 1", "E10", "'import' is a reserved word"),
        ("age > 1️⃣99999999999999999999992️⃣", "E10", "the number doesn't fit into 64 bits"),
        ("citizenship.matches(1️⃣'(a'2️⃣)", "E10", "the pattern is not valid in RE2: missing ): (a"),
        ("'ж' == 1️⃣citizenshp2️⃣", "E11", "there is no name 'citizenshp' here"),
        ("1️⃣account.emial2️⃣ == ''", "E11", "there is no name 'account.emial' here"),
        ("consent.1️⃣versoin2️⃣ > 1", "E11", "there is no 'versoin' in record(at, locale, version)"),
        ("citizenship.1️⃣startswith2️⃣('R')", "E11", "there is no function 'startswith'"),
        ("1️⃣citizenship == 12️⃣", "E14", "'==' compares two values of one type, found string and int"),
        (
            "1️⃣years(birth_date) >= \"18\"2️⃣", "E14",
            "'>=' compares two values of one type, found int and string"
        ),
        (
            "1️⃣citizenship == null2️⃣", "E14",
            "'==' compares two values of one type, found string and null"
        ),
        (
            "1️⃣age + 1.52️⃣ > 2.0", "E14",
            "'+' can't take int and double"
        ),
        ("!1️⃣age2️⃣", "E14", "'!' needs bool, found int"),
        (
            "citizenship.matches(1️⃣citizenship2️⃣)", "E14",
            "the pattern of matches is a text in quotes or a constant, so that it is checked and compiled once"
        ),
        ("1️⃣years(citizenship)2️⃣ > 1", "E14", "years can't take string"),
        ("1️⃣startsWith(citizenship, 'R')2️⃣", "E14", "startsWith is written text.startsWith(part)"),
        ("now.getHours(1️⃣'Europe/Atlantis'2️⃣) > 1", "E14", "there is no time zone 'Europe/Atlantis'"),
        ("now.getHours(1️⃣'Europe/Prauge'2️⃣) > 1", "E14", "there is no time zone 'Europe/Prauge'"),
        (
            "birth_date < 1️⃣timestamp('2024-02-30T00:00:00Z')2️⃣", "E14",
            "'2024-02-30T00:00:00Z' is not a timestamp such as 2024-02-29T09:00:00Z, in the years 1 to 9999"
        ),
        ("has(1️⃣today2️⃣)", "E14", "'today' is always set"),
        ("[1, 1️⃣'a'2️⃣] == [1]", "E14", "the items of a list need one type, found int and string"),
        (
            "answers.all(a, answers.all(b, 1️⃣answers.exists(c, a == c)2️⃣))", "E15",
            "all, exists and exists_one stand inside each other at most 2 deep"
        ),
    ])
    func `a problem is told at its place`(marked: String, code: String, message: String) throws {
        let source = MarkedSource(marked)
        let found = problems(of: source.text)
        try #require(found.count == 1)
        #expect(found[0].code == code)
        #expect(found[0].range == source.range)
        #expect(found[0].message == message)
    }

    @Test(arguments: [
        ("citizenship = \"RU\"", "=="),
        ("is_known and is_known", "&&"),
        ("not is_known", "!"),
        ("citizenshp == \"RU\"", "citizenship"),
        ("account.emial == \"\"", "account.email"),
        ("consent.versoin > 1", "version"),
        ("citizenship.startswith(\"R\")", "startsWith"),
        ("yeers(birth_date) > 18", "years"),
        ("answers.all(answer, anser == \"\")", "answer"),
        ("birth_date < todai", "today"),
        ("now.getHours('Europe/Prauge') > 1", "Europe/Prague"),
        ("now.getHours('Eurpoe/Prague') > 1", "Europe/Prague"),
        ("now.getHours('prague') > 1", "Europe/Prague"),
        ("now.getHours('New York') > 1", "America/New_York"),
        ("now.getHours('utc') > 1", "UTC"),
    ])
    func `what was meant is suggested`(source: String, suggestion: String) {
        #expect(problems(of: source).first?.suggestion == suggestion)
    }

    @Test func `a time zone that comes near none is told what one looks like`() {
        let found = problems(of: "now.getHours('Europe/Atlantis') > 1").first
        #expect(found?.suggestion == nil)
        #expect(
            found?.help
                == "write an IANA name such as `Europe/Prague`, or an offset such as `+02:00`"
        )
    }

    @Test func `every problem of types and names is told, in order`() {
        let found = problems(of: "citizenshp == 'RU' && age > 'x' || !age")
        #expect(found.map(\.code) == ["E11", "E14", "E14"])
        #expect(found.map(\.range.lowerBound) == [0, 22, 36])
    }

    @Test func `one slip is told once`() {
        #expect(problems(of: "size(citizenshp + 'x') + 1 > 2 && citizenshp < 'b'").count == 2)
    }

    @Test func `a condition must be a bool`() {
        #expect(
            problems(of: "age + 1", expecting: .bool).map(\.message)
                == ["a condition is a bool, found int"]
        )
        #expect(
            problems(of: "age + 1", expecting: .string).map(\.message)
                == ["expected an expression of type string, found int"]
        )
        #expect(problems(of: "age + 1", expecting: .int) == [])
    }

    @Test(arguments: ["E10", "E11", "E14", "E15"])
    func `the example of an explanation fires and its correction does not`(code: String) throws {
        let explanation = try #require(ExpressionFindings.explanations[code])
        #expect(problems(of: explanation.wrong, expecting: .bool).map(\.code) == [code])
        #expect(problems(of: explanation.right, expecting: .bool) == [])
    }

    @Test func `the example of what fails later compiles, fails, and its correction does not`()
        throws
    {
        let explanation = try #require(ExpressionFindings.explanations["E16"])
        let values = ["age": ExpressionValue.int(0)]
        #expect(try failure(of: explanation.wrong, values) == .divisionByZero)
        #expect(try !holds(explanation.right, values))
    }

    @Test func `every code has an explanation`() {
        let codes = ExpressionProblem.Kind.allCases.map(\.code) + ["E16"]
        #expect(Set(ExpressionFindings.explanations.keys) == Set(codes))
    }
}
