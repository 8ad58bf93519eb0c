import Expressions
import Testing

@Suite("Advice for mistakes")
struct AdviceTests {
    @Test(arguments: [
        // Conditions that are none.
        ("citizenship", "write `size(citizenship) > 0`, or compare it: `citizenship == \"…\"`"),
        ("!answers", "write `size(answers) > 0`"),
        ("is_known && age", "compare it: `age > 0`"),
        ("share", "compare it: `share > 0.0`"),
        ("birth_date", "compare it: `birth_date < now`"),
        ("waiting", "compare it: `waiting > duration(\"24h\")`"),
        ("amount", "compare it with another amount, such as a constant"),
        ("consent", "ask for a field: `has(consent.field)`"),
        ("null", "write `false`"),
        (
            "citizenship == 'RU' || 'CZ'",
            "write the comparison again, or all values in a list: `name in ['CZ', …]`"
        ),
        // Values of two types.
        ("citizenship == null", "ask whether it is set: `!has(citizenship)`"),
        ("null != citizenship", "ask whether it is set: `has(citizenship)`"),
        ("1 < age < 5", "compare twice, and join both with `&&`"),
        ("age == '18'", "write `18` without quotes"),
        ("citizenship == 1", "write `\"1\"` in quotes"),
        ("citizenship == age", "write `string(age)`"),
        ("age > share", "write `double(age)`"),
        ("share > age", "write `double(age)`"),
        ("is_known == 'yes'", "write `is_known` or `!is_known` alone"),
        ("is_known == 1", "write `is_known` or `!is_known` alone"),
        ("birth_date < '2000-01-31'", "write `timestamp(\"2000-01-31T00:00:00Z\")`"),
        (
            "'2024-02-29T09:00:00Z' > birth_date",
            "write `timestamp(\"2024-02-29T09:00:00Z\")`"
        ),
        ("birth_date < 'May'", "write a moment: `timestamp(\"2024-02-29T09:00:00Z\")`"),
        ("birth_date < citizenship", "write `timestamp(citizenship)`"),
        (
            "birth_date >= 18",
            "write `years(birth_date)`, `months(birth_date)` or `days(birth_date)`"
        ),
        ("birth_date > waiting", "write `now - birth_date`, which is a duration"),
        ("now - birth_date > '24h'", "write `duration(\"24h\")`"),
        ("now - birth_date > 18", "write a length of time: `duration(\"24h\")`"),
        ("amount > 500", "compare it with an amount, such as a constant `limit: 500 USD`"),
        ("answers == 'a'", "look for it in the list: `'a' in answers`"),
        ("'R' in citizenship", "write `citizenship.contains('R')`"),
        ("'at' in consent", "ask whether a field is set: `has(consent.field)`"),
        // Names that are texts.
        ("citizenship == RU", "a text stands in quotes: `\"RU\"`"),
        ("RU != citizenship", "a text stands in quotes: `\"RU\"`"),
        ("RU in answers", "a text stands in quotes: `\"RU\"`"),
        // Arithmetic, functions, members.
        ("age + share > 1.0", "write `double(age)`"),
        ("citizenship + age == ''", "write `string(age)`"),
        ("birth_date + 1 < now", "write a length of time: `duration(\"24h\")`"),
        ("birth_date + today < now", "add a length of time: `duration(\"24h\")`"),
        ("answers.contains('a')", "write `'a' in answers`"),
        ("age.startsWith('1')", "write `string(age)` for its digits"),
        ("years(citizenship) > 1", "write `timestamp(…)` around a text that is a moment"),
        ("citizenship.getHours() > 1", "write `timestamp(…)` around a text that is a moment"),
        ("citizenship.length > 1", "write `size(citizenship)`"),
        ("citizenship.length() > 1", "write `size(…)`"),
        ("answers.first == 'a'", "ask about its items: `answers.exists(item, …)`"),
        ("birth_date.year > 1", "write `birth_date.getFullYear()`"),
        (
            "now.getHours('Europe/Atlantis') > 1",
            "write an IANA name such as `Europe/Prague`, or an offset such as `+02:00`"
        ),
        ("is_known && null == 1", nil),
        ("1 in '1'", nil),
        ("waiting > duration('1w')", nil),
        ("birth_date < timestamp('2024-02-30')", nil),
        // What CEL has and this subset has not, and what neither has.
        ("answers.filter(a, a != '') == answers", "write `all`, `exists` or `exists_one`"),
        ("uint(1) == 1", "write `int(…)`"),
        ("bool(citizenship)", "write `name == \"true\"`"),
        ("citizenship.lowerAscii() == 'ru'", "write `matches(\"(?i)…\")`"),
        ("optional.of(1) == age", "ask with `has(name)`"),
        (
            "Card{brand: 'visa'} == cards[0]",
            "records come from fields and effects; a map is written `{\"key\": value}`"
        ),
        (
            "size(a.b.Card {}) > 0",
            "records come from fields and effects; a map is written `{\"key\": value}`"
        ),
        ("consent.`version` == 1", "write the key of a map in brackets: `map[\"key\"]`"),
        (".age == 1", "write the name without a full stop before it"),
        ("age <> 1", "write `!=`"),
        ("age === 1", "did you mean `==`?"),
        ("age !== 1", "did you mean `!=`?"),
        ("age => 1", "did you mean `>=`?"),
        ("age =< 1", "did you mean `<=`?"),
        ("age =! 1", "did you mean `!=`?"),
        ("age ≥ 1", "did you mean `>=`?"),
        ("age ＝ 1", "did you mean `==`?"),
        ("size（answers） > 1", "did you mean `(`?"),
        ("citizenship =~ 'R'", "write `text.matches(\"pattern\")`"),
        ("citizenship ?? 'R' == 'R'", "write `has(name) ? name : other`"),
        ("waiting > 24h", "write `duration(\"24h\")`"),
        ("waiting > 7d", "write `duration(\"168h\")`"),
        ("age > 7x", nil),
        ("waiting > duration(5)", "write a length of time in quotes: `duration(\"24h\")`"),
        ("amount > 500 USD", "an amount is a constant of the flow: `limit: 500 USD`"),
        ("age > 500 years", nil),
        ("age > 1.5.2", nil),
        ("age mod 2 == 1", "did you mean `%`?"),
        ("age div 2 == 1", "did you mean `/`?"),
        ("age not in [1]", "write `!(item in list)`"),
        ("if (is_known) 1", "write `condition ? one : other`"),
        ("is_known # perhaps", "did you mean `//`?"),
        ("answers.0 == 'a'", "an item is read by `list[0]`"),
        ("share > 1.", "a number has digits on both sides: `1.0`"),
        ("citizenship == Россия", "a text stands in quotes: `\"Россия\"`"),
        (
            "citizenship == 'a\n'",
            "write `\\n` for the end of a line, or three quotes on both sides"
        ),
        ("citizenship == '\\u{E9}'", "a code point is written `\\u00E9` or `\\U0001F600`"),
        ("is_known == True", "did you mean `true`?"),
        ("size > 1", "a function is written `size(value)`"),
        ("today() > birth_date", "write `today` without parentheses"),
        ("answers.any(a, a == '')", "write `list.exists(item, …)`"),
        ("answers.every(a, a == '')", "write `list.all(item, …)`"),
        ("answers.includes('a')", "write `item in list` or `text.contains(part)`"),
        ("now.getHours('europe/prague') > 1", "did you mean `Europe/Prague`?"),
        ("now.getHours('america/new_york') > 1", "did you mean `America/New_York`?"),
        ("now.getHours('utc') > 1", "did you mean `UTC`?"),
        (
            "birth_date < timestamp('2024-02-29')",
            "write `timestamp(\"2024-02-29T00:00:00Z\")`"
        ),
        ("waiting > duration('1d')", "the largest unit is h: a day is `24h`"),
        (
            "citizenship.matches(r'\\pL{500}')",
            "repeat less in it, and compare lengths by `size`"
        ),
        ("age = 1", "did you mean `==`?"),
        ("citizenshp == 'RU'", "did you mean `citizenship`?"),
    ])
    func `a mistake comes with what to write`(source: String, help: String?) {
        let found = problems(of: source, expecting: .bool)
        #expect(found.count == 1)
        #expect(found.first?.help == help)
    }

