import Expressions
import Testing

/// Every operator with every type that it takes, at the edges of each.
@Suite("Operators")
struct OperatorTests {
    @Test(arguments: [
        // Equality.
        "7 == 7", "7 != 8", "0.5 == 5e-1", "0.0 == -0.0", "0.0 / 0.0 != 0.0 / 0.0",
        "'ß' == \"ß\"", "'ß' != 'ss'", "'' == r\"\"", "true != false", "null == null",
        "[] == []", "[1] != []", "[[1], []] == [[1], []]", "[0.0 / 0.0] != [0.0 / 0.0]",
        "{} == {}", "{'x': 1, 'y': 2} == {'y': 2, 'x': 1}", "{'x': 1} != {'x': 2}",
        "{'x': 1} != {'y': 1}", "{'x': 1} != {'x': 1, 'y': 1}", "{1: null} == {1: null}",
        "timestamp(1) == timestamp('1970-01-01T00:00:01Z')",
        "timestamp('2024-02-29T01:30:00+01:30') == timestamp('2024-02-29T00:00:00Z')",
        "duration('1h') == duration('3600s')", "duration('-1m') != duration('1m')",
        "held_unverified == held_unverified",
        // Order.
        "-8 < -7", "7 <= 7", "8 > 7", "7 >= 7", "-9223372036854775808 < 9223372036854775807",
        "0.1 < 0.2", "0.1 <= 0.1", "1e308 > -1e308", "!(0.0 / 0.0 < 1.0)", "!(0.0 / 0.0 >= 1.0)",
        "1.0 / 0.0 > 1e308", "'Z' < 'a'", "'a' < 'aa'", "'' < 'a'", "'я' > 'z'", "'字' >= '字'",
        "!('b' <= 'a')", "false < true", "false <= false", "true > false", "!(false >= true)",
        "timestamp(1) < timestamp(2)",
        "timestamp('2024-01-01T00:00:00.000000001Z') > timestamp('2024-01-01T00:00:00Z')",
        "duration('-1s') < duration('0')", "duration('1m') <= duration('60s')",
        "duration('1ms') > duration('999us')",
        // in.
        "1 in [3, 2, 1]", "!(4 in [3, 2, 1])", "'b' in ['a', 'b']", "!('b' in [])",
        "[1] in [[2], [1]]", "null in [null]", "1.5 in [1.5]", "!('B' in ['b'])",
        "'k' in {'k': 1}", "!('v' in {'k': 'v'})", "2 in {2: 'x'}", "true in {true: 0}",
        // Logic.
        "true && true", "!(true && false)", "!(false && true)", "false || true",
        "!(false || false)",
        "!!true", "true || 1 / 0 == 1", "1 / 0 == 1 || true", "!(false && 1 / 0 == 1)",
        "!(1 / 0 == 1 && false)", "true ? true : 1 / 0 == 1", "false ? 1 / 0 == 1 : true",
        "true || false && false", "(true ? false : true) == false",
        "false ? false : false ? false : true",
        // Whole numbers.
        "2 + 3 * 4 == 14", "(2 + 3) * 4 == 20", "10 - 4 - 3 == 3", "7 / 2 == 3", "-7 / 2 == -3",
        "7 % 3 == 1", "-7 % 3 == -1", "7 % -3 == 1", "-(-7) == 7", "--7 == 7", "0x2A == 42",
        "-0x8000000000000000 == -9223372036854775808", "2 - -2 == 4",
        "9223372036854775806 + 1 == 9223372036854775807",
        // Numbers with a fraction.
        "0.5 + 0.25 == 0.75", "1.0 - 1.5 == -0.5", "2.5 * 2.0 == 5.0", "1.0 / 4.0 == 0.25",
        "-(0.5) == -0.5", ".5 == 0.5", "1.0 / 0.0 == 2.0 / 0.0",
        // Texts and lists.
        "'a' + 'b' + '' == 'ab'", "'a' + '\\u0301' != 'á'", "[1] + [2, 3] == [1, 2, 3]",
        "[] + [1] == [1]", "size([1] + []) == 1", "[1, 2][1] == 2", "[[1, 2], [3]][0][1] == 2",
        "{'a': {'b': 3}}.a.b == 3", "{'a b': 1}['a b'] == 1", "{1: 'x'}[1] == 'x'",
        "{false: 'x'}[false] == 'x'", "[1, 2,].size() == 2", "{'a': 1,}.a == 1",
        // Time.
        "timestamp(0) + duration('1h') == timestamp(3600)",
        "duration('1h') + timestamp(0) == timestamp(3600)",
        "timestamp(3600) - duration('1h') == timestamp(0)",
        "timestamp(3600) - timestamp(0) == duration('1h')",
        "timestamp(0) - timestamp(3600) == duration('-1h')",
        "duration('1h') + duration('30m') == duration('1h30m')",
        "duration('1h') - duration('90m') == duration('-30m')",
        "timestamp('2024-02-29T00:00:00Z') + duration('-1ns') == timestamp('2024-02-28T23:59:59.999999999Z')",
        // Conversions.
        "int('-12') == -12", "int(-1.9) == -1", "int(timestamp(5)) == 5", "int(3) == 3",
        "double(3) == 3.0", "double('1e3') == 1000.0", "double(0.5) == 0.5",
        "string(12) == '12'", "string(0.25) == '0.25'", "string('x') == 'x'",
        "timestamp(string(timestamp(7))) == timestamp(7)",
        "duration(string(duration('7m'))) == duration('7m')",
        // Texts.
        "size('') == 0", "size('ж字😀') == 3", "size({1: 2}) == 1", "'abc'.size() == 3",
        "'живот'.startsWith('жи')", "!'ab'.startsWith('b')", "'a'.startsWith('')",
        "'живот'.endsWith('от')", "!'ab'.endsWith('abc')", "'живот'.contains('иво')",
        "!''.contains('a')", "''.contains('')", "'x1y'.matches('[0-9]')",
        "!'x1y'.matches('^[0-9]+$')", "matches('😀', '^.$')", "'Ё'.matches('(?i)ё')",
        // has and loops.
        "has({'a': null}.a)", "!has({}.a)", "[].all(x, 1 / 0 == x)", "![].exists(x, true)",
        "[1, 2, 3].all(x, x > 0)", "![1, 2, 3].all(x, x > 1)", "[1, 2, 3].exists(x, x == 3)",
        "[1, 2, 3].exists_one(x, x > 2)", "![1, 2, 3].exists_one(x, x > 1)",
        "{'a': 1, 'b': 2}.all(k, k < 'c')", "{'a': 1}.exists(k, k == 'a')",
        "[0, 1].exists(x, 1 / x == 1)", "![0, 2].all(x, 2 / x == 2)",
    ])
    func `an operator gives what CEL says`(source: String) throws {
        #expect(try holds(source))
    }

