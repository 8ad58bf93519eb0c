import Documents
import Localization
import Testing

@testable import Exchange

@Suite("Units that come back damaged")
struct DamagedUnitTests {
    private static let hours = """
        Works for {n, plural, one {# hour} other {# hours}} at {place}.
        """
    private static let russianHours = """
        Действует {n, plural, one {# час} few {# часа} many {# часов} other {# часа}} в {place}.
        """

    @Test(arguments: [
        // A placeholder of the whole message, of a branch, and the number.
        ("ctype=\"x-argument\">{place}</ph>", "/>", ""), ("</ph> часов", "</ph>", ""),
        (" в <ph id=", " в <x id=\"99\"/><ph id=", "L173"),
        ("#</ph> часов", "№</ph> часов", "L173"),
        ("{place}</ph>.</target>", "{plaice}</ph>.</target>", "L173"),
        (" часов", " часов {x}", "L173"), (" часов", " часов {", "L174"),
        (" часов", " часов}", "L174"), (" часов", " <b>часов</b>", "L173"),
        (" часов", " '{часов", "L174"),
        (" часов", " часов<ph id=\"77\"/>", "L173"), ("#</ph> часов", "one</ph> часов", "L173"),
    ])
    func `damage is refused, and the line is told`(
        old: String,
        new: String,
        code: String
    ) throws {
        for cut in [UnitCut.whole, .split] {
            let exchanging = Exchanging(
                Self.hours,
                Self.russianHours,
                Way(version: .one, cut: cut)
            )
            var text = exchanging.text
            let range = try #require(text.ranges(of: old).last)
            text.replaceSubrange(range, with: new)
            let back = try exchanging.back(text)
            #expect(back.refusals.map(\.code) == (code.isEmpty ? [] : [code]), "\(cut)")
            guard !code.isEmpty else { continue }
            #expect(back.changes.isEmpty)
            let line = exchanging.text[..<range.lowerBound].count { $0 == "\n" } + 1
            #expect(back.refusals.first?.range.start.line == line, "\(cut)")
        }
    }

    @Test(arguments: Way.all)
    func `a lost placeholder is refused, wherever it stood`(way: Way) throws {
        let exchanging = Exchanging(Self.hours, Self.russianHours, way)
        let sent = exchanging.text
        let placeholder = #/<ph [^>]*?(?:>(?<text>[^<]*)<\/ph>|disp="(?<shown>[^"]*)"[^>]*>)/#
        for lost in ["{place}", "#"] {
            // The last one of its sort that stands in a translation.
            let all = sent.matches(of: placeholder).filter {
                ($0.output.text ?? $0.output.shown).map { $0 == lost } ?? false
                    && sent[..<$0.range.lowerBound].ranges(of: "<target").count
                        > sent[..<$0.range.lowerBound].ranges(of: "</target>").count
            }
            let last = try #require(lost == "#" ? all.dropLast().last : all.last)
            var text = sent
            text.removeSubrange(last.range)
            let back = try exchanging.back(text)
            #expect(back.refusals.map(\.code) == ["L173"], "\(lost)")
            #expect(back.refusals.first?.message.contains("lost") == true)
            let line = sent[..<last.range.lowerBound].count { $0 == "\n" } + 1
            #expect(back.refusals.first?.range.start.line == line, "\(lost)")
        }
    }

    @Test func `the number may be left out of a form of one number alone`() throws {
        let czech = Exchanging(
            Self.hours,
            "Platí {n, plural, one {# hodinu} few {# hodiny} many {# hodiny} other {# hodin}} v {place}.",
            to: LanguageTag("cs"),
            Way(version: .one, cut: .split)
        )
        let one = try czech.back(
            replacing: #"<ph id="1" ctype="x-number">#</ph> hodinu"#,
            by: "hodinu"
        )
        #expect(one.refusals.isEmpty && one.changes.count == 1)
        let other = try czech.back(
            replacing: #"<ph id="1" ctype="x-number">#</ph> hodin<"#,
            by: "hodin<"
        )
        #expect(other.refusals.map(\.code) == ["L173"])
    }

    @Test func `one damaged branch is refused by itself, the others are taken`() throws {
        let exchanging = Exchanging(
            Self.hours,
            Self.russianHours,
            Way(version: .two, cut: .split)
        )
        let text = exchanging.text.replacing(" часов<", with: " часов {<")
            .replacing("> час<", with: "> целый час<")
        let back = try exchanging.back(text)
        #expect(back.refusals.map(\.code) == ["L174"])
        #expect(
            back.changes.map(\.pattern) == [
                Self.russianHours.replacing("{# час}", with: "{# целый час}")
            ]
        )
    }
}
