import Localization
import Testing

@Suite("MessageProgram")
struct MessageProgramTests {
    private let english = LanguageTag("en")

    private func text(
        _ pattern: String,
        _ arguments: [String: MessageArgument] = [:],
        _ language: String = "en"
    ) throws -> String {
        try MessageProgram.compile(pattern, language: LanguageTag(language))
            .format(arguments, zone: "UTC")
    }

    // MARK: - What is refused

    /// The pattern with 1️⃣ where the problem begins.
    private static let refused: [(String, String)] = [
        ("a 1️⃣} b", "L004"), ("1️⃣}", "L004"), ("a 1️⃣{", "L001"), ("a 1️⃣{n", "L001"),
        ("1️⃣{n, number", "L001"), ("1️⃣{n, plural, other {#}", "L001"),
        ("{n, plural, other 1️⃣{#", "L001"), ("it 1️⃣'{n} is", "L005"),
        ("{n, plural, other {1️⃣'# }}", "L005"), ("{1️⃣}", "L001"), ("{1️⃣0}", "L024"),
        ("{1️⃣имя}", "L024"),
        ("{n 1️⃣m}", "L001"), ("{n, 1️⃣choice, 0#a|1#b}", "L006"), ("{n, 1️⃣spellout}", "L006"),
        ("{n, 1️⃣duration}", "L006"), ("{n, 1️⃣plual, other {}}", "L006"),
        ("{n, 1️⃣plural}", "L001"), ("{n, number, 1️⃣0.0}", "L007"), ("{n, number, 1️⃣currency}", "L007"),
        ("{n, number, 1️⃣::nonsense}", "L007"), ("{n, number, 1️⃣::}", "L007"),
        ("{d, date, 1️⃣yyyy}", "L008"), ("{d, date, 1️⃣lnog}", "L008"), ("{d, date, 1️⃣::yMX1}", "L008"),
        ("{d, date, 1️⃣::fRP}", "L008"), ("{d, time, 1️⃣integer}", "L008"),
        ("{n, plural, 1️⃣on {#} other {#}}", "L014"),
        ("{n, plural, one {a} 1️⃣one {b} other {c}}", "L009"),
        ("{n, plural, =1 {a} 1️⃣=1 {b} other {c}}", "L009"),
        ("{n, plural, 1️⃣=x {a} other {c}}", "L014"),
        ("{s, select, a {a} 1️⃣a {b} other {c}}", "L009"), ("{s, select, 1️⃣a other {c}}", "L001"),
        ("{n, plural, offset:1️⃣x other {c}}", "L014"),
        ("{n, plural, other {{1️⃣n, date}}}", "L022"),
        ("{s} {s, select, other {}} {1️⃣s, number}", "L022"),
        ("1️⃣{n, plural, one {#}}", "L030"), ("1️⃣{s, select, a {b}}", "L030"),
        ("1️⃣{n, plural, }", "L030"),
    ]