    @Test(arguments: [
        ("9223372036854775807 - -1", EvaluationFailure.Reason.overflow),
        ("-9223372036854775808 / -1", .overflow), ("-9223372036854775808 * -1", .overflow),
        ("5000000000 * 5000000000", .overflow), ("7 % 0", .divisionByZero),
        ("0 / 0", .divisionByZero),
        ("int('9223372036854775808')", .notANumber), ("int('1.5')", .notANumber),
        ("double('1,5')", .notANumber), ("int(1e19)", .outOfRange), ("int(0.0 / 0.0)", .outOfRange),
        ("[1][1]", .noSuchItem), ("[1][-1]", .noSuchItem), ("{'a': 1}.b", .noSuchKey),
        ("{1: 1}[2]", .noSuchKey), ("{}['a']", .noSuchKey), ("{}[1]", .noSuchKey),
        ("{true: 1, true: 2}", .repeatedKey),
        ("timestamp(253402300799) + duration('1s')", .outOfRange),
        ("timestamp(-62135596800) - duration('1ns')", .outOfRange),
        ("duration('80000000h') + duration('80000000h')", .outOfRange),
        ("[2, 1, 0].exists_one(x, 2 / x == 1)", .divisionByZero),
        ("[0].all(x, 1 / x == 1)", .divisionByZero),
        ("1 / 0 == 1 ? 1 : 2", .divisionByZero),
    ])
    func `a failure is told, and is no value`(
        source: String,
        reason: EvaluationFailure.Reason
    ) throws {
        #expect(try failure(of: source) == reason)
    }

    @Test(arguments: [
        // No type is converted silently, and what has no order is not put in order.
        "1 == 1.0", "1 < 1.0", "'1' == 1", "true == 1", "null == 0", "[1] == ['1']", "[1] < [2]",
        "{1: 1} < {1: 2}", "null < null", "1 in ['1']", "'a' in {1: 'a'}", "1 in 1", "1.5 % 1.0",
        "'a' - 'b'", "'a' * 2", "[1] - [1]", "-'a'", "-true", "!1", "1 && true", "true || 'a'",
        "1 ? 2 : 3", "true ? 1 : 'a'", "[1, 'a']", "{1: 1, 'a': 1}", "{'a': 1, 'b': 'c'}",
        "{1.5: 1}", "{null: 1}", "[1]['0']", "{'a': 1}[0]", "'abc'[0]", "1.5.size()",
        "duration('1h') * 2", "timestamp(0) + timestamp(0)", "timestamp(0) + 1",
        "duration('1h') - timestamp(0)", "int(true)", "double(true)", "string(null)",
        "string([1])", "timestamp(1.5)", "duration(60)", "years('x')", "'a'.matches(1)",
        "[1].all(x, x)", "1.all(x, true)", "has(1)", "timestamp(0).getHours(1)",
        "duration('1h').getFullYear()", "duration('1h').getHours('UTC')",
    ])
    func `types that don't go together are refused at load`(source: String) {
        #expect(problems(of: source).map(\.code) == ["E14"])
    }

    @Test(arguments: [
        "1 +", "+1", "(1", "1)", "[1", "{1: 2", "{1}", "1 2", "a..b", ".5.", "1.", "0x", "1e",
        "'a", "\"a'", "'''a''", "'\\x1'", "'\\uD800'", "'\\8'", "a.1", "f(1,)", "1 ? 2", "? 1 : 2",
        "a &&", "|| a", "!", "-", "in", "1 in", "@", "#", "1 = 1", "b'a'", "1u", "if", "\u{FEFF}1",
        "9223372036854775808", "-9223372036854775809", "1_000", "1e400", "-1e400",
    ])
    func `what CEL does not write does not parse`(source: String) {
        #expect(problems(of: source).map(\.code) == ["E10"])
    }
}