    @Test(arguments: [
        ("birth_date < '2000-01-31'", "birth_date < timestamp(\"2000-01-31T00:00:00Z\")"),
        ("now - birth_date > '24h'", "now - birth_date > duration(\"24h\")"),
        ("age == '18'", "age == 18"),
        ("citizenship == RU", "citizenship == \"RU\""),
        ("answers.contains('a')", "'a' in answers"),
        ("'R' in citizenship", "citizenship.contains('R')"),
        ("citizenship.length > 1", "size(citizenship) > 1"),
        ("answers", "size(answers) > 0"),
    ])
    func `what is advised compiles`(source: String, advised: String) {
        #expect(problems(of: source, expecting: .bool).count == 1)
        #expect(problems(of: advised, expecting: .bool) == [])
    }

    @Test func `a long part is not repeated`() {
        let long = "citizenship + " + String(repeating: "x", count: 60)
        let found = problems(of: "'\(long)' + citizenship", expecting: .bool)
        #expect(found.first?.help == "write `size(…) > 0`, or compare it: `… == \"…\"`")
    }

    @Test(arguments: ["map", "filter", "uint", "bytes", "bool", "dyn", "type"])
    func `what the subset leaves out is told by its name`(function: String) throws {
        let found = problems(of: "\(function)(age)")
        try #require(found.count == 1)
        #expect(found[0].code == "E11")
        #expect(found[0].message.hasPrefix("there is no function '\(function)': "))
    }

    @Test(arguments: ["int", "list", "null_type", "type"])
    func `a type is told not to be a value, unless it is a name here`(type: String) {
        #expect(
            problems(of: "age == \(type)").map(\.message)
                == ["there is no name '\(type)' here: types are not values"]
        )
        let scope = ExpressionScope(names: [("age", .int), (type, .int)])
        #expect(problems(of: "age == \(type)", scope: scope) == [])
    }

    @Test func `braces behind anything but a name make no message`() {
        #expect(problems(of: "size({}) == 0 && {'a': 1}.a == 1") == [])
        #expect(
            problems(of: "size(answers) {").map(\.message)
                == ["expected an operator or the end of the expression, found '{'"]
        )
    }

    @Test
    func `a difference that other implementations can't hold is refused where it is written out`() {
        let first = "timestamp('0001-01-01T00:00:00Z')"
        let last = "timestamp('9999-12-31T23:59:59Z')"
        #expect(problems(of: "\(last) - \(first) > waiting").map(\.code) == ["E14"])
        #expect(problems(of: "\(first) - \(last) > waiting").map(\.code) == ["E14"])
        #expect(problems(of: "today - \(first) > waiting") == [])
        let near = "timestamp('2262-01-01T00:00:00Z') - timestamp('1970-01-01T00:00:00Z')"
        #expect(problems(of: "\(near) > waiting") == [])
    }

    @Test func `what a person typed may lie as far back as dates go`() throws {
        let first = ExpressionTimestamp(year: 1, month: 1, day: 1)
        let values = ["birth_date": try #require(first.map { ExpressionValue.timestamp($0) })]
        #expect(try holds("now - birth_date > duration('2560000h')", values))
    }
}
