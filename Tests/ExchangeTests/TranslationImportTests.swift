import Documents
import Localization
import Testing

@testable import Exchange

@Suite("What comes back")
struct TranslationImportTests {
    private static let hours = """
        Works for {n, plural, one {# hour} other {# hours}} at {place}.
        """
    private static let russianHours = """
        Действует {n, plural, one {# час} few {# часа} many {# часов} other {# часа}} в {place}.
        """

    @Test(arguments: Way.all)
    func `a text that was changed is taken, and what stands around it stays`(way: Way) throws {
        let back = try Exchanging(Self.hours, Self.russianHours, way)
            .back(replacing: " часов", by: " полных часов")
        #expect(back.refusals.isEmpty)
        #expect(
            back.changes.map(\.pattern) == [
                Self.russianHours.replacing("# часов", with: "# полных часов")
            ]
        )
        #expect(back.changes.first?.status == .translated)
    }

    @Test(arguments: Way.all)
    func `a placeholder may go elsewhere`(way: Way) throws {
        let exchanging = Exchanging("From {a} to {b}", "Из {a} в {b}", way)
        let parts = try #require(
            exchanging.text.firstMatch(of: #/<target[^>]*>Из (.*?) в (.*?)</target>/#)?.output
        )
        let back = try exchanging.back(
            replacing: "Из \(parts.1) в \(parts.2)<",
            by: "В \(parts.2) из \(parts.1)<"
        )
        #expect(back.changes.map(\.pattern) == ["В {b} из {a}"])
    }

    @Test func `text without placeholders as elements is read as what it says`() throws {
        let plain = try Exchanging(Self.hours, nil, Way(version: .one, cut: .whole)).back(
            """
            <xliff version="1.2"><file target-language="ru"><body><trans-unit id="key">
            <source>\(Self.hours)</source><target>\(Self.russianHours)</target>
            </trans-unit></body></file></xliff>
            """
        )
        #expect(plain.changes.map(\.pattern) == [Self.russianHours])
        let block = try Exchanging(Self.hours, Self.russianHours, Way(version: .one, cut: .split))
            .back(
                """
                <xliff version="1.2"><file target-language="ru"><body><trans-unit id="key:text">
                <source>Works for {n, plural, …} at {place}.</source>
                <target>В {place}: {n, plural, …}.</target>
                </trans-unit></body></file></xliff>
                """
            )
        #expect(
            block.changes.map(\.pattern) == [
                "В {place}: {n, plural, one {# час} few {# часа} many {# часов} other {# часа}}."
            ]
        )
    }

    @Test func `a branch without a text keeps a message from being joined for the first time`()
        throws
    {
        let exchanging = Exchanging(
            "{n, plural, one {# a} other {# b}}",
            nil,
            Way(version: .one, cut: .split)
        )
        #expect(exchanging.text.ranges(of: "<trans-unit").count == 4)
        let empty = try exchanging.back(exchanging.text)
        #expect(empty.changes.isEmpty && empty.refusals.isEmpty && empty.untranslatedCount == 1)
        var count = 0
        let target = #/<target state="needs-translation"\/>/#
        let three = exchanging.text.replacing(target) { _ in
            count += 1
            return count < 4 ? "<target># \(count)</target>" : "<target/>"
        }
        #expect(try exchanging.back(three).refusals.map(\.code) == ["L176"])
        count = 0
        let four = exchanging.text.replacing(target) { _ in
            count += 1
            return "<target># \(count)</target>"
        }
        #expect(
            try exchanging.back(four).changes.map(\.pattern) == [
                "{n, plural, one {# 1} few {# 2} many {# 3} other {# 4}}"
            ]
        )
    }

    @Test func `a branch that the language needs is asked for, and may be left out`() throws {
        let old = "{n, plural, one {# час} other {# часа}}"
        let exchanging = Exchanging(
            "{n, plural, one {# hour} other {# hours}}",
            old,
            Way(version: .one, cut: .split)
        )
        #expect(exchanging.text.contains("key:n.few"))
        let untouched = try exchanging.back(exchanging.text)
        #expect(untouched.changes.isEmpty && untouched.refusals.isEmpty)
        var count = 0
        let filled = exchanging.text.replacing(#/<target state="needs-translation"\/>/#) { _ in
            count += 1
            return "<target># ч\(count)</target>"
        }
        #expect(
            try exchanging.back(filled).changes.map(\.pattern) == [
                "{n, plural, one {# час} few {# ч1} many {# ч2} other {# часа}}"
            ]
        )
    }

    @Test(arguments: Way.all)
    func `a translation of another English text is refused, or taken by force`(way: Way) throws {
        let then = Exchanging("Old {a}", "Старое {a}", way).text
            .replacing("Старое", with: "Старинное")
        let now = Exchanging("New {a}", "Старое {a}", way)
        let back = try now.back(then)
        #expect(back.refusals.map(\.code) == ["L172"])
        #expect(back.changes.isEmpty)
        let forced = try now.back(then, isForced: true)
        #expect(forced.changes.map(\.pattern) == ["Старинное {a}"])
    }

    @Test func `how the English text is written is no change of it`() throws {
        let then = Exchanging("It''s {a}", "Это {a}").text.replacing("Это", with: "Вот")
        #expect(try Exchanging("It's { a }", "Это {a}").back(then).refusals.map(\.code) == [])
    }

    @Test(arguments: [
        // What is known, what a tool says, and what is known then.
        (ExchangeMessage.Status.stale, "translated", TranslationStatus?.some(.translated)),
        (.stale, "needs-review-translation", nil), (.machine, "translated", .translated),
        (.translated, "signed-off", .reviewed), (.translated, "final", .reviewed),
        (.reviewed, "translated", nil), (.reviewed, "signed-off", nil),
        (.translated, "needs-translation", nil),
    ])
    func `a tool's state is taken where it says more`(
        status: ExchangeMessage.Status,
        state: String,
        expected: TranslationStatus?
    ) throws {
        let exchanging = Exchanging("A", "Б", status: status)
        let text = exchanging.text.replacing(
            #/<target state="[a-z-]*"/#,
            with: "<target state=\"\(state)\""
        )
        let back = try exchanging.back(text)
        #expect(back.changes.map(\.status) == (expected.map { [$0] } ?? []))
        #expect(back.changes.allSatisfy { $0.pattern == nil })
    }

    @Test func `an empty text is refused where it is said to be translated`() throws {
        let exchanging = Exchanging("A", nil)
        let text = exchanging.text.replacing("needs-translation", with: "translated")
        #expect(try exchanging.back(text).refusals.map(\.code) == ["L175"])
        #expect(try exchanging.back(exchanging.text).untranslatedCount == 1)
    }

    @Test func `units that nobody sent are listed, and the rest is taken`() throws {
        let exchanging = Exchanging("A", "Б")
        let stranger = #"<trans-unit id="kee"><source>A</source><target>В</target></trans-unit>"#
        let text = exchanging.text.replacing("Б", with: "Г")
            .replacing("</body>", with: stranger + "</body>")
        let back = try exchanging.back(text)
        #expect(back.refusals.map(\.code) == ["L171"])
        #expect(back.refusals.first?.help == "did you mean `key`?")
        #expect(back.changes.map(\.pattern) == ["Г"])
    }

    @Test func `categories that the language lacks are refused`() throws {
        let source = "{n, plural, one {# a} other {# b}}"
        func codes(_ target: String, _ tag: String) throws -> [String] {
            let exchanging = Exchanging(source, nil, to: LanguageTag(tag))
            let text = exchanging.text.replacing(
                #/<target[^>]*\/>/#,
                with: "<target>\(target)</target>"
            )
            return try exchanging.back(text).refusals.map(\.code)
        }
        #expect(try codes("{n, plural, other {# 个}}", "zh") == [])
        #expect(try codes("{n, plural, one {# 个} other {# 个}}", "zh") == ["L176"])
        #expect(try codes("{n, plural, one {#} few {#} other {#}}", "ru") == ["L176"])
        #expect(try codes("{n, plural, =1 {1} few {#} other {#}}", "cs") == [])
    }

    @Test func `segments and marks of a tool are put together`() throws {
        let exchanging = Exchanging("One. Two {a}.", nil, Way(version: .two, cut: .whole))
        let back = try exchanging.back(
            """
            <xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" trgLang="ru-RU"><file id="f">
            <unit id="key"><originalData><data id="d1">{a}</data></originalData>
            <segment><source>One.</source><target><mrk id="m">Раз.</mrk></target></segment>
            <ignorable><source> </source></ignorable>
            <segment><source>Two <ph id="1" dataRef="d1"/>.</source>
            <target>Два <ph id="1" dataRef="d1"/>.</target></segment>
            </unit></file></xliff>
            """
        )
        #expect(back.refusals.isEmpty)
        #expect(back.changes.map(\.pattern) == ["Раз. Два {a}."])
    }
}