    @Test(arguments: refused)
    func `a pattern is refused where it is wrong`(pattern: String, code: String) throws {
        let parts = pattern.split(separator: "1️⃣", omittingEmptySubsequences: false)
        let expected = try #require(parts.first).utf8.count
        let problem = #expect(throws: MessageProblem.self) {
            try MessageProgram.compile(parts.joined(), language: english)
        }
        #expect(problem?.code == code)
        #expect(problem?.range.lowerBound == expected)
        #expect(problem.map { $0.range.upperBound <= parts.joined().utf8.count } == true)
    }

    @Test func `a misspelt type is told what it may have been`() {
        let problem = #expect(throws: MessageProblem.self) {
            try MessageProgram.compile("{n, plual, other {}}", language: english)
        }
        #expect(problem?.help == "did you mean `plural`?")
    }

    @Test func `a pattern of 8,192 bytes is read, and one more is not`() throws {
        let longest = String(repeating: "{a}b", count: 2048)
        #expect(try text(longest, ["a": .text("")]).utf8.count == 2048)
        let problem = #expect(throws: MessageProblem.self) {
            try MessageProgram.compile(longest + "x", language: english)
        }
        #expect(problem?.code == "L003")
    }

    private func nested(_ depth: Int) -> String {
        (0..<depth).reduce("x") { inner, _ in "{n, plural, other {\(inner)}}" }
    }

    @Test func `messages may stand 8 deep, and no deeper`() throws {
        #expect(try text(nested(8), ["n": .integer(1)]) == "x")
        let problem = #expect(throws: MessageProblem.self) {
            try MessageProgram.compile(nested(9), language: english)
        }
        #expect(problem?.code == "L003")
    }

    private static let bombs = [
        String(repeating: "{n, plural, other {", count: 400),
        String(repeating: "{s, select, other {", count: 400) + String(repeating: "}}", count: 400),
        String(repeating: "{", count: 8192), String(repeating: "'{", count: 4096),
        String(repeating: "}", count: 8192), String(repeating: "{a,", count: 2730),
        "{n, plural, other {" + String(repeating: "'#", count: 4000) + "}}",
        String(repeating: "{n, plural, offset:999999999999 other {", count: 200),
        "{n, plural, =99999999999999999999 {} other {}}",
        "{n, number, ::" + String(repeating: "0", count: 8000) + "}",
        "{n, number, ::.00/@@@/,_integer-width/*000000}",
        "{d, date, ::" + String(repeating: "y", count: 8000) + "}",
    ]

    @Test(arguments: bombs)
    func `a hostile pattern is refused or read, and nothing else happens`(bomb: String) {
        let program = try? MessageProgram.compile(bomb, language: english)
        let arguments: [String: MessageArgument] = [
            "n": .integer(.max), "d": .date(milliseconds: .max), "s": .choice(bomb),
        ]
        #expect((program?.format(arguments).utf8.count ?? 0) < 1_000_000)
    }

    @Test func `random bytes are refused or read`() {
        var random = SeededGenerator(state: 3)
        let alphabet = Array("{}'#,|=:n pluraothe1-é漢\u{0}")
        var accepted = 0
        for _ in 0..<20_000 {
            let length = Int.random(in: 0...24, using: &random)
            let pattern = String(
                (0..<length).compactMap { _ in alphabet.randomElement(using: &random) }
            )
            guard let program = try? MessageProgram.compile(pattern, language: english) else {
                continue
            }
            accepted += 1
            #expect(program.format().utf8.count <= 200)
        }
        #expect(accepted > 1000)
    }

    // MARK: - What is shown

    @Test func `arguments without a type show as what they are`() throws {
        let day: Int64 = 638_496_000_000
        #expect(try text("{v}", ["v": .text("{n} '#")]) == "{n} '#")
        #expect(try text("{v}", ["v": .integer(1_234_567)], "cs") == "1\u{A0}234\u{A0}567")
        #expect(try text("{v}", ["v": .number(1.5)], "ru") == "1,5")
        #expect(try text("{v}", ["v": .date(milliseconds: day)]) == "March 27, 1990")
        #expect(try text("{v}", ["v": .time(milliseconds: day)], "cs") == "0:00")
        #expect(
            try text("{v}", ["v": .money(tenThousandths: 5_000_000, currency: "USD")]) == "$500.00"
        )
        #expect(try text("{v}", ["v": .list(["A", "B", "C"])]) == "A, B, and C")
        #expect(try text("{v}", ["v": .choice("female")]) == "female")
    }

    @Test func `a list is joined as the language does`() throws {
        #expect(try text("{v}", ["v": .list(["A", "B", "C"])], "zh") == "A、B和C")
        #expect(try text("{v}", ["v": .list(["A", "B"])], "ru") == "A и B")
        #expect(try text("{v}", ["v": .list(["Ж"])]) == "Ж")
        #expect(try text("{v}", ["v": .list([])]) == "")
        #expect(try text("{v}", ["v": .list(["", ""])]) == " and ")
    }

    @Test func `a day is the same day in every zone, a moment is not`() throws {
        let program = try MessageProgram.compile("{d, date, long}", language: english)
        let evening: Int64 = 1_700_000_000_000 - 1_700_000_000_000 % 86_400_000 + 84_000_000
        let day = program.format(["d": .date(milliseconds: evening)], zone: "Asia/Shanghai")
        let moment = program.format(["d": .time(milliseconds: evening)], zone: "Asia/Shanghai")
        #expect(day == "November 14, 2023")
        #expect(moment == "November 15, 2023")
    }

    @Test func `an unknown zone counts as UTC`() throws {
        let program = try MessageProgram.compile("{t, time, ::Hm}", language: english)
        let argument: [String: MessageArgument] = ["t": .time(milliseconds: 3_600_000)]
        #expect(program.format(argument, zone: "Mars/Olympus") == "01:00")
        #expect(program.format(argument, zone: "") == "01:00")
        #expect(program.format(argument, zone: "GMT+25:99") == "01:00")
    }

    @Test func `a missing argument shows as its name, and plurals take other`() throws {
        #expect(
            try text("{a} {n, plural, one {#} other {# x}} {s, select, a {A} other {O}}")
                == "{a} {n} x O"
        )
    }

    @Test func `a value of another sort shows as it is`() throws {
        #expect(try text("{n, number} {d, date}", ["n": .text("x"), "d": .integer(7)]) == "x 7")
        #expect(try text("{n, plural, one {#} other {# x}}", ["n": .text("one")]) == "one x")
    }

    @Test func `the arguments are told with their use, in order`() throws {
        let program = try MessageProgram.compile(
            "{who} {n, plural, other {{who} {until, date} {until, time} #}} {g, select, other {}}",
            language: english
        )
        #expect(program.arguments.map(\.name) == ["who", "n", "until", "g"])
        #expect(program.arguments.map(\.kind) == [.any, .number, .time, .choice])
    }

    @Test func `a writer appends to what is there`() throws {
        let program = try MessageProgram.compile("{who}!", language: english)
        var buffer = ByteWriter()
        buffer.append("<")
        program.write(["who": .text("Юля")], zone: "UTC", into: &buffer)
        program.write(ordered: [.text("b")], zone: "UTC", into: &buffer)
        program.write(ordered: [], zone: "UTC", into: &buffer)
        #expect(String(decoding: buffer.bytes, as: UTF8.self) == "<Юля!b!{who}!")
    }

    @Test func `the largest and smallest values are written`() throws {
        for value in [Int64.min, .max] {
            let arguments: [String: MessageArgument] = [
                "n": .integer(value), "t": .time(milliseconds: value),
                "d": .date(milliseconds: value),
                "m": .money(tenThousandths: value, currency: "CZK"),
            ]
            let pattern =
                "{n, plural, offset:2 other {#}}{t, time, full}{d, date, full}{m}{n}{n, number, percent}"
            let written = try text(pattern, arguments, "ru")
            #expect(written.utf8.count > 60)
        }
    }

    @Test(arguments: fiveLanguages)
    func `many threads share one program`(language: LanguageTag) async throws {
        let program = try MessageProgram.compile(
            "{n, plural, one {# a} few {# b} many {# c} other {# d}} {t, date, full} {t, time, full} {m} {x}",
            language: language
        )
        @Sendable func written(_ index: Int64) -> String {
            program.format(
                [
                    "n": .integer(index), "t": .time(milliseconds: index * 7_777_777_777),
                    "m": .money(tenThousandths: index * 1234, currency: "EUR"),
                    "x": .number(Double(index) / 7),
                ],
                zone: index.isMultiple(of: 2) ? "Asia/Shanghai" : "Europe/Prague"
            )
        }
        let expected = (0..<300).map { written($0) }
        await withTaskGroup(of: [String].self) { group in
            for _ in 0..<8 { group.addTask { (0..<300).map { written($0) } } }
            for await texts in group { #expect(texts == expected) }
        }
    }
}
